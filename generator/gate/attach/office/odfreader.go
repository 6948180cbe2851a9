package office

import (
	"cmp"
	"path"
	"strconv"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach/inside"
)

// odfReader is the state of reading one content of an OpenDocument package.
type odfReader struct {
	*pack
	part     part
	styles   map[string]style // by family and name
	word     *word
	text     *inside.Text // what shows
	words    *inside.Text // words of pictures, values, names
	comments *inside.Text
	deleted  *inside.Text

	looks              []look // of the elements that are open, as far as they say something
	sheet              *grid  // of a spreadsheet
	tables             int
	nested             int
	row, column        int
	cellText           strings.Builder
	value              string
	repeat, span       int // of the row and the cell that are open
	paragraphs, slides int
	shapes             int // drawn ones that are open and filled
	footnotes          int
	note               bool // a footnote is open
	told               bool
	shape              cover // the one that is open
}

// place is where the next text stands. A document within the document stands in a folder of its own.
func (r *odfReader) place() inside.Place {
	at := r.bare()
	if folder := r.folder(); folder != "" {
		at.Members = []string{folder}
	}
	return at
}

func (r *odfReader) folder() string {
	if folder := path.Dir(r.part.name); folder != "." {
		return folder
	}
	return ""
}

func (r *odfReader) bare() inside.Place {
	switch {
	case r.sheet != nil:
		return r.sheet.place(r.row, r.column)
	case r.part.root == "document-styles":
		return inside.Place{Part: inside.Header}
	case r.slides > 0:
		return inside.Place{Part: inside.Slide, Number: r.slides}
	case r.note:
		return inside.Place{Part: inside.Footnote, Number: r.footnotes}
	case r.nested > 0:
		return inside.Place{Part: inside.Table, Number: r.tables, Row: r.row, Column: r.column}
	}
	return inside.Place{Part: inside.Paragraph, Number: max(r.paragraphs, 1)}
}

// families are the families of styles by the elements that name them.
var families = map[string]string{
	"p": "paragraph", "h": "paragraph", "span": "text", "a": "text", "table-cell": "table-cell", "covered-table-cell": "table-cell", "section": "section", "table": "table", "page": "drawing-page",
	"custom-shape": "graphic", "frame": "graphic", "text-box": "graphic", "rect": "graphic", "table-row": "table-row", "table-column": "table-column",
}

func (r *odfReader) start(t tree) {
	e := t.top()
	if t.in("style") {
		r.styled(t, e)
		return
	}
	s := r.style(families[e.name], e.attr("style-name"))
	r.look(e, s)
	switch e.name {
	case "spreadsheet":
		r.tables = 0
	case "table":
		r.table(t, e, s)
	case "table-column":
		r.tableColumn(e, s)
	case "table-row":
		r.tableRow(e, s)
	case "table-cell", "covered-table-cell":
		r.cell(e)
	case "p", "h":
		if r.nested == 0 && r.sheet == nil && !r.note && !drawn(t) {
			r.paragraphs++
		}
	case "s":
		r.put(t, strings.Repeat(" ", min(max(number(e.attr("c")), 1), 100)))
	case "tab":
		r.put(t, " ")
	case "line-break":
		r.put(t, " ")
	case "note-body":
		r.footnotes, r.note = r.footnotes+1, true
	case "annotation":
		note(&r.word.comments, &r.word.comment, r.place())
	case "changed-region":
		note(&r.word.changes, &r.word.changed, r.place())
	case "hidden-text", "hidden-paragraph":
		r.words.Write(e.attr("string-value"), r.place())
		r.words.Break("\n")
		r.trace(diag.AttachmentHiddenText)
	case "rect", "custom-shape":
		r.shape = s.shape
		r.shape.low = short(e.attr("height"), lowest)
	case "enhanced-geometry":
		r.shape.other = !strings.Contains(e.attr("type"), "rectangle")
	case "page":
		r.slides++
		if s.hidden {
			r.take.Trace(inside.Trace{Kind: diag.AttachmentHiddenSlide, Place: r.place()})
		}
	}
	r.attributes(e)
}

// drawn tells that the innermost element stands in a shape: nobody counts its paragraphs among those of the text. Programs write one into each shape.
func drawn(t tree) bool {
	for _, e := range t[:len(t)-1] {
		switch e.name {
		case "custom-shape", "frame", "text-box", "rect", "ellipse", "circle", "line", "polyline", "polygon", "path", "regular-polygon", "connector", "caption":
			return true
		}
	}
	return false
}

// attributes keeps words that stand in attributes: addresses of links, values of fields, help and titles.
func (r *odfReader) attributes(e element) {
	for _, a := range e.attrs {
		switch a.Name.Local {
		case "href", "string-value", "formula", "help-message", "description", "author", "creator":
			r.words.Write(a.Value, r.place())
			r.words.Break("\n\n")
		}
	}
}

func (r *odfReader) look(e element, s style) {
	base := look{}
	if len(r.looks) > 0 {
		base = r.looks[len(r.looks)-1]
	}
	l := s.look.over(base)
	switch e.name {
	case "table", "page", "table-row":
		l.hidden = base.hidden // told as such
	case "section":
		l.hidden = l.hidden || e.attr("display") == "none"
	case "custom-shape", "frame", "text-box", "rect":
		if l = (look{hidden: base.hidden}); s.fills || e.name == "custom-shape" || e.name == "rect" {
			r.shapes++
		}
	}
	r.looks = append(r.looks, l)
}

func (r *odfReader) write(t tree, s string) {
	switch {
	case t.in("style") || t.in("font-face-decls"):
	case t.in("p") || t.in("h") || t.in("annotation") || t.top().name == "desc" || t.top().name == "title" || t.top().name == "creator":
		r.put(t, s)
	}
}

// put writes a text to where it belongs.
func (r *odfReader) put(t tree, s string) {
	switch {
	case t.in("annotation"):
		r.comments.Write(s, inside.Place{Part: inside.Comment, Number: r.word.comments})
		return
	case t.in("tracked-changes"):
		r.deleted.Write(s, r.place())
		return
	case t.top().name == "desc" || t.top().name == "title":
		r.words.Write(s, r.place())
		return
	case t.in("notes") && r.slides > 0:
		r.notes(t, s)
		return
	case r.sheet != nil && (t.in("table-cell") || t.in("covered-table-cell")):
		r.cellText.WriteString(s)
	default:
		r.text.Write(s, r.place())
	}
	if !blank(s) {
		r.shape.words = true
		r.judge()
	}
}

func (r *odfReader) notes(t tree, s string) {
	place := inside.Place{Part: inside.Notes, Number: r.slides}
	r.comments.Write(s, place)
	if !blank(s) && !t.in("page-number") && !t.in("date") && !t.in("placeholder") {
		r.take.Trace(inside.Trace{Kind: diag.AttachmentNotes, Place: place})
	}
}

// judge tells a text that nobody sees, the first of those that follow each other.
func (r *odfReader) judge() {
	l := look{}
	if len(r.looks) > 0 {
		l = r.looks[len(r.looks)-1]
	}
	switch {
	case l.hidden || l.tiny:
		r.trace(diag.AttachmentHiddenText)
	case l.covered():
		r.trace(diag.AttachmentCovered)
	case l.pale() && r.shapes == 0 && r.slides == 0:
		r.trace(diag.AttachmentPaleText)
	default:
		r.told = false
	}
}

func (r *odfReader) trace(kind *diag.Kind) {
	if !r.told {
		r.take.Trace(inside.Trace{Kind: kind, Place: r.place()})
	}
	r.told = true
}

func (r *odfReader) end(t tree) {
	if t.in("style") {
		return
	}
	switch t.top().name {
	case "p", "h":
		r.paragraphEnd(t)
	case "table":
		r.tableEnd(t)
	case "table-cell", "covered-table-cell":
		r.cellEnd()
	case "table-row":
		if r.sheet == nil && r.nested == 1 {
			r.text.Break("\n")
		}
		r.row += r.repeat - 1
	case "note-body":
		r.note = false
	case "annotation":
		r.comments.Break("\n\n")
	case "custom-shape", "frame", "text-box", "rect":
		r.shapes = max(0, r.shapes-1)
		if r.slides == 0 && (t.in("text") || t.in("spreadsheet")) {
			r.covered(r.shape, r.place())
		}
		r.shape = cover{}
	case "creator", "desc", "title":
		r.words.Break("\n\n")
		r.comments.Break("\n")
	}
	if len(r.looks) >= len(t) {
		r.looks = r.looks[:len(t)-1]
	}
}

func (r *odfReader) paragraphEnd(t tree) {
	separator := "\n"
	if r.nested > 0 {
		separator = " "
	}
	switch {
	case t.in("annotation"), t.in("notes"):
		r.comments.Break("\n")
	case t.in("tracked-changes"):
		r.deleted.Break("\n")
	case r.sheet != nil && t.in("table-cell"):
		r.cellText.WriteString(" ")
	default:
		r.text.Break(separator)
	}
	r.told = false
}

// whole reads the value of a cell with all its digits: what shows may be rounded.
func whole(e element) string {
	value := cmp.Or(e.attr("date-value"), e.attr("value"))
	if n, err := strconv.ParseFloat(value, 64); err == nil && n >= 1e9 && n < 1e19 {
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	if e.attr("date-value") != "" {
		return value
	}
	return ""
}
