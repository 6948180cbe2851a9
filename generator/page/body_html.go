package page

import (
	"bytes"
	"html/template"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"courtsite/generator/script"
)

// HTML writes the text as HTML to an empty buffer. back is what a footnote's way back is called in the page's language; its number follows. Calling it again gives the
// same bytes.
func (b *Body) HTML(buf *bytes.Buffer, back string) Local {
	w := &htmlWriter{Buffer: buf, body: b, back: back, writing: b.writing}
	// A bytes.Buffer never fails, and the renderers below do not either.
	_ = markdown.Renderer().Render(w, b.source, b.root)
	return w.local
}

// Local are the places in a page's HTML where an address begins that leads somewhere from the page alone: "/basic/", "#part".
type Local []int

// Absolute gives the HTML for another place than the page, such as a feed: with origin ("https://court.example") before addresses within the site, and the
// page's own absolute address before those within the text. A text is rendered once, for both.
func (l Local) Absolute(html []byte, origin, page string) string {
	origin, page = template.HTMLEscapeString(origin), template.HTMLEscapeString(page)
	var b strings.Builder
	b.Grow(len(html) + len(l)*max(len(origin), len(page)))
	from := 0
	for _, at := range l {
		b.Write(html[from:at])
		if html[at] == '#' {
			b.WriteString(page)
		} else {
			b.WriteString(origin)
		}
		from = at
	}
	b.Write(html[from:])
	return b.String()
}

// htmlWriter carries what differs from page to page to the renderers, which are shared by all.
type htmlWriter struct {
	*bytes.Buffer
	body             *Body
	headings, tables int // that are written
	back             string
	writing          *script.Writing
	local            Local
	runs             []script.Run // memory for those of one text after the other
}

func (*htmlWriter) Buffered() int { return 0 }
func (*htmlWriter) Flush() error  { return nil }

// address writes an address into an attribute.
func (w *htmlWriter) address(dest []byte) {
	if len(dest) > 0 && (dest[0] == '#' || dest[0] == '/' && !bytes.HasPrefix(dest, []byte("//"))) {
		w.local = append(w.local, w.Len())
	}
	_, _ = w.Write(util.EscapeHTML(util.URLEscape(dest, false)))
}

// escape writes a text as HTML.
func (w *htmlWriter) escape(text string) {
	from := 0
	for i := range len(text) {
		if written := util.EscapeHTMLByte(text[i]); written != nil {
			w.WriteString(text[from:i])
			_, _ = w.Write(written)
			from = i + 1
		}
	}
	w.WriteString(text[from:])
}

// htmlRenderer writes the nodes for which goldmark's own HTML is not enough.
type htmlRenderer struct{}

type renderFunc func(w *htmlWriter, src []byte, n ast.Node, entering bool) ast.WalkStatus

// RegisterFuncs implements renderer.NodeRenderer.
func (htmlRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	for kind, f := range map[ast.NodeKind]renderFunc{
		ast.KindHeading:           renderHeading,
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

func renderHeading(w *htmlWriter, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	level := byte('0' + n.(*ast.Heading).Level)
	if !entering {
		w.WriteString("</h")
		w.WriteByte(level)
		w.WriteString(">\n")
		return ast.WalkContinue
	}
	w.WriteString("<h")
	w.WriteByte(level)
	w.WriteString(` id="`)
	w.escape(w.body.headings[w.headings].ID)
	w.headings++
	w.WriteString(`">`)
	return ast.WalkContinue
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
		w.plainWords(alt.Value)
	}
	w.WriteByte('"')
	writeTitle(w, image.Title)
	w.WriteString(` loading="lazy">`)
	return ast.WalkSkipChildren
}

func writeTitle(w *htmlWriter, title []byte) {
	if len(title) > 0 {
		w.WriteString(` title="`)
		w.plainWords(unescape(title))
		w.WriteByte('"')
	}
}

// plainWords writes words into an attribute, where no element can keep a case number in order: characters do.
func (w *htmlWriter) plainWords(words []byte) {
	if !w.writing.PlainBytes(words) {
		words = []byte(w.writing.Isolated(string(words)))
	}
	_, _ = w.Write(util.EscapeHTML(words))
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
