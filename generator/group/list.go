package group

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/source"
)

// parseList reads the list of members: a table in CSV (RFC 4180), as a spreadsheet or a register writes it. Its first line names the columns: id,
// folder and built, and keys of site.toml with dots between them. An empty cell says nothing.
func parseList(name string, src []byte) ([]listed, []diag.Problem) {
	in := csv.NewReader(bytes.NewReader(src))
	l := &list{name: name, src: src, starts: lineStarts(src)}
	head, err := in.Read()
	if err != nil {
		return nil, []diag.Problem{l.broken(err)}
	}
	for i, column := range head {
		if !known(column) {
			l.problems = append(l.problems, diag.New(diag.GroupColumn, diag.At(name, src, l.offset(in, i)), column))
		}
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
		members = append(members, l.member(in, head, row))
	}
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
	for i, cell := range row {
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
	offset, message := 0, err.Error()
	if errors.As(err, &at) {
		message = at.Err.Error()
		if at.Line <= len(l.starts) {
			offset = l.starts[at.Line-1] + at.Column - 1
		}
	}
	return diag.New(diag.GroupList, diag.At(l.name, l.src, offset), message)
}
