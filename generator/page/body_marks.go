package page

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"courtsite/generator/diag"
)

// mark is what a line starts with that could be the mark of a list's item: a hyphen, or a number with a dot or a bracket. Numbers as Chinese texts
// write them, which make no list in Markdown, are marks of other styles.
type mark struct {
	number  int    // 0: a hyphen
	style   string // what stands around the number, "" in Markdown's own marks
	spaced  bool   // a blank follows
	written []byte
}

// findMark gives the mark of a line. "1.本规定" has one, "2.5%" has none, nor has "-5".
func findMark(line []byte) (m mark, ok bool) {
	end := 0
	for end < len(line) && end < 3 && line[end] >= '0' && line[end] <= '9' {
		end++
	}
	switch {
	case end == len(line):
		return m, false
	case end == 0 && line[0] == '-':
	case end > 0 && (line[end] == '.' || line[end] == ')'):
		if m.number, ok = parseNumber(line[:end]); !ok {
			return m, false
		}
	default:
		return m, false
	}
	m.written = line[:end+1]
	next, _ := utf8.DecodeRune(line[end+1:])
	m.spaced = next == ' ' || next == '\t'
	return m, m.spaced || unicode.IsLetter(next) || unicode.IsPunct(next) && next > unicode.MaxASCII
}

// findChineseMark gives the mark of a line that starts as items do in Chinese texts: 一、 （一） 1、 １． （1） 1） ①
func findChineseMark(line []byte) (m mark, ok bool) {
	if c, size := utf8.DecodeRune(line); c >= '①' && c <= '⑳' {
		return mark{number: int(c-'①') + 1, style: "①", written: line[:size]}, true
	}
	rest, opened := bytes.CutPrefix(line, []byte("（"))
	for len(rest) > 0 {
		c, size := utf8.DecodeRune(rest)
		n, known := addDigit(m.number, c)
		if known && n < 100 {
			m.number, rest = n, rest[size:]
			continue
		}
		m.written = line[:len(line)-len(rest)+size]
		if m.style = string(c); opened {
			m.style = "（" + m.style
		}
		return m, m.number > 0 && (opened && c == '）' || !opened && (c == '、' || c == '．' || c == '）'))
	}
	return m, false
}

// addDigit reads one more digit of a number: ASCII's, a full-width one, or a Chinese numeral.
func addDigit(n int, c rune) (int, bool) {
	switch {
	case c >= '0' && c <= '9':
		return n*10 + int(c-'0'), true
	case c >= '０' && c <= '９':
		return n*10 + int(c-'０'), true
	case c == '十':
		return max(n, 1) * 10, true
	}
	i := strings.IndexRune("一二三四五六七八九", c)
	return n + i/len("一") + 1, i >= 0
}

// follows tells whether a line with mark m comes after one with mark before in one list.
func (m mark) follows(before mark) bool {
	if m.style != before.style {
		return false
	}
	if m.number == 0 || before.number == 0 {
		return m.number == before.number
	}
	return m.number == before.number+1
}

// warnMarks tells of items whose marks lack the blank. A single line that starts so is left alone, as official texts number their
// paragraphs "1.": only where one line follows another, and so is run together with it in the page, is it a mistake for certain.
func (r *reader) warnMarks(n ast.Node) {
	before, open := r.itemMark(n)
	inItem, broken, at := open, false, 0
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		value := segment.Value(r.body.source)
		line := bytes.TrimSpace(value)
		m, ok := findMark(line)
		if !ok && n.Lines().Len() > 1 {
			m, ok = findChineseMark(line)
		}
		if ok && (i > 0 || !inItem) {
			if open && !broken && m.follows(before) && !(m.spaced && before.spaced) {
				if before.spaced {
					at, before = segment.Start, m
				}
				kind := diag.MarkdownListSpace
				if before.style != "" {
					kind = diag.MarkdownLinesJoin
				}
				r.problem(kind, at, string(before.written))
				return
			}
			before, open, at = m, true, segment.Start
		}
		broken = hardBreak(value)
	}
}

// itemMark gives the mark of the list's item that starts with a block.
func (r *reader) itemMark(n ast.Node) (m mark, ok bool) {
	item := n.Parent()
	if item == nil || item.Kind() != ast.KindListItem || item.FirstChild() != n {
		return m, false
	}
	m.spaced = true
	if item.Parent().(*ast.List).IsOrdered() {
		m.number, ok = parseNumber(r.number(item))
		return m, ok
	}
	return m, true
}

// hardBreak tells whether a line ends in a line break that the page keeps.
func hardBreak(line []byte) bool {
	line = bytes.TrimRight(line, "\n")
	return bytes.HasSuffix(line, []byte("  ")) || bytes.HasSuffix(line, []byte{'\\'})
}
