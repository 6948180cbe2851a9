// Package font knows which characters the webfonts of a site draw.
//
// In go font files, WOFF2 as browsers load them or the TrueType and OpenType files that they are made from, each with the characters that it is
// meant for (the unicode-range of CSS). Out comes, for a character, whether a font is meant for it and whether one has it. Of a
// font nothing is read but its table of characters (cmap, OpenType 1.9), and no font is read before a character asks for one.
package font

import (
	"errors"
	"sync"
	"unicode"
)

// Face is one webfont.
type Face struct {
	Ranges []Range // that it is meant for; none: whatever it has
	Data   []byte  // the file
}

// Set is the webfonts of a site. Nil is the set of none. Immutable, and safe for concurrent use.
type Set struct {
	tables func() *tables
}

// tables are the characters that the fonts of a set are meant for, and those of them that one of these fonts has.
type tables struct{ meant, drawn Chars }

// NewSet makes a set. A font that cannot be read is taken to have all that it is meant for: that the file is damaged is told elsewhere.
func NewSet(faces []Face) *Set {
	return &Set{sync.OnceValue(func() *tables {
		t := &tables{}
		for _, f := range faces {
			has, err := remembered(f.Data)
			for _, span := range f.Ranges {
				t.meant.addIf(span, func(rune) bool { return true })
				t.drawn.addIf(span, func(r rune) bool { return err != nil || has.Has(r) })
			}
			if err == nil && len(f.Ranges) == 0 {
				t.drawn.addIf(Range{0, unicode.MaxRune}, has.Has)
			}
		}
		return t
	})}
}

// Looker gives [Set.Look] for many characters: the fonts are asked for once.
func (s *Set) Looker() func(r rune) (meant, drawn bool) {
	if s == nil {
		return s.Look
	}
	t := s.tables()
	return func(r rune) (meant, drawn bool) { return t.meant.Has(r), t.drawn.Has(r) }
}

// Look tells whether a font of the set is meant for a character, and whether one of those has it.
func (s *Set) Look(r rune) (meant, drawn bool) {
	if s == nil {
		return false, false
	}
	return s.Looker()(r)
}

// errFormat is all that can be said of a file that is no font: what is wrong with it would help nobody who did not make it.
var errFormat = errors.New("not a font file (WOFF2, TTF or OTF)")

// Read gives the characters that a font has.
func Read(data []byte) (*Chars, error) {
	table, err := cmap(data)
	if err != nil {
		return nil, err
	}
	return characters(table)
}

// Format gives the name that CSS has for the format of a font file, "" where the file is none that browsers know and this package reads.
func Format(data []byte) string {
	if len(data) < 4 {
		return ""
	}
	switch string(data[:4]) {
	case "wOF2":
		return "woff2"
	case "\x00\x01\x00\x00", "true":
		return "truetype"
	case "OTTO":
		return "opentype"
	}
	return ""
}
