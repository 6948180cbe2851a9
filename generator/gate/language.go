package gate

import (
	"slices"
	"unicode"

	"golang.org/x/text/language"

	"courtsite/generator/diag"
	"courtsite/generator/page"
)

// fewLetters is how many letters a text must have before anything is said about its script.
const fewLetters = 40

// scripts are the letters that a text in a script is written with.
var scripts = map[string][]*unicode.RangeTable{
	"Hans": {unicode.Han}, "Hant": {unicode.Han}, "Jpan": {unicode.Han, unicode.Hiragana, unicode.Katakana},
	"Kore": {unicode.Hangul, unicode.Han}, "Arab": {unicode.Arabic}, "Tibt": {unicode.Tibetan}, "Mong": {unicode.Mongolian},
	"Yiii": {unicode.Yi}, "Latn": {unicode.Latin}, "Cyrl": {unicode.Cyrillic},
}

// inLanguage: a page's lang is the language that its text is in. A script that is all but absent refutes the tag; one that is in the minority
// makes it doubtful.
func inLanguage(h *page.Head, b *page.Body) []diag.Problem {
	tables := scripts[scriptOf(h.Lang)]
	if tables == nil {
		return nil
	}
	letters, own := count(b.Text(), tables)
	pos := diag.Pos{Path: h.Path}
	switch {
	case letters < fewLetters || own*2 >= letters:
		return nil
	case own*4 < letters:
		return []diag.Problem{diag.New(diag.GateLanguage, pos, h.Lang, own*100/letters)}
	}
	return []diag.Problem{diag.New(diag.GateLanguageDoubtful, pos, h.Lang, own*100/letters)}
}

// count counts a text's letters, and those of them that are in the given tables.
func count(text string, tables []*unicode.RangeTable) (letters, own int) {
	han := slices.Contains(tables, unicode.Han)
	for _, r := range text {
		switch {
		case r >= 0x4e00 && r < 0xa000: // CJK Unified Ideographs, most of what there is to count
			letters++
			if han {
				own++
			}
		case r < 0x80 && (r|0x20 < 'a' || r|0x20 > 'z'):
		case unicode.IsLetter(r) || unicode.IsMark(r):
			letters++
			if unicode.In(r, tables...) || unicode.Is(unicode.Inherited, r) {
				own++
			}
		}
	}
	return letters, own
}

// scriptOf gives the script that a language is written in: the tag's own, or the usual one; kk and mn without a script are Cyrillic.
func scriptOf(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	script, _ := t.Script()
	return script.String()
}
