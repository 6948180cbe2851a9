package pdf

import (
	"math"

	"courtsite/generator/gate/attach/inside"
)

// mark is one glyph on a page.
type mark struct {
	box    rect
	order  int // of painting
	light  bool
	fill   paint
	filled bool // in that colour and no other
	hidden bool // painted in a way that shows nothing, or on a layer that is off
	ghost  bool // by the mode of its text: as text recognition lays it under a scan
	placed bool // its font says how wide characters are, so that the box is where it should be
	offset int  // of its characters in the page's text
}

// shape is an area that was painted over what was there.
type shape struct {
	box    rect
	order  int
	exact  bool // the area is the box; else it lies somewhere within
	dark   bool
	white  bool
	image  bool
	opaque bool
	fill   paint // of an exact area that is no picture
}

// Bounds of a page.
const (
	mostMarks  = 200_000
	mostShapes = 20_000
	mostNested = 12 // forms in forms
)

// canvas is what a page's contents paint.
type canvas struct {
	file    *file
	fonts   map[any]*font
	text    *inside.Text
	instead *inside.Text // what is to be read in place of what is shown (14.9.4)
	place   inside.Place
	marks   []mark
	shapes  []shape
	order   int
	glyphs  int // shown
	unknown int // of them without characters
	images  []shape

	state   state
	stack   []state
	tm, tlm matrix
	path    path
	layers  []bool // marked content that is open: hidden or not
	off     map[ref]bool

	lastX, lastY, lastSize float64 // where the last glyph ended
	started                bool
}

// run interprets a content stream.
func (c *canvas) run(data []byte, resources dict, depth int) error {
	if err := c.file.work.Spend(len(data) * 4); err != nil {
		return err
	}
	l := &lexer{data: data}
	var args []any
	for {
		switch v := l.next(0).(type) {
		case end:
			if l.deep {
				return inside.ErrLimit
			}
			return nil
		case closing:
		case operator:
			if v == "ID" {
				l.at = inlineEnd(data, l.at)
				c.inline(args)
			} else if err := c.operator(v, args, resources, depth); err != nil {
				return err
			}
			args = args[:0]
		default:
			if len(args) < 64 {
				args = append(args, v)
			}
		}
	}
}

// inlineEnd finds the end of a picture that stands in the contents: EI between blanks.
func inlineEnd(data []byte, at int) int {
	for i := at + 1; i+2 < len(data); i++ {
		if data[i] == 'E' && data[i+1] == 'I' && space(data[i-1]) && space(data[i+2]) {
			return i + 2
		}
	}
	return len(data)
}

func numbers(args []any) []float64 {
	list := make([]float64, 0, len(args))
	for _, a := range args {
		if n, ok := a.(float64); ok && !math.IsNaN(n) && !math.IsInf(n, 0) {
			list = append(list, n)
		}
	}
	return list
}

func (c *canvas) operator(op operator, args []any, resources dict, depth int) error {
	n := numbers(args)
	s := &c.state
	switch op {
	case "q":
		if len(c.stack) < 1000 {
			c.stack = append(c.stack, *s)
		}
	case "Q":
		if len(c.stack) > 0 {
			*s, c.stack = c.stack[len(c.stack)-1], c.stack[:len(c.stack)-1]
		}
	case "cm":
		if len(n) == 6 {
			s.ctm = matrixOf(n).times(s.ctm)
		}
	case "w":
		if len(n) == 1 {
			s.width = n[0]
		}
	case "gs":
		if len(args) == 1 {
			if key, ok := args[0].(name); ok {
				c.file.extended(s, c.file.dict(c.file.dict(resources["ExtGState"])[key]))
			}
		}
	case "Do":
		return c.object(args, resources, depth)
	case "sh":
		c.add(shape{box: s.clip, opaque: true})
	case "BDC", "BMC", "EMC":
		c.marked(op, args, resources)
	default:
		if !c.color(op, args, n, resources) && !c.draw(op, n) {
			c.textOperator(op, args, n, resources)
		}
	}
	return nil
}

func (c *canvas) color(op operator, args []any, n []float64, resources dict) bool {
	s := &c.state
	switch op {
	case "g", "rg", "k":
		s.fill.ink = false
		s.fill = s.fill.components(n)
	case "G", "RG", "K":
		s.line.ink = false
		s.line = s.line.components(n)
	case "sc", "scn":
		s.fill = s.fill.components(n)
	case "SC", "SCN":
		s.line = s.line.components(n)
	case "cs", "CS":
		if len(args) == 1 {
			p := &s.fill
			if op == "CS" {
				p = &s.line
			}
			*p = c.file.space(*p, args[0], resources)
		}
	default:
		return false
	}
	return true
}

// marked follows marked content, of which some belongs to layers that are off (8.11).
func (c *canvas) marked(op operator, args []any, resources dict) {
	if op == "EMC" {
		if len(c.layers) > 0 {
			c.layers = c.layers[:len(c.layers)-1]
		}
	} else {
		hidden := len(c.layers) > 0 && c.layers[len(c.layers)-1]
		if len(args) == 2 && args[0] == name("OC") {
			if key, ok := args[1].(name); ok {
				hidden = hidden || c.layerOff(c.file.dict(resources["Properties"])[key])
			}
		}
		var properties any
		if len(args) == 2 {
			properties = args[1]
		}
		if d, ok := properties.(dict); ok {
			for _, key := range []name{"ActualText", "Alt", "E"} {
				if s, ok := d[key].(text); ok && s != "" {
					c.instead.Write(s.chars(), c.place)
					c.instead.Break("\n")
				}
			}
		}
		if len(c.layers) < 1000 {
			c.layers = append(c.layers, hidden)
		}
	}
	c.state.hidden = len(c.layers) > 0 && c.layers[len(c.layers)-1]
}

// layerOff tells whether a layer, or all layers of a membership, are off.
func (c *canvas) layerOff(v any) bool {
	if r, ok := v.(ref); ok && c.off[r] {
		return true
	}
	members := c.file.dict(v)["OCGs"]
	if r, ok := members.(ref); ok {
		if c.off[r] {
			return true
		}
	}
	list := c.file.array(members)
	for _, m := range list {
		if r, ok := m.(ref); !ok || !c.off[r] {
			return false
		}
	}
	return len(list) > 0
}

// object paints a form or an image.
func (c *canvas) object(args []any, resources dict, depth int) error {
	if len(args) != 1 {
		return nil
	}
	key, _ := args[0].(name)
	x, ok := c.file.get(c.file.dict(resources["XObject"])[key]).(*stream)
	if !ok {
		return nil
	}
	if x.dict["Subtype"] == name("Image") {
		c.image(x)
		return nil
	}
	return c.form(x, resources, depth)
}

func (c *canvas) image(x *stream) {
	s := c.state
	box := rect{0, 0, 1, 1}.in(s.ctm).cut(s.clip)
	_, masked := x.dict["SMask"]
	_, cut := x.dict["Mask"]
	stencil, _ := c.file.get(x.dict["ImageMask"]).(bool)
	picture := shape{box: box, image: true, exact: s.ctm.upright(), opaque: !masked && !cut && !stencil && s.fill.opaque()}
	c.images = append(c.images, picture)
	c.add(picture)
}

// inline notes a picture that stands in the contents (8.9.7).
func (c *canvas) inline(args []any) {
	stencil := false
	for i := 0; i+1 < len(args); i += 2 {
		if key, _ := args[i].(name); key == "IM" || key == "ImageMask" {
			stencil, _ = args[i+1].(bool)
		}
	}
	c.add(shape{box: rect{0, 0, 1, 1}.in(c.state.ctm).cut(c.state.clip), image: true, exact: c.state.ctm.upright(), opaque: !stencil && c.state.fill.opaque()})
}

// form interprets a form, in a state of its own.
func (c *canvas) form(x *stream, resources dict, depth int) error {
	if depth >= mostNested {
		return inside.ErrLimit
	}
	if own := c.file.dict(x.dict["Resources"]); own != nil {
		resources = own
	}
	data, err := c.file.unpack(x)
	if err == inside.ErrLimit {
		return err
	}
	saved, stack, tm, tlm := c.state, c.stack, c.tm, c.tlm
	c.stack = nil
	c.state.ctm = matrixOf(c.file.numbersOf(x.dict["Matrix"])).times(c.state.ctm)
	if box, ok := rectOf(c.file.numbersOf(x.dict["BBox"])); ok {
		c.state.clip = c.state.clip.cut(box.in(c.state.ctm))
	}
	c.state.hidden = c.state.hidden || c.layerOff(x.dict["OC"])
	err = c.run(data, resources, depth+1)
	c.state, c.stack, c.tm, c.tlm = saved, stack, tm, tlm
	return err
}

func (c *canvas) add(s shape) {
	if c.order++; len(c.shapes) < mostShapes && s.box.area() > 0 && !c.state.hidden {
		s.order = c.order
		c.shapes = append(c.shapes, s)
	}
}
