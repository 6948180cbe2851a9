package page

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"courtsite/generator/diag"
)

// reader goes over a parsed tree once: it gathers the text, the links and the headings, tells problems, and
// changes the tree where what goldmark made of it is not what a reader should get.
type reader struct {
	head     *Head
	file     []byte
	offset   int // of the body in the file
	body     *Body
	problems []diag.Problem

	text    []byte
	brk     *ast.Text      // a line break that waits for the character after it
	within  ast.Node       // the link or image that is being read, or nil
	hoisted ast.Node       // the last footnote mark that was taken out of it
	section string         // text of the nearest heading
	caption string         // of the table that comes next
	labels  map[string]int // of tables
	used    map[string]int // heading ids
	refs    map[string]bool
	rare    rare
	line    lineStart // that a place was last asked for in

	headings []*ast.Heading // of body.headings, in the same order
	often    map[*diag.Kind]*repeated
}

func (r *reader) problem(kind *diag.Kind, at int, args ...any) {
	r.problems = append(r.problems, diag.New(kind, r.pos(at), args...))
}

// pos gives the place of an offset in the text. Most are asked for in reading order, and so counted on from the last.
func (r *reader) pos(at int) diag.Pos {
	offset := r.offset + max(0, min(at, len(r.body.source)))
	if offset < len(r.file) && !utf8.RuneStart(r.file[offset]) {
		return diag.At(r.head.Path, r.file, offset)
	}
	if offset < r.line.start {
		r.line = lineStart{}
	}
	between := r.file[r.line.start:offset]
	if n := bytes.Count(between, []byte{'\n'}); n > 0 {
		r.line.before += n
		r.line.start += bytes.LastIndexByte(between, '\n') + 1
	}
	col := 1
	for range asString(r.file[r.line.start:offset]) {
		col++
	}
	return diag.Pos{Path: r.head.Path, Line: r.line.before + 1, Col: col}
}

// lineStart is where a line starts in the file, and how many lines are before it.
type lineStart struct{ start, before int }

// children reads the children of n in order. A child may be replaced or removed while it is read.
func (r *reader) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; {
		if t, ok := c.(*ast.Text); ok {
			r.merge(t)
		}
		next := c.NextSibling()
		r.node(c)
		c = next
	}
}

func (r *reader) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		r.plain(n)
	case *ast.String:
		r.write(n.Value)
	case *ast.Link:
		r.link(n, &n.Destination)
	case *ast.Image:
		r.image(n)
	case *ast.AutoLink:
		r.autoLink(n)
	case *ast.CodeSpan:
		r.codeSpan(n)
	case *ast.RawHTML:
		r.rawHTML(n)
	case *east.FootnoteLink:
		r.footnoteLink(n)
	case *east.FootnoteBacklink:
		r.footnoteBacklink(n)
	default:
		if n.Type() == ast.TypeInline {
			r.children(n)
			return
		}
		r.block(n)
	}
}

func (r *reader) block(n ast.Node) {
	switch n := n.(type) {
	case *comment:
		n.Parent().RemoveChild(n.Parent(), n)
	case *ast.Heading:
		r.heading(n)
	case *ast.Paragraph:
		r.paragraph(n)
	case *ast.ThematicBreak:
		r.rule(n)
	case *ast.TextBlock: // the text of an item in a list without empty lines
		if r.hasMarks(n) {
			r.warnTable(n)
			r.warnMarks(n)
		}
		r.children(n)
	case *ast.FencedCodeBlock:
		r.code(n)
	case *ast.List:
		r.numbers(n)
		r.children(n)
	case *ast.LinkReferenceDefinition:
		r.reference(n)
	case *east.Table:
		r.table(n)
	case *east.Footnote:
		r.children(n)
		r.anchor(footnoteID(n.Index))
	default:
		r.children(n)
	}
	r.endBlock()
}

func (r *reader) paragraph(n *ast.Paragraph) {
	start := len(r.text)
	if r.hasMarks(n) {
		r.warnParagraph(n)
	}
	r.children(n)
	words := strings.TrimSpace(asString(r.since(start))) // until r.text changes
	switch {
	case n.FirstChild() == nil: // nothing but comments
		n.Parent().RemoveChild(n.Parent(), n)
	case r.takeCaption(n, words):
	case r.body.summary == "" && n.Parent() != nil && n.Parent().Kind() == ast.KindDocument && !onlyImages(n):
		r.body.summary = summarize(words)
	}
}

// hasMarks tells whether a line begins with what may be the mark of a heading, a table or a list, or is one of several with Chinese numbers.
func (r *reader) hasMarks(n ast.Node) bool {
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		line := bytes.TrimLeft(segment.Value(r.body.source), " \t\n")
		if len(line) == 0 {
			continue
		}
		if n.Lines().Len() > 1 {
			if _, ok := findChineseMark(line); ok {
				return true
			}
		}
		switch c := line[0]; {
		case c >= '0' && c <= '9', c == '#', c == '|', c == '-', c < ' ', mayBeDialect(line):
			return true
		case c == 0xc2, c == 0xe1, c == 0xe2, c == 0xe3, c == 0xef: // white space that ASCII does not have, and the full-width bar
			if first, _ := utf8.DecodeRune(line); first == '｜' || unicode.IsSpace(first) {
				return true
			}
		}
	}
	return false
}

// warnParagraph tells of lines that look like a heading, a table or a list but are none.
func (r *reader) warnParagraph(n *ast.Paragraph) {
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		line := bytes.TrimSpace(segment.Value(r.body.source))
		if i == 0 && looksLikeHeading(line) {
			r.problem(diag.MarkdownHeadingSpace, segment.Start, excerpt(line))
		}
		if i > 0 && looksLikeDelimiter(line) {
			r.problem(diag.MarkdownTableShape, segment.Start)
		}
	}
	if r.warnDialect(n) {
		return
	}
	r.warnTable(n)
	r.warnMarks(n)
}

// looksLikeHeading finds "##标题" and "##　标题"; a single # may be a number sign.
func looksLikeHeading(line []byte) bool {
	rest := bytes.TrimLeft(line, "#")
	level := len(line) - len(rest)
	if level == 1 {
		return bytes.HasPrefix(rest, []byte(ideographicSpace))
	}
	return level > 1 && level <= 6 && len(rest) > 0
}

func looksLikeDelimiter(line []byte) bool {
	return len(line) > 3 && line[0] == '|' && bytes.Contains(line, []byte("--")) &&
		len(bytes.Trim(line, "|-: \t")) == 0
}

func onlyImages(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() != ast.KindImage {
			return false
		}
	}
	return true
}

// excerpt shortens what a problem quotes.
func excerpt(s []byte) string {
	const most = 40
	if utf8.RuneCount(s) <= most {
		return string(s)
	}
	return string([]rune(string(s))[:most]) + "…"
}
