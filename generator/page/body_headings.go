package page

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

func (r *reader) heading(h *ast.Heading) {
	id := r.explicitID(h)
	start := len(r.text)
	r.children(h)
	words := normal(string(r.since(start)))
	if h.FirstChild() == nil || r.repeatsTitle(h, words) { // an empty heading leads nowhere
		r.text = r.text[:min(start, len(r.text))]
		h.Parent().RemoveChild(h.Parent(), h)
		return
	}
	if id == "" {
		id = headingID(words)
	}
	id = r.unique(id)
	r.section = words
	r.anchor(id)
	r.body.headings = append(r.body.headings, Heading{Level: h.Level, ID: id, Text: words})
}

// anchor notes a place that links may lead to.
func (r *reader) anchor(id string) {
	if r.body.anchors == nil {
		r.body.anchors = map[string]bool{}
	}
	r.body.anchors[id] = true
}

// repeatsTitle finds the h1 that says the page's title once more, as Markdown from elsewhere has it.
func (r *reader) repeatsTitle(h *ast.Heading, words string) bool {
	return h.Level == 1 && h.PreviousSibling() == nil && h.Parent().Kind() == ast.KindDocument &&
		words == normal(r.head.Title)
}

// lowerHeadings moves all headings one level down where the text has an h1: that is the page's title.
func (r *reader) lowerHeadings() {
	lower := false
	for _, h := range r.body.headings {
		lower = lower || h.Level == 1
	}
	if !lower {
		return
	}
	for i := range r.body.headings {
		r.body.headings[i].Level = min(r.body.headings[i].Level+1, 6)
	}
	_ = ast.Walk(r.body.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if h, ok := n.(*ast.Heading); ok && entering {
			h.Level = min(h.Level+1, 6)
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
}

// explicitID takes {#id} off the end of a heading. An id of one's own keeps links to a heading the same in all
// languages.
func (r *reader) explicitID(h *ast.Heading) string {
	t, ok := h.LastChild().(*ast.Text)
	if !ok {
		return ""
	}
	raw := t.Segment.Value(r.body.source)
	at := bytes.LastIndex(raw, []byte("{#"))
	if at < 0 || raw[len(raw)-1] != '}' {
		return ""
	}
	id := string(raw[at+2 : len(raw)-1])
	if id == "" || headingID(id) != id {
		return ""
	}
	t.Segment = t.Segment.WithStop(t.Segment.Start + len(bytes.TrimRight(raw[:at], " \t")))
	return id
}

// headingID makes an id of a heading's text: the letters, digits and marks of every script in lower case, with
// one hyphen for all between them. Since it never holds an underscore, ids with one are free for
// footnotes and for the theme.
func headingID(words string) string {
	var id strings.Builder
	id.Grow(len(words))
	gap := false
	for _, c := range words {
		switch {
		case c >= 0x4e00 && c <= 0x9fff, unicode.IsLetter(c), unicode.IsNumber(c), unicode.IsMark(c):
			if gap && id.Len() > 0 {
				id.WriteByte('-')
			}
			gap = false
			if c < 0x4e00 || c > 0x9fff {
				c = unicode.ToLower(c)
			}
			id.WriteRune(c)
		case !unicode.Is(unicode.Cf, c): // joiners stand inside words
			gap = true
		}
	}
	if id.Len() == 0 {
		return "section"
	}
	return id.String()
}

// unique numbers an id that an earlier heading has: budget, budget-2, budget-3.
func (r *reader) unique(id string) string {
	for r.body.anchors[id] {
		if r.used == nil {
			r.used = map[string]int{}
		}
		r.used[id]++
		next := id + "-" + strconv.Itoa(r.used[id]+1)
		if !r.body.anchors[next] {
			return next
		}
	}
	return id
}
