package page

import (
	"bytes"

	"courtsite/generator/diag"
)

// clean replaces control characters, which HTML and XML forbid, and the ideographic spaces of lines that
// hold nothing else, by spaces. No offset changes.
func (r *reader) clean() {
	e := editable{text: r.body.source}
	told := false
	for i, c := range r.body.source {
		if c < ' ' && c != '\n' && c != '\t' || c == 0x7f {
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
