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

// pale: text in the colour of what lies behind it, or white on nothing.
func (l look) pale() bool {
	if alike(l.color, cmp.Or(highlights[l.highlight], l.fill)) {
		return true
	}
	if l.highlight != "" && l.highlight != "none" && l.highlight != "white" {
		return false
	}
	return white(l.color) && (plainColor(l.fill) || white(l.fill))
}

// highlights are colours by the names that text documents call them (ISO/IEC 29500-1, 17.18.40), those that text is written in.
var highlights = map[string]string{
	"white": "FFFFFF", "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000",
	"darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}

// alike tells two colours that nobody can tell from each other.
func alike(a, b string) bool {
	const least = 8
	r, g, bl, known := rgb(a)
	r2, g2, bl2, also := rgb(b)
	near := func(x, y int) bool { return max(x, y)-min(x, y) < least }
	return known && also && near(r, r2) && near(g, g2) && near(bl, bl2)
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
