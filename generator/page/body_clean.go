package page

import (
	"bytes"
	"encoding/binary"

	"courtsite/generator/diag"
)

// clean replaces control characters, which HTML and XML forbid, and the ideographic spaces of lines that
// hold nothing else, by spaces. No offset changes.
func (r *reader) clean() {
	e := editable{text: r.body.source}
	told := false
	for i := nextControl(r.body.source, 0); i >= 0; i = nextControl(r.body.source, i+1) {
		if c := r.body.source[i]; c != '\n' && c != '\t' {
			if !told {
				r.problem(diag.MarkdownControl, i, c)
				told = true
			}
			e.blank(i, i+1)
		}
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
