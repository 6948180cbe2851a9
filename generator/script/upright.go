package script

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostUpright is how many digits may stand beside each other in a vertical line: print sets days and months so, and lays years and sums on their side.
const mostUpright = 2

// appendUpright takes a part of a vertical text that has only its own letters apart at the short numbers that stand alone. What is part of a sum, a
// time, a range, a percentage or a Latin word stays with it: `3,000.00`, `12:30`, `3-5`, `25%`, `A4`.
//
// An element is needed for each, since no browser knows the value `digits` of text-combine-upright (CSS Writing Modes 4, section 9.1).
func appendUpright(runs []Run, part string) []Run {
	from := 0
	for at := 0; at < len(part); {
		digit := strings.IndexAny(part[at:], digits)
		if digit < 0 {
			break
		}
		start := at + digit
		end := len(part) - len(strings.TrimLeft(part[start:], digits))
		at = end
		if end-start > mostUpright || joinedBefore(part[:start]) || joinedAfter(part[end:]) {
			continue
		}
		if from < start {
			runs = append(runs, Run{Text: part[from:start]})
		}
		runs = append(runs, Run{Text: part[start:end], Upright: true})
		from = end
	}
	if from < len(part) {
		runs = append(runs, Run{Text: part[from:]})
	}
	return runs
}

const digits = "0123456789" // the full-width ones are upright already

// signs are what makes one number or word of digits and what stands on the other side of them.
const signs = ".,:/-–−+±%‰°×*_@#&=~№$¥￥"

// joinedBefore tells whether the number that follows a text is the end of a longer one.
func joinedBefore(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(signs, r) || latin(r) || isDigit(r)
}

// joinedAfter tells whether the number that stands before a text is the beginning of a longer one. A full stop or comma with nothing behind it ends a
// sentence.
func joinedAfter(text string) bool {
	r, size := utf8.DecodeRuneInString(text)
	if strings.ContainsRune(".,:", r) {
		r, _ = utf8.DecodeRuneInString(text[size:])
		return isDigit(r) || latin(r)
	}
	return strings.ContainsRune(signs, r) || latin(r) || isDigit(r)
}

func latin(r rune) bool { return unicode.Is(unicode.Latin, r) }
