package script

import (
	"regexp"
	"strings"
)

// numbers are those whose parts a right-to-left text would put in reverse, as Unicode's bidirectional algorithm has it: after an Arabic letter
// only a single full stop, comma, colon or slash keeps two numbers together.
var numbers = regexp.MustCompile(strings.Join([]string{
	`\b\d+(?:-\d+){2,}(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?\b`,      // 2025-11-03, 400-810-1234, A101-2-2025-0001
	`\b[12]\d{3}-(?:0[1-9]|1[0-2])\b`,                           // 2025-11; 2020-2025 and 98-105 are ranges
	`\+\d+(?:[ -]\d+)*\b`,                                       // +86 991 2345678
	`\(0\d{2,3}\) ?\d{3,4}[ -]?\d{3,4}(?:-\d+)?\b`,              // (0991)2345678
	`\b(?:0\d{2,3}[ -]\d{3,4}[ -]?\d{3,4}|1\d\d \d{4} \d{4})\b`, // 0991-2345678, 139 1234 5678
	`(?:\(\d+\)|\[\d+\]|〔\d+〕|（\d+）|［\d+］)\d+(?:-\d+)?\b|〔\d+〕`, // 〔2018〕20
	`\b\d+(?:[×xX*]\d+)+\b`,                                     // 210×297
}, "|"))

// appendNumbers takes a part of a right-to-left text that has only its own letters apart at the numbers that it would reverse.
func appendNumbers(runs []Run, part string) []Run {
	if !strings.ContainsFunc(part, isDigit) {
		return append(runs, Run{Text: part})
	}
	from := 0
	for _, at := range numbers.FindAllStringIndex(part, -1) {
		if from < at[0] {
			runs = append(runs, Run{Text: part[from:at[0]]})
		}
		runs = append(runs, Run{Text: part[at[0]:at[1]], Dir: "ltr", Isolate: true})
		from = at[1]
	}
	if from < len(part) {
		runs = append(runs, Run{Text: part[from:]})
	}
	return runs
}
