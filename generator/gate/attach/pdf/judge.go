package pdf

import (
	"courtsite/generator/diag"
	"courtsite/generator/gate/attach/inside"
)

// fewest is how many characters have to be hidden to be told: a single one may be an accident of layout.
const fewest = 2

// judge tells text that does not show. It is told once for a page and kind.
func (c *canvas) judge(take inside.Taker, area rect) {
	covered, pale, hidden := 0, 0, 0
	scanned := c.pictured(area)
	// Every character is compared with every area, within what the page was allowed.
	shapes := c.shapes
	for len(shapes)*len(c.marks) > 20_000_000 {
		shapes = shapes[len(shapes)/2:]
	}
	if len(shapes) < len(c.shapes) {
		take.Unread(inside.Unread{Reason: inside.OverLimit, Place: c.place})
	}
	for _, m := range c.marks {
		x, y := (m.box.x0+m.box.x1)/2, (m.box.y0+m.box.y1)/2
		over, under, same := c.around(m, x, y, shapes)
		switch {
		case over, same && m.fill.dark() && !m.ghost:
			covered++ // a bar over it, or one in its own colour right below: as text processors mark text in black
		case m.ghost && scanned:
		case m.ghost, m.hidden, m.placed && !area.has(x, y):
			hidden++
		case m.light && !under, same:
			pale++
		}
	}
	for _, found := range []struct {
		count int
		kind  *diag.Kind
	}{{covered, diag.AttachmentCovered}, {hidden, diag.AttachmentHiddenText}, {pale, diag.AttachmentPaleText}} {
		if found.count >= fewest {
			take.Trace(inside.Trace{Kind: found.kind, Place: c.place})
		}
	}
}

// around tells whether something dark was painted over a character, whether anything but white lies under it, and whether what lies right under it is of
// its own colour. A picture as large as a page
// over text is a scan with recognised text below it: the picture shows what the text says.
func (c *canvas) around(m mark, x, y float64, shapes []shape) (over, under, same bool) {
	for _, s := range shapes {
		if !s.box.has(x, y) {
			continue
		}
		if s.order < m.order {
			under = under || !s.white
			same = m.filled && s.exact && !s.image && !s.white && s.opaque && m.fill.like(s.fill)
			continue
		}
		tall := s.box.height() > 0.5*m.box.height()
		switch {
		case s.exact && s.dark && tall:
			over = true
		case s.exact && s.image && s.opaque && tall && !m.ghost && s.box.width() < 40*m.box.height() && s.box.height() < 4*m.box.height():
			over = true // a picture as high as the line: a bar
		}
	}
	return over, under, same
}
