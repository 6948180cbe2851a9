package pdf

import "math"

// matrix maps x, y to a·x + c·y + e, b·x + d·y + f (8.3.4).
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{1, 0, 0, 1, 0, 0}

// times is first m, then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

func (m matrix) point(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

// upright tells that rectangles stay rectangles whose sides are level.
func (m matrix) upright() bool {
	const tiny = 1e-3
	return math.Abs(m.b) < tiny && math.Abs(m.c) < tiny || math.Abs(m.a) < tiny && math.Abs(m.d) < tiny
}

func matrixOf(n []float64) matrix {
	if len(n) != 6 {
		return identity
	}
	return matrix{n[0], n[1], n[2], n[3], n[4], n[5]}
}

// rect is a rectangle with level sides; the zero value is empty.
type rect struct{ x0, y0, x1, y1 float64 }

func rectOf(n []float64) (rect, bool) {
	if len(n) != 4 {
		return rect{}, false
	}
	return rect{min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3])}, true
}

// in is the box around a rectangle after a mapping.
func (r rect) in(m matrix) rect {
	box := rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range [4][2]float64{{r.x0, r.y0}, {r.x1, r.y0}, {r.x0, r.y1}, {r.x1, r.y1}} {
		box = box.with(m.point(p[0], p[1]))
	}
	return box
}

// with is the box around a rectangle and a point.
func (r rect) with(x, y float64) rect {
	return rect{min(r.x0, x), min(r.y0, y), max(r.x1, x), max(r.y1, y)}
}

func (r rect) cut(o rect) rect {
	return rect{max(r.x0, o.x0), max(r.y0, o.y0), min(r.x1, o.x1), min(r.y1, o.y1)}
}

func (r rect) has(x, y float64) bool { return r.x0 <= x && x <= r.x1 && r.y0 <= y && y <= r.y1 }

func (r rect) holds(o rect) bool {
	return r.x0 <= o.x0 && r.y0 <= o.y0 && o.x1 <= r.x1 && o.y1 <= r.y1
}

func (r rect) width() float64  { return max(0, r.x1-r.x0) }
func (r rect) height() float64 { return max(0, r.y1-r.y0) }
func (r rect) area() float64   { return r.width() * r.height() }

var everywhere = rect{math.Inf(-1), math.Inf(-1), math.Inf(1), math.Inf(1)}
