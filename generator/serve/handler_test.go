package serve

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"courtsite/generator/diag"
)

// files is a built site in a test.
type files map[string]string

func (f files) Get(path string) ([]byte, bool) {
	data, ok := f[path]
	return []byte(data), ok
}

var small = files{
	"index.html":            "<html><body>home</body></html>",
	"404.html":              "<body>没有这一页</body>",
	"ug/index.html":         "<body>ug home</body>",
	"ug/404.html":           "<body>بۇ بەت يوق</body>",
	"feed.xml":              "<rss/>",
	"data.json":             "{}",
	"seal.svg":              "<svg/>",
	"about.md":              "# about",
	"scan.pdf":              "%PDF-1.7",
	"old/1234.shtml":        "<html><body>moved</body></html>",
	"old/view.jspx":         "<!doctype html><html><body>moved</body></html>",
	"basic/新闻/index.html":   "<body>news</body>",
	"basic/half/index.html": "<p>no end of body",
}

// posted gives a handler for a site whose first build has ended.
func posted(lang diag.Lang, built Built, failure error) http.Handler {
	b := newBoard()
	b.run = "test"
	b.post(built, failure)
	return newHandler(DefaultAddr, lang, b)
}

func get(t *testing.T, h http.Handler, target string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, target, nil)
	r.Host = DefaultAddr
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestAnswers(t *testing.T) {
	tests := []struct {
		path     string
		status   int
		kind     string
		contains string
	}{
		{"/", 200, "text/html; charset=utf-8", "home"},
		{"/ug/", 200, "text/html; charset=utf-8", "ug home"},
		{"/index.html", 200, "text/html; charset=utf-8", "home"},
		{"/feed.xml", 200, "application/xml; charset=utf-8", "<rss/>"},
		{"/data.json", 200, "application/json; charset=utf-8", "{}"},
		{"/seal.svg", 200, "image/svg+xml; charset=utf-8", "<svg/>"},
		{"/about.md", 200, "text/markdown; charset=utf-8", "# about"},
		{"/scan.pdf", 200, "application/pdf", "%PDF"},
		{"/old/1234.shtml", 200, "text/html; charset=utf-8", "reload.js"},
		{"/old/view.jspx", 200, "text/html; charset=utf-8", "reload.js"},
		{"/basic/%E6%96%B0%E9%97%BB/", 200, "text/html; charset=utf-8", "news"},
		{"/nowhere", 404, "text/html; charset=utf-8", "没有这一页"},
		{"/nowhere/deep/below/", 404, "text/html; charset=utf-8", "没有这一页"},
		{"/ug/basic/nowhere/", 404, "text/html; charset=utf-8", "بۇ بەت يوق"},
		{"//ug/", 404, "text/html; charset=utf-8", "بۇ بەت يوق"},
		{"/../index.html", 404, "text/html; charset=utf-8", "没有这一页"},
		{"/-/nothing", 404, "text/plain; charset=utf-8", "not found"},
		{"/-/reload.js", 200, "text/javascript; charset=utf-8", "EventSource"},
		{"/-/overlay.css", 200, "text/css; charset=utf-8", ".panel"},
	}
	h := posted(diag.EN, Built{Files: small, Base: "/"}, nil)
	for _, test := range tests {
		t.Run(test.path, func(t *testing.T) {
			w := get(t, h, test.path)
			if w.Code != test.status || w.Header().Get("Content-Type") != test.kind {
				t.Errorf("got %d %q, want %d %q", w.Code, w.Header().Get("Content-Type"), test.status, test.kind)
			}
			if !strings.Contains(w.Body.String(), test.contains) {
				t.Errorf("body %q lacks %q", w.Body, test.contains)
			}
			if cache := w.Header().Get("Cache-Control"); cache != "no-store" {
				t.Errorf("Cache-Control is %q", cache)
			}
		})
	}
}

func TestRedirects(t *testing.T) {
	tests := []struct{ base, path, to string }{
		{"/", "/ug", "/ug/"},
		{"/", "/basic/%E6%96%B0%E9%97%BB?page=2", "/basic/%E6%96%B0%E9%97%BB/?page=2"},
		{"/court/", "/", "/court/"},
		{"court", "/court", "/court/"},
		{"/court", "/court/ug", "/court/ug/"},
	}
	for _, test := range tests {
		w := get(t, posted(diag.EN, Built{Files: small, Base: test.base}, nil), test.path)
		if to := w.Header().Get("Location"); w.Code != http.StatusFound || to != test.to {
			t.Errorf("below %q, %q: got %d to %q, want %q", test.base, test.path, w.Code, to, test.to)
		}
	}
}

func TestNothingOutsideTheBase(t *testing.T) {
	h := posted(diag.EN, Built{Files: small, Base: "/court/"}, nil)
	if w := get(t, h, "/court/feed.xml"); w.Code != http.StatusOK {
		t.Errorf("below the base: %d", w.Code)
	}
	if w := get(t, h, "/feed.xml"); w.Code != http.StatusNotFound {
		t.Errorf("outside the base: %d", w.Code)
	}
}

func TestMethods(t *testing.T) {
	h := posted(diag.EN, Built{Files: small}, nil)
	for method, status := range map[string]int{"GET": 200, "HEAD": 200, "POST": 405, "PUT": 405, "DELETE": 405} {
		r := httptest.NewRequest(method, "/", nil)
		r.Host = "localhost:1313"
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != status {
			t.Errorf("%s: got %d, want %d", method, w.Code, status)
		}
	}
}

func TestProblems(t *testing.T) {
	problem := diag.New(diag.MarkdownRawHTML, diag.Pos{Path: "content/基本/a.md", Line: 3, Col: 7}, "<b>")
	h := posted(diag.ZH, Built{Files: small, Problems: []diag.Problem{problem.As(diag.Error), problem}}, nil)
	w := get(t, h, "/-/problems")
	var r report
	if err := json.Unmarshal(w.Body.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	if r.Lang != "zh" || r.Revision != "test-1" || r.Errors != 1 || r.Warnings != 1 || len(r.Problems) != 2 {
		t.Fatalf("got %+v", r)
	}
	p := r.Problems[0]
	if p.Place != "content/基本/a.md:3:7" || p.Label != "错误" || p.Severity != "error" || p.Line != 3 ||
		p.Message != problem.Message(diag.ZH) || p.Hint != problem.Hint(diag.ZH) || p.Code != problem.Kind.Code {
		t.Errorf("got %+v", p)
	}
}

func TestNoGoodBuildYet(t *testing.T) {
	problem := diag.New(diag.MarkdownRawHTML, diag.Pos{Path: "content/a.md", Line: 3, Col: 7}, "<script>alert(1)</script>")
	w := get(t, posted(diag.EN, Built{Problems: []diag.Problem{problem.As(diag.Error)}}, nil), "/any/page/")
	body := w.Body.String()
	if w.Code != http.StatusServiceUnavailable || strings.Contains(body, "<script>alert") {
		t.Errorf("got %d %s", w.Code, body)
	}
	for _, want := range []string{"content/a.md:3:7", "&lt;script&gt;", "markdown-raw-html", `data-stand-in`, `lang="en"`} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func TestLastGoodBuildStays(t *testing.T) {
	b := newBoard()
	h := newHandler(DefaultAddr, diag.EN, b)
	b.post(Built{Files: small}, nil)
	before := get(t, h, "/").Body.String()
	b.post(Built{Problems: []diag.Problem{diag.New(diag.MarkdownRawHTML, diag.Pos{}, "").As(diag.Error)}}, nil)
	b.post(Built{}, errors.New("write: no space left on device"))
	w := get(t, h, "/")
	if w.Code != http.StatusOK || w.Body.String() != before {
		t.Errorf("got %d %q, want %q", w.Code, w.Body, before)
	}
	if list := get(t, h, "/-/problems").Body.String(); !strings.Contains(list, "no space left") {
		t.Errorf("problems: %s", list)
	}
	b.post(Built{Files: small}, nil)
	if get(t, h, "/").Body.String() == before {
		t.Error("a new good build has the old revision")
	}
}
