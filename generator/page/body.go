package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"courtsite/generator/diag"
	"courtsite/generator/script"
)

// Body is the parsed text of a page: a tree, its plain text, its links and headings.
// After [Body.Resolve] it is immutable and safe for concurrent use.
type Body struct {
	root     ast.Node
	source   []byte // that the tree's segments point into
	path     string
	file     []byte // the whole file, of which source is the end
	passages []passage
	scratch  *scratch // nil once it was given back
	writing  *script.Writing
	text     string
	summary  string
	links    []Link
	nodes    []ast.Node // of the links, in the same order
	headings []Heading
	labels   []string // of the tables, in the same order
	anchors  map[string]bool
}

// Heading is one heading of the text. Level is 2 to 6: a page has one h1, and it is the title.
type Heading struct {
	Level int
	ID    string
	Text  string
}

// ParseBody parses the Markdown of src from offset on. The whole file is given so that every
// position is one in the file; the body keeps it, so it must not change afterwards.
//
// No text gets lost: what Markdown would drop in silence (unused footnotes, reference definitions
// that nothing refers to, tags) is shown as text and told as a problem; only comments vanish.
func ParseBody(head *Head, src []byte, offset int) (*Body, []diag.Problem) {
	offset = max(0, min(offset, len(src)))
	r := &reader{
		head: head, file: src, offset: offset,
		body: &Body{source: src[offset:], path: head.Path, file: src, writing: script.For(head.Lang)},
	}
	r.clean()
	r.rare = findRare(r.body.source)
	s := scratches.Get().(*scratch)
	r.body.scratch = s
	pc := parser.NewContext()
	pc.Set(scratchKey, s)
	r.body.root = markdown.Parser().Parse(text.NewReader(r.body.source), parser.WithContext(pc))
	r.text, r.body.passages = slices.Grow(s.text, len(r.body.source)+16), s.passages
	r.findReferences()
	r.children(r.body.root)
	r.levels()
	r.tellOften()
	r.body.text = asString(r.text)
	s.text, s.passages = r.text, r.body.passages
	return r.body, r.problems
}

// Release gives the memory of the tree to the next text. After it no method may be called, and nothing may hold on to what [Body.Text] gave, or to a part
// of it; what else they gave before stays as it is. A body that is not released costs no more than that.
func (b *Body) Release() {
	s := b.scratch
	*b = Body{}
	if s != nil && s.reset() {
		scratches.Put(s)
	}
}

// Headings lists the headings in reading order.
func (b *Body) Headings() []Heading { return b.headings }

// Text is all the text that a reader sees, the words of images included, without any markup. Each
// block is a line of its own; the cells of a table row are separated by tabs.
func (b *Body) Text() string { return b.text }

// FirstParagraph is the beginning of the first paragraph of running text, cut after a sentence or a
// word, and "" where there is none. Captions, lists, quotations and tables do not count.
func (b *Body) FirstParagraph() string { return b.summary }

// normal makes texts comparable that differ in white space only.
func normal(s string) string {
	if isNormal(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// isNormal tells whether a text has no white space but single spaces between words.
func isNormal(s string) bool {
	blank := true // the character before, or there is none
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ':
			if blank {
				return false
			}
			blank = true
			continue
		case c >= '\t' && c <= '\r':
			return false
		case c == 0xc2, c == 0xe1, c == 0xe2, c == 0xe3: // the white space of all other scripts begins with one of these bytes
			if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) {
				return false
			}
		}
		blank = false
	}
	return !blank || s == ""
}
