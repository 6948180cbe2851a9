package page

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"courtsite/generator/diag"
)

// unusedFootnotes numbers the footnotes that nothing refers to after all others. goldmark would
// remove them, and their text would be lost.
type unusedFootnotes struct{}

func (unusedFootnotes) Transform(doc *ast.Document, src text.Reader, _ parser.Context) {
	if !bytes.Contains(src.Source(), []byte("[^")) {
		return
	}
	_ = ast.Walk(doc, func(n ast.Node, _ bool) (ast.WalkStatus, error) {
		list, ok := n.(*east.FootnoteList)
		if !ok {
			if n.Type() == ast.TypeInline {
				return ast.WalkSkipChildren, nil
			}
			return ast.WalkContinue, nil
		}
		for c := list.FirstChild(); c != nil; c = c.NextSibling() {
			if note := c.(*east.Footnote); note.Index < 0 {
				list.Count++
				note.Index = list.Count
			}
		}
		return ast.WalkStop, nil
	})
}

// footnoteLink takes the mark of a footnote out of a link or an image: it is a link itself.
func (r *reader) footnoteLink(n *east.FootnoteLink) {
	r.body.anchors[footnoteMarkID(n.Index, n.RefIndex)] = true
	if r.within == nil {
		return
	}
	after := r.within
	if r.hoisted != nil {
		after = r.hoisted
	}
	after.Parent().InsertAfter(after.Parent(), after, n)
	r.hoisted = n
}

func (r *reader) footnoteBacklink(n *east.FootnoteBacklink) {
	if n.RefCount > 0 {
		return
	}
	note := n.Parent()
	for note.Kind() != east.KindFootnote {
		note = note.Parent()
	}
	r.problem(diag.MarkdownFootnoteUnused, note.Pos(), excerpt(note.(*east.Footnote).Ref))
	n.Parent().RemoveChild(n.Parent(), n)
}

// The ids of footnotes hold an underscore, which no heading's id does.
func footnoteID(index int) string { return "fn_" + strconv.Itoa(index) }

func footnoteMarkID(index, ref int) string {
	id := "fnref_" + strconv.Itoa(index)
	if ref > 0 {
		id += "_" + strconv.Itoa(ref+1)
	}
	return id
}
