package script

import (
	"strings"
	"unicode/utf8"
)

func decode(s string) (r rune, size int) { return utf8.DecodeRuneInString(s) }

// extent is how far a run reaches without what touches it.
type extent struct {
	script     Script
	start, end int
	han, latin int    // letters of them
	open       []rune // brackets that are opened in it and not closed
	shut       rune   // the opening bracket before it that it closes, or 0
	paired     bool   // it stands in a pair of brackets that belongs to it
	pairEnd    int
}

func (e *extent) mostlyLatin() bool { return e.script == Latin || e.latin > 3*e.han && e.han > 0 }

// extend goes on from the first letter of a run to its last.
func (c *cutter) extend(start int, s Script) extent {
	e := extent{script: s, start: start, end: start}
	now := e // with what follows the last letter, which may turn out not to belong to it
	for at := start; at < len(c.text); {
		r, size := decode(c.text[at:])
		s := Of(r)
		switch part := c.w.part[s]; {
		case s == Mark && at == now.end:
			now.end = at + size
			e = now
		case part == foreign && e.joins(s):
			now.add(s)
			now.end = at + size
			if len(now.open) == 0 {
				e = now
			}
		case part != neutral:
			return e
		case !c.bracket(&now, r):
			return e
		case len(now.open) == 0 && closer(r) != 0 && now.end > start:
			now.end = at + size
			e = now
		}
		at += size
	}
	return e
}

// joins tells whether a letter may stand in one run with those before it: letters of one script, and those of all scripts that a Chinese text
// in a right-to-left one may have.
func (e *extent) joins(s Script) bool { return s == e.script || western(s) && western(e.script) }

func western(s Script) bool { return s == Latin || s == Han || s == Kana || s == LeftToRight }

func (e *extent) add(s Script) {
	switch s {
	case Han:
		e.han++
	case Latin:
		e.latin++
	}
	if s != e.script && (s == Kana || s == Han && e.script != Kana || e.script == LeftToRight) {
		e.script = s
	}
}

// bracket notes a bracket inside a run; false where it closes one that the run cannot have.
func (c *cutter) bracket(e *extent, r rune) bool {
	if opener(r) != 0 {
		e.open = append(e.open[:len(e.open):len(e.open)], r)
		return true
	}
	opened := closer(r)
	switch n := len(e.open); {
	case opened == 0:
	case n > 0 && e.open[n-1] == opened:
		e.open = e.open[:n-1]
	case n == 0 && e.shut == 0 && e.start > c.start:
		before, _ := utf8.DecodeLastRuneInString(c.text[c.start:e.start])
		if before != opened {
			return false
		}
		e.shut = opened
	default:
		return false
	}
	return true
}

// The brackets that are kept in pairs, opening and closing ones in the same order.
const (
	openers = "([{（［｛〔【〖《〈「『“‘«"
	closers = ")]}）］｝〕】〗》〉」』”’»"
)

// opener gives the closing bracket of an opening one, else 0.
func opener(r rune) rune { return partner(r, openers, closers) }

// closer gives the opening bracket of a closing one, else 0.
func closer(r rune) rune { return partner(r, closers, openers) }

func partner(r rune, list, others string) rune {
	i := strings.IndexRune(list, r)
	if i < 0 {
		return 0
	}
	n := utf8.RuneCountInString(list[:i])
	for _, other := range others {
		if n == 0 {
			return other
		}
		n--
	}
	return 0
}
