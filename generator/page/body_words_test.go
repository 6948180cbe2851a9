package page

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// bytewise is the dialect without the parser that takes words in one piece.
var bytewise = newMarkdown()

// FuzzWords: taking words in one piece gives the tree that goldmark makes byte by byte.
func FuzzWords(f *testing.F) {
	for _, seed := range []string{
		"甲乙 a ! b & c\\* d\\ e\\  \n　丙  \n丁\\\n戊", "a\\\\\\\n*b* c\\\\\n*d*", "a ! b  \n*c* \nd *e*  \n", "[甲 乙](a.md) ~~b~~ c_d_ e! f] [g", "![a b](c) <d@e.cn> `f g` h\\` i`", "| a ! b | `c\\|d` \\| e  |\n|--|--|\n| f\\ g | |\n",
		"- a  \n  b\\\n  c ! \\ d\n- \\  e\n\te f\n", "> a\\\n>   b *c*\n>\\\n", "## a ! {#b} \n### c \\# d #\n", "[a] b\n\n[a]: c \\\n[d]: e 'f\ng'\nh i\n", "a[^1] b ! [^2]\n\n[^1]: c  \n    d\n", "a\n: b ! c\\\n  d\n", "!\n! \n!  \n\\  \n \\", "<!-- a --> b <!-- c\nd -->  e",
		"***a** b* ~~c ~~ d~~ **e", "\\", "a\\", "\\\\\n\\\\\\\n ! b", "“甲”**“乙”**丙 138****5678", "`\\  \n|\\<a>", "\\\n<a> \t\nb", "",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) || strings.ContainsAny(src, "\r\x00") {
			return // source refuses it
		}
		b := []byte(src)
		want := shape(parseWith(bytewise, b), b)
		if got := shape(parseWith(markdown, b), b); got != want {
			t.Errorf("%q:\n%s\nwant:\n%s", src, got, want)
		}
	})
}

func parseWith(markdown goldmark.Markdown, src []byte) ast.Node {
	pc := parser.NewContext()
	pc.Set(scratchKey, new(scratch))
	return markdown.Parser().Parse(text.NewReader(src), parser.WithContext(pc))
}

// shape writes a tree, with the texts that stand beside each other in one piece, as the reader has them.
func shape(n ast.Node, src []byte) string {
	var b strings.Builder
	writeShape(&b, n, src, 0)
	return b.String()
}

func writeShape(b *strings.Builder, n ast.Node, src []byte, depth int) {
	fmt.Fprintf(b, "%*s%s %d", depth, "", n.Kind(), n.Pos())
	switch n := n.(type) {
	case *ast.Text:
		fmt.Fprintf(b, " %v %q %t %t %t", n.Segment, n.Segment.Value(src), n.SoftLineBreak(), n.HardLineBreak(), n.IsRaw())
	case *ast.Link:
		fmt.Fprintf(b, " %q %q", n.Destination, n.Title)
	case *ast.Image:
		fmt.Fprintf(b, " %q %q", n.Destination, n.Title)
	case *ast.Emphasis:
		fmt.Fprintf(b, " %d", n.Level)
	}
	if n.Type() == ast.TypeBlock {
		fmt.Fprintf(b, " %t", n.HasBlankPreviousLines())
		for i := range n.Lines().Len() {
			fmt.Fprintf(b, " %v", n.Lines().At(i))
		}
	}
	b.WriteByte('\n')
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			(&reader{body: &Body{source: src}}).merge(t)
		}
		writeShape(b, c, src, depth+1)
	}
}
