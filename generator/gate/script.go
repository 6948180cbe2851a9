package gate

import (
	"courtsite/generator/diag"
	"courtsite/generator/font"
	"courtsite/generator/page"
	"courtsite/generator/script"
)

// mostTold is how often one kind of problem is told for one page: who sees five knows what to look for.
const mostTold = 5

// scripts checks the words of one page for what is wrong with their letters. Code is left alone.
type scripts struct {
	w        *script.Writing
	place    func(offset int) diag.Pos // of what is being looked at
	told     map[*diag.Kind]int
	problems []diag.Problem
	wrong    wrongVariants
	fonts    *font.Set
	boxes    string // characters without a font that were told already
}

// letters runs the script checks on a page's text, and on what its front matter shows to readers.
func letters(h *page.Head, b *page.Body, fonts *font.Set) []diag.Problem {
	s := &scripts{w: script.For(h.Lang), told: map[*diag.Kind]int{}, fonts: fonts}
	s.front(h)
	base := 0
	s.place = func(offset int) diag.Pos { return b.Pos(base + offset) }
	for at, text := range b.Passages() {
		base = at
		s.passage(text)
	}
	s.mixed(h)
	return s.problems
}

func (s *scripts) front(h *page.Head) {
	key := ""
	s.place = func(int) diag.Pos { return h.Pos(key) }
	value := func(k, text string) {
		if text != "" {
			key = k
			s.passage(text)
		}
	}
	value("title", h.Title)
	value("summary", h.Summary)
	value("source", h.Source)
	value("author", h.Author)
	value("office", h.Office)
	value("image_alt", h.ImageAlt)
	for _, word := range h.Keywords {
		value("keywords", word)
	}
	for _, a := range h.Attachments {
		value("attachments", a.Title)
	}
}

func (s *scripts) tell(kind *diag.Kind, offset int, args ...any) {
	if s.told[kind]++; s.told[kind] <= mostTold {
		s.problems = append(s.problems, diag.New(kind, s.place(offset), args...))
	}
}

// passage runs the checks for which the text gives a reason. Most text of most pages gives none.
func (s *scripts) passage(text string) {
	s.variants(text)
	found := look(text)
	if found == 0 {
		return
	}
	for _, c := range scriptChecks {
		if found&c.reason != 0 {
			c.check(s, text)
		}
	}
}

var scriptChecks = []struct {
	reason sign
	check  func(s *scripts, text string)
}{
	{arabic, (*scripts).kazakh},
	{special, (*scripts).presentation},
	{mongolian | cyrillic, (*scripts).mongolian},
	{combining, (*scripts).normal},
	{accent | latin, (*scripts).pinyin},
	{special | accent | chinese, (*scripts).damage},
	{code, (*scripts).markup},
	{special, (*scripts).invisible},
	{rarely, (*scripts).glyphs},
	{half, (*scripts).halfWidth},
	{stops, (*scripts).doubled},
}

// sign is a reason to look closer at a text.
type sign uint16

const (
	latin     sign = 1 << iota // ASCII letters
	code                       // & and ?
	accent                     // Latin letters with accents, and controls beside them
	combining                  // what normal forms are about
	cyrillic
	arabic
	mongolian
	chinese // characters with which damaged text begins
	half    // ASCII marks that Chinese has full-width ones for
	stops   // two Chinese stops in a row
	special // general punctuation that is not seen, private use, presentation forms, replacement characters
	rarely  // characters that not every computer has a font for
)

// signs are the reasons by the first byte of a character in UTF-8.
var signs = func() (t [256]sign) {
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-0x20] = latin, latin
	}
	t['&'], t['?'] = code, code
	for i := range len(halfMarks) {
		t[halfMarks[i]] |= half
	}
	set := func(first, last int, s sign) {
		for c := first; c <= last; c++ {
			t[c] |= s
		}
	}
	set(0xc2, 0xc9, accent)
	set(0xc2, 0xc2, special)
	set(0xcc, 0xce, combining)
	set(0xd0, 0xd4, cyrillic)
	set(0xd6, 0xdb, combining)
	set(0xd8, 0xdd, arabic)
	set(0xd4, 0xdf, rarely)
	set(0xe0, 0xe1, combining|arabic|mongolian|rarely)
	set(0xee, 0xee, special)
	set(0xf0, 0xf4, combining|special|rarely)
	return t
}()

// look gathers the reasons that a text gives. It goes from character to character by their first bytes: nearly all text comes by here.
func look(text string) (found sign) {
	stopped := -1 // where the character after a stop stands
	for i := 0; i < len(text); {
		c := text[i]
		found |= signs[c]
		switch {
		case (c == 0xe3 || c == 0xef) && i+2 < len(text) && stop(c, text[i+1], text[i+2]):
			if stopped == i {
				found |= stops
			}
			i += 3
			stopped = i
			continue
		case c < 0x80:
			i++
			continue
		case c < 0xe2:
			i += 2 + int(c>>5&1)
			continue
		case i+2 < len(text):
			found |= lookClosely(c, text[i+1], text[i+2])
		}
		i += 3 + int(c>>4&1)
	}
	return found
}

// lookClosely tells apart, by their other bytes, characters whose first byte is in every Chinese text.
func lookClosely(first, second, third byte) sign {
	switch first {
	case 0xe2: // U+2000 to U+2FFF, with the quotation marks
		switch {
		case second == 0x80 && (third < 0x90 || third >= 0xa8), second == 0x81:
			return special
		case second == 0x84, second == 0x8c, second == 0xab:
			return combining
		}
	case 0xe3: // with Chinese punctuation
		if second == 0x82 && (third == 0x99 || third == 0x9a) {
			return combining
		}
	case 0xe4: // U+4DB6 to U+4DBF, behind the older characters of Extension A
		if second == 0xb6 && third >= 0xb6 {
			return rarely
		}
	case 0xe5, 0xe7, 0xe9:
		if startsDamage(first, second, third) {
			return chinese
		}
		if first == 0xe9 && second == 0xbf && third >= 0xb0 { // U+9FF0 to U+9FFF
			return rarely
		}
	case 0xea: // U+A000 to U+AFFF, with Yi and Hangul
		if second < 0xb0 {
			return rarely
		}
	case 0xef: // U+F000 to U+FFFF, with the full-width forms
		if second != 0xbc && second != 0xbd {
			return special | combining | rarely
		}
	}
	return 0
}
