package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Mask proposes the text with its personal data masked. Marks of secrecy stay: hiding the mark would not open the paper. The result
// holds no resident identity number, and masking it again changes nothing.
func Mask(text string) string { return MaskIn(text, Context{}) }

// MaskIn is Mask for a text of which something is known.
func MaskIn(text string, context Context) string {
	for {
		masked := maskOnce(text, context)
		if masked == text {
			return text
		}
		text = masked // each round hides characters, so rounds end
	}
}

func maskOnce(text string, context Context) string {
	var b strings.Builder
	done := 0
	for _, f := range Text(text, context) {
		if f.Kind.Maskable {
			b.WriteString(text[done:f.Start])
			b.WriteString(f.Masked)
			done = f.End
		}
	}
	if done == 0 {
		return text
	}
	b.WriteString(text[done:])
	return b.String()
}

// maskMiddle hides digits and letters but the first and the last few; what separates them stays.
func maskMiddle(first, last int) func(string) string {
	return func(s string) string {
		total := 0
		for _, r := range s {
			if numeral(r) {
				total++
			}
		}
		i := 0
		return strings.Map(func(r rune) rune {
			if !numeral(r) {
				return r
			}
			if i++; i <= first || i > total-last && total > last {
				return r
			}
			return '*'
		}, s)
	}
}

func numeral(r rune) bool { return unicode.IsDigit(r) || unicode.IsLetter(r) }

// maskIdentity leaves the region and the last digits, as lists of the courts do: 110105********002X.
func maskIdentity(s string) string {
	digits := 0
	for _, r := range s {
		if numeral(r) {
			digits++
		}
	}
	if digits < 17 {
		return maskMiddle(6, 3)(s)
	}
	return maskMiddle(6, 4)(s)
}

// maskEmail leaves the first letter and the provider.
func maskEmail(s string) string {
	i := strings.LastIndexAny(s, "@＠")
	_, size := utf8.DecodeRuneInString(s)
	return s[:size] + "***" + s[i:]
}

// maskPlate leaves province, letter and the last two characters.
func maskPlate(s string) string { return maskMiddle(2, 2)(s) }

// maskAddress hides all numbers.
func maskAddress(s string) string {
	return strings.Map(func(r rune) rune {
		if number10(r) || unicode.IsDigit(r) {
			return '*'
		}
		return r
	}, s)
}

// maskBirth leaves the year.
func maskBirth(s string) string {
	if i := strings.Index(s, "年"); i > 0 {
		return s[:i] + maskAddress(s[i:])
	}
	n := 0
	return strings.Map(func(r rune) rune {
		if !unicode.IsDigit(r) {
			return r
		}
		if n++; n <= 4 {
			return r
		}
		return '*'
	}, s)
}

// maskName writes the surname, or of a name in parts the first character, and 某.
func maskName(s string) string {
	for _, w := range compoundSurnames {
		if strings.HasPrefix(s, w) {
			return w + "某"
		}
	}
	_, size := utf8.DecodeRuneInString(s)
	return s[:size] + "某"
}

// maskSchool leaves the kind of school.
func maskSchool(s string) string {
	for _, w := range schools.words {
		if strings.HasSuffix(s, w) {
			return "某" + w
		}
	}
	return "某学校"
}
