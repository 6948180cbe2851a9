package office

import (
	"cmp"
	"math"
	"strconv"
	"strings"
	"time"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach/inside"
)

// worksheet reads one sheet of a workbook.
func (x *ooxml) worksheet(p part) {
	name := x.sheets.names[p.name]
	r := &sheetReader{x: x, grid: newGrid(cmp.Or(name, p.name), x.take), formulas: &inside.Text{}, words: &inside.Text{}}
	x.walk(p.name, p.data, handler{start: r.start, text: r.write, end: r.end})
	r.grid.done()
	x.take.Text(r.formulas)
	x.take.Text(r.words)
}

// sheetReader is the state of reading one sheet.
type sheetReader struct {
	x               *ooxml
	grid            *grid
	formulas, words *inside.Text
	row, column     int
	kind, style     string // of the cell that is open
	value           strings.Builder
}

func (r *sheetReader) start(t tree) {
	e := t.top()
	switch e.name {
	case "sheetFormatPr":
		r.grid.rowsHidden = e.attr("zeroHeight") == "1" || e.attr("zeroHeight") == "true"
	case "col":
		if truth(e.attr("hidden")) || atMost(e.attr("width"), 0.2) {
			r.grid.hideColumns(number(e.attr("min")), number(e.attr("max")))
		}
	case "row":
		r.row, r.column = orNext(e.attr("r"), r.row), 0
		hidden := truth(e.attr("hidden")) || atMost(e.attr("ht"), thin) || r.grid.rowsHidden && e.attr("hidden") == "" && e.attr("ht") == ""
		r.grid.row(hidden)
	case "c":
		r.column++
		if row, column := inside.CellAt(e.attr("r")); column > 0 {
			r.row, r.column = row, column
		}
		r.kind, r.style = e.attr("t"), e.attr("s")
		r.value.Reset()
	default:
		for _, a := range e.attrs {
			if strings.Contains(said, " "+a.Name.Local+" ") {
				r.words.Write(a.Value, r.grid.place(0, 0))
				r.words.Break("\n")
			}
		}
	}
}

// atMost tells a measure that is written and not larger.
func atMost(s string, most float64) bool {
	n, err := strconv.ParseFloat(s, 64)
	return err == nil && n <= most
}

func truth(s string) bool { return s == "1" || s == "true" }

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 1<<24 {
		return 0
	}
	return n
}

func orNext(s string, last int) int {
	if n := number(s); n > 0 {
		return n
	}
	return last + 1
}

func (r *sheetReader) write(t tree, s string) {
	switch name := t.top().name; {
	case name == "v", name == "t" && t.in("is") && !t.in("rPh"):
		r.value.WriteString(s)
	case name == "f":
		r.formulas.Write(s, r.grid.place(r.row, r.column))
		r.formulas.Break("\n\n")
	case strings.Contains(texts, " "+name+" "):
		r.words.Write(s, r.grid.place(0, 0))
		r.words.Break("\n\n")
	}
}

func (r *sheetReader) end(t tree) {
	if t.top().name != "c" {
		return
	}
	value := r.value.String()
	style := r.x.sheets.style(r.style)
	switch r.kind {
	case "s":
		if i, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && i >= 0 && i < len(r.x.sheets.used) {
			value, r.x.sheets.used[i] = r.x.sheets.shared[i], true
		}
	case "", "n":
		value = style.write(value)
	}
	if blank(value) {
		return
	}
	r.grid.cell(r.row, r.column, value)
	switch {
	case style.silent:
		r.x.take.Trace(inside.Trace{Kind: diag.AttachmentHiddenText, Place: r.grid.place(r.row, r.column)})
	case style.covered():
		r.x.take.Trace(inside.Trace{Kind: diag.AttachmentCovered, Place: r.grid.place(r.row, r.column)})
	case style.pale():
		r.x.take.Trace(inside.Trace{Kind: diag.AttachmentPaleText, Place: r.grid.place(r.row, r.column)})
	}
}

// write gives a number as the sheet shows it, as far as it matters: a date as one, a long number with all its digits.
func (s cellStyle) write(value string) string {
	n, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	switch {
	case err != nil:
		return value
	case s.date && n > 1 && n < 2958466: // 1900-01-01 to 9999-12-31
		return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(n)).Format("2006-01-02")
	case n == math.Trunc(n) && math.Abs(n) < 1e19:
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	return value
}
