package script

import (
	"strings"
	"unicode/utf8"
)

// left gives the start of a run with what touches its first letter: numbers, brackets with numbers, the bracket that the run closes.
// A pair of Chinese brackets around the run is noted in e.
func (c *cutter) left(at int, e extent) int {
	best := at
	for at > c.start {
		r, size := utf8.DecodeLastRuneInString(c.text[c.start:at])
		at -= size
		switch {
		case isDigit(r):
			best = at
		case strings.ContainsRune("-./:,_", r):
		case strings.ContainsRune("+#@$￥¥", r):
			best = at
		case closer(r) != 0:
			from := c.numberBefore(at, closer(r))
			if from < 0 {
				return c.unlessOwn(best, e)
			}
			at, best = from, from
		case opener(r) != 0 && e.shut == r:
			return at
		default:
			return c.unlessOwn(best, e)
		}
	}
	return c.unlessOwn(best, e)
}

// numberBefore gives the start of a bracket with nothing but a number in it, which ends at an index; -1 where there is none.
func (c *cutter) numberBefore(end int, open rune) int {
	digits := 0
	for end > c.start {
		r, size := utf8.DecodeLastRuneInString(c.text[c.start:end])
		end -= size
		switch {
		case r == open && digits > 0:
			return end
		case !isDigit(r):
			return -1
		}
		digits++
	}
	return -1
}

// unlessOwn leaves a number to the word of the text's own language that it touches: 第3조.
func (c *cutter) unlessOwn(from int, e extent) int {
	if from == e.start || from == 0 || from == c.start && c.start > 0 && c.prev == foreign {
		return from
	}
	first, _ := decode(c.text[from:])
	before, _ := utf8.DecodeLastRuneInString(c.text[:from])
	if isDigit(first) && Of(before) != Common && Of(before) != Wide {
		return e.start
	}
	return from
}

// right gives the end of a run with what touches its last letter.
func (c *cutter) right(e extent) int {
	best := e.end
	open := e.open
	for at := e.end; at < len(c.text); {
		r, size := decode(c.text[at:])
		at += size
		switch {
		case isDigit(r):
			best = at
		case strings.ContainsRune("-./:", r):
		case c.w.rtl && strings.ContainsRune("+#%", r):
			best = at
		case len(open) > 0 && closer(r) == open[len(open)-1]:
			open, best = open[:len(open)-1], at
		case opener(r) != 0:
			to := numberAfter(c.text, at, opener(r))
			if to < 0 {
				return best
			}
			at = to
			if Of(r) == Wide {
				best = to
			}
		case western(e.script) && e.han > 0 && Of(r) == Wide && closer(r) == 0:
			best = at
		default:
			return best
		}
	}
	return best
}

// numberAfter gives the end of a bracket with nothing but a number in it, whose inside starts at an index; -1 where there is none.
func numberAfter(text string, at int, closing rune) int {
	for from := at; at < len(text); {
		r, size := decode(text[at:])
		at += size
		switch {
		case r == closing && at-size > from:
			return at
		case !isDigit(r):
			return -1
		}
	}
	return -1
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }
