package plain

import (
	"strings"

	"courtsite/generator/gate/attach/inside"
)

// Table reads comma-separated values (RFC 4180; also with semicolons or tabs between them). Detectors read a row with the header of each column.
func Table(data []byte, take inside.Taker, work *inside.Work) {
	text, ok := open(data, take, work)
	if !ok {
		return
	}
	t := &inside.Text{Source: text}
	separator := separatorOf(text)
	for at := 0; at < len(text); {
		at = row(t, text, at, separator)
	}
	take.Text(t)
}

// separatorOf is the separator that the first line has most of.
func separatorOf(text string) byte {
	first, _, _ := strings.Cut(text, "\n")
	best := byte(',')
	for _, c := range []byte{'\t', ';'} {
		if strings.Count(first, string(c)) > strings.Count(first, string(best)) {
			best = c
		}
	}
	return best
}

// row reads one record and gives the place behind it.
func row(t *inside.Text, text string, at int, separator byte) int {
	for {
		value, from, end := field(text, at, separator)
		t.Quote(oneLine(value), from)
		if end >= len(text) {
			return end
		}
		at = end + 1
		if text[end] != separator {
			t.Break("\n")
			return at
		}
		t.Break("\t")
	}
}

// oneLine keeps a cell in its row. Every byte stays where it is, for the places.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\t\r\n") {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r == '\t' || r == '\r' || r == '\n' {
			return ' '
		}
		return r
	}, s)
}

// field reads the value that begins at a place: where its characters begin, and where its separator or line end stands. Quotation marks that are
// doubled stay doubled, so that places stay true; no detector minds them.
func field(text string, at int, separator byte) (value string, from, end int) {
	from = at
	if at < len(text) && text[at] == '"' {
		from++
		for i := from; i < len(text); i++ {
			if text[i] != '"' {
				continue
			}
			if i+1 < len(text) && text[i+1] == '"' {
				i++
				continue
			}
			end = i + 1 + until(text[i+1:], separator)
			return text[from:i], from, end
		}
	}
	end = at + until(text[at:], separator)
	return text[from:max(from, end)], from, end
}

func until(text string, separator byte) int {
	for i := range len(text) {
		if text[i] == separator || text[i] == '\n' {
			return i
		}
	}
	return len(text)
}
