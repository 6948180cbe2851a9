package page

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"courtsite/generator/script"
)

// HTMLOptions say where the HTML will stand. The zero value is for a page.
type HTMLOptions struct {
	Origin string // for feeds: "https://court.example", put before addresses that start with "/"
	Page   string // for feeds: the page's absolute address, put before links to a place in the text
	Back   string // what a footnote's way back is called in the page's language; its number follows
}

// HTML appends the text as HTML to w. Calling it again gives the same bytes.
func (b *Body) HTML(w *bytes.Buffer, opts HTMLOptions) {
	// A bytes.Buffer never fails, and the renderers below do not either.
	_ = markdown.Renderer().Render(&htmlWriter{Buffer: w, opts: opts, writing: b.writing}, b.source, b.root)
}

// htmlWriter carries the options to the renderers, which are shared by all pages.
type htmlWriter struct {
	*bytes.Buffer
	opts    HTMLOptions
	writing *script.Writing
}

func (*htmlWriter) Buffered() int { return 0 }
func (*htmlWriter) Flush() error  { return nil }

// address writes an address into an attribute.
func (w *htmlWriter) address(dest []byte) {
	switch {
	case len(dest) > 0 && dest[0] == '#':
		w.escape(w.opts.Page)
	case bytes.HasPrefix(dest, []byte("/")) && !bytes.HasPrefix(dest, []byte("//")):
		w.escape(w.opts.Origin)
	}
	_, _ = w.Write(util.EscapeHTML(util.URLEscape(dest, false)))
}

func (w *htmlWriter) escape(s string) { _, _ = w.Write(util.EscapeHTML([]byte(s))) }

// htmlRenderer writes the nodes for which goldmark's own HTML is not enough.
type htmlRenderer struct{}

type renderFunc func(w *htmlWriter, src []byte, n ast.Node, entering bool) ast.WalkStatus

// RegisterFuncs implements renderer.NodeRenderer.
func (htmlRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	for kind, f := range map[ast.NodeKind]renderFunc{
		ast.KindText:              renderText,
		ast.KindString:            renderString,
		ast.KindLink:              renderLink,
		ast.KindImage:             renderImage,
		ast.KindRawHTML:           renderRawHTML,
		ast.KindFencedCodeBlock:   renderCode,
		east.KindFootnoteLink:     renderFootnoteLink,
		east.KindFootnoteBacklink: renderFootnoteBacklink,
		east.KindFootnote:         renderFootnote,
		east.KindFootnoteList:     renderFootnoteList,
		east.KindTable:            renderTable,
		east.KindTableHeader:      renderHeaderRow,
		east.KindTableRow:         renderRow,
		east.KindTableCell:        renderCell,
		kindCaption:               renderCaption,
	} {
		reg.Register(kind, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
			return f(w.(*htmlWriter), src, n, entering), nil
		})
	}
}

func renderLink(w *htmlWriter, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	link := n.(*ast.Link)
	if !entering {
		w.WriteString("</a>")
		return ast.WalkContinue
	}
	w.WriteString(`<a href="`)
	w.address(link.Destination)
	w.WriteByte('"')
	writeTitle(w, link.Title)
	if isExternal(string(link.Destination)) {
		w.WriteString(` rel="noopener"`)
	}
	w.WriteByte('>')
	return ast.WalkContinue
}

func renderImage(w *htmlWriter, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	image := n.(*ast.Image)
	w.WriteString(`<img src="`)
	w.address(image.Destination)
	w.WriteString(`" alt="`)
	if alt, ok := image.FirstChild().(*ast.String); ok {
		_, _ = w.Write(util.EscapeHTML(alt.Value))
	}
	w.WriteByte('"')
	writeTitle(w, image.Title)
	w.WriteString(` loading="lazy">`)
	return ast.WalkSkipChildren
}

func writeTitle(w *htmlWriter, title []byte) {
	if len(title) > 0 {
		w.WriteString(` title="`)
		ghtml.DefaultWriter.Write(w, title)
		w.WriteByte('"')
	}
}

func renderRawHTML(w *htmlWriter, src []byte, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		_, _ = w.Write(util.EscapeHTML(n.(*ast.RawHTML).Segments.Value(src)))
	}
	return ast.WalkSkipChildren
}

// renderCode makes the block reachable by keyboard, since it scrolls where lines are long.
func renderCode(w *htmlWriter, src []byte, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		w.WriteString("<pre tabindex=\"0\"><code>")
		_, _ = w.Write(util.EscapeHTML(n.Lines().Value(src)))
		w.WriteString("</code></pre>\n")
	}
	return ast.WalkSkipChildren
}
