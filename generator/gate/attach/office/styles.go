package office

import "strings"

// style is what a style of a text document says, as far as it decides whether anybody sees the text.
type style struct {
	look
	basedOn string
	fills   bool // it fills cells of tables
	thin    bool // a row or a column that nobody sees
	shape   cover
}

// mostBased is how many styles may rest on each other.
const mostBased = 20

// style gives a style with all that it rests on.
func (w *word) style(id string) style {
	s := w.styles[id]
	for base, n := s.basedOn, 0; base != "" && n < mostBased; n++ {
		b := w.styles[base]
		s.look, s.fills, base = s.look.over(b.look), s.fills || b.fills, b.basedOn
	}
	return s
}

// wordStyles reads the styles of a text document.
func (x *ooxml) wordStyles(p part) {
	x.word.styles = map[string]style{}
	var id string
	var s style
	x.walk(p.name, p.data, handler{
		start: func(t tree) {
			switch e := t.top(); {
			case e.name == "style":
				id, s = e.attr("styleId"), style{}
			case e.name == "basedOn":
				s.basedOn = e.attr("val")
			case e.name == "shd":
				fill := strings.ToUpper(e.attr("fill"))
				if s.fills = s.fills || t.in("tcPr") && !plainColor(strings.ToLower(fill)); !t.in("tblStylePr") {
					s.look.fill = fill
				}
			case t.parent() == "rPr" && !t.in("tblStylePr"):
				s.look = s.look.with(e)
			}
		},
		end: func(t tree) {
			if t.top().name == "style" && id != "" {
				x.word.styles[id] = s
			}
		},
	})
}
