package office

import (
	"cmp"
	"strconv"
	"strings"
)

// look is how a run of text shows, as far as it decides whether anybody sees it.
type look struct {
	hidden    bool
	color     string // six hex digits, "auto", or "" where it is not said
	fill      string // likewise, of what lies behind the text
	highlight string // by name
	tiny      bool
}

// over lays what a run says itself over what its style says.
func (l look) over(base look) look {
	l.hidden = l.hidden || base.hidden
	l.tiny = l.tiny || base.tiny
	l.color = cmp.Or(l.color, base.color)
	l.fill = cmp.Or(l.fill, base.fill)
	l.highlight = cmp.Or(l.highlight, base.highlight)
	return l
}

// covered: dark text on black. The automatic colour turns white on a dark fill, but not on a highlight.
func (l look) covered() bool {
	if l.highlight != "" && l.highlight != "none" {
		return l.highlight == "black" && (plainColor(l.color) || dark(l.color))
	}
	return dark(l.fill) && dark(l.color)
}

// pale: white text on white, or on nothing.
func (l look) pale() bool {
	if l.highlight != "" && l.highlight != "none" && l.highlight != "white" {
		return false
	}
	return white(l.color) && (plainColor(l.fill) || white(l.fill))
}

func plainColor(c string) bool {
	return c == "" || strings.EqualFold(c, "auto") || strings.EqualFold(c, "transparent")
}

func white(c string) bool { r, g, b, ok := rgb(c); return ok && min(r, g, b) >= 0xfa }

func dark(c string) bool { r, g, b, ok := rgb(c); return ok && max(r, g, b) <= 0x20 }

// rgb reads a colour: RRGGBB, #RRGGBB, AARRGGBB.
func rgb(c string) (r, g, b int, ok bool) {
	c = strings.TrimPrefix(c, "#")
	if len(c) == 8 {
		c = c[2:]
	}
	n, err := strconv.ParseUint(c, 16, 32)
	if err != nil || len(c) != 6 {
		return 0, 0, 0, false
	}
	return int(n >> 16), int(n >> 8 & 0xff), int(n & 0xff), true
}
