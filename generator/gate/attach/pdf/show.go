package pdf

import (
	"math"
	"strings"
)

// textOperator takes the operators of text (9.3, 9.4).
func (c *canvas) textOperator(op operator, args []any, n []float64, resources dict) {
	s := &c.state
	one := func(to *float64) {
		if len(n) == 1 {
			*to = n[0]
		}
	}
	switch op {
	case "BT":
		c.tm, c.tlm = identity, identity
	case "Tf":
		if len(args) == 2 && len(n) == 1 {
			s.font, s.size = c.fontOf(args[0], resources), n[0]
		}
	case "Tc":
		one(&s.char)
	case "Tw":
		one(&s.word)
	case "Tz":
		one(&s.scale)
	case "TL":
		one(&s.leading)
	case "Ts":
		one(&s.rise)
	case "Tr":
		if len(n) == 1 {
			s.mode = int(n[0])
		}
	case "Td", "TD":
		if len(n) == 2 {
			if op == "TD" {
				s.leading = -n[1]
			}
			c.move(n[0], n[1])
		}
	case "Tm":
		if len(n) == 6 {
			c.tm = matrixOf(n)
			c.tlm = c.tm
		}
	case "T*":
		c.move(0, -s.leading)
	case "Tj", "'", "\"":
		if op != "Tj" {
			c.move(0, -s.leading)
		}
		if len(args) > 0 {
			if t, ok := args[len(args)-1].(text); ok {
				c.show(t)
			}
		}
	case "TJ":
		c.showAll(args)
	}
}

func (c *canvas) move(x, y float64) {
	c.tlm = matrix{1, 0, 0, 1, x, y}.times(c.tlm)
	c.tm = c.tlm
}

func (c *canvas) showAll(args []any) {
	if len(args) != 1 {
		return
	}
	list, _ := args[0].(array)
	for _, v := range list {
		switch v := v.(type) {
		case text:
			c.show(v)
		case float64:
			c.advance(-v / 1000 * c.state.size)
		}
	}
}

// advance moves along the line.
func (c *canvas) advance(by float64) {
	if c.state.font != nil && c.state.font.vertical {
		c.tm = matrix{1, 0, 0, 1, 0, by}.times(c.tm)
		return
	}
	c.tm = matrix{1, 0, 0, 1, by * c.state.scale / 100, 0}.times(c.tm)
}

func (c *canvas) fontOf(key any, resources dict) *font {
	k, _ := key.(name)
	v := c.file.dict(resources["Font"])[k]
	id, shared := v.(ref)
	if !shared {
		return c.file.font(v)
	}
	if c.fonts[id] == nil {
		c.fonts[id] = c.file.font(v)
	}
	return c.fonts[id]
}

// show paints a text.
func (c *canvas) show(s text) {
	t := c.state.font
	if t == nil {
		t = c.file.font(nil)
		c.state.font = t
	}
	for len(s) > 0 && len(c.marks) < mostMarks {
		g, size := t.next(s)
		s = s[size:]
		by := g.width*t.scale*c.state.size + c.state.char
		if g.blank {
			by += c.state.word
		}
		if t.vertical {
			by = -c.state.size + c.state.char
		}
		c.glyph(g, t.vertical)
		c.advance(by)
		c.lastX, c.lastY = c.tm.times(c.state.ctm).point(0, 0)
	}
}

// glyph notes one glyph, and writes its characters.
func (c *canvas) glyph(g glyph, vertical bool) {
	s := c.state
	m := c.tm.times(s.ctm)
	size := math.Abs(s.size) * math.Hypot(m.c, m.d)
	c.separate(m, size, vertical)
	chars := whole(g.chars)
	c.glyphs++
	if chars == "" || chars == "\ufffd" || strings.ContainsFunc(chars, private) {
		c.unknown++
		chars = "\ufffd"
	}
	if strings.TrimSpace(chars) != "" {
		c.order++
		box := rect{0, -0.2 * s.size, max(g.width, 200) * 0.001 * s.size * s.scale / 100, 0.8 * s.size}
		if vertical {
			box = rect{-0.5 * s.size, -s.size, 0.5 * s.size, 0}
		}
		c.marks = append(c.marks, mark{
			box: box.in(m), order: c.order, offset: c.text.Len(), light: s.fill.white() && (s.mode == 0 || s.mode == 4), fill: s.fill, filled: s.mode == 0, ghost: s.mode == 3 || s.mode == 7,
			placed: s.font.composite || len(s.font.widths) > 0,
			hidden: s.hidden || s.fill.alpha == 0 && s.mode == 0 || size > 0 && size < 0.7,
		})
	}
	if c.started {
		c.text.Break(chars) // still of the same place
	} else {
		c.text.Write(chars, c.place)
	}
	c.lastSize, c.started = size, true
}

// private tells characters that mean nothing outside of a font.
func private(r rune) bool { return r >= 0xe000 && r <= 0xf8ff || r < ' ' }

// separate breaks lines, and words where there is a gap, before the next glyph.
func (c *canvas) separate(m matrix, size float64, vertical bool) {
	if !c.started {
		return
	}
	x, y := m.point(0, 0)
	length := math.Hypot(m.a, m.b)
	if vertical {
		length = math.Hypot(m.c, m.d)
	}
	if length == 0 || size == 0 {
		return
	}
	// Along the line, and across it.
	ux, uy := m.a/length, m.b/length
	if vertical {
		ux, uy = -m.c/length, -m.d/length
	}
	along, across := (x-c.lastX)*ux+(y-c.lastY)*uy, (x-c.lastX)*-uy+(y-c.lastY)*ux
	switch unit := max(size, c.lastSize); {
	case math.Abs(across) > 0.6*unit || along < -unit:
		c.text.Break("\n")
	case along > 0.25*unit:
		c.text.Break(" ")
	}
}
