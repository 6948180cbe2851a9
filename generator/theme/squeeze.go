package theme

import (
	"fmt"
	texttemplate "text/template"
	"text/template/parse"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
)

// Quotes, end tags and document tags stay: the crawlers of website supervision match tags as text.
var minifier = func() *minify.M {
	m := minify.New()
	m.Add("text/html", &html.Minifier{
		KeepDefaultAttrVals: true, KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true,
		TemplateDelims: html.GoTemplateDelims,
	})
	m.Add("text/css", &css.Minifier{})
	m.Add("text/javascript", &js.Minifier{Version: 2015})
	return m
}()

// squeeze minifies a template as text and parses it anew.
func squeeze(path string, text []byte) (*texttemplate.Template, error) {
	small, err := minifier.Bytes("text/html", text)
	if err != nil {
		return nil, fmt.Errorf("minify: %w", err)
	}
	t, err := texttemplate.New(path).Funcs(texttemplate.FuncMap(Functions())).Parse(string(small))
	if err != nil {
		return nil, fmt.Errorf("parse what was minified: %w", err)
	}
	return t, nil
}

// graft puts the minified text between the actions of the template as it was written. The tree stays the written one, so
// that every later error has the line and the column of the author's file. Minifying moves no actions; where a list
// should differ all the same, it keeps its text.
func graft(written, small *parse.ListNode) {
	if written == nil || small == nil {
		return
	}
	from, to := actions(small), actions(written)
	if len(from) != len(to) {
		return
	}
	for i := range to {
		if from[i].Type() != to[i].Type() {
			return
		}
	}
	for i := range to {
		graftBranches(to[i], from[i])
	}
	nodes := make([]parse.Node, 0, len(written.Nodes))
	next := 0
	for _, n := range small.Nodes {
		if n.Type() != parse.NodeText {
			n = to[next]
			next++
		}
		nodes = append(nodes, n)
	}
	written.Nodes = nodes
}

func graftBranches(written, small parse.Node) {
	switch w := written.(type) {
	case *parse.IfNode:
		s := small.(*parse.IfNode)
		graft(w.List, s.List)
		graft(w.ElseList, s.ElseList)
	case *parse.RangeNode:
		s := small.(*parse.RangeNode)
		graft(w.List, s.List)
		graft(w.ElseList, s.ElseList)
	case *parse.WithNode:
		s := small.(*parse.WithNode)
		graft(w.List, s.List)
		graft(w.ElseList, s.ElseList)
	}
}

// actions lists a list's nodes that are not text.
func actions(l *parse.ListNode) []parse.Node {
	var found []parse.Node
	for _, n := range l.Nodes {
		if n.Type() != parse.NodeText {
			found = append(found, n)
		}
	}
	return found
}
