package office

import (
	"fmt"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach/inside"
)

// grid makes a text of a sheet's cells, and notes which rows and columns are hidden. Rows and cells come in order.
type grid struct {
	name        string
	folder      string // of a document within the document
	take        inside.Taker
	text        *inside.Text
	at          int // the row that the text ends in
	column      int // cells of it so far, the empty ones between them included
	wide        bool
	rowsHidden  bool     // unless a row says otherwise
	columns     [][2]int // hidden
	rowHidden   bool
	hiddenRows  ranges // those with content
	hiddenCells ranges // columns with content
}

func newGrid(name string, take inside.Taker) *grid {
	return &grid{name: name, take: take, text: &inside.Text{}}
}

func (g *grid) place(row, column int) inside.Place {
	at := inside.Place{Part: inside.Cell, Name: g.name, Row: row, Column: column}
	if g.folder != "" {
		at.Members = []string{g.folder}
	}
	return at
}

// hideColumns notes hidden columns, both ends included.
func (g *grid) hideColumns(from, to int) {
	if from > 0 && len(g.columns) < 1000 {
		g.columns = append(g.columns, [2]int{from, max(from, to)})
	}
}

// row begins a row.
func (g *grid) row(hidden bool) { g.rowHidden = hidden }

// cell adds a cell that holds something. Below the header a row has a tab even with a single cell, so that the table goes on.
func (g *grid) cell(row, column int, value string) {
	if row != g.at {
		g.endRow()
		g.at, g.column = row, 1
	}
	// A far cell must not cost a tab for each column before it: beyond the header no column has a name.
	for ; g.column < min(column, mostColumns); g.column++ {
		g.text.Break("\t")
		g.wide = true
	}
	g.text.Cell(value, g.place(row, column))
	if g.rowHidden {
		g.hiddenRows.add(row)
	}
	for _, c := range g.columns {
		if c[0] <= column && column <= c[1] {
			g.hiddenCells.add(column)
		}
	}
}

const mostColumns = 256

func (g *grid) endRow() {
	if g.at == 0 {
		return
	}
	if g.wide && g.column == 1 {
		g.text.Break("\t")
	}
	g.text.Break("\n")
}

// done tells the sheet's text and what is hidden in it.
func (g *grid) done() {
	g.endRow()
	g.take.Text(g.text)
	var hidden []string
	if s := g.hiddenRows.write(func(n int) string { return fmt.Sprint(n) }); s != "" {
		hidden = append(hidden, s)
	}
	if s := g.hiddenCells.write(inside.ColumnName); s != "" {
		hidden = append(hidden, s)
	}
	if len(hidden) > 0 {
		g.take.Trace(inside.Trace{Kind: diag.AttachmentHiddenCells, Place: g.place(0, 0), Args: []string{strings.Join(hidden, ", ")}})
	}
}

// ranges gathers numbers that come in any order, mostly rising.
type ranges struct {
	seen map[int]bool
	low  int
	high int
}

func (r *ranges) add(n int) {
	if r.seen == nil {
		r.seen, r.low = map[int]bool{}, n
	}
	r.seen[n] = true
	r.low, r.high = min(r.low, n), max(r.high, n)
}

// write lists the numbers, those that follow each other as one, a few of them.
func (r *ranges) write(name func(int) string) string {
	const most = 6
	var list []string
	for n := r.low; n <= r.high && r.seen != nil; n++ {
		if !r.seen[n] {
			continue
		}
		from := n
		for r.seen[n+1] {
			n++
		}
		if len(list) == most {
			return strings.Join(list, ", ") + ", …"
		}
		if list = append(list, name(from)); n > from {
			list[len(list)-1] += "-" + name(n)
		}
	}
	return strings.Join(list, ", ")
}
