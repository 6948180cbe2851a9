package theme

import (
	"cmp"
	"slices"
	"text/template/parse"

	"courtsite/generator/diag"
)

// Phrase is an interface phrase that a template refers to as .T.key.
type Phrase struct {
	Key string
	Pos diag.Pos // of its first use
}

// findPhrases looks through the templates for .T.key, so that a phrase that no language has is found when the
// site is checked, not when a page that needs it happens to be rendered.
func findPhrases(trees map[string]*parse.Tree) []Phrase {
	var found []Phrase
	for _, tree := range trees {
		walk(tree.Root, func(n parse.Node, ident []string) {
			if i := slices.Index(ident, "T"); i >= 0 && i+1 < len(ident) {
				where, _ := tree.ErrorContext(n)
				found = append(found, Phrase{ident[i+1], splitPlace(where, diag.Pos{Path: tree.ParseName})})
			}
		})
	}
	slices.SortFunc(found, func(a, b Phrase) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.Pos.Path, b.Pos.Path), cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col))
	})
	return slices.CompactFunc(found, func(a, b Phrase) bool { return a.Key == b.Key })
}

// walk visits every chain of fields in a tree.
func walk(n parse.Node, visit func(n parse.Node, ident []string)) {
	branch := func(b *parse.BranchNode) {
		walk(b.Pipe, visit)
		walk(b.List, visit)
		if b.ElseList != nil {
			walk(b.ElseList, visit)
		}
	}
	switch n := n.(type) {
	case *parse.ListNode:
		for _, child := range n.Nodes {
			walk(child, visit)
		}
	case *parse.ActionNode:
		walk(n.Pipe, visit)
	case *parse.TemplateNode:
		if n.Pipe != nil {
			walk(n.Pipe, visit)
		}
	case *parse.PipeNode:
		for _, command := range n.Cmds {
			for _, arg := range command.Args {
				walk(arg, visit)
			}
		}
	case *parse.IfNode:
		branch(&n.BranchNode)
	case *parse.RangeNode:
		branch(&n.BranchNode)
	case *parse.WithNode:
		branch(&n.BranchNode)
	case *parse.FieldNode:
		visit(n, n.Ident)
	case *parse.VariableNode:
		visit(n, n.Ident)
	}
}
