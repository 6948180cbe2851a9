package office

import (
	"strconv"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach/inside"
)

// cover is a shape that floats over a text or a sheet, as people lay black boxes over names. Where it comes to lie only an office program knows, so that
// it is told whatever stands under it. The zero cover is none.
type cover struct {
	behind bool // the text stands over it
	beside bool // the text keeps out of its way
	black  bool
	other  bool // no rectangle
	words  bool // it has a text of its own
	low    bool // a line rather than a box
}

func (c cover) hides() bool {
	return c.black && !c.behind && !c.beside && !c.other && !c.words && !c.low
}

// lowest is the height in points from which on a box hides a line of text, and emu are the units of Office Open XML in one point.
const (
	lowest = 5
	emu    = 12700
)

// of adds what one element of DrawingML says. The shape's own properties count, not those of its outline.
func (c *cover) of(t tree, e element) {
	switch e.name {
	case "extent", "ext":
		if n, err := strconv.ParseFloat(e.attr("cy"), 64); err == nil && (e.name == "extent" || t.parent() == "xfrm") {
			c.low = n < lowest*emu
		}
	case "wrapSquare", "wrapTight", "wrapThrough", "wrapTopAndBottom":
		c.beside = true
	case "prstGeom":
		c.other = e.attr("prst") != "rect" && e.attr("prst") != "roundRect"
	case "srgbClr", "schemeClr", "sysClr":
		if n := len(t); n > 2 && t[n-2].name == "solidFill" && t[n-3].name == "spPr" {
			val := e.attr("val")
			c.black = dark(val) || val == "tx1" || val == "dk1" || e.attr("lastClr") == "000000"
		}
	}
}

// vml is a rectangle of older text documents.
func vml(e element) cover {
	css := map[string]string{}
	for _, rule := range strings.Split(e.attr("style"), ";") {
		name, value, _ := strings.Cut(rule, ":")
		css[strings.TrimSpace(name)] = strings.TrimSpace(value)
	}
	fill, _, _ := strings.Cut(e.attr("fillcolor"), " ") // "black [3213]"
	return cover{
		black:  (fill == "black" || dark(fill)) && e.attr("filled") != "f" && e.attr("filled") != "false",
		behind: strings.HasPrefix(css["z-index"], "-"),
		beside: css["position"] != "absolute",
		low:    short(css["height"], lowest),
	}
}

// covered tells a shape that hides something, at a place.
func (p *pack) covered(c cover, at inside.Place) {
	if c.hides() {
		p.take.Trace(inside.Trace{Kind: diag.AttachmentBlackBox, Place: at})
	}
}
