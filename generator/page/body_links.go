package page

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"courtsite/generator/diag"
)

// Link is a link or an image of the text.
type Link struct {
	Dest  string // as the author meant it: entities and backslashes resolved, percent signs kept
	Image bool
	Alt   string // of an image, plain text
	Pos   diag.Pos
}

// Links lists every link and image in reading order, addresses in running text included.
func (b *Body) Links() []Link { return b.links }

// Resolve replaces the destination of each of [Body.Links] by a finished address. Must be called before [Body.HTML], by the body's owner
// alone, and once.
func (b *Body) Resolve(addresses []string) {
	for i, n := range b.nodes {
		to := []byte(addresses[i])
		switch n := n.(type) {
		case *ast.Link:
			n.Destination = to
		case *ast.Image:
			n.Destination = to
		}
	}
}

func (r *reader) link(n *ast.Link, dest *[]byte) {
	to := destination(*dest)
	if string(*dest) != to {
		*dest = []byte(to)
	}
	outer := r.within
	if outer == nil {
		r.within = n
	}
	at, start := len(r.body.links), len(r.text)
	r.body.links = append(r.body.links, Link{Dest: to, Pos: r.pos(n.Pos())})
	r.body.nodes = append(r.body.nodes, n)
	r.children(n)
	if outer == nil {
		r.within, r.hoisted = nil, nil
	}
	if outer != nil || !r.allowed(n, to) {
		r.forget(at)
		unwrap(n)
		return
	}
	if len(bytes.TrimSpace(r.since(start))) == 0 { // a link without words has no name to be read out
		name := ast.NewString(bytes.Clone(*dest))
		name.SetRaw(true)
		n.AppendChild(n, name)
		r.node(name)
	}
}

// allowed tells whether a page may link to an address, and why not.
func (r *reader) allowed(n ast.Node, dest string) bool {
	if dest == "" {
		r.problem(diag.MarkdownLinkEmpty, n.Pos())
		return false
	}
	switch s := scheme(dest); s {
	case "", "http", "https", "mailto", "tel":
		return true
	default:
		r.problem(diag.MarkdownLinkScheme, n.Pos(), s+":")
		return false
	}
}

// forget drops the link that was noted at an index, but keeps the images inside it.
func (r *reader) forget(at int) {
	r.body.links = append(r.body.links[:at], r.body.links[at+1:]...)
	r.body.nodes = append(r.body.nodes[:at], r.body.nodes[at+1:]...)
}

// unwrap puts the children of a node into its place.
func unwrap(n ast.Node) {
	parent := n.Parent()
	for c := n.FirstChild(); c != nil; c = n.FirstChild() {
		parent.InsertBefore(parent, n, c)
	}
	parent.RemoveChild(parent, n)
}

func (r *reader) image(n *ast.Image) {
	n.Destination = []byte(destination(n.Destination))
	outer := r.within
	if outer == nil {
		r.within = n
	}
	at, start := len(r.body.links), len(r.text)
	r.children(n)
	if outer == nil {
		r.within, r.hoisted = nil, nil
	}
	for len(r.body.links) > at { // links inside the words of an image are no links
		r.forget(at)
	}
	alt := normal(string(r.since(start)))
	words := ast.NewString([]byte(alt))
	words.SetRaw(true)
	if dest := string(n.Destination); !isImageData(dest) && !r.allowed(n, dest) {
		n.Parent().ReplaceChild(n.Parent(), n, words)
		return
	}
	if alt == "" {
		r.problem(diag.MarkdownImageAlt, n.Pos(), string(n.Destination))
	}
	n.RemoveChildren(n)
	n.AppendChild(n, words)
	r.body.links = append(r.body.links, Link{Dest: string(n.Destination), Image: true, Alt: alt, Pos: r.pos(n.Pos())})
	r.body.nodes = append(r.body.nodes, n)
}

// autoLink turns <https://court.example> into an ordinary link.
func (r *reader) autoLink(n *ast.AutoLink) {
	link, label := ast.NewLink(), ast.NewString(n.Label(r.body.source))
	label.SetRaw(true)
	link.SetPos(n.Pos())
	link.Destination = bytes.Clone(n.URL(r.body.source))
	if n.AutoLinkType == ast.AutoLinkEmail && scheme(string(link.Destination)) == "" {
		link.Destination = append([]byte("mailto:"), link.Destination...)
	}
	link.AppendChild(link, label)
	n.Parent().ReplaceChild(n.Parent(), n, link)
	r.link(link, &link.Destination)
}

// destination resolves escapes and drops what browsers drop before they look at a scheme, so that no
// "java&Tab;script:" gets past it.
func destination(raw []byte) string {
	if isAddress(raw) {
		return string(raw)
	}
	return strings.TrimSpace(strings.Map(func(c rune) rune {
		if c < ' ' || c == 0x7f {
			return -1
		}
		return c
	}, string(unescape(raw))))
}

// isAddress tells whether an address has nothing to resolve and nothing to drop.
func isAddress(raw []byte) bool {
	for _, c := range raw {
		if c <= ' ' || c >= 0x7f || c == '\\' || c == '&' {
			return false
		}
	}
	return true
}

// scheme gives the scheme of an address in lower case, or "".
func scheme(dest string) string {
	for i, c := range []byte(dest) {
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
		case i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'):
		case i > 0 && c == ':':
			return strings.ToLower(dest[:i])
		default:
			return ""
		}
	}
	return ""
}

// isImageData tells whether an address holds a picture itself, of a kind that cannot run scripts.
func isImageData(dest string) bool {
	data, ok := strings.CutPrefix(strings.ToLower(dest), "data:image/")
	kind, _, found := strings.Cut(data, ";")
	return ok && found && (kind == "png" || kind == "gif" || kind == "jpeg" || kind == "webp")
}

// isExternal tells whether an address leads out of the site.
func isExternal(dest string) bool {
	s := scheme(dest)
	return s == "http" || s == "https" || strings.HasPrefix(dest, "//")
}
