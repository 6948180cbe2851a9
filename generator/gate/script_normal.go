package gate

import (
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"

	"courtsite/generator/diag"
)

// normal: one text has one encoding, Unicode's normal form NFC, or a search for it finds half of its places.
func (s *scripts) normal(text string) {
	if norm.NFC.IsNormalString(text) {
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
