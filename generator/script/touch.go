package script

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// left gives the start of a run with what touches its first letter: numbers, brackets with numbers, the bracket that the run closes.
func (c *cutter) left(e extent) int {
	best := e.start
	for at := e.start; at > c.start; {
		r, size := utf8.DecodeLastRuneInString(c.text[c.start:at])
		at -= size
		switch {
		case isDigit(r), strings.ContainsRune("+#@$¥￥", r), r == '°' && e.script == Latin: // 12°C
			best = at
		case strings.ContainsRune("-./:,_×", r):
			if c.blankBefore(at) && r != ',' && r != ':' && r != '×' {
				best = at // .xlsx
			}
		case opening(r) != 0:
			if at = c.numberBefore(at, opening(r)); at < 0 {
				return c.unlessOwn(best, e)
			}
			best = at
		case r == ' ' && c.caseNumber(at, e):
		case r == e.closes:
			return at
		default:
			return c.unlessOwn(best, e)
		}
	}
	return c.unlessOwn(best, e)
}

// caseNumber tells whether a bracket with a number that ends before a space is the first part of a case number, as in (2025) 新01民初123号.
func (c *cutter) caseNumber(end int, e extent) bool {
	r, size := utf8.DecodeLastRuneInString(c.text[c.start:end])
	return opening(r) != 0 && c.numberBefore(end-size, opening(r)) >= 0 && strings.ContainsRune(c.text[e.start:e.end], '号')
}

func (c *cutter) blankBefore(at int) bool {
	r, _ := utf8.DecodeLastRuneInString(c.text[:at])
	return at == 0 || unicode.IsSpace(r)
}

// numberBefore gives the start of a bracket with nothing but a number in it, which ends before an index; -1 where there is none.
func (c *cutter) numberBefore(end int, open rune) int {
	inside := strings.TrimRightFunc(c.text[c.start:end], isDigit)
	r, size := utf8.DecodeLastRuneInString(inside)
	if r != open || c.start+len(inside) == end {
		return -1
	}
	return c.start + len(inside) - size
}

// unlessOwn leaves a number to the word of the text's own language that it touches: 第3조.
func (c *cutter) unlessOwn(from int, e extent) int {
	first, _ := utf8.DecodeRuneInString(c.text[from:])
	before, _ := utf8.DecodeLastRuneInString(c.text[c.start:from])
	if from < e.start && isDigit(first) && unicode.In(before, unicode.L, unicode.M) {
		return e.start
	}
	return from
}

// right gives the end of a run with what touches its last letter.
func (c *cutter) right(e extent) int {
	best := e.end
	for at := e.end; at < len(c.text); {
		r, size := utf8.DecodeRuneInString(c.text[at:])
		at += size
		switch {
		case isDigit(r), c.w.rtl && strings.ContainsRune("+#%", r), c.w.rtl && raised(r), r == '/' && c.w.rtl && e.script == Latin:
			best = at
		case strings.ContainsRune("-./:,_=&?", r):
		case closing(r) != 0:
			if at = numberAfter(c.text, at, closing(r)); at < 0 {
				return best
			}
			if Of(r) == Wide {
				best = at
			}
		case Of(r) == Wide && opening(r) == 0 && e.han > 0:
			best = at
		default:
			return best
		}
	}
	return best
}

// numberAfter gives the end of a bracket with nothing but a number in it, whose inside starts at an index; -1 where there is none.
func numberAfter(text string, at int, shut rune) int {
	inside := strings.TrimLeftFunc(text[at:], isDigit)
	r, size := utf8.DecodeRuneInString(inside)
	if r != shut || len(inside) == len(text)-at {
		return -1
	}
	return len(text) - len(inside) + size
}

// paired widens a run by the Chinese brackets and quotation marks that stand around it, and by nothing else: 《民法典》.
func (c *cutter) paired(from, to int, e extent) (int, int) {
	for e.han > 0 && from > c.start && to < len(c.text) {
		open, before := utf8.DecodeLastRuneInString(c.text[c.start:from])
		shut, after := utf8.DecodeRuneInString(c.text[to:])
		if Of(open) != Wide || closing(open) != shut {
			break
		}
		from, to = from-before, to+after
	}
	return from, to
}

// raised tells whether a character is a number above or below the line, as in m² and CO₂.
func raised(r rune) bool { return r == '²' || r == '³' || r == '¹' || r >= 0x2070 && r <= 0x209c }

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }
