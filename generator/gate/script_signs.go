package gate

import (
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"courtsite/generator/font"
	"courtsite/generator/script"
)

// sign is a reason that a character gives to look closer at the text in which it stands.
type sign uint16

const (
	// A second sign counts only right behind a character with the sign that stands before it here.
	stop sign = 1 << iota // a stop of Chinese
	secondStop
	mark // with a combining class
	secondMark
	opening // a bracket
	reading // what a reading of Chinese characters is made of
	variant // a Chinese character of the kind that the language has not
	rarely  // one of those for which not every computer has a font
	boxed   // which would be seen as a box
	// one of those that normal forms are about: only texts with one of them are looked at
	combining
	joining // one that may not stand in a normal form, or only in some company
	odd     // not seen, for private use, for compatibility, or with which damage begins
	code    // & and ?
	half    // an ASCII mark that Chinese has a full-width one for
	mongol  // for texts in Mongolian letters: their own, and Cyrillic ones
	foreign // a letter of another script than the language's; no reason by itself
)

const (
	seconds = secondStop | secondMark | reading
	reasons = seconds | variant | boxed | joining | odd | code | half | mongol
	// far are the signs of whatever stands beyond the basic plane, and of what is no character.
	far = rarely | boxed | combining | joining | odd
)

// signs holds the signs of the characters of the basic plane for texts in one language, shown in the fonts of one theme. It is made bit by bit, as
// texts ask for it. Mutable, with one owner at a time.
type signs struct {
	w        *script.Writing
	fonts    *font.Set
	other    bool // whether letters of other scripts are looked for
	unwanted script.Variant
	blocks   [1 << 8]*[1 << 8]sign
}

// tables are the signs for the languages of a site.
type tables struct{ list []*signs }

var signTables = sync.Pool{New: func() any { return new(tables) }}

// of gives the table for a language. A preview that goes on after its theme was edited shall not keep the old fonts.
func (t *tables) of(w *script.Writing, fonts *font.Set) *signs {
	if len(t.list) > 0 && t.list[0].fonts != fonts {
		t.list = nil
	}
	for _, s := range t.list {
		if s.w == w {
			return s
		}
	}
	s := &signs{w: w, fonts: fonts, other: w.Known() && !w.Writes(script.Han), unwanted: wrongIn(w)}
	t.list = append(t.list, s)
	return s
}

// look gathers the signs of a text, and counts its letters of other scripts. Nearly all text comes by here.
func (t *signs) look(text string) (found sign, others int) {
	second, last := sign(0), sign(0)
	for i := 0; i < len(text); {
		r := rune(text[i])
		switch {
		case r < utf8.RuneSelf:
			i++
		case r >= 0xe0 && r < 0xf0 && i+2 < len(text) && (text[i+1]^0x80)|(text[i+2]^0x80) < 0x40:
			r = r&0x0f<<12 | rune(text[i+1]&0x3f)<<6 | rune(text[i+2]&0x3f)
			i += 3
		case r >= 0xc0 && r < 0xe0 && i+1 < len(text) && text[i+1]^0x80 < 0x40:
			r = r&0x1f<<6 | rune(text[i+1]&0x3f)
			i += 2
		default:
			r, size := utf8.DecodeRuneInString(text[i:])
			i += size
			if found, last = found|far, far; t.isOther(r) {
				others++
			}
			continue
		}
		block := t.blocks[r>>8]
		if block == nil {
			block = t.block(r &^ 0xff)
		}
		s := block[r&0xff]
		if s|last == 0 {
			continue
		}
		second |= s & (last << 1)
		found, last = found|s, s
		others += int(s / foreign)
	}
	return found&^seconds | second&seconds, others
}

// block makes the signs of 256 characters.
func (t *signs) block(first rune) *[1 << 8]sign {
	b := new([1 << 8]sign)
	shown := t.fonts.Looker()
	for i := range b {
		r := first + rune(i)
		b[i] = t.ofMark(r) | t.ofLetter(r) | t.ofForm(r)
		if meant, drawn := shown(r); isBox(r, meant, drawn) {
			b[i] |= boxed
		}
		if isRare(r) {
			b[i] |= rarely
		}
	}
	t.blocks[first>>8] = b
	return b
}

// ofMark gives the signs of punctuation, and of what only looks like text.
func (t *signs) ofMark(r rune) (s sign) {
	han := t.w.Writes(script.Han)
	switch {
	case r == '&' || r == '?':
		s |= code
	case r == '(' || r == '（':
		s |= opening
	case isStop(r):
		s |= stop | secondStop
	}
	if han && strings.ContainsRune(halfMarks, r) {
		s |= half
	}
	if isControl(r, han) || isPrivate(r) || isPresentation(r) || kazakhLetters[r] != "" || startsDamage(r) {
		s |= odd
	}
	return s
}

// ofLetter gives the signs of letters.
func (t *signs) ofLetter(r rune) (s sign) {
	if t.isOther(r) {
		s |= foreign
	}
	if strings.HasPrefix(t.w.Tag(), "zh") && inReading(r) {
		s |= reading
	}
	if t.unwanted != script.Both && script.VariantOf(r) == t.unwanted {
		s |= variant
	}
	if t.w.Script() == "Mong" && (r >= 0x400 && r < 0x540 || r >= 0x800 && r < 0x2000) {
		s |= mongol
	}
	return s
}

func (t *signs) isOther(r rune) bool {
	if !t.other {
		return false
	}
	s := script.Of(r)
	return s >= script.Latin && !t.w.Writes(s)
}

// ofForm gives the signs of what normal forms are about. A text in which no two marks follow each other and no character joins another is in normal
// form: true of almost every text.
func (t *signs) ofForm(r rune) (s sign) {
	switch { // Chinese characters, Yi, Hangul syllables, private use: Unicode promises that they stay as they are
	case r >= 0x3400 && r < 0xa4d0, r >= 0xac00 && r < 0xd7a4, r >= 0xd800 && r < 0xf000:
		return 0
	}
	if isCombining(r) {
		s |= combining
	}
	var b [utf8.UTFMax]byte
	n := utf8.EncodeRune(b[:], r)
	p := norm.NFC.Properties(b[:n])
	switch {
	case r < utf8.RuneSelf:
	case !p.BoundaryBefore() && p.CCC() == 0 || norm.NFC.QuickSpan(b[:n]) == 0:
		s |= joining
	case p.CCC() != 0:
		s |= mark | secondMark
	}
	return s
}

// isCombining tells of which blocks a text has to have a character before it is asked whether it is in normal form.
func isCombining(r rune) bool {
	switch {
	case r < 0x300:
		return false
	case r < 0x3c0, r >= 0x580 && r < 0x700, r >= 0x800 && r < 0x2000:
		return true
	case r >= 0x2100 && r < 0x2140, r >= 0x2300 && r < 0x2340, r >= 0x2ac0 && r < 0x2b00, r == 0x3099, r == 0x309a:
		return true
	}
	return isHigh(r)
}

// isRare tells of which blocks a text has to have a character before its characters are looked for in the fonts.
func isRare(r rune) bool {
	switch {
	case r >= 0x500 && r < 0x2000, r >= 0x4db6 && r < 0x4dc0, r >= 0x9ff0 && r < 0xac00:
		return true
	}
	return isHigh(r)
}

// isHigh tells of the characters from U+F000 on, but those of full width.
func isHigh(r rune) bool { return r >= 0xf000 && (r < 0xff00 || r >= 0xff80) }
