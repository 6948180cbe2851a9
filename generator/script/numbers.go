package script

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// numbers are those whose parts a right-to-left text would put in reverse, as Unicode's bidirectional algorithm has it: after an Arabic letter
// only a single full stop, comma, colon or slash keeps two numbers together.
var numbers = regexp.MustCompile(strings.Join([]string{
	`\b\d+(?:-\d+){2,}(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?\b`,                         // 2025-11-03, 400-810-1234, A101-2-2025-0001
	`\b[12]\d{3}-(?:0[1-9]|1[0-2])\b`,                                              // 2025-11; 2020-2025 and 98-105 are ranges
	`\+\d+(?:[ -]\d+)+\b`,                                                          // +86 991 2345678
	`[+−]\d+` + rest,                                                               // +3.5%, −1.50, whose sign would stand behind it
	`\(0\d{2,3}\) ?\d{3,4}[ -]?\d{3,4}(?:-\d+)?\b`,                                 // (0991)2345678
	`\b(?:0\d{2,3}[ -]\d{3,4}[ -]?\d{3,4}|1\d\d \d{4} \d{4}|[48]00 \d{3} \d{4})\b`, // 0991-2345678, 139 1234 5678
	`(?:\(\d+\)|\[\d+\]|〔\d+〕|（\d+）|［\d+］)\d+(?:-\d+)?\b|〔\d+〕`,                    // 〔2018〕20
	`\b\d+(?:[×xX*]\d+)+\b`,                                                        // 210×297
	`\b\d{4}(?: \d{4}){3,}(?: \d{1,3})?\b`,                                         // 6222 0210 0112 3456 789
	`\b\d{1,3}(?:[ \x{2009}]\d{3})+(?:[.,]\d+)?\b`,                                 // 50 000,00
	`\b\d+(?:[.,]\d+)*℃`,                                                           // 36.5℃
	`-\d+` + rest,                                                                  // -1.50, unless it is the rest of a range or of a word: see minus
}, "|"))

// rest is what may follow the first digits of a number with a sign.
const rest = `(?:[ \x{2009}]\d{3}\b)*(?:[.,]\d+)*(?:%|℃)?`

// numeric tells whether such numbers are made of a character.
func numeric(r rune) bool {
	switch r {
	case '-', '−', '+', ':', '.', ',', '%', '(', ')', '[', ']', '〔', '〕', '（', '）', '［', '］', '×', 'x', 'X', '*', 'T', 'Z', ' ', '\u2009', '℃':
		return true
	}
	return r >= '0' && r <= '9'
}

// appendNumbers takes a part of a right-to-left text that has only its own letters apart at the numbers that it would reverse. The expression is
// slow, and almost all of a text is none of its business: it sees only stretches of numeric characters in which a digit follows a sign.
func appendNumbers(runs []Run, part string) []Run {
	from := 0
	for at := 0; at < len(part); {
		digit := strings.IndexAny(part[at:], digits)
		if digit < 0 {
			break
		}
		start := at + lastOther(part[at:at+digit])
		end := len(part)
		if n := strings.IndexFunc(part[at+digit:], func(r rune) bool { return !numeric(r) }); n >= 0 {
			end = at + digit + n
		}
		if signed(part[start:end]) {
			for _, found := range findNumbers(part[start:end], start == 0 && len(runs) == 0) {
				if from < start+found[0] {
					runs = append(runs, Run{Text: part[from : start+found[0]]})
				}
				runs = append(runs, Run{Text: part[start+found[0] : start+found[1]], Dir: "ltr", Isolate: true})
				from = start + found[1]
			}
		}
		at = end
	}
	if from < len(part) {
		runs = append(runs, Run{Text: part[from:]})
	}
	return runs
}

// findNumbers finds the numbers in a stretch; first tells that it begins the text. Most are a date that stands alone, for which no expression is needed.
func findNumbers(stretch string, first bool) [][]int {
	date := strings.TrimLeft(stretch, " ")
	from := len(stretch) - len(date)
	if date = strings.TrimRight(date, " "); isDate(date) {
		return [][]int{{from, from + len(date)}}
	}
	return searchNumbers(stretch, first)
}

func searchNumbers(stretch string, first bool) [][]int {
	var all [][]int
	for at := 0; at < len(stretch); {
		found := numbers.FindStringIndex(stretch[at:])
		if found == nil {
			break
		}
		from, to := at+found[0], at+found[1]
		if stretch[from] == '-' && !minus(stretch, from, to, first) {
			at = from + 1
			continue
		}
		all = append(all, []int{from, to})
		at = to
	}
	return all
}

// minus tells whether the hyphen at the start of a number is its sign: it stands after a space, in a bracket or at the start of the text, is no
// part of a range like 3 -5, and no suffix follows.
func minus(stretch string, from, to int, first bool) bool {
	before := strings.TrimRight(stretch[:from], " ")
	switch {
	case to < len(stretch) && stretch[to] == '-':
		return false
	case before == "":
		return from > 0 || first
	case strings.HasSuffix(before, "("), strings.HasSuffix(before, "["), strings.HasSuffix(before, "（"), strings.HasSuffix(before, "［"):
		return true
	}
	last := before[len(before)-1]
	return len(before) < from && !(last >= '0' && last <= '9') && last != '%'
}

// isDate tells of a text that it is of the form 2025-11-03.
func isDate(text string) bool {
	if len(text) != len("2025-11-03") {
		return false
	}
	for i := range len(text) {
		if hyphen := i == 4 || i == 7; hyphen && text[i] != '-' || !hyphen && (text[i] < '0' || text[i] > '9') {
			return false
		}
	}
	return true
}

// lastOther gives the end of the last character of a text that is not numeric.
func lastOther(text string) int {
	for i := len(text); i > 0; {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		if !numeric(r) {
			return i
		}
		i -= size
	}
	return 0
}

// signed tells whether a stretch may have a number that the expression finds: pieces of digits joined by a sign that joins such, or a sign that
// begins or ends one.
func signed(stretch string) bool {
	hyphens, from := 0, 0 // the start of the last piece of digits
	for i := range len(stretch) {
		c, next := stretch[i], byte(0)
		if i+1 < len(stretch) {
			next = stretch[i+1]
		}
		follows, leads := i > 0 && isASCIIDigit(stretch[i-1]), isASCIIDigit(next)
		switch {
		case c >= 0x80, c == '(' && next == '0', (c == '+' || c == ')' || c == ']') && leads, c == '-' && leads && !follows:
			return true
		case isASCIIDigit(c):
			if !follows {
				from = i
			}
		case !follows || !leads:
		case c == '-':
			hyphens++
			if hyphens > 1 || stretch[from] == '0' || i-from == len("2025") && lengthOfDigits(stretch[i+1:]) == len("11") {
				return true
			}
		case c == ' ', c == 'x', c == 'X', c == '*':
			return true
		}
	}
	return false
}

func isASCIIDigit(c byte) bool { return c >= '0' && c <= '9' }

func lengthOfDigits(text string) int { return len(text) - len(strings.TrimLeft(text, digits)) }
