package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const summaryRunes = 160

// summaryBytes is more than a summary can need of a paragraph, blanks and all; long paragraphs are not read to their ends for it.
const summaryBytes = 4096

// boundary gives the length of the longest beginning of a text that has at most so many bytes, and no character cut in two.
func boundary(text string, most int) int {
	if len(text) <= most {
		return len(text)
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return most
}

// summarize cuts a paragraph to at most 160 characters, after a sentence where one ends in the second half
// of them, else between words.
func summarize(paragraph string) string {
	text := paragraph[:boundary(paragraph, (summaryRunes+1)*utf8.UTFMax)]
	if !isNormal(text) {
		text = normal(paragraph[:boundary(paragraph, summaryBytes)])
	}
	runes := make([]rune, 0, summaryRunes+1)
	for _, r := range text {
		if runes = append(runes, r); len(runes) > summaryRunes {
			break
		}
	}
	if len(runes) <= summaryRunes {
		return string(runes)
	}
	for i := summaryRunes; i > summaryRunes/2; i-- {
		if endsSentence(runes[:i], runes[i]) {
			return string(runes[:i])
		}
	}
	i := summaryRunes - 1
	for i > summaryRunes/2 && !breaks(runes[i-1], runes[i]) {
		i--
	}
	if i == summaryRunes/2 {
		i = summaryRunes - 1
	}
	return strings.TrimRightFunc(string(runes[:i]), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("，、：；（《“,:;(", r)
	}) + "…"
}

// endsSentence tells whether a sentence ends where a text is cut, its closing quotation marks included.
func endsSentence(before []rune, next rune) bool {
	if last := before[len(before)-1]; last >= 0x4e00 && last <= 0x9fff || last >= 'a' && last <= 'z' || last >= 0x620 && last <= 0x64a {
		return false // a letter, as nearly all are
	}
	if unicode.In(next, unicode.Pe, unicode.Pf) {
		return false
	}
	i := len(before) - 1
	for i > 0 && unicode.In(before[i], unicode.Pe, unicode.Pf) {
		i--
	}
	switch before[i] {
	case '。', '！', '？', '؟', '۔', '།', '༎', '᠃', '꓿':
		return true
	case '.', '!', '?':
		return next == ' '
	}
	return false
}

// breaks tells whether text may be cut between two characters.
func breaks(before, after rune) bool {
	if unicode.IsMark(after) || unicode.In(after, unicode.Pe, unicode.Pf, unicode.Po) {
		return false
	}
	return before == ' ' || after == ' ' || before == '\u0f0b' || isWide(before) || isWide(after)
}
