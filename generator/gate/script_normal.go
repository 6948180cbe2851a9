package gate

import (
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"courtsite/generator/diag"
)

// normal: one text has one encoding, Unicode's normal form NFC, or a search for it finds half of its places.
func (s *scripts) normal(text string) {
	if inOrder(text) || norm.NFC.IsNormalString(text) {
		return
	}
	for from := 0; from < len(text); {
		to := from + segment(text[from:])
		if written, made := text[from:to], norm.NFC.String(text[from:to]); written != made {
			s.tell(diag.ScriptNFC, from, written+" ("+codes(written)+")", codes(made))
		}
		from = to
	}
}

// classes hold, for each character of the basic plane, its combining class; 255 where a character may not stand in a normal form, or only in
// some company. Made when the first text asks for it.
var classes = sync.OnceValue(func() *[1 << 16]uint8 {
	var t [1 << 16]uint8
	var b [utf8.UTFMax]byte
	for r := rune(0x80); r < 1<<16; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		p := norm.NFC.Properties(b[:utf8.EncodeRune(b[:], r)])
		t[r] = p.CCC()
		if !p.BoundaryBefore() && p.CCC() == 0 || norm.NFC.QuickSpan(b[:utf8.RuneLen(r)]) == 0 {
			t[r] = 255
		}
	}
	return &t
})

// inOrder tells that a text is in normal form for the plain reason that its marks come in the order of their classes, and that none of its
// characters joins another: true of almost every text in a script with marks. False says nothing.
func inOrder(text string) bool {
	t := classes()
	last := uint8(0)
	for _, r := range text {
		if r >= 1<<16 {
			return false
		}
		class := t[r]
		if class == 255 || class != 0 && class < last {
			return false
		}
		last = class
	}
	return true
}

// segment gives the length of the first character of a text with the marks that belong to it.
func segment(text string) int {
	n := norm.NFC.NextBoundaryInString(text, true)
	if n <= 0 {
		return len(text)
	}
	return n
}

// codes writes a text as its numbers in Unicode: letters that look alike differ in nothing else.
func codes(text string) string {
	var list []string
	for _, r := range text {
		list = append(list, fmt.Sprintf("U+%04X", r))
	}
	return strings.Join(list, " ")
}
