package script

import (
	"slices"
	"unicode/utf8"
)

// extent is how far a run reaches, without the numbers and marks that touch it.
type extent struct {
	script     Script
	start, end int
	han, latin int       // how many of its letters are such
	open       []bracket // that are opened in it and not closed
	closes     rune      // the opening bracket right before it whose closing one stands in it, or 0
}

// deepest is how many brackets may be open at once, lest a text of nothing but brackets takes for ever.
const deepest = 8

type bracket struct {
	open rune
	at   int
}

// extend goes on from the first letter of a run to its last. A bracket that is opened in it is closed in it.
func (c *cutter) extend(start int) extent {
	whole := extent{script: Latin, start: start, end: start}
	now := whole // with what may turn out not to belong to it
	for at := start; at < len(c.text); {
		r, size := utf8.DecodeRuneInString(c.text[at:])
		s := Of(r)
		at += size
		switch part := c.w.part[s]; {
		case s == Mark && now.end == at-size, part == foreign && now.joins(s):
			now.add(s, at)
		case part != neutral || !c.bracket(&now, r, at):
			return whole
		}
		if len(now.open) == 0 && now.end == at {
			whole = now
		}
	}
	return whole
}

// joins tells whether a letter may stand in one run with those before it: letters of one script, and those that a Chinese text may have.
func (e *extent) joins(s Script) bool {
	return e.end == e.start || s == e.script || rank(s) > 0 && rank(e.script) > 0
}

func (e *extent) add(s Script, end int) {
	switch {
	case e.end == e.start:
		e.script = s
	case s != Mark && rank(s) > rank(e.script):
		e.script = s
	}
	e.end = end
	switch s {
	case Han:
		e.han++
	case Latin:
		e.latin++
	}
}

// rank orders the scripts that one run may have: the run is called after the highest.
func rank(s Script) int { return slices.Index(mixable[:], s) }

var mixable = [...]Script{Common, LeftToRight, Latin, Han, Kana}

// bracket notes a bracket inside a run, and goes beyond one that closes round letters of the run; false where it closes one that the run cannot have.
func (c *cutter) bracket(e *extent, r rune, end int) bool {
	if closing(r) != 0 {
		e.open = append(slices.Clip(e.open), bracket{r, end})
		return len(e.open) < deepest
	}
	open := opening(r)
	if open == 0 {
		return true
	}
	if n := len(e.open) - 1; n >= 0 {
		last := e.open[n]
		e.open = e.open[:n]
		if e.end > last.at {
			e.end = end
		}
		return last.open == open
	}
	before, _ := utf8.DecodeLastRuneInString(c.text[c.start:e.start])
	e.closes = before
	return e.closes == open
}

// pairs are the brackets that are never torn apart.
var pairs = map[rune]rune{
	'(': ')', '[': ']', '{': '}', '（': '）', '［': '］', '｛': '｝', '〔': '〕', '【': '】', '〖': '〗', '《': '》', '〈': '〉',
	'「': '」', '『': '』', '“': '”', '‘': '’', '«': '»',
}

var reversed = func() map[rune]rune {
	m := map[rune]rune{}
	for open, shut := range pairs {
		m[shut] = open
	}
	return m
}()

// closing gives the bracket that closes an opening one, else 0.
func closing(r rune) rune { return pairs[r] }

// opening gives the bracket that opens what a closing one closes, else 0.
func opening(r rune) rune { return reversed[r] }
