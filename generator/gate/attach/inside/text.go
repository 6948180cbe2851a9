package inside

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Text is a text that knows where inside of the file its parts come from. Rows of tables are lines whose cells are separated by tabs, as
// gate/detect reads tables. Where it is one part of a file's text as it stands, Source has that whole text.
type Text struct {
	b      strings.Builder
	parts  []part
	places []Place // of the parts that have one, each once for parts that follow each other
	known  spot
	// Source is the text of the whole file, of which the parts are verbatim pieces; "" where the file is no plain text.
	Source string
	Label  string // what the text is called: the name of a property
}

// part is where a piece of the text begins, and where it comes from.
type part struct {
	start int
	place int32 // in places; none where it comes from Source
	exact bool  // stands in Source as it is
	from  int   // in Source
}

const none = -1

// spot is a place in Source whose line and column were counted.
type spot struct{ from, line, column int }

// Write adds a piece that comes from a place. What is not UTF-8 is made so.
func (t *Text) Write(s string, at Place) {
	if s == "" {
		return
	}
	if n := len(t.places); n == 0 || !t.places[n-1].same(at) {
		t.places = append(t.places, at)
	}
	t.write(s, part{place: int32(len(t.places) - 1)})
}

// Quote adds a piece that stands in Source from an offset on.
func (t *Text) Quote(s string, from int) {
	t.write(s, part{place: none, from: from, exact: true})
}

// Derive adds a piece that was made of what begins in Source at an offset.
func (t *Text) Derive(s string, from int) { t.write(s, part{place: none, from: from}) }

func (t *Text) write(s string, p part) {
	if s == "" {
		return
	}
	p.start = t.b.Len()
	if n := len(t.parts); n == 0 || !t.parts[n-1].goesOn(p) && (n < mostParts || !t.parts[n-1].near(p)) {
		t.parts = append(t.parts, p)
	}
	if utf8.ValidString(s) {
		t.b.WriteString(s)
		return
	}
	t.b.WriteString(strings.ToValidUTF8(s, "\ufffd"))
}

// Break adds a separator that comes from no place.
func (t *Text) Break(s string) { t.b.WriteString(s) }

// Cell adds a piece that is one cell of a row: in one line, without tabs.
func (t *Text) Cell(s string, at Place) { t.Write(oneLine.Replace(s), at) }

var oneLine = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ")

// String gives the text.
func (t *Text) String() string { return t.b.String() }

// Len is the text's length in bytes.
func (t *Text) Len() int { return t.b.Len() }

// At gives the place that a byte of the text comes from.
func (t *Text) At(offset int) Place {
	i := sort.Search(len(t.parts), func(i int) bool { return t.parts[i].start > offset }) - 1
	if i < 0 {
		return Place{}
	}
	p := t.parts[i]
	if p.place != none {
		return t.places[p.place]
	}
	if p.exact {
		p.from += offset - p.start
	}
	return t.line(p.from)
}

// In a text of more parts than these, places are true to some characters only: so many could be had by nobody but to fill the memory.
const (
	mostParts = 1 << 20
	nearby    = 256 // bytes
)

func (p part) near(next part) bool {
	return p.place == none && next.place == none && next.from-p.from < nearby
}

// goesOn tells that the next part needs no entry of its own: cells of a row of CSV stand as far from each other here as there.
func (p part) goesOn(next part) bool {
	if p.place != none || next.place != none {
		return p.place == next.place
	}
	return p.exact && next.exact && next.from-next.start == p.from-p.start
}

func (p Place) same(q Place) bool {
	return len(p.Members) == 0 && len(q.Members) == 0 && p.Part == q.Part && p.Name == q.Name && p.Number == q.Number && p.Row == q.Row && p.Column == q.Column
}

// line counts the line and the column of an offset in Source, on from the last one that was asked for: most are asked for in order.
func (t *Text) line(from int) Place {
	from = min(max(from, 0), len(t.Source))
	for n := 0; n < utf8.UTFMax && from > 0 && from < len(t.Source) && !utf8.RuneStart(t.Source[from]); n++ {
		from-- // within a character
	}
	if from < t.known.from {
		t.known = spot{}
	}
	passed := t.Source[t.known.from:from]
	t.known.from = from
	if i := strings.LastIndexByte(passed, '\n'); i >= 0 {
		t.known.line += strings.Count(passed, "\n")
		t.known.column, passed = 0, passed[i+1:]
	}
	t.known.column += utf8.RuneCountInString(passed)
	return Place{Part: Line, Row: t.known.line + 1, Column: t.known.column + 1}
}
