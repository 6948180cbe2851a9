package office

import (
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach/inside"
)

// table begins a table: a sheet, if it is one of a spreadsheet's.
func (r *odfReader) table(t tree, e element, s style) {
	r.tables++
	r.row, r.column, r.repeat = 0, 0, 1
	if t.parent() != "spreadsheet" {
		r.nested++
		return
	}
	r.sheet = newGrid(e.attr("name"), r.take)
	r.sheet.folder = r.folder()
	name := &inside.Text{}
	name.Write(e.attr("name"), r.sheet.place(0, 0))
	r.take.Text(name)
	if s.hidden {
		r.take.Trace(inside.Trace{Kind: diag.AttachmentHiddenSheet, Place: r.sheet.place(0, 0)})
	}
}

func (r *odfReader) tableEnd(t tree) {
	switch {
	case r.sheet != nil && t.parent() == "spreadsheet":
		r.sheet.done()
		r.sheet = nil
	case r.nested > 0:
		r.nested--
	}
}

// repeated is how often an element stands for itself.
func repeated(e element, name string) int { return max(1, number(e.attr(name))) }

// tableColumn notes hidden columns. Columns come before rows, and are counted like them.
func (r *odfReader) tableColumn(e element, s style) {
	n := repeated(e, "number-columns-repeated")
	if v := e.attr("visibility"); r.sheet != nil && (v == "collapse" || v == "filter" || s.thin) {
		r.sheet.hideColumns(r.column+1, r.column+n)
	}
	r.column += n
}

func (r *odfReader) tableRow(e element, s style) {
	r.row, r.column = r.row+1, 0
	r.repeat = repeated(e, "number-rows-repeated")
	if v := e.attr("visibility"); r.sheet != nil {
		r.sheet.row(v == "collapse" || v == "filter" || s.thin)
	}
}

func (r *odfReader) cell(e element) {
	if r.sheet == nil && r.nested == 1 && r.column > 0 {
		r.text.Break("\t")
	}
	r.column++
	r.cellText.Reset()
	r.value, r.span = whole(e), repeated(e, "number-columns-repeated")
}

// cellEnd adds a cell of a sheet. The columns that it stands for besides its own are counted by the next cell's start.
func (r *odfReader) cellEnd() {
	if r.sheet == nil {
		return
	}
	text := strings.TrimSpace(r.cellText.String())
	if digits := strings.Map(onlyDigits, text); r.value != "" && !strings.Contains(digits, strings.ReplaceAll(r.value, "-", "")) {
		text = strings.TrimSpace(text + " " + r.value)
	}
	if text != "" {
		r.sheet.cell(r.row, r.column, text)
	}
	for i := 1; i < min(r.span, mostEqual) && len(text) == 1; i++ { // a digit in a form that has a cell for each
		r.sheet.cell(r.row, r.column+i, text)
	}
	r.column += r.span - 1
}

// mostEqual is more cells than follow each other in a number with the same digit.
const mostEqual = 18

func onlyDigits(c rune) rune {
	if c < '0' || c > '9' {
		return -1
	}
	return c
}
