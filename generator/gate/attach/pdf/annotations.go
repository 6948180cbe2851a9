package pdf

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach/inside"
)

// mostAnnotations is how many annotations of a page are read.
const mostAnnotations = 5000

// remarks are the annotations that people make as comments (12.5.6).
const remarks = " Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Redact "

// annotations reads what lies on a page: comments, fields of forms, links. What they paint counts like what the page paints.
func (r *reader) annotations(page dict, c *canvas) {
	for i, v := range r.array(page["Annots"]) {
		d := r.dict(v)
		if i >= mostAnnotations || d == nil {
			continue
		}
		kind, _ := r.get(d["Subtype"]).(name)
		var words []string
		for _, key := range []name{"Contents", "T", "V", "DV", "TU", "RC", "Subj"} {
			if s, ok := r.get(d[key]).(text); ok {
				words = append(words, s.chars())
			}
		}
		if uri, ok := r.get(r.dict(d["A"])["URI"]).(text); ok {
			words = append(words, uri.chars())
		}
		t := &inside.Text{}
		for _, w := range words {
			t.Write(w, c.place)
			t.Break("\n")
		}
		r.take.Text(t)
		contents, _ := r.get(d["Contents"]).(text)
		if strings.Contains(remarks, " "+string(kind)+" ") && (contents != "" || kind == "Text") {
			r.notes = append(r.notes, r.page)
		}
		r.appearance(d, kind, c)
	}
}

// appearance paints an annotation (12.5.5): its own form, or what it would look like without one.
func (r *reader) appearance(d dict, kind name, c *canvas) {
	box, ok := rectOf(r.numbersOf(d["Rect"]))
	if flags := int(r.number(d["F"])); !ok || flags&2 != 0 || kind == "Popup" {
		return
	}
	c.state = r.canvas(c.place).state
	form, ok := r.get(r.dict(d["AP"])["N"]).(*stream)
	if !ok {
		fill := paint{alpha: 1}.components(r.numbersOf(d["IC"]))
		if list := r.array(d["IC"]); len(list) > 0 && (kind == "Square" || kind == "Redact") {
			c.add(shape{box: box, opaque: true, dark: fill.dark(), white: fill.white(), exact: true})
		}
		return
	}
	own, ok := rectOf(r.numbersOf(form.dict["BBox"]))
	own = own.in(matrixOf(r.numbersOf(form.dict["Matrix"])))
	if !ok || own.width() == 0 || own.height() == 0 {
		return
	}
	sx, sy := box.width()/own.width(), box.height()/own.height()
	c.state.ctm = matrix{sx, 0, 0, sy, box.x0 - own.x0*sx, box.y0 - own.y0*sy}
	if c.form(form, dict{}, 1) == inside.ErrLimit {
		r.take.Unread(inside.Unread{Reason: inside.OverLimit, Place: c.place})
	}
}

// comments tells that there are comments.
func (r *reader) comments() {
	if len(r.notes) > 0 {
		place := inside.Place{Part: inside.Page, Number: r.notes[0]}
		r.take.Trace(inside.Trace{Kind: diag.AttachmentComments, Place: place, Args: []string{strconv.Itoa(len(r.notes))}})
	}
}

// chars reads a text string (7.9.2.2): UTF-16 or UTF-8 with a mark, else, near enough, Latin-1.
func (t text) chars() string {
	switch {
	case strings.HasPrefix(string(t), "\xfe\xff"):
		return string(utf16BE(t[2:]))
	case strings.HasPrefix(string(t), "\xff\xfe"):
		var units []uint16
		for i := 2; i+1 < len(t); i += 2 {
			units = append(units, uint16(t[i])|uint16(t[i+1])<<8)
		}
		return string(utf16.Decode(units))
	case strings.HasPrefix(string(t), "\xef\xbb\xbf"):
		return strings.ToValidUTF8(string(t[3:]), "\ufffd")
	case utf8.ValidString(string(t)):
		return string(t)
	}
	runes := make([]rune, len(t))
	for i := range len(t) {
		runes[i] = rune(t[i])
	}
	return string(runes)
}
