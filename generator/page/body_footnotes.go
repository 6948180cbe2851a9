package page

import (
	"bytes"
	"html/template"
	"strconv"
	"strings"

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
	r.anchor(footnoteMarkID(n.Index, n.RefIndex))
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

func renderFootnoteLink(w *htmlWriter, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		note := n.(*east.FootnoteLink)
		w.WriteString(`<sup id="` + footnoteMarkID(note.Index, note.RefIndex) + `"><a href="`)
		w.address([]byte("#" + footnoteID(note.Index)))
		w.WriteString(`" role="doc-noteref">` + strconv.Itoa(note.Index) + `</a></sup>`)
	}
	return ast.WalkContinue
}

func renderFootnoteBacklink(w *htmlWriter, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	note := n.(*east.FootnoteBacklink)
	w.WriteString(` <a href="`)
	w.address([]byte("#" + footnoteMarkID(note.Index, note.RefIndex)))
	w.WriteString(`" role="doc-backlink"`)
	number := strconv.Itoa(note.Index)
	if note.RefIndex > 0 {
		number += "-" + strconv.Itoa(note.RefIndex+1)
	}
	if w.back != "" {
		w.WriteString(` aria-label="`)
		w.WriteString(template.HTMLEscapeString(strings.TrimSpace(w.back) + " " + number))
		w.WriteByte('"')
	}
	w.WriteString(">↑ " + number + "</a>")
	return ast.WalkContinue
}

func renderFootnote(w *htmlWriter, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		w.WriteString(`<li id="` + footnoteID(n.(*east.Footnote).Index) + "\">\n")
	} else {
		w.WriteString("</li>\n")
	}
	return ast.WalkContinue
}

func renderFootnoteList(w *htmlWriter, _ []byte, _ ast.Node, entering bool) ast.WalkStatus {
	if entering {
		w.WriteString("<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n")
	} else {
		w.WriteString("</ol>\n</div>\n")
	}
	return ast.WalkContinue
}
