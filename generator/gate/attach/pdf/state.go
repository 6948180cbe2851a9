package pdf

import "math"

// state is the graphics state, as far as it decides what shows (8.4).
type state struct {
	ctm                              matrix
	clip                             rect
	fill                             paint
	line                             paint
	width                            float64 // of lines
	font                             *font
	size                             float64
	char, word, scale, leading, rise float64
	mode                             int  // of text: 3 shows nothing
	hidden                           bool // a layer that is off
}

// paint is a colour, by how light it is: 0 black, 1 white.
type paint struct {
	light   float64
	rgb     [3]float64 // for what is no ink and no pattern
	alpha   float64
	ink     bool // its one component counts ink, not light
	blended bool // mixed with what lies below it
	unknown bool // a pattern
}

func (p paint) opaque() bool { return p.alpha > 0.9 && !p.blended }
func (p paint) dark() bool   { return p.opaque() && !p.unknown && p.light < 0.25 }
func (p paint) like(o paint) bool {
	if p.unknown || o.unknown || p.ink || o.ink || !p.opaque() || !o.opaque() {
		return false
	}
	for i := range p.rgb {
		if p.rgb[i] < 0 || p.rgb[i] > 1 || math.Abs(p.rgb[i]-o.rgb[i]) > 0.03 {
			return false
		}
	}
	return true
}
func (p paint) white() bool { return !p.unknown && p.light > 0.98 }

// components sets a colour from its components.
func (p paint) components(n []float64) paint {
	p.unknown = false
	switch len(n) {
	case 1:
		if p.light = n[0]; p.ink {
			p.light = 1 - n[0]
		}
		p.rgb = [3]float64{n[0], n[0], n[0]}
	case 3:
		p.light = 0.3*n[0] + 0.59*n[1] + 0.11*n[2]
		p.rgb = [3]float64{n[0], n[1], n[2]}
	case 4:
		p.light = (1 - n[3]) * (1 - 0.3*n[0] - 0.59*n[1] - 0.11*n[2])
		p.rgb = [3]float64{(1 - n[0]) * (1 - n[3]), (1 - n[1]) * (1 - n[3]), (1 - n[2]) * (1 - n[3])}
	default:
		p.unknown = true
	}
	return p
}

// space sets a colour space; its first colour is black, or full ink.
func (f *file) space(p paint, v any, resources dict) paint {
	v = f.get(v)
	if n, ok := v.(name); ok {
		if named, ok := f.dict(resources["ColorSpace"])[n]; ok {
			v = f.get(named)
		}
	}
	if list, ok := v.(array); ok && len(list) > 0 {
		v = f.get(list[0])
	}
	p.light, p.rgb, p.unknown = 0, [3]float64{}, v == name("Pattern")
	p.ink = v == name("Separation") || v == name("DeviceN")
	return p
}

// extended sets what a dictionary of the state says (8.4.5).
func (f *file) extended(s *state, d dict) {
	if a, ok := f.get(d["ca"]).(float64); ok {
		s.fill.alpha = a
	}
	if a, ok := f.get(d["CA"]).(float64); ok {
		s.line.alpha = a
	}
	if mode, ok := f.get(d["BM"]).(name); ok {
		s.fill.blended = mode != "Normal" && mode != "Compatible"
		s.line.blended = s.fill.blended
	}
	if list := f.array(d["Font"]); len(list) == 2 {
		s.font, s.size = f.font(list[0]), f.number(list[1])
	}
}
