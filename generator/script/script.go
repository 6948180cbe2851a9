// Package script knows what languages are written with: the script of a tag, the script of a character, and which parts of a text
// are not in the script of its language.
//
// A court's page is seldom in one script alone. A Uyghur notice quotes `(2025)新01民初123号`, a Chinese one names a village in
// Tibetan. A browser that isn't told takes the letters of such a part from the wrong font, reads them with the wrong voice, and in a
// right-to-left text puts their pieces into the wrong order. [Writing.Runs] takes a text apart into runs of its own language and runs of
// others, and [Writing.HTML] writes it with an element around each of the latter.
//
// What it says about the language of a run:
//
//   - The letters have to tell it. Tibetan letters are bo, Mongolian mn-Mong, Yi ii, Hangul ko, kana ja. Chinese characters are zh-Hans, or
//     zh-Hant where they are of the kind that only exists there. Arabic letters are ug, kk-Arab or ar where a letter is among them that the
//     others do not have, else und-Arab; Cyrillic ones are ru where an ending shows it, else und-Cyrl. A page's lang is never guessed, and that of a part never against what is seen.
//   - Latin words get no lang: they are names, codes and addresses, which every language of these sites reads in its own way, and BCP 47 advises
//     against "und" where a tag may be left out (RFC 5646, 4.1). In a right-to-left text they are isolated.
//   - Numbers are no runs, but in a right-to-left text those whose parts it would put in reverse are isolated: dates like 2025-11-03, telephone
//     numbers, numbers after a year in brackets. A range like 3-5 is not: it is read from the right, as all else.
package script

// Script is what a character is written in.
type Script uint8

const (
	Common Script = iota // digits, spaces, punctuation, symbols
	Wide                 // full-width punctuation, as Chinese and Japanese texts have it
	Mark                 // combining marks and joiners: they belong to the character before them
	Latin
	Cyrillic
	Arabic
	Han
	Kana
	Hangul
	Tibetan
	Mongolian
	Yi
	LeftToRight // letters of any other script
	RightToLeft // letters of any other script that is written from the right
	count
)

// Of gives the script of a character. Punctuation of one script alone, such as the tsheg and the Arabic comma, counts as a letter of it.
func Of(r rune) Script {
	switch {
	case r < 0x80:
		if r|0x20 >= 'a' && r|0x20 <= 'z' {
			return Latin
		}
		return Common
	case r >= 0x4e00 && r < 0xa000:
		return Han
	case r >= 0x600 && r < 0x700:
		return Arabic
	case r >= 0xf00 && r < 0x1000:
		return Tibetan
	case r == 0x3001, r == 0x3002, r >= 0x3008 && r <= 0x3020, r >= 0xff01 && r <= 0xff0f, r >= 0xff1a && r <= 0xff20:
		return Wide // the punctuation of Chinese
	}
	return other(r)
}

// other looks up what is neither ASCII nor a common Chinese character.
func other(r rune) Script {
	from, to := 0, len(blocks)
	for from < to {
		middle := int(uint(from+to) >> 1)
		if blocks[middle].last < r {
			from = middle + 1
		} else {
			to = middle
		}
	}
	if from < len(blocks) && blocks[from].first <= r {
		return blocks[from].script
	}
	return Common
}

// blocks are the blocks of Unicode in which a court's texts are written. Symbols are left out, and so are Common.
var blocks = [...]struct {
	first, last rune
	script      Script
}{
	{0xaa, 0xaa, Latin}, {0xba, 0xba, Latin}, {0xc0, 0xd6, Latin}, {0xd8, 0xf6, Latin}, {0xf8, 0x2b8, Latin}, {0x2e0, 0x2e4, Latin},
	{0x300, 0x36f, Mark},
	{0x370, 0x3ff, LeftToRight}, // Greek
	{0x400, 0x482, Cyrillic}, {0x483, 0x489, Mark}, {0x48a, 0x52f, Cyrillic},
	{0x530, 0x58f, LeftToRight}, // Armenian
	{0x590, 0x5ff, RightToLeft}, // Hebrew
	{0x600, 0x6ff, Arabic},
	{0x700, 0x74f, RightToLeft}, // Syriac
	{0x750, 0x77f, Arabic},
	{0x780, 0x86f, RightToLeft}, // Thaana, N'Ko, Samaritan, Mandaic
	{0x870, 0x8ff, Arabic},
	{0x900, 0xeff, LeftToRight}, // from Devanagari to Lao
	{0xf00, 0xfff, Tibetan},
	{0x1000, 0x10ff, LeftToRight}, // Myanmar, Georgian
	{0x1100, 0x11ff, Hangul},
	{0x1200, 0x17ff, LeftToRight}, // from Ethiopic to Khmer
	{0x1800, 0x18af, Mongolian},
	{0x1900, 0x1aaf, LeftToRight}, // among them Tai Le and New Tai Lue
	{0x1ab0, 0x1aff, Mark},
	{0x1b00, 0x1c7f, LeftToRight},
	{0x1c80, 0x1c8f, Cyrillic},
	{0x1c90, 0x1cff, LeftToRight},
	{0x1d00, 0x1d2a, Latin}, {0x1d2b, 0x1d2b, Cyrillic}, {0x1d2c, 0x1d77, Latin}, {0x1d78, 0x1d78, Cyrillic}, {0x1d79, 0x1dbf, Latin},
	{0x1dc0, 0x1dff, Mark},
	{0x1e00, 0x1eff, Latin},
	{0x1f00, 0x1fff, LeftToRight},
	{0x200c, 0x200d, Mark},
	{0x202f, 0x202f, Mark}, // between a Mongolian word and its suffix
	{0x20d0, 0x20ff, Mark},
	{0x2c60, 0x2c7f, Latin},
	{0x2de0, 0x2dff, Cyrillic},
	{0x2e80, 0x2fdf, Han},
	{0x3001, 0x3004, Wide}, {0x3005, 0x3007, Han}, {0x3008, 0x3020, Wide},
	{0x3021, 0x3029, Han}, {0x302a, 0x302f, Mark}, {0x3030, 0x303f, Wide},
	{0x3041, 0x309f, Kana}, {0x30a0, 0x30a0, Wide}, {0x30a1, 0x30fa, Kana}, {0x30fb, 0x30fb, Wide}, {0x30fc, 0x30ff, Kana},
	{0x3105, 0x312f, Han}, // Bopomofo
	{0x3131, 0x318f, Hangul},
	{0x31a0, 0x31ef, Han},
	{0x31f0, 0x31ff, Kana},
	{0x3400, 0x4dbf, Han}, {0x4e00, 0x9fff, Han},
	{0xa000, 0xa4cf, Yi},
	{0xa4d0, 0xa63f, LeftToRight}, // Lisu, Vai
	{0xa640, 0xa69f, Cyrillic},
	{0xa720, 0xa7ff, Latin},
	{0xa800, 0xa95f, LeftToRight},
	{0xa960, 0xa97f, Hangul},
	{0xa980, 0xab2f, LeftToRight},
	{0xab30, 0xab6f, Latin},
	{0xab70, 0xabff, LeftToRight},
	{0xac00, 0xd7ff, Hangul},
	{0xf900, 0xfaff, Han},
	{0xfb00, 0xfb06, Latin},
	{0xfb1d, 0xfb4f, RightToLeft},
	{0xfb50, 0xfdff, Arabic},
	{0xfe00, 0xfe0f, Mark},
	{0xfe10, 0xfe1f, Wide}, {0xfe30, 0xfe4f, Wide},
	{0xfe70, 0xfefc, Arabic},
	{0xff01, 0xff0f, Wide}, {0xff1a, 0xff20, Wide},
	{0xff21, 0xff3a, Latin},
	{0xff3b, 0xff40, Wide},
	{0xff41, 0xff5a, Latin},
	{0xff5b, 0xff65, Wide},
	{0xff66, 0xff9f, Kana},
	{0xffa0, 0xffdc, Hangul},
	{0xffe0, 0xffe6, Wide},
	{0x10800, 0x10fff, RightToLeft},
	{0x11660, 0x1167f, Mongolian},
	{0x16fe0, 0x16fff, Han},
	{0x1b000, 0x1b16f, Kana},
	{0x1e800, 0x1efff, RightToLeft},
	{0x20000, 0x3ffff, Han},
	{0xe0100, 0xe01ef, Mark},
}
