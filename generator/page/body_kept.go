package page

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"courtsite/generator/diag"
)

// findReferences notes which reference definitions are used, since goldmark does not keep it.
func (r *reader) findReferences() {
	if !bytes.Contains(r.body.source, []byte("]:")) {
		return
	}
	r.refs = map[string]bool{}
	_ = ast.Walk(r.body.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		var ref *ast.ReferenceLink
		switch n := n.(type) {
		case *ast.Link:
			ref = n.Reference
		case *ast.Image:
			ref = n.Reference
		}
		if entering && ref != nil {
			r.refs[util.ToLinkReference(ref.Value)] = true
		}
		return ast.WalkContinue, nil
	})
}

// reference shows a definition that nothing refers to as the text that it most likely is, as in
// "[注]: 本表不含政府性基金".
func (r *reader) reference(n *ast.LinkReferenceDefinition) {
	if r.refs[util.ToLinkReference(n.Label)] {
		return
	}
	r.problem(diag.MarkdownReferenceUnused, n.Pos(), excerpt(n.Label))
	p := ast.NewParagraph()
	p.SetLines(n.Lines())
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		t := ast.NewRawTextSegment(line.TrimRightSpace(r.body.source))
		t.SetSoftLineBreak(i < n.Lines().Len()-1)
		p.AppendChild(p, t)
	}
	n.Parent().ReplaceChild(n.Parent(), n, p)
	r.children(p)
}

// numbers keeps the numbers of a list as they were written: a legal text may skip one on purpose. A list whose
// numbers are all the same counts on being numbered.
func (r *reader) numbers(list *ast.List) {
	if !list.IsOrdered() {
		return
	}
	same := true
	for c := list.FirstChild(); c != nil; c = c.NextSibling() {
		same = same && bytes.Equal(r.number(c), r.number(list.FirstChild()))
	}
	expected := list.Start
	for c := list.FirstChild(); c != nil && !same; c = c.NextSibling() {
		written := r.number(c)
		if n, ok := parseNumber(written); ok && n != expected {
			c.SetAttributeString("value", bytes.TrimLeft(written, "0"))
			expected = n
		}
		expected++
	}
}

// number gives the digits of a list item's mark.
func (r *reader) number(item ast.Node) []byte {
	rest := r.body.source[max(0, item.Pos()):]
	end := 0
	for end < len(rest) && end < 9 && util.IsNumeric(rest[end]) {
		end++
	}
	return rest[:end]
}

func parseNumber(digits []byte) (n int, ok bool) {
	for _, d := range digits {
		n = n*10 + int(d-'0')
	}
	return n, n > 0
}
