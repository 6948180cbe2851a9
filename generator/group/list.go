package group

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/source"
)

// parseList reads the list of members: a table in CSV (RFC 4180), as a spreadsheet or a register writes it. Its first line names the columns: id,
// folder and built, and keys of site.toml with dots between them. An empty cell says nothing, nor do rows and columns without any text, which
// spreadsheets leave behind.
func parseList(name string, src []byte) ([]listed, []diag.Problem) {
	in := csv.NewReader(bytes.NewReader(src))
	in.FieldsPerRecord = -1 // rows of another length are told one by one
	l := &list{name: name, src: src, starts: lineStarts(src)}
	head, err := in.Read()
	if err != nil {
		return nil, []diag.Problem{l.broken(err)}
	}
	if !l.columns(in, head) {
		return nil, l.problems
	}
	var members []listed
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return members, l.problems
		}
		if err != nil {
			return members, append(l.problems, l.broken(err))
		}
		if !slices.ContainsFunc(row, func(cell string) bool { return strings.TrimSpace(cell) != "" }) {
			continue
		}
		if l.fits(in, head, row) {
			members = append(members, l.member(in, head, row))
		}
	}
}

// columns checks the first line, whose names lose the spaces around them; false where it names no members, so that every row would be wrong.
func (l *list) columns(in *csv.Reader, head []string) bool {
	for i := range head {
		head[i] = strings.TrimSpace(head[i])
	}
	at := func(i int) diag.Pos { return diag.At(l.name, l.src, l.offset(in, i)) }
	if !slices.Contains(head, "id") {
		l.problems = append(l.problems, diag.New(diag.GroupList, at(0), diag.Words{
			EN: "the first line has no column id, or no comma between its columns", ZH: "第一行没有 id 这一列，或各列之间没有用英文半角逗号隔开"}))
		return false
	}
	for i, column := range head {
		switch {
		case column == "":
		case slices.Contains(head[:i], column):
			l.problems = append(l.problems, diag.New(diag.GroupList, at(i), diag.Words{
				EN: "there are two columns " + column, ZH: "有两列都是 " + column}))
		case !known(column):
			l.problems = append(l.problems, diag.New(diag.GroupColumn, at(i), column))
		}
	}
	return true
}

// fits tells whether each cell of a row that says something has a column, and each column a cell.
func (l *list) fits(in *csv.Reader, head, row []string) bool {
	wrong := func(i int, why diag.Words) bool {
		l.problems = append(l.problems, diag.New(diag.GroupList, diag.At(l.name, l.src, l.offset(in, i)), why))
		return false
	}
	for i, cell := range row {
		if strings.TrimSpace(cell) != "" && (i >= len(head) || head[i] == "") {
			return wrong(i, diag.Words{EN: "the first line has no name for the column of this cell; a text with a comma in it stands between quotation marks",
				ZH: "第一行没有写此格所在列的列名；格内有英文逗号的，整格要加英文半角双引号"})
		}
	}
	if n := len(row); n < len(head) && slices.ContainsFunc(head[n:], func(name string) bool { return name != "" }) {
		return wrong(0, diag.Words{EN: fmt.Sprintf("the row has %d cells, the first line %d", n, len(head)), ZH: fmt.Sprintf("此行只有 %d 格，第一行有 %d 格", n, len(head))})
	}
	return true
}

// known tells whether a column has a meaning. That a key of site.toml exists, the reader of the site finds out.
func known(column string) bool {
	return column == "id" || column == "folder" || column == "built" || column == "base_url" || column == "theme" || column == "timezone" ||
		column == "default_language" || strings.Contains(strings.Trim(column, "."), ".")
}

type list struct {
	name     string
	src      []byte
	starts   []int // offset of each line
	problems []diag.Problem
}

func (l *list) member(in *csv.Reader, head, row []string) listed {
	m := listed{pos: diag.At(l.name, l.src, l.offset(in, 0))}
	values, at := map[string]any{}, map[string]int{}
	for i, cell := range row[:min(len(head), len(row))] {
		cell = strings.TrimSpace(cell)
		switch column := head[i]; {
		case cell == "":
		case column == "id":
			m.id = cell
		case column == "folder":
			m.folder = cell
		case column == "built":
			m.built = cell
		case known(column):
			set(values, strings.Split(column, "."), cell)
			at[column] = l.offset(in, i)
		}
	}
	if len(values) > 0 {
		m.site = source.NewTable(l.name, l.src, values, at)
	}
	return m
}

// set puts a value under a key with dots.
func set(values map[string]any, key []string, cell string) {
	for _, name := range key[:len(key)-1] {
		inner, ok := values[name].(map[string]any)
		if !ok {
			inner = map[string]any{}
			values[name] = inner
		}
		values = inner
	}
	values[key[len(key)-1]] = value(cell)
}

func value(cell string) any {
	switch cell {
	case "true":
		return true
	case "false":
		return false
	}
	return cell
}

// offset is where a cell of the row that was read last begins.
func (l *list) offset(in *csv.Reader, field int) int {
	line, column := in.FieldPos(field)
	return l.starts[line-1] + column - 1
}

func lineStarts(src []byte) []int {
	starts := []int{0}
	for i, c := range src {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

func (l *list) broken(err error) diag.Problem {
	var at *csv.ParseError
	offset, why := 0, diag.Words{EN: err.Error(), ZH: err.Error()}
	if errors.As(err, &at) {
		why = diag.Words{EN: at.Err.Error(), ZH: at.Err.Error()}
		if at.Line <= len(l.starts) {
			offset = l.starts[at.Line-1] + at.Column - 1
		}
	}
	switch {
	case errors.Is(err, io.EOF):
		why = diag.Words{EN: "it is empty", ZH: "名单是空的"}
	case errors.Is(err, csv.ErrQuote), errors.Is(err, csv.ErrBareQuote):
		why = diag.Words{EN: `a " stands inside a cell, or is not closed; one that belongs to the text is written twice, in a cell between quotation marks`,
			ZH: `格内有英文半角双引号，或引号没有成对；文字中的双引号请写成 “ ”，或整格加引号、其中的写两个`}
	}
	return diag.New(diag.GroupList, diag.At(l.name, l.src, offset), why)
}
