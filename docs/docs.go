// Package docs holds the part of the documentation that the program itself can show: the page of problems.
package docs

import (
	_ "embed"
	"strings"
	"unicode"
)

//go:embed problems.md
var problems string

// Explanation is what problems.md says about one code.
type Explanation struct {
	Chinese, English string // paragraphs
	Example          string // files laid over a small site that have the problem, in the form of txtar; "" for none
	Said             [2]string
}

// The indices of Said: what courtsite says of the example in each language.
const (
	InChinese = iota
	InEnglish
)

// Explain finds what problems.md says about a code.
func Explain(code string) (Explanation, bool) {
	_, section, ok := strings.Cut(problems, "\n### `"+code+"`\n")
	if !ok {
		return Explanation{}, false
	}
	section, _, _ = strings.Cut(section, "\n### `")
	var e Explanation
	for _, part := range parts(section) {
		switch {
		case strings.HasPrefix(part, "```txtar "):
			e.Example = inside(part)
		case strings.HasPrefix(part, "```text"):
			zh, en, _ := strings.Cut(inside(part), "\n\n")
			e.Said = [2]string{zh, strings.TrimSpace(en)}
		case strings.HasPrefix(part, "```"):
		case chinese(part):
			e.Chinese = join(e.Chinese, part)
		default:
			e.English = join(e.English, part)
		}
	}
	return e, true
}

// parts cuts a section into its paragraphs and fenced blocks.
func parts(section string) (list []string) {
	var open []string
	fence := ""
	flush := func() {
		if len(open) > 0 {
			list = append(list, strings.Join(open, "\n"))
		}
		open = nil
	}
	for _, line := range strings.Split(section, "\n") {
		switch mark := line[:len(line)-len(strings.TrimLeft(line, "`"))]; {
		case fence != "":
			open = append(open, line)
			if line == fence {
				fence = ""
				flush()
			}
		case len(mark) >= 3:
			flush()
			fence, open = mark, []string{"```" + strings.TrimLeft(line, "`")}
		case strings.TrimSpace(line) == "":
			flush()
		default:
			open = append(open, line)
		}
	}
	flush()
	return list
}

// inside is a fenced block without its fences.
func inside(block string) string {
	_, rest, _ := strings.Cut(block, "\n")
	return strings.TrimRight(rest[:max(0, strings.LastIndex(rest, "\n"))], "\n")
}

// chinese tells whether a paragraph is the Chinese one: it has Chinese characters outside of code, and more than a few.
func chinese(paragraph string) bool {
	han, letters, code := 0, 0, false
	for _, r := range paragraph {
		switch {
		case r == '`':
			code = !code
		case code:
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return han*4 > letters
}

func join(before, paragraph string) string {
	if before == "" {
		return paragraph
	}
	return before + "\n\n" + paragraph
}
