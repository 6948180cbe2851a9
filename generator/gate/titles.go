package gate

import (
	"unicode"
	"unicode/utf8"

	"courtsite/generator/corpus"
	"courtsite/generator/diag"
)

// longTitle is how wide a title may be, in columns of which a Chinese character takes two. Readers of feeds show one line or two; the longest titles of judicial
// interpretations stay below.
const longTitle = 200

// Titles finds pages that a list or a feed cannot tell apart, and titles that neither has room for.
func Titles(c *corpus.Corpus) []diag.Problem {
	type place struct {
		column *corpus.Column
		lang   string
		title  string
	}
	var problems []diag.Problem
	first := make(map[place]*corpus.Page, len(c.Pages))
	told := map[*corpus.Column]int{}
	for _, p := range c.Pages {
		if wider(p.Title, longTitle) {
			problems = append(problems, diag.New(diag.TitleLong, p.Pos("title"), utf8.RuneCountInString(p.Title)))
		}
		if p.Title == "" {
			continue // it is missing, or could not be read, which was told
		}
		at := place{p.Column, p.Lang, p.Title}
		other := first[at]
		switch {
		case other == nil:
			first[at] = p
		case p.Number != "" && other.Number != "" && p.Number != other.Number:
			// the document numbers, which lists show, tell them apart
		default:
			if told[p.Column]++; told[p.Column] <= mostTold {
				problems = append(problems, diag.New(diag.TitleTwice, p.Pos("title"), other.Path))
			}
		}
	}
	return problems
}

// OfTitles tells whether a problem is one that [Titles] finds: it depends on the titles of other pages too.
func OfTitles(p diag.Problem) bool { return p.Kind == diag.TitleLong || p.Kind == diag.TitleTwice }

// wider tells whether a text takes more columns than a limit.
func wider(s string, limit int) bool {
	if len(s) <= limit {
		return false // no character takes more columns than bytes
	}
	width := 0
	for _, r := range s {
		width++
		if unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Yi) || r >= 0x3000 && r < 0x3040 || r >= 0xff00 && r < 0xff61 {
			width++
		}
	}
	return width > limit
}
