package gate

import (
	"courtsite/generator/diag"
	"courtsite/generator/page"
	"courtsite/generator/script"
)

// fewLetters is how many letters a text must have before anything is said about its script. Where Chinese characters have no place, each of
// them weighs as much as denseness letters: 14 are a sentence already.
const (
	fewLetters = 40
	denseness  = 3
)

// hardlyAny is how many letters say enough if none at all, in the title neither, is the language's own.
const hardlyAny = 12

// inLanguage: a page's lang is the language that its text is in. A script that is all but absent refutes the tag; one that is in the minority
// makes it doubtful; and in a text that is right as a whole, a paragraph may have been left untranslated. The place is the first that is wrong.
// foreign tells whether a passage may be in another script at all.
func inLanguage(h *page.Head, b *page.Body, foreign bool) []diag.Problem {
	w := script.For(h.Lang)
	switch {
	case !w.Known():
		return nil
	case !foreign && plainly(b.Text(), w):
		return untranslated(h, b, w, false)
	}
	letters, own, weight := count(b.Text(), w)
	if weight < fewLetters { // a short text says enough together with its title
		letters, own, weight = count(h.Title+"\n"+b.Text(), w)
	}
	switch {
	case weight >= hardlyAny && weight < fewLetters && own == 0:
		return []diag.Problem{diag.New(diag.GateLanguageDoubtful, foreignPlace(h, b, w, 1), h.Lang, 0)}
	case weight < fewLetters:
		return nil
	}
	switch share := own * 100 / letters; {
	case own*4 < letters:
		return []diag.Problem{diag.New(diag.GateLanguage, foreignPlace(h, b, w, 1), h.Lang, share)}
	case own*2 < letters:
		return []diag.Problem{diag.New(diag.GateLanguageDoubtful, foreignPlace(h, b, w, 1), h.Lang, share)}
	}
	return untranslated(h, b, w, foreign && (letters-own)*10 >= fewLetters*9)
}

// plainly tells of most texts, by the first bytes of their characters alone, that they have letters enough, and at least half of them their own. False
// says nothing.
func plainly(text string, w *script.Writing) bool {
	weights := &latinBytes
	switch {
	case w.Writes(script.Han):
		weights = &hanBytes
	case w.Writes(script.Arabic):
		weights = &arabicBytes
	case w.Writes(script.Tibetan):
		return plainlyTibetan(text)
	case !w.Writes(script.Latin):
		return false
	}
	sum, more := uint64(0), uint64(0) // apart, so that one addition need not wait for the other
	for ; len(text) >= 4; text = text[4:] {
		sum += weights[text[0]] + weights[text[1]]
		more += weights[text[2]] + weights[text[3]]
	}
	for i := range len(text) {
		sum += weights[text[i]]
	}
	return mostly(sum + more)
}

// plainlyTibetan looks at the second byte too, for other scripts share the first.
func plainlyTibetan(text string) bool {
	sum := uint64(0)
	for i := 0; i < len(text); {
		if c := text[i]; c != 0xe0 || i+2 >= len(text) || text[i+1] < 0xbc {
			sum += noBytes[c]
			i++
			continue
		}
		sum++ // U+0F00 to U+0FFF
		i += 3
	}
	return mostly(sum)
}

// otherLetter is what a character adds to a sum that may be a letter of another script; one that is the language's own for certain adds 1.
const otherLetter = 1 << 32

func mostly(sum uint64) bool {
	own := sum % otherLetter
	return own >= fewLetters && own >= sum/otherLetter
}

// What the first bytes of characters add.
var (
	noBytes     = leads(0, 0)
	hanBytes    = leads(0xe5, 0xe9) // U+5000 to U+9FFF
	arabicBytes = leads(0xd8, 0xdb) // U+0600 to U+06FF
	latinBytes  = leads('A', 'z')
)

// leads gives the weights of all bytes where those of letters from one to another have their own letters only.
func leads(first, last byte) (weights [256]uint64) {
	for c := range weights {
		switch letter := c|0x20 >= 'a' && c|0x20 <= 'z' && c < 0x80; {
		case !letter && c < 0xc0:
		case c >= int(first) && c <= int(last):
			weights[c] = 1
		default:
			weights[c] = otherLetter
		}
	}
	return weights
}

// untranslated finds a title, or the first paragraph, that was left in another script. Chinese pages quote those of others; translations have no reason to.
func untranslated(h *page.Head, b *page.Body, w *script.Writing, foreign bool) []diag.Problem {
	if w.Writes(script.Han) {
		return nil
	}
	if letters, own, weight := count(h.Title, w); weight >= fewLetters && own*10 < letters {
		return []diag.Problem{diag.New(diag.ScriptParagraph, h.Pos("title"), h.Lang)}
	}
	if !foreign {
		return nil
	}
	if pos := foreignPlace(h, b, w, fewLetters); pos.Line > 0 {
		return []diag.Problem{diag.New(diag.ScriptParagraph, pos, h.Lang)}
	}
	return nil
}

// foreignPlace gives the first passage with at least so many letters that are hardly ever the language's own; else the file alone.
func foreignPlace(h *page.Head, b *page.Body, w *script.Writing, few int) diag.Pos {
	for at, text := range b.Passages() {
		if letters, own, _ := count(text, w); letters >= few && own*10 < letters {
			return b.Pos(at)
		}
	}
	return diag.Pos{Path: h.Path}
}

// count counts a text's letters, those of them that the language is written with, and what they weigh. It tells the scripts that most texts are in, and
// their punctuation, by the first bytes of a character in UTF-8.
func count(text string, w *script.Writing) (letters, own, weight int) {
	var of [4]int
	const latin, arabic, tibetan, chinese = 0, 1, 2, 3
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c < 0x80:
			if c|0x20 >= 'a' && c|0x20 <= 'z' {
				of[latin]++
			}
			i++
		case c >= 0xe5 && c <= 0xe9: // U+5000 to U+9FFF
			of[chinese]++
			i += 3
		case c >= 0xd8 && c <= 0xdb: // U+0600 to U+06FF
			of[arabic]++
			i += 2
		case i+2 < len(text) && punctuation(c, text[i+1], text[i+2]):
			i += 3
		case i+2 < len(text) && c == 0xe0 && text[i+1] >= 0xbc: // U+0F00 to U+0FFF
			of[tibetan]++
			i += 3
		default:
			r, size := script.Decode(text, i)
			i += size
			switch s := script.Of(r); {
			case s == script.Han:
				of[chinese]++
			case s >= script.Latin:
				letters++
				if w.Writes(s) {
					own++
				}
			}
		}
	}
	for i, s := range [...]script.Script{script.Latin, script.Arabic, script.Tibetan} {
		letters += of[i]
		if w.Writes(s) {
			own += of[i]
		}
	}
	if w.Writes(script.Han) {
		return letters + of[chinese], own + of[chinese], letters + of[chinese]
	}
	return letters + of[chinese], own, letters + denseness*of[chinese]
}

// punctuation tells of three bytes that they are a mark of general punctuation, or one that Chinese texts have.
func punctuation(first, second, third byte) bool {
	switch first {
	case 0xe2: // U+2010 to U+203B
		return second == 0x80 && third >= 0x90 && third < 0xbc
	case 0xe3: // U+3001, U+3002, U+3008 to U+301F
		return second == 0x80 && (third == 0x81 || third == 0x82 || third >= 0x88 && third < 0xa0)
	case 0xef: // U+FF01 to U+FF20
		return second == 0xbc && third < 0xa1
	}
	return false
}
