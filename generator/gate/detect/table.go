package detect

import "strings"

// row is a line of the text. In a table cells are separated by tabs, or by | in Markdown.
type row struct {
	start, end int
	separator  string // "" where the line is of no table
}

// rowAt finds the line in which a place stands.
func rowAt(text string, pos int) row {
	start, end := line(text, pos)
	separator := "\t"
	if strings.HasPrefix(strings.TrimLeft(text[start:end], " \t>"), "|") {
		separator = "|"
	}
	if !strings.Contains(text[start:end], separator) {
		separator = ""
	}
	return row{start, end, separator}
}

// table is a table that was looked at, and how far its columns were counted.
type table struct {
	start, end int
	separator  string
	header     []string
	body       int // where the rows below the header begin
	row, pos   int // beginning of a row, and the place in it up to which columns are counted
	column     int
	holder     int // the column of accounts' holders, counted from 1; -1 for none, 0 before it is asked for
}

// tables are the line and the tables that were looked at last, one for each separator: a line of one may have the separator of the other too, and
// what is found must not hang on what was looked at before.
type tables struct {
	any         answer // has the text a separator at all?
	row         row
	tabs, pipes table
}

// table gives the table in which a place of the text stands, nil where it is in none.
func (d *detector) table(pos int) *table {
	at := &d.tables
	if at.any == unasked {
		at.any = no
		if strings.IndexByte(d.text, '\t') >= 0 || strings.IndexByte(d.text, '|') >= 0 {
			at.any = yes
		}
	}
	if at.any == no {
		return nil
	}
	if pos < at.row.start || pos >= at.row.end {
		at.row = rowAt(d.text, pos)
	}
	t := &at.tabs
	switch at.row.separator {
	case "":
		return nil
	case "|":
		t = &at.pipes
	}
	if pos < t.start || pos >= t.end {
		*t = tableAround(d.text, at.row)
	}
	return t
}

// header gives the header of the column in which a place of the text stands; ok tells that it stands in a table.
func (d *detector) header(pos int) (header string, ok bool) {
	t := d.table(pos)
	if t == nil {
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

// tableAround finds the table of a line: all lines around it that hold the separator.
func tableAround(text string, r row) table {
	start, end, separator := r.start, r.end, r.separator
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
