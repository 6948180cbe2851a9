package pdf

import "math"

// path is the path that is being built, as the rectangles and the box that it makes on the page.
type path struct {
	rects  []rect
	points [][2]float64 // of the open part
	box    rect
	any    bool
	curved bool
	slant  bool // the page is turned, so that boxes say little
	clip   bool
}

// Bounds of a path: corners of a part that may be a rectangle, and rectangles before and behind one that may make a frame with it.
const (
	mostPoints = 8
	framed     = 20
)

// draw takes the operators that build and paint paths (8.5).
func (c *canvas) draw(op operator, n []float64) bool {
	switch op {
	case "re":
		if len(n) == 4 {
			c.rectangle(n)
		}
	case "m":
		c.closePart()
		c.point(n)
	case "l":
		c.point(n)
	case "c", "v", "y":
		c.path.curved = true
		for ; len(n) >= 2; n = n[2:] {
			c.point(n[:2])
		}
	case "h":
		c.closePart()
	case "W", "W*":
		c.path.clip = true
	case "f", "F", "f*", "B", "B*", "b", "b*":
		c.paintFill()
		c.endPath()
	case "S", "s":
		c.paintLine()
		c.endPath()
	case "n":
		c.endPath()
	default:
		return false
	}
	return true
}

func (c *canvas) rectangle(n []float64) {
	r := rect{min(n[0], n[0]+n[2]), min(n[1], n[1]+n[3]), max(n[0], n[0]+n[2]), max(n[1], n[1]+n[3])}.in(c.state.ctm)
	c.path.slant = c.path.slant || !c.state.ctm.upright()
	if len(c.path.rects) < mostShapes {
		c.path.rects = append(c.path.rects, r)
	}
	c.extend(r.x0, r.y0)
	c.extend(r.x1, r.y1)
}

func (c *canvas) extend(x, y float64) {
	if !c.path.any {
		c.path.box, c.path.any = rect{x, y, x, y}, true
	}
	c.path.box = c.path.box.with(x, y)
}

func (c *canvas) point(n []float64) {
	if len(n) != 2 {
		return
	}
	x, y := c.state.ctm.point(n[0], n[1])
	c.extend(x, y)
	if len(c.path.points) <= mostPoints {
		c.path.points = append(c.path.points, [2]float64{x, y})
	}
}

// closePart makes a rectangle of the open part, if it goes around one.
func (c *canvas) closePart() {
	p := &c.path
	points := p.points
	p.points = nil
	if len(points) < 4 || len(points) > mostPoints || p.curved {
		p.curved = p.curved || len(points) > 2
		return
	}
	r := rect{points[0][0], points[0][1], points[0][0], points[0][1]}
	for _, q := range points {
		r = r.with(q[0], q[1])
	}
	if !outlines(points, r) {
		p.curved = true
		return
	}
	p.rects = append(p.rects, r)
}

// outlines tells whether points that follow each other go around a rectangle: along its sides, by all of its corners.
func outlines(points [][2]float64, r rect) bool {
	const tiny = 0.1
	corners := map[[2]float64]bool{}
	for i, a := range points {
		b := points[(i+1)%len(points)]
		if math.Abs(a[0]-b[0]) > tiny && math.Abs(a[1]-b[1]) > tiny {
			return false
		}
		side := [2]float64{math.Abs(a[0] - r.x0), math.Abs(a[1] - r.y0)}
		far := [2]float64{math.Abs(a[0] - r.x1), math.Abs(a[1] - r.y1)}
		onX, onY := min(side[0], far[0]) < tiny, min(side[1], far[1]) < tiny
		if !onX && !onY {
			return false
		}
		if onX && onY {
			corners[[2]float64{math.Round(a[0]), math.Round(a[1])}] = true
		}
	}
	return len(corners) == 4
}

// paintFill notes what a filled path covers. A rectangle with another in it may be a frame with a hole.
func (c *canvas) paintFill() {
	c.closePart()
	p, fill := c.path, c.state.fill
	if !p.any {
		return
	}
	painted := shape{opaque: fill.opaque(), dark: fill.dark(), white: fill.white(), exact: true, fill: fill}
	if p.curved || p.slant || len(p.rects) == 0 {
		painted.box, painted.exact = p.box.cut(c.state.clip), false
		c.add(painted)
		return
	}
	for i, r := range p.rects {
		frame := false
		for j := max(0, i-framed); j < min(len(p.rects), i+framed); j++ {
			o := p.rects[j]
			frame = frame || r != o && (r.holds(o) || o.holds(r))
		}
		painted.box, painted.exact = r.cut(c.state.clip), !frame
		c.add(painted)
	}
}

// paintLine notes a thick level line: it covers text as a box does.
func (c *canvas) paintLine() {
	const thick = 4
	p, line := c.path, c.state.line
	width := c.state.width * math.Sqrt(math.Abs(c.state.ctm.a*c.state.ctm.d-c.state.ctm.b*c.state.ctm.c))
	if len(p.points) != 2 || width < thick || p.curved || len(p.rects) > 0 {
		return
	}
	a, b := p.points[0], p.points[1]
	box := rect{min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])}
	switch {
	case box.height() < 1:
		box.y0, box.y1 = box.y0-width/2, box.y1+width/2
	case box.width() < 1:
		box.x0, box.x1 = box.x0-width/2, box.x1+width/2
	default:
		return
	}
	c.add(shape{box: box.cut(c.state.clip), opaque: line.opaque(), dark: line.dark(), white: line.white(), exact: true, fill: line})
}

// endPath ends the path; if it is one to clip with, the state's clip is cut to its box.
func (c *canvas) endPath() {
	c.closePart()
	if c.path.clip && c.path.any {
		c.state.clip = c.state.clip.cut(c.path.box)
	}
	c.path = path{}
}
