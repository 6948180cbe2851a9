package main

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/width"
)

// redraw is how often the line is written anew at most.
const redraw = 100 * time.Millisecond

// barWidth is the bar's width in columns: with the words beside it, it fits the narrowest terminal.
const barWidth = 24

// progress shows how far long work has come, on one line of a terminal. Safe for concurrent use. On what isn't a terminal it writes
// nothing.
type progress struct {
	w     io.Writer // nil: nobody watches
	label string
	now   func() time.Time

	mu    sync.Mutex
	last  time.Time
	most  int // done never goes back, though calls may overtake each other
	drawn int // columns that the line fills now
}

// progress gives the bar for a run; what it does is said in label.
func (a *app) progress(label string) *progress {
	p := &progress{label: label, now: time.Now}
	if a.terminal {
		p.w = a.err
	}
	return p
}

// step says how many of how many parts are done.
func (p *progress) step(done, total int) { p.stepNoting(done, total, "") }

// stepNoting says beside it how it goes.
func (p *progress) stepNoting(done, total int, note string) {
	if p.w == nil || total <= 0 {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.most = max(p.most, done)
	now := p.now()
	if now.Sub(p.last) < redraw {
		return
	}
	p.last = now
	text := p.line(min(p.most, total), total)
	if note != "" {
		text += " " + note
	}
	p.draw(text)
}

func (p *progress) line(done, total int) string {
	full := barWidth * done / total
	return fmt.Sprintf("%s [%s%s] %d/%d", p.label, strings.Repeat("#", full), strings.Repeat(".", barWidth-full), done, total)
}

// clear takes the line away, so that what follows stands in its place.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.w == nil || p.drawn == 0 {
		return
	}
	p.draw("")
	io.WriteString(p.w, "\r")
	p.w = nil // a call that comes late must not draw again
}

// draw writes over the line, and blanks over what is left of a longer one: old consoles of Windows know no other way.
func (p *progress) draw(text string) {
	filled := columns(text)
	io.WriteString(p.w, "\r"+text+strings.Repeat(" ", max(0, p.drawn-filled)))
	p.drawn = filled
}

// columns is how many columns of a terminal a text fills: a Chinese character fills two.
func columns(text string) int {
	n := 0
	for _, r := range text {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
