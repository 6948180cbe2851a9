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
	r.headings = append(r.headings, h)
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

// levels closes up the headings' levels: those of the first order become h2, since the page's title is its h1, and a level that
// the author skipped is not skipped in the page, where it would lead readers who go by headings astray.
func (r *reader) levels() {
	var open []int // the levels, as written, of the headings that the next one may stand under
	for i, h := range r.headings {
		for len(open) > 0 && open[len(open)-1] >= h.Level {
			open = open[:len(open)-1]
		}
		open = append(open, h.Level)
		h.Level = min(len(open)+1, 6)
		r.body.headings[i].Level = h.Level
	}
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
