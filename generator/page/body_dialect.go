package page

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"

	"github.com/yuin/goldmark/ast"

	"courtsite/generator/diag"
)

// Many texts come out of Word by way of Pandoc, or out of an editor with a Markdown of its own. These have tables, attributes, sections and contents that
// the Markdown of pages has not; readers would see their marks.

// attributes stand behind a bracket: [text]{.underline}, []{#_Toc1 .anchor}, ![picture](a.png){width="2in"}
var attributes = regexp.MustCompile(`[])]\{(?:[.#][^\s{}]|[A-Za-z-]+=")[^{}]*(?:\}|$)`)

// warnAttributes tells of attributes in a text; one that begins a text follows a picture or a link.
func (r *reader) warnAttributes(raw []byte, at int) {
	from := 0
	if src := r.body.source; at > 0 && at < len(src) && raw[0] == '{' && src[at-1] == ')' {
		from, raw = 1, src[at-1:at+len(raw)]
	}
	for _, m := range attributes.FindAllIndex(raw, -1) {
		if r.body.source[at-from+m[0]-1] != '\\' {
			r.few(diag.MarkdownDialect, at-from+m[0]+1, raw[m[0]+1:m[1]])
		}
	}
}

// dialects are what a block begins with that means something elsewhere: sections and what stands for a table in Pandoc, contents and formulas in
// editors, new pages in LaTeX, and what site generators put in.
var dialects = [][]byte{
	[]byte(":::"), []byte("[TABLE]"), []byte("[TOC]"), []byte("[toc]"), []byte("@[toc]"), []byte("@[TOC]"), []byte("[!NOTE]"), []byte("[!IMPORTANT]"), []byte("[!WARNING]"),
	[]byte("$$"), []byte("\\newpage"), []byte("\\pagebreak"), []byte("{{<"), []byte("{{%"), []byte("{%"),
}

// mayBeDialect tells whether a line begins with a character that one of them begins with.
func mayBeDialect(line []byte) bool {
	switch line[0] {
	case '+', ':', '@', '$', '\\':
		return true
	case '[', '{':
		return len(line) > 1 && bytes.IndexByte([]byte("Tt!{%"), line[1]) >= 0
	}
	return false
}

// warnDialect tells of a block that begins with one of them, and of a table that Pandoc drew. It tells whether it is such a table.
func (r *reader) warnDialect(n ast.Node) (table bool) {
	if n.Lines().Len() == 0 {
		return false
	}
	segment := n.Lines().At(0)
	line := bytes.TrimSpace(segment.Value(r.body.source))
	table = len(line) > 4 && bytes.HasPrefix(line, []byte("+-")) && bytes.HasSuffix(line, []byte("-+")) && len(bytes.Trim(line, "+-=:")) == 0
	if table || slices.ContainsFunc(dialects, func(d []byte) bool { return bytes.HasPrefix(line, d) && !r.isLink(n) }) {
		r.few(diag.MarkdownDialect, segment.Start, line)
	}
	return table
}

// isLink tells whether a block begins with a link: what stands in the brackets may be the name of a reference.
func (r *reader) isLink(n ast.Node) bool {
	first := n.FirstChild()
	return first != nil && first.Kind() == ast.KindLink
}

// rule tells of the lines of dashes in which Pandoc sets a table's columns: "----- ------". A line of three dashes or stars with blanks between them is a rule.
func (r *reader) rule(n ast.Node) {
	at := n.Pos()
	if at < 0 || at >= len(r.body.source) {
		return
	}
	line, _ := cutLine(r.body.source[at:])
	if columns := bytes.Fields(line); len(columns) > 1 && len(columns[0]) > 1 {
		r.few(diag.MarkdownDialect, at, line)
	}
}

// mostOften is how many problems of a kind that one mistake makes by the hundred are told of a page.
const mostOften = 10

// repeated counts the problems of such a kind.
type repeated struct {
	told int
	next diag.Pos // of the first that was not told
	what string
	more int
}

// few tells of text that is quoted, and only counts where there is much of it: a table pasted as HTML has a tag or more in each cell.
func (r *reader) few(kind *diag.Kind, at int, what []byte) {
	if r.often == nil {
		r.often = map[*diag.Kind]*repeated{}
	}
	of := r.often[kind]
	if of == nil {
		of = &repeated{}
		r.often[kind] = of
	}
	switch {
	case of.told < mostOften:
		of.told++
		r.problem(kind, at, quoted(what))
	case of.more == 0:
		of.next, of.what = r.pos(at), quoted(what)
		fallthrough
	default:
		of.more++
	}
}

// quoted is what a problem shows of a text, in one line.
func quoted(what []byte) string { return excerpt(bytes.Join(bytes.Fields(what), []byte{' '})) }

// tellOften tells how many there are besides those that were told.
func (r *reader) tellOften() {
	for _, kind := range []*diag.Kind{diag.MarkdownRawHTML, diag.MarkdownDialect} {
		if of := r.often[kind]; of != nil && of.more > 0 {
			what := of.what
			if of.more > 1 {
				what = fmt.Sprintf("%s … (+%d)", what, of.more-1)
			}
			r.problems = append(r.problems, diag.New(kind, of.next, what))
		}
	}
}
