package inside

import (
	"sort"
	"strings"
	"unicode/utf8"

	"courtsite/generator/diag"
)

// Text is a text that knows where inside of the file its parts come from. Rows of tables are lines whose cells are separated by tabs, as
// gate/detect reads tables. Where it is one part of a file's text as it stands, Source has that whole text.
type Text struct {
	b     strings.Builder
	parts []part
	// Source is the text of the whole file, of which the parts are verbatim pieces; "" where the file is no plain text.
	Source string
	Label  string // what the text is called: the name of a property
}

// part is where a piece of the text begins, and where it comes from.
type part struct {
	start int
	place Place
	from  int  // in Source
	exact bool // stands in Source as it is
}

// Write adds a piece that comes from a place. What is not UTF-8 is made so.
func (t *Text) Write(s string, at Place) { t.write(s, part{place: at}) }

// Quote adds a piece that stands in Source from an offset on.
func (t *Text) Quote(s string, from int) {
	t.write(s, part{place: Place{Part: Line}, from: from, exact: true})
}

// Derive adds a piece that was made of what begins in Source at an offset.
func (t *Text) Derive(s string, from int) { t.write(s, part{place: Place{Part: Line}, from: from}) }

func (t *Text) write(s string, p part) {
	if s == "" {
		return
	}
	p.start = t.b.Len()
	t.parts = append(t.parts, p)
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
	if p.place.Part == Line {
		if p.exact {
			p.from += offset - p.start
		}
		pos := diag.At("", []byte(t.Source), p.from)
		p.place.Row, p.place.Column = pos.Line, pos.Col
	}
	return p.place
}
