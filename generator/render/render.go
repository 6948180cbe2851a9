// Package render turns views into HTML with the theme's templates. A template sees its view and nothing else.
package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html/template"
	"unsafe"

	"courtsite/generator/diag"
	"courtsite/generator/plan"
	"courtsite/generator/render/compiled"
	"courtsite/generator/theme"
	"courtsite/generator/view"
)

// Renderer renders the pages of one site. Immutable, and safe for concurrent use.
type Renderer struct {
	templates *compiled.Set
	base      [sha256.Size]byte // of program, theme and phrases
	headers   map[section]fragment
	footers   map[string]fragment
}

// fragment is HTML that pages share. It is digested once, not with every page that it stands in.
type fragment struct {
	html   template.HTML
	digest [sha256.Size]byte
}

// section is a category of an edition: pages of one section share their header.
type section struct{ lang, category string }

// New renders what pages share: the header of each category in each language, and each language's footer.
// The set is the theme's templates, which several sites may execute.
func New(version string, th *theme.Theme, set *compiled.Set, p *plan.Plan) (*Renderer, []diag.Problem) {
	r := &Renderer{
		templates: set,
		headers:   map[section]fragment{}, footers: map[string]fragment{},
	}
	var problems []diag.Problem
	shared := func(name string, v any) fragment {
		var buf bytes.Buffer
		problems = append(problems, r.execute(&buf, name, v)...)
		return fragment{template.HTML(buf.String()), sha256.Sum256(buf.Bytes())}
	}
	sum := sha256.New()
	digest := th.Digest()
	fmt.Fprintf(sum, "%s\x00%x", version, digest)
	for _, e := range p.Corpus.Editions {
		r.headers[section{e.Tag, ""}] = shared("header", p.Header(e.Tag, ""))
		for _, g := range e.Groups {
			r.headers[section{e.Tag, g.ID}] = shared("header", p.Header(e.Tag, g.ID))
		}
		r.footers[e.Tag] = shared("footer", p.Footer(e.Tag))
		phrases := e.Locale.Digest()
		sum.Write(phrases[:])
	}
	sum.Sum(r.base[:0])
	return r, problems
}

// Page renders a page's view.
func (r *Renderer) Page(w *bytes.Buffer, name string, v any) []diag.Problem {
	r.frame(v)
	return r.execute(w, name, v)
}

// Article renders an article with its body. body is only looked at, so that it can stand in a buffer that is used again.
func (r *Renderer) Article(w *bytes.Buffer, v *view.Article, body []byte) []diag.Problem {
	r.frame(v)
	v.Body = template.HTML(unsafe.String(unsafe.SliceData(body), len(body)))
	defer func() { v.Body = "" }()
	return r.execute(w, "article", v)
}

// frame puts the header and the footer into a page's view.
func (r *Renderer) frame(v any) {
	if p, ok := v.(view.Page); ok {
		f := p.Base()
		f.Header, f.Footer = r.headers[section{f.Lang, f.Section}].html, r.footers[f.Lang].html
	}
}

// Fingerprint digests all that a page or a feed depends on: the program, the theme, the phrases, the header and the footer, and its view. Instead of a text
// the view has the digest of its source and of the addresses that its links lead to.
func (r *Renderer) Fingerprint(v any) string {
	digest := view.Digest(v)
	sum := sha256.New()
	sum.Write(r.base[:])
	sum.Write(digest[:])
	if p, ok := v.(view.Page); ok {
		f := p.Base()
		header, footer := r.headers[section{f.Lang, f.Section}].digest, r.footers[f.Lang].digest
		sum.Write(header[:])
		sum.Write(footer[:])
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// SameFrame tells whether another renderer gives pages of a category, or of none, in a language the same header and footer, by the same program, theme and phrases.
func (r *Renderer) SameFrame(other *Renderer, lang, category string) bool {
	at := section{lang, category}
	return r.base == other.base && r.headers[at].digest == other.headers[at].digest && r.footers[lang].digest == other.footers[lang].digest
}

func (r *Renderer) execute(w *bytes.Buffer, name string, v any) []diag.Problem {
	if err := r.templates.Execute(w, name, v); err != nil {
		return []diag.Problem{theme.Failure(err)}
	}
	return nil
}
