package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// group is a run of digits without anything between them.
type group struct {
	start, end int32 // in the text
	from, to   int32 // in detector.digits
	joint      seam  // to the group before
}

// mostBytes is how long a text may be: the places of groups are kept in four bytes, since a text may have millions of them.
const mostBytes = 1<<31 - 1

// seam says how a group of digits hangs together with the one before it.
type seam uint8

const (
	apart  seam = iota
	broken      // by a line break or a tab: only a number that proves itself goes on across it
	joined      // by spaces, dashes or dots
)

func (g group) len() int { return int(g.to - g.from) }

// group reads the digits at a place of the text and returns where they end.
func (d *detector) group(start int) int {
	g := group{start: int32(start), from: int32(len(d.digits))}
	i := start
	for i < len(d.text) {
		r, size := rune(d.text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = decode(d.text, i)
		}
		if r >= 1<<16 || trigger(triggers[r]) != digit {
			break
		}
		d.digits = append(d.digits, values[r])
		i += size
	}
	g.end, g.to = int32(i), int32(len(d.digits))
	if n := len(d.groups); n > 0 {
		g.joint = between(d.text[d.groups[n-1].end:start])
		if g.joint == apart && g.len() == 1 && d.groups[n-1].len() == 1 && boxed(d.text[d.groups[n-1].end:start]) {
			g.joint = broken
		}
	}
	d.groups = append(d.groups, g)
	return i
}

// Longest gap inside a number: one line break with its indentation, two other separators, any number of characters without width.
const (
	gapBytes = 24
	gapMarks = 2
)

// between judges what stands between two groups of digits, as people write numbers and as programs break them.
func between(gap string) seam {
	if len(gap) > gapBytes {
		return apart
	}
	marks, breaks, s := 0, 0, joined
	for _, r := range gap {
		switch {
		case r == '\n':
			breaks++
			s = broken
		case r == '\t':
			s = broken
		case r >= 0x3400 && r < 0xfe00: // Chinese characters above all; nothing that may stand in a number
			return apart
		case unicode.IsSpace(r) || invisible(r):
		case strings.ContainsRune(`-‐‑‒–—−－﹣·•・‧∙⋅．.。_＿/／\*＊`, r):
			marks++
		default:
			return apart
		}
	}
	if marks > gapMarks || breaks > 1 {
		return apart
	}
	return s
}

// boxed tells whether a gap is the border between two cells of a row: forms have a cell for each digit.
func boxed(gap string) bool {
	return len(gap) <= gapBytes && strings.Contains(gap, "|") && strings.Trim(gap, " 　") == "|"
}

// invisible characters: joiners, soft hyphens, direction marks, byte-order marks, and what is drawn over or around the digit before.
func invisible(r rune) bool {
	return r > 0x7f && unicode.In(r, unicode.Cf, unicode.Mn, unicode.Me)
}

// number is what the detectors of numbers look at: digits of one or more groups, and where they stand.
type number struct {
	first, last int // groups
	start, end  int // in the text
	digits      []byte
}

func (d *detector) number(first, last int) number {
	a, b := d.groups[first], d.groups[last]
	return number{first: first, last: last, start: int(a.start), end: int(b.end), digits: d.digits[a.from:b.to]}
}

// lengths of the groups, for numbers whose grouping says what they are.
func (d *detector) lengths(n number) (l [5]int) {
	for i := n.first; i <= n.last && i-n.first < len(l); i++ {
		l[i-n.first] = d.groups[i].len()
	}
	return l
}

// judgeNumbers tries on each group of digits what it may begin, the surest first. What is part of a finding begins no other.
func (d *detector) judgeNumbers() {
	if len(d.groups) == 0 {
		return
	}
	births := d.births || birthWords.in(d.context.Label)
	end, rest := 0, 0 // of the groups that hang together with the one that is judged, and how many digits they have from it on
	for i := 0; i < len(d.groups); {
		if i >= end {
			end, rest = d.chain(i)
		}
		last, found := d.judge(i, rest)
		if !found && births {
			last, found = d.birthCell(i)
		}
		if !found {
			last = i
		}
		for ; i <= last; i++ {
			rest -= d.groups[i].len()
		}
	}
}

// chain gives the end of the groups that hang together from one on, and how many digits they have.
func (d *detector) chain(first int) (end, digits int) {
	for end = first; end < len(d.groups) && (end == first || d.groups[end].joint != apart); end++ {
		digits += d.groups[end].len()
	}
	return end, digits
}

// judge tries what a group of digits may begin. rest is how many digits hang together from it on: most numbers of a text have too few for anything.
func (d *detector) judge(i, rest int) (last int, found bool) {
	if rest >= oldLength {
		if last, found = d.identity(i); found {
			return last, true
		}
	}
	if rest >= shortestAccount {
		if last, found = d.account(i); found {
			return last, true
		}
	}
	if rest >= mobileLength {
		if last, found = d.mobile(i); found {
			return last, true
		}
	}
	if rest >= shortestLandline || d.areaCode(i) { // brackets may part the code of an area from what follows it
		if last, found = d.landline(i); found {
			return last, true
		}
	}
	if rest >= shortestDocument {
		return d.travelDocument(i)
	}
	return i, false
}

// before and after give the characters beside a place; 0 at the ends of the text.
func (d *detector) before(i int) rune {
	if i == 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(d.text[:i])
	return r
}

func (d *detector) after(i int) rune {
	if i >= len(d.text) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(d.text[i:])
	return r
}

func letter(r rune) bool {
	r = narrow(r)
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}

// narrow turns a full-width form into ASCII.
func narrow(r rune) rune {
	if '！' <= r && r <= '～' {
		return r - '！' + '!'
	}
	return r
}
