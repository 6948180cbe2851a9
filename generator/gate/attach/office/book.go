package office

import (
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach/inside"
)

// sheets is what is known about a workbook beyond one sheet.
type sheets struct {
	names     map[string]string // of sheets, by part
	shared    []string          // strings that cells refer to
	used      []bool            // of shared: a cell does
	stringsIn string            // the part that they stand in
	cells     []cellStyle       // by the s of a cell
}

// workbook reads the list of sheets, and names of ranges.
func (x *ooxml) workbook(p part) {
	x.sheets.names = map[string]string{}
	named := &inside.Text{}
	targets := x.relations[p.name]
	x.walk(p.name, p.data, handler{
		start: func(t tree) {
			e := t.top()
			if e.name != "sheet" {
				return
			}
			name := e.attr("name")
			x.sheets.names[targets[e.attr("id")]] = name
			place := inside.Place{Part: inside.Cell, Name: name}
			named.Write(name, place)
			named.Break("\n\n")
			if state := e.attr("state"); state == "hidden" || state == "veryHidden" {
				x.take.Trace(inside.Trace{Kind: diag.AttachmentHiddenSheet, Place: place})
			}
		},
		text: func(t tree, s string) {
			if t.top().name == "definedName" {
				named.Write(s, inside.Place{Part: inside.Element, Name: p.name})
				named.Break("\n\n")
			}
		},
	})
	x.take.Text(named)
}

// sharedStrings reads the strings that cells refer to by number.
func (x *ooxml) sharedStrings(p part) {
	var b strings.Builder
	x.walk(p.name, p.data, handler{
		text: func(t tree, s string) {
			if t.top().name == "t" && !t.in("rPh") {
				b.WriteString(s)
			}
		},
		end: func(t tree) {
			if t.top().name == "si" {
				x.sheets.shared = append(x.sheets.shared, b.String())
				b.Reset()
			}
		},
	})
	x.sheets.used, x.sheets.stringsIn = make([]bool, len(x.sheets.shared)), p.name
}

// left tells the strings that no cell refers to any more: they are still in the file.
func (x *ooxml) left() {
	text := &inside.Text{}
	for i, s := range x.sheets.shared {
		if i < len(x.sheets.used) && !x.sheets.used[i] {
			text.Write(s, inside.Place{Part: inside.Element, Name: x.sheets.stringsIn})
			text.Break("\n\n")
		}
	}
	x.take.Text(text)
}

// sheetComments reads the comments of a sheet.
func (x *ooxml) sheetComments(p part) {
	text := &inside.Text{}
	place := inside.Place{Part: inside.Comment}
	x.walk(p.name, p.data, handler{
		start: func(t tree) {
			if e := t.top(); e.name == "comment" {
				place.Name = e.attr("ref")
				note(&x.word.comments, &x.word.comment, place)
			}
		},
		text: func(t tree, s string) {
			if name := t.top().name; name == "t" || name == "author" {
				text.Write(s, place)
			}
		},
		end: func(t tree) {
			switch t.top().name {
			case "comment", "author":
				text.Break("\n\n")
			}
		},
	})
	x.take.Text(text)
}

// remarks reads the comments of newer sheets, and those of slides.
func (x *ooxml) remarks(p part) {
	text := &inside.Text{}
	place := inside.Place{Part: inside.Comment}
	x.walk(p.name, p.data, handler{
		start: func(t tree) {
			if e := t.top(); e.name == "threadedComment" || e.name == "cm" {
				place.Name = e.attr("ref")
				note(&x.word.comments, &x.word.comment, place)
			}
		},
		text: func(_ tree, s string) { text.Write(s, place) },
		end:  func(tree) { text.Break("\n") },
	})
	x.take.Text(text)
}
