package coverage

import (
	_ "embed"
	"html/template"
	"io"

	"courtsite/generator/diag"
)

//go:embed report.html
var layout string

var standalone = template.Must(template.New("report").Parse(layout))

// HTML writes the report as one page that needs nothing besides: for mailing it to a supervisor, or printing it.
func (r *Report) HTML(w io.Writer, lang diag.Lang) error {
	type row struct {
		Item
		Cells []string
	}
	type view struct {
		Lang, Title, Summary, TranslationTitle, ChangesTitle string
		Head                                                 []string
		Rows                                                 []row
		Languages, Remarks, Changes                          []string
	}
	v := view{
		Lang: words{"en", "zh-Hans"}.in(lang), Title: r.Site + words{": catalogue, ", "：公开目录，"}.in(lang) + date(r.At), Summary: r.Summary(lang),
		TranslationTitle: words{"Languages", "各语言"}.in(lang), ChangesTitle: words{"What changed in the catalogue", "公开目录的变化"}.in(lang),
	}
	for _, c := range columns {
		v.Head = append(v.Head, c.in(lang))
	}
	for _, i := range r.Items {
		v.Rows = append(v.Rows, row{i, i.cells(lang)})
	}
	for _, l := range r.Languages {
		v.Languages = append(v.Languages, l.line(lang))
	}
	for _, s := range r.supervision() {
		v.Remarks = append(v.Remarks, s.in(lang))
	}
	if r.Changes != nil {
		for _, c := range r.Changes.Items {
			v.Changes = append(v.Changes, changeWords[c.Change].in(lang)+" "+c.ID+" "+c.Name+" "+c.Reason)
		}
	}
	return standalone.Execute(w, v)
}
