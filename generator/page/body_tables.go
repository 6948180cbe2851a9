package page

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"courtsite/generator/diag"
)

var kindCaption = ast.NewNodeKind("CourtsiteCaption")

// caption is the first child of a table that has one.
type caption struct{ ast.BaseBlock }

func (*caption) Kind() ast.NodeKind       { return kindCaption }
func (c *caption) Dump(src []byte, l int) { ast.DumpHelper(c, src, l, nil, nil) }

// takeCaption moves a paragraph like "表：收入" or "Table 1: Income" into the table that follows it.
func (r *reader) takeCaption(n *ast.Paragraph, words string) bool {
	table, ok := n.NextSibling().(*east.Table)
	first, isText := n.FirstChild().(*ast.Text)
	if !ok || !isText {
		return false
	}
	prefix, numbered, ok := captionPrefix(string(first.Segment.Value(r.body.source)))
	if !ok {
		return false
	}
	if !numbered {
		first.Segment = first.Segment.WithStart(first.Segment.Start + prefix)
		words = words[min(prefix, len(words)):]
	}
	c := &caption{}
	for child := n.FirstChild(); child != nil; child = n.FirstChild() {
		c.AppendChild(c, child)
	}
	table.InsertBefore(table, table.FirstChild(), c)
	n.Parent().RemoveChild(n.Parent(), n)
	r.caption = strings.Clone(normal(words))
	return true
}

// captionPrefix measures the mark at the start of a caption: 表：, 表1-2：, Table 3:. A number belongs to the
// caption, the bare word does not.
func captionPrefix(s string) (length int, numbered, ok bool) {
	rest, ok := strings.CutPrefix(s, "表")
	if !ok {
		rest, ok = strings.CutPrefix(s, "Table")
	}
	number, after, found := strings.Cut(strings.Replace(rest, "：", ":", 1), ":")
	if !ok || !found || utf8.RuneCountInString(number) > 8 {
		return 0, false, false
	}
	for _, c := range number {
		if !unicode.In(c, unicode.N) && !strings.ContainsRune("一二三四五六七八九十 -.－", c) {
			return 0, false, false
		}
	}
	length = len(s) - len(strings.TrimLeft(after, " "))
	return length, strings.TrimSpace(number) != "", true
}

func (r *reader) table(t *east.Table) {
	label := r.caption
	for _, other := range []string{r.section, r.head.Title} {
		if label == "" {
			label = other
		}
	}
	r.caption = ""
	r.body.labels = append(r.body.labels, r.distinct(label))
	for row := t.FirstChild(); row != nil; {
		next := row.NextSibling()
		if row.Kind() != kindCaption {
			r.row(row, len(t.Alignments))
		}
		row = next
	}
}

// distinct numbers the labels of tables that would be called the same.
func (r *reader) distinct(label string) string {
	if r.labels == nil {
		r.labels = map[string]int{}
	}
	r.labels[label]++
	if n := r.labels[label]; n > 1 {
		return r.distinct(strings.TrimSpace(label + " " + strconv.Itoa(n)))
	}
	return label
}

func (r *reader) row(row ast.Node, columns int) {
	r.checkCells(row, columns)
	empty := true
	for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
		r.children(cell)
		r.brk = nil
		empty = empty && cell.FirstChild() == nil
		if cell.NextSibling() != nil {
			r.text = append(r.text, '\t')
		}
	}
	if empty && row.Kind() == east.KindTableHeader { // a table without a header, which Markdown cannot write
		r.problem(diag.TableHeader, row.Pos())
		row.Parent().RemoveChild(row.Parent(), row)
	}
	r.text = bytes.TrimRight(r.text, "\t")
	r.endBlock()
}

// checkCells finds cells beyond the last column. Markdown drops them, and with them their text.
func (r *reader) checkCells(row ast.Node, columns int) {
	last, ok := row.LastChild().(*east.TableCell)
	if !ok || row.ChildCount() < columns || last.Lines().Len() == 0 {
		return
	}
	rest := r.body.source[last.Lines().At(0).Stop:]
	if end := bytes.IndexByte(rest, '\n'); end >= 0 {
		rest = rest[:end]
	}
	at := len(r.body.source[:last.Lines().At(0).Stop])
	after, found := bytes.CutPrefix(bytes.TrimLeft(rest, " \t"), []byte{'|'})
	if found && !util.IsBlank(after) {
		r.problem(diag.MarkdownTableCells, at, columns, excerpt(bytes.Trim(after, " \t|")))
	}
}
