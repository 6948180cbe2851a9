package serve

import (
	"embed"
	"encoding/json"
	"html/template"
	"net/http"

	"courtsite/generator/diag"
)

//go:embed assets
var assets embed.FS

// asset serves one of the preview's own files.
func asset(name string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		data, err := assets.ReadFile("assets/" + name)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", mediaType(name, data))
		w.Write(data) // an error here means that the reader left
	})
}

// report is what the overlay and the page of problems show. Its JSON is read by assets/reload.js.
type report struct {
	Lang     string  `json:"lang"`
	Revision string  `json:"revision"` // of the pages that are served
	Errors   int     `json:"errors"`
	Warnings int     `json:"warnings"`
	Problems []shown `json:"problems"`
	Labels   labels  `json:"labels"`
}

// shown is one problem in the preview's language.
type shown struct {
	diag.Pos
	Place    string `json:"place"` // path:line:column
	Severity string `json:"severity"`
	Label    string `json:"label"` // the severity in the preview's language
	Code     string `json:"code"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

// labels are the overlay's own words.
type labels struct {
	Title    string `json:"title"`    // errors, over the last good page
	Nothing  string `json:"nothing"`  // errors, and no good page yet
	Counter  string `json:"counter"`  // before the number of warnings
	Warnings string `json:"warnings"` // the heading over warnings alone
	Close    string `json:"close"`
	Hint     string `json:"hint"`
}

var labelsByLang = map[diag.Lang]labels{
	diag.EN: {
		Title:   "This change has errors; the page is still the last good version",
		Nothing: "The site cannot be built yet; this page reloads when the errors are gone",
		Counter: "To look at: ", Warnings: "The site is built; somebody should look at this",
		Close: "Close", Hint: "Hint: ",
	},
	diag.ZH: {
		Title:   "刚才的修改有错误，页面仍是上一次正确的版本",
		Nothing: "网站暂时无法生成；改正错误后本页会自动刷新",
		Counter: "待查看：", Warnings: "网站已生成，以下内容请留意",
		Close: "关闭", Hint: "办法：",
	},
}

func newReport(lang diag.Lang, s *state) report {
	r := report{Lang: string(lang), Labels: labelsByLang[lang], Revision: s.revision, Problems: []shown{}}
	if s.failure != nil {
		r.Errors++
		r.Problems = append(r.Problems, shown{
			Severity: diag.Error.String(), Label: diag.Error.Name(lang),
			Code: "machine", Message: s.failure.Error(),
		})
	}
	for _, p := range s.problems {
		switch p.Severity {
		case diag.Error:
			r.Errors++
		case diag.Warning:
			r.Warnings++
		}
		r.Problems = append(r.Problems, shown{
			Pos: p.Pos, Place: p.Pos.String(),
			Severity: p.Severity.String(), Label: p.Severity.Name(lang),
			Code: p.Kind.Code, Message: p.Message(lang), Hint: p.Hint(lang),
		})
	}
	return r
}

// listing serves the newest build's problems as JSON.
func listing(lang diag.Lang, b *board) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s := b.first(r.Context())
		if s == nil {
			return // the reader left, or the preview ends
		}
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		json.NewEncoder(w).Encode(newReport(lang, s)) // an error here means that the reader left
	})
}

var problemsPage = template.Must(template.ParseFS(assets, "assets/problems.html"))

// writeProblems answers a page's address while no build was good.
func writeProblems(w http.ResponseWriter, lang diag.Lang, s *state) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusServiceUnavailable)
	problemsPage.Execute(w, newReport(lang, s)) // an error here means that the reader left
}
