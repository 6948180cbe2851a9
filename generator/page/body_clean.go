package page

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"

	"courtsite/generator/diag"
)

// clean replaces control characters and the code points that are none, which HTML and XML forbid, and the ideographic spaces of lines that
// hold nothing else, by spaces. No offset changes.
func (r *reader) clean() {
	e, src, first := editable{text: r.body.source}, r.body.source, -1
	blank := func(i, size int) {
		if first < 0 || i < first {
			first = i
		}
		e.blank(i, i+size)
	}
	for i := nextControl(src, 0); i >= 0; i = nextControl(src, i+1) {
		if c := src[i]; c != '\n' && c != '\t' {
			blank(i, 1)
		}
	}
	for _, begins := range [][]byte{{0xc2}, {0xef, 0xb7}, {0xbf, 0xbe}, {0xbf, 0xbf}} {
		for i := nextOf(src, begins, 0); i >= 0; i = nextOf(src, begins, i+1) {
			if size := forbidden(src, i); size > 0 {
				blank(charStart(src, i), size)
			}
		}
	}
	if first >= 0 {
		c, _ := utf8.DecodeRune(src[first:])
		r.problem(diag.MarkdownControl, first, c)
	}
	if bytes.Contains(e.text, []byte(ideographicSpace)) {
		e.blankLines()
	}
	r.body.source = e.text
}

// nextControl finds the next control character of a text, a line break included, looking at eight bytes at a time; -1 where there is none.
func nextControl(src []byte, from int) int {
	const each = 0x0101010101010101
	i := from
	for ; i <= len(src)-8; i += 8 {
		word := binary.LittleEndian.Uint64(src[i : i+8])
		del := word ^ 0x7f*each
		if ((word-' '*each)&^word|(del-each)&^del)&(0x80*each) != 0 {
			break
		}
	}
	for ; i < len(src); i++ {
		if src[i] < ' ' || src[i] == 0x7f {
			return i
		}
	}
	return -1
}

// nextOf finds the next place of some bytes, -1 where there is none.
func nextOf(src, what []byte, from int) int {
	if i := bytes.Index(src[from:], what); i >= 0 {
		return from + i
	}
	return -1
}

// charStart gives where the character begins that a byte belongs to.
func charStart(src []byte, i int) int {
	for i > 0 && !utf8.RuneStart(src[i]) {
		i--
	}
	return i
}

// forbidden gives the length of the character that a byte belongs to if no page may hold it: a control of ISO 6429, or a code point that is
// no character.
func forbidden(src []byte, i int) int {
	c, size := utf8.DecodeRune(src[charStart(src, i):])
	if c >= 0x80 && c < 0xa0 || c >= 0xfdd0 && c <= 0xfdef || c&0xfffe == 0xfffe {
		return size
	}
	return 0
}

// editable is a text that is copied before its first change.
type editable struct {
	text   []byte
	copied bool
}

func (e *editable) blank(from, to int) {
	if !e.copied {
		e.text, e.copied = bytes.Clone(e.text), true
	}
	for i := from; i < to; i++ {
		e.text[i] = ' '
	}
}

// blankLines makes lines of ideographic spaces as blank as they look.
func (e *editable) blankLines() {
	for from := 0; from < len(e.text); {
		to := len(e.text)
		if end := bytes.IndexByte(e.text[from:], '\n'); end >= 0 {
			to = from + end
		}
		line := e.text[from:to]
		if len(line) > 0 && len(bytes.Trim(line, " \t"+ideographicSpace)) == 0 {
			e.blank(from, to)
		}
		from = to + 1
	}
}
