package office

import (
	"cmp"
	"strconv"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach/inside"
)

// word is what is known about a text document beyond one part.
type word struct {
	styles   map[string]style
	changes  int // tracked
	changed  inside.Place
	comments int
	comment  inside.Place
}

// done tells what is told once for a document.
func (w *word) done(p *pack) {
	if w.changes > 0 {
		p.take.Trace(inside.Trace{Kind: diag.AttachmentTracked, Place: w.changed, Args: []string{strconv.Itoa(w.changes)}})
	}
	if w.comments > 0 {
		p.take.Trace(inside.Trace{Kind: diag.AttachmentComments, Place: w.comment, Args: []string{strconv.Itoa(w.comments)}})
	}
}

// changed notes one more of a thing, and the place of the first.
func note(count *int, first *inside.Place, at inside.Place) {
	if *count++; *count == 1 {
		*first = at
	}
}

// wordPart reads a part of a text document: its body, a header, footnotes, comments.
func (x *ooxml) wordPart(p part) {
	r := &wordReader{x: x, base: basePlace(p.root), text: &inside.Text{}, fields: &inside.Text{}, words: &inside.Text{}}
	x.walk(p.name, p.data, handler{start: r.start, end: r.end, text: r.write})
	x.take.Text(r.text)
	x.take.Text(r.fields)
	x.take.Text(r.words)
}

func basePlace(root string) inside.Place {
	switch root {
	case "hdr":
		return inside.Place{Part: inside.Header}
	case "ftr":
		return inside.Place{Part: inside.Footer}
	}
	return inside.Place{}
}

// wordReader is the state of reading one part.
type wordReader struct {
	x                   *ooxml
	base                inside.Place // of all that stands in the part; zero: paragraphs and tables are counted
	text, fields, words *inside.Text // what shows; instructions of fields; words of pictures
	paragraphs, tables  int
	notes               int // footnotes or comments
	open                []wordTable
	boxes               int  // text boxes that are open
	run, para           look // of the run and the paragraph that are open
	told                bool // the hidden text that goes on was told
	shape               cover
}

// wordTable is a table that is open.
type wordTable struct {
	number, row, column int
	fill                string // of the cell
	styled              bool   // its style fills cells, so that a colour of text alone says nothing
}

// place is where the next text stands.
func (r *wordReader) place() inside.Place {
	switch {
	case r.base.Part != "":
		return r.base
	case len(r.open) > 0:
		t := r.open[0]
		return inside.Place{Part: inside.Table, Number: t.number, Row: t.row, Column: t.column}
	}
	return inside.Place{Part: inside.Paragraph, Number: max(r.paragraphs, 1)}
}

func (r *wordReader) start(t tree) {
	e := t.top()
	switch e.name {
	case "p":
		r.para = look{}
		if len(r.open) == 0 && r.boxes == 0 {
			r.paragraphs++
		}
	case "r":
		r.run = look{}
	case "tbl":
		r.tables++
		r.open = append(r.open, wordTable{number: r.tables})
	case "tr", "tc":
		r.cell(e.name)
	case "br", "cr":
		r.text.Break(r.between())
	case "tab", "noBreakHyphen":
		if t.parent() == "r" {
			r.text.Break(map[string]string{"tab": " ", "noBreakHyphen": "-"}[e.name])
		}
	case "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel":
		note(&r.x.word.changes, &r.x.word.changed, r.place())
	case "comment":
		r.numbered(inside.Comment, e)
		note(&r.x.word.comments, &r.x.word.comment, r.base)
		r.told = false
	case "footnote":
		r.numbered(inside.Footnote, e)
	case "endnote":
		r.numbered(inside.Endnote, e)
	case "txbxContent", "textbox":
		r.boxes++
	case "anchor":
		r.shape = cover{behind: truth(e.attr("behindDoc"))}
	case "rect", "roundrect":
		if !t.in("anchor") && !t.in("Fallback") { // said before, of the same shape
			r.shape = vml(e)
		}
	default:
		r.shape.of(t, e)
		r.property(t, e)
	}
}

// numbered begins a note or a comment, counted as people see them: those with a type are the lines above notes.
func (r *wordReader) numbered(part inside.Part, e element) {
	if e.attr("type") == "" || e.attr("type") == "normal" {
		r.notes++
	}
	r.base = inside.Place{Part: part, Number: r.notes}
	r.text.Break("\n\n")
}

func (r *wordReader) cell(name string) {
	if len(r.open) == 0 {
		return
	}
	t := &r.open[len(r.open)-1]
	switch {
	case name == "tr":
		t.row, t.column = t.row+1, 0
	default:
		if t.column++; t.column > 1 && len(r.open) == 1 {
			r.text.Break("\t")
		}
		t.fill = ""
	}
}

// between is the separator of paragraphs, which must not tear a row of a table.
func (r *wordReader) between() string {
	if len(r.open) > 0 {
		return " "
	}
	return "\n"
}

func (r *wordReader) end(t tree) {
	switch t.top().name {
	case "anchor", "rect", "roundrect":
		if t.top().name == "anchor" || !t.in("anchor") {
			r.x.covered(r.shape, r.place())
			r.shape = cover{}
		}
	case "p":
		r.text.Break(r.between())
		r.told = false
	case "tr":
		if len(r.open) == 1 {
			r.text.Break("\n")
		}
	case "tbl":
		if len(r.open) > 0 {
			r.open = r.open[:len(r.open)-1]
		}
		r.text.Break(r.between())
	case "txbxContent", "textbox":
		r.boxes--
		r.text.Break(r.between())
	}
}

// property reads what runs, paragraphs, cells and tables say of themselves.
func (r *wordReader) property(t tree, e element) {
	switch e.name {
	case "pStyle":
		r.para = r.para.over(r.x.word.style(e.attr("val")).look)
	case "rStyle":
		r.run = r.run.over(r.x.word.style(e.attr("val")).look)
	case "tblStyle":
		if len(r.open) > 0 {
			r.open[len(r.open)-1].styled = r.x.word.style(e.attr("val")).fills
		}
	case "docPr", "cNvPr", "shape", "imagedata":
		for _, name := range []string{"descr", "title", "alt"} {
			r.words.Write(e.attr(name), r.place())
			r.words.Break("\n")
		}
	case "shd":
		r.fill(t.parent(), strings.ToUpper(e.attr("fill")))
	default:
		if t.parent() == "rPr" && len(t) > 2 && t[len(t)-3].name == "r" {
			r.run = r.run.with(e)
		}
	}
}

func (r *wordReader) fill(owner, fill string) {
	switch {
	case owner == "rPr":
		r.run.fill = fill
	case owner == "pPr":
		r.para.fill = fill
	case owner == "tcPr" && len(r.open) > 0:
		r.open[len(r.open)-1].fill = fill
	}
}

// with adds what one property of a run says.
func (l look) with(e element) look {
	switch e.name {
	case "vanish", "specVanish":
		l.hidden = e.on("val")
	case "color":
		l.color = e.attr("val")
	case "highlight":
		l.highlight = e.attr("val")
	case "sz":
		n, err := strconv.Atoi(e.attr("val"))
		l.tiny = err == nil && n <= 3 // half points
	}
	return l
}

func (r *wordReader) write(t tree, s string) {
	switch t.top().name {
	case "t", "delText":
		r.text.Write(s, r.place())
		if !blank(s) {
			r.shape.words = true
			r.judge()
		}
	case "instrText":
		r.fields.Write(s, r.place())
		r.fields.Break(" ")
	case "script", "style", "posOffset", "align", "pctWidth", "pctHeight", "sizeRelH", "sizeRelV":
	default:
		if !blank(s) && t.in("oMath") {
			r.text.Write(s, r.place())
		}
	}
}

// judge tells a run that nobody sees, the first of those that follow each other.
func (r *wordReader) judge() {
	l := r.run.over(r.para)
	styled := false
	for i := len(r.open) - 1; i >= 0; i-- {
		l.fill = cmp.Or(l.fill, r.open[i].fill)
		styled = styled || r.open[i].styled
	}
	var kind *diag.Kind
	switch {
	case l.hidden || l.tiny:
		kind = diag.AttachmentHiddenText
	case l.covered():
		kind = diag.AttachmentCovered
	case l.pale() && r.boxes == 0 && !styled:
		kind = diag.AttachmentPaleText
	}
	if kind != nil && !r.told {
		r.x.take.Trace(inside.Trace{Kind: kind, Place: r.place()})
	}
	r.told = kind != nil
}
