package source

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"courtsite/generator/diag"
)

// span is a part of a file, as offsets in it.
type span struct{ from, to int }

// unclosed says what a statement fails to close.
type unclosed int

const (
	closed unclosed = iota
	quotes
	brackets
	name // of a table
)

// bad is what the TOML library could not read.
type bad struct {
	message   string // the library's
	offset    int    // where it gave up, on the line
	line      span
	statement span     // the lines to pass over
	key       []string // that it sets; nil where that is not known
	open      unclosed
	opened    int // the offset of what is not closed
}

var (
	// statement begins a line that sets a key, however wrongly, or opens a table.
	statement = regexp.MustCompile(`^\s*([^\s"'=#\[\]{},:：＝]+\s*[=＝：:]|\[+[^\[\],]*\]+\s*(#.*)?$)`)
	// opensTable begins what opens a table, however wrongly.
	opensTable = regexp.MustCompile(`^(\[|［|【)`)
	firstWord  = regexp.MustCompile(`^[A-Za-z0-9_-]+`)
)

// passOver reports what the library gave up at, and blanks its lines, so that the rest can be read. It is false where that leads nowhere.
func (d *Document) passOver(err error) bool {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		d.add(diag.TOMLSyntax, diag.At(d.path, d.src, d.from), err.Error())
		return false
	}
	b := d.find(parse)
	d.problems = append(d.problems, d.mistake(b))
	d.lost = append(d.lost, b.key)
	blanked := slices.Clone(d.read)
	for i := b.statement.from; i < b.statement.to; i++ {
		if blanked[i] != '\n' {
			blanked[i] = ' '
		}
	}
	progress := !bytes.Equal(blanked, d.read)
	d.read = blanked
	return progress
}

// find finds the statement that is wrong. The library names the line at which it could not go on, which may lie behind one that is not closed.
func (d *Document) find(parse toml.ParseError) bad {
	b := bad{message: parse.Message, offset: d.from + min(max(parse.Position.Start, 0), d.to-d.from)}
	b.line = d.lineAt(parse.Position.Line, b.offset)
	if strings.Contains(b.message, "table name") && b.line.from > d.from && !bytes.Contains(d.src[b.line.from:b.line.to], []byte("[")) {
		b.line = d.lineAround(b.line.from - 1) // the end of the line was where the name did not
	}
	if b.offset < b.line.from || b.offset > b.line.to {
		b.offset = b.line.from
	}
	end := b.line.to
	if strings.HasPrefix(b.message, "unexpected EOF") || strings.Contains(b.message, "got end of file") {
		end = d.to
	}
	s := scan(string(d.read[d.from:end]), d.from)
	start := d.from + s.start
	b.statement = span{d.lineAround(start).from, d.behind(b.line.to)}
	b.key = setBy(d.read[start:end], s.table)
	switch {
	case s.open >= 0:
		b.opened = d.from + s.open
		b.open = d.unclosed(b, end)
	case start < end && d.read[start] == '[' && bytes.IndexByte(d.read[start:end], ']') < 0:
		b.opened, b.open = start, name
	}
	switch {
	case b.open == brackets && b.statement.from < b.line.from && statement.Match(d.src[b.line.from:b.line.to]):
		b.statement.to = b.line.from - 1 // the line itself is well
	case b.open == quotes && end == d.to:
		b.statement.to = d.to
		if b.line.to < d.to {
			b.key = nil // the lines below, which are lost too, may have set anything
		}
	case opensTable.Match(d.read[start:end]): // whose keys these are is not known
		b.statement.to = d.behindTable(b.line.to)
	}
	return b
}

// unclosed tells whether what stands open at the mistake is the mistake.
func (d *Document) unclosed(b bad, end int) unclosed {
	switch d.src[b.opened] {
	case '"', '\'':
		return quotes
	}
	if end == d.to && b.line.to < d.to || b.opened < b.line.from && statement.Match(d.src[b.line.from:b.line.to]) || strings.Contains(b.message, "got end of file") {
		return brackets
	}
	return closed
}

// setBy gives the key that a statement sets; nil where it cannot be told.
func setBy(text []byte, table []string) []string {
	word := firstWord.Find(text)
	if word == nil {
		return nil
	}
	return append(slices.Clone(table), string(word))
}

// isLost tells whether a key, or a table that it is in, stood on a line that could not be read.
func (d *Document) isLost(key []string) bool {
	return slices.ContainsFunc(d.lost, func(lost []string) bool { return len(lost) <= len(key) && equal(lost, key[:len(lost)]) })
}

// lineAt gives the n-th line (from 1) of the TOML; the line around offset where n is out of range.
func (d *Document) lineAt(n, offset int) span {
	if n < 1 {
		return d.lineAround(offset)
	}
	from := d.from
	for i := 1; i < n && from < d.to; i++ {
		next := bytes.IndexByte(d.src[from:d.to], '\n')
		if next < 0 {
			break
		}
		from += next + 1
	}
	return d.lineAround(from)
}

func (d *Document) lineAround(offset int) span {
	line := span{d.from + bytes.LastIndexByte(d.src[d.from:offset], '\n') + 1, d.to}
	if i := bytes.IndexByte(d.src[offset:d.to], '\n'); i >= 0 {
		line.to = offset + i
	}
	return line
}

// behind gives the end of the lines that go on with the statement of the line that ends at an offset.
func (d *Document) behind(end int) int {
	for end < d.to {
		next := d.lineAround(end + 1)
		if statement.Match(d.src[next.from:next.to]) {
			break
		}
		end = next.to
	}
	return end
}

// behindTable gives the end of the lines before the next [table].
func (d *Document) behindTable(end int) int {
	for end < d.to {
		next := d.lineAround(end + 1)
		if line := d.src[next.from:next.to]; statement.Match(line) && bytes.HasPrefix(bytes.TrimSpace(line), []byte("[")) {
			break
		}
		end = next.to
	}
	return end
}
