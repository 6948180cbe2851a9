package office

import (
	"cmp"
	"strings"
)

// cellStyle is how a cell shows, as far as it matters.
type cellStyle struct {
	look
	date   bool // a number in it is a date
	silent bool // its number format shows nothing
}

// style gives the style that a cell names.
func (s *sheets) style(index string) cellStyle {
	if i := number(index); i < len(s.cells) {
		return s.cells[i]
	}
	return cellStyle{}
}

// sheetStyles reads the styles of cells: each names a font, a fill and a number format.
func (x *ooxml) sheetStyles(p part) {
	var fonts, fills []string
	formats := map[string]string{}
	x.walk(p.name, p.data, handler{start: func(t tree) {
		e := t.top()
		switch {
		case e.name == "numFmt":
			formats[e.attr("numFmtId")] = e.attr("formatCode")
		case e.name == "font" && t.parent() == "fonts":
			fonts = append(fonts, "")
		case e.name == "color" && t.parent() == "font" && t.in("fonts") && len(fonts) > 0:
			fonts[len(fonts)-1] = colorOf(e)
		case e.name == "fill" && t.parent() == "fills":
			fills = append(fills, "")
		case e.name == "patternFill" && t.in("fills") && len(fills) > 0:
			if kind := e.attr("patternType"); kind != "" && kind != "none" {
				fills[len(fills)-1] = "?" // until its colour is known
			}
		case (e.name == "fgColor" || e.name == "gradientFill") && t.in("fills") && len(fills) > 0 && (fills[len(fills)-1] != "" || e.name == "gradientFill"):
			fills[len(fills)-1] = cmp.Or(colorOf(e), "?")
		case e.name == "xf" && t.parent() == "cellXfs":
			s := cellStyle{look: look{color: at(fonts, e.attr("fontId")), fill: at(fills, e.attr("fillId"))}}
			if plainColor(s.color) && dark(s.fill) {
				s.color = "000000" // the automatic colour of cells is black on any fill
			}
			s.date, s.silent = dateFormat(e.attr("numFmtId"), formats), formats[e.attr("numFmtId")] == ";;;"
			x.sheets.cells = append(x.sheets.cells, s)
		}
	}})
}

func at(list []string, index string) string {
	if i := number(index); i < len(list) {
		return list[i]
	}
	return ""
}

// colorOf reads a colour: as RGB, of the theme (0 is its light one, 1 its dark one), or of the old palette.
func colorOf(e element) string {
	switch {
	case e.attr("rgb") != "":
		return e.attr("rgb")
	case e.attr("theme") == "0" && e.attr("tint") == "", e.attr("indexed") == "1", e.attr("indexed") == "9":
		return "FFFFFF"
	case e.attr("theme") == "1" && e.attr("tint") == "", e.attr("indexed") == "0", e.attr("indexed") == "8":
		return "000000"
	case e.attr("theme") != "" || e.attr("indexed") != "" && e.attr("indexed") != "64":
		return "?"
	}
	return ""
}

// dateFormat tells formats of dates: the built-in ones (ISO/IEC 29500-1, 18.8.30, East Asian ones included), and own ones with a year or a day.
func dateFormat(id string, formats map[string]string) bool {
	switch n := number(id); {
	case n >= 14 && n <= 17, n == 22, n >= 27 && n <= 31, n == 36, n >= 50 && n <= 54, n == 57, n == 58:
		return true
	}
	code := strings.ToLower(formats[id])
	return strings.Contains(code, "yy") || strings.Contains(code, "年") || strings.Contains(code, "d") && strings.Contains(code, "m")
}
