// Package render turns views into HTML with the theme's templates. A template sees its view and nothing else.
package render

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"html/template"

	"courtsite/generator/diag"
	"courtsite/generator/plan"
	"courtsite/generator/render/compiled"
	"courtsite/generator/theme"
	"courtsite/generator/view"
)

// Renderer renders the pages of one site. Immutable, and safe for concurrent use.
type Renderer struct {
	templates *compiled.Set
	theme     string
	base      [sha256.Size]byte // of program, theme and phrases
	headers   map[section]template.HTML
	footers   map[string]template.HTML
}

// section is a category of an edition: pages of one section share their header.
type section struct{ lang, category string }

// New renders what pages share: the header of each category in each language, and each language's footer.
func New(version string, th *theme.Theme, p *plan.Plan) (*Renderer, []diag.Problem) {
	r := &Renderer{
		templates: compiled.New(th.Template()), theme: p.Corpus.Site.Theme,
		headers: map[section]template.HTML{}, footers: map[string]template.HTML{},
	}
	var problems []diag.Problem
	fragment := func(name string, v any) template.HTML {
		var buf bytes.Buffer
		problems = append(problems, r.execute(&buf, name, v)...)
		return template.HTML(buf.String())
	}
	sum := sha256.New()
	digest := th.Digest()
	fmt.Fprintf(sum, "%s\x00%x", version, digest)
	for _, e := range p.Corpus.Editions {
		r.headers[section{e.Tag, ""}] = fragment("header", p.Header(e.Tag, ""))
		for _, g := range e.Groups {
			r.headers[section{e.Tag, g.ID}] = fragment("header", p.Header(e.Tag, g.ID))
		}
		r.footers[e.Tag] = fragment("footer", p.Footer(e.Tag))
		phrases := e.Locale.Digest()
		sum.Write(phrases[:])
	}
	sum.Sum(r.base[:0])
	return r, problems
}

// Page renders a page's view, and gives the fingerprint of all that the result depends on.
func (r *Renderer) Page(w *bytes.Buffer, name string, v any) (fingerprint [sha256.Size]byte, problems []diag.Problem) {
	fingerprint = r.fingerprint(v)
	return fingerprint, r.execute(w, name, v)
}

// Article renders an article with its body. The body is not in the fingerprint; the digest of its source is, and the addresses that its links
// lead to.
func (r *Renderer) Article(w *bytes.Buffer, v *view.Article, body template.HTML) (fingerprint [sha256.Size]byte, problems []diag.Problem) {
	fingerprint = r.fingerprint(v)
	v.Body = body
	return fingerprint, r.execute(w, "article", v)
}

func (r *Renderer) fingerprint(v any) (fingerprint [sha256.Size]byte) {
	if p, ok := v.(view.Page); ok {
		f := p.Base()
		f.Header, f.Footer = r.headers[section{f.Lang, f.Section}], r.footers[f.Lang]
	}
	digest := view.Digest(v)
	sum := sha256.New()
	sum.Write(r.base[:])
	sum.Write(digest[:])
	sum.Sum(fingerprint[:0])
	return fingerprint
}

func (r *Renderer) execute(w *bytes.Buffer, name string, v any) []diag.Problem {
	if err := r.templates.Execute(w, name, v); err != nil {
		pos := diag.Pos{Path: fmt.Sprintf("themes/%s/layouts/%s.html", r.theme, name)}
		return []diag.Problem{diag.New(diag.ThemeFailed, pos, err.Error())}
	}
	return nil
}
