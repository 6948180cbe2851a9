package gate

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"courtsite/generator/diag"
)

// kazakhLetters are what stands in Kazakh for the letters with a high hamza that Unicode has for compatibility (The Unicode Standard, chapter 9:
// U+0675 to U+0678 are not recommended). Their decompositions there have the hamza after the letter, so normalization doesn't help.
var kazakhLetters = map[rune]string{'\u0675': "\u0674\u0627", '\u0676': "\u0674\u0648", '\u0677': "\u0674\u06c7", '\u0678': "\u0674\u0649"}

func (s *scripts) kazakh(text string) {
	if s.w.Script() != "Arab" || !strings.HasPrefix(s.w.Tag(), "kk") {
		return
	}
	for at, r := range text {
		if instead := kazakhLetters[r]; instead != "" {
			s.tell(diag.ScriptKazakh, at, r, instead)
		}
	}
}

// presentation: letters in the forms that they have beside others, from fonts and PDFs of old. U+FD3E and U+FD3F are brackets, and the ligatures from
// U+FDF0 are signs.
func (s *scripts) presentation(text string) {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isPresentation(r) {
			at += size
			continue
		}
		end := at
		for end < len(text) {
			next, n := utf8.DecodeRuneInString(text[end:])
			if !isPresentation(next) {
				break
			}
			end += n
		}
		s.tell(diag.ScriptPresentation, at, text[at:end], r, norm.NFKC.String(text[at:end]))
		at = end
	}
}

func isPresentation(r rune) bool {
	return r >= 0xfb50 && r < 0xfdf0 && r != 0xfd3e && r != 0xfd3f && (r < 0xfd40 || r >= 0xfd50) || r >= 0xfe70 && r <= 0xfefc
}
