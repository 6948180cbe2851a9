package detect

import "strings"

// table is the table, or else the line, that was looked at last, and how far its columns were counted. In a table cells are
// separated by tabs, or by | in Markdown.
type table struct {
	start, end int
	separator  string // "" where the line is of no table
	header     []string
	body       int // where the rows below the header begin
	row, pos   int // beginning of a row, and the place in it up to which columns are counted
	column     int
}

// header gives the header of the column in which a place of the text stands; ok tells that it stands in a table.
func (d *detector) header(pos int) (header string, ok bool) {
	t := &d.table
	if pos < t.start || pos >= t.end {
		*t = tableAt(d.text, pos)
	}
	if t.separator == "" {
		return "", false
	}
	if pos < t.pos {
		t.row, t.pos, t.column = t.start, t.start, 0
	}
	passed := d.text[t.pos:pos]
	if i := strings.LastIndexByte(passed, '\n'); i >= 0 {
		t.row, t.column, passed = t.pos+i+1, 0, passed[i+1:]
	}
	t.column += strings.Count(passed, t.separator)
	t.pos = pos
	if t.row == t.start || t.column >= len(t.header) {
		return "", true
	}
	return t.header[t.column], true
}

// tableAt finds the table around a place: all lines around it that hold the separator.
func tableAt(text string, pos int) table {
	start, end := line(text, pos)
	separator := "\t"
	if strings.HasPrefix(strings.TrimLeft(text[start:end], " \t>"), "|") {
		separator = "|"
	}
	if !strings.Contains(text[start:end], separator) {
		return table{start: start, end: end}
	}
	for start > 0 {
		s, e := line(text, start-1)
		if !strings.Contains(text[s:e], separator) {
			break
		}
		start = s
	}
	for end < len(text) {
		_, e := line(text, end)
		if !strings.Contains(text[end:e], separator) {
			break
		}
		end = e
	}
	_, first := line(text, start)
	return table{start: start, end: end, separator: separator, header: strings.Split(text[start:first], separator), body: first, row: start, pos: start}
}

// line gives the range of the line in which a place stands, with its line feed.
func line(text string, pos int) (start, end int) {
	start = strings.LastIndexByte(text[:pos], '\n') + 1
	if i := strings.IndexByte(text[pos:], '\n'); i >= 0 {
		return start, pos + i + 1
	}
	return start, len(text)
}
