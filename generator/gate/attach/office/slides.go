package office

import (
	"regexp"
	"strconv"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach/inside"
)

// presentation reads the order of slides.
func (x *ooxml) presentation(p part) {
	targets := x.relations[p.name]
	x.walk(p.name, p.data, handler{start: func(t tree) {
		if e := t.top(); e.name == "sldId" {
			for _, a := range e.attrs {
				if part, ok := targets[a.Value]; ok && a.Name.Space != "" {
					x.slides = append(x.slides, part)
				}
			}
		}
	}})
}

var numbered = regexp.MustCompile(`(\d+)\.xml$`)

// slideNumber is a slide's place in the order of showing, or what its name says.
func (x *ooxml) slideNumber(name string) int {
	for i, s := range x.slides {
		if s == name {
			return i + 1
		}
	}
	if m := numbered.FindStringSubmatch(name); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n
	}
	return 0
}

// slide reads a slide, or the notes of one. What is white there is not told: the colour behind it is anything.
func (x *ooxml) slide(p part) {
	place := inside.Place{Part: inside.Slide, Number: x.slideNumber(p.name)}
	if p.root == "notes" {
		place.Part = inside.Notes
		for _, target := range x.relations[p.name] {
			for i, s := range x.slides {
				if s == target {
					place.Number = i + 1
				}
			}
		}
	}
	r := &slideReader{take: x.take, place: place, text: &inside.Text{}, words: &inside.Text{}}
	x.walk(p.name, p.data, handler{start: r.start, text: r.write, end: r.end})
	x.take.Text(r.text)
	x.take.Text(r.words)
	if r.notes {
		x.take.Trace(inside.Trace{Kind: diag.AttachmentNotes, Place: place})
	}
}

// slideReader is the state of reading one slide.
type slideReader struct {
	take        inside.Taker
	place       inside.Place
	text, words *inside.Text
	hidden      bool // the shape that is open
	field       bool // the placeholder that is open shows a number, a date, the slide
	told, notes bool
}

func (r *slideReader) start(t tree) {
	e := t.top()
	switch e.name {
	case "sld":
		if e.attr("show") == "0" || e.attr("show") == "false" {
			r.take.Trace(inside.Trace{Kind: diag.AttachmentHiddenSlide, Place: r.place})
		}
	case "sp", "pic", "graphicFrame":
		r.hidden, r.field, r.told = false, false, false
	case "ph":
		r.field = e.attr("type") != "" && e.attr("type") != "body"
	case "cNvPr":
		r.hidden = truth(e.attr("hidden"))
		for _, name := range []string{"descr", "title"} {
			r.words.Write(e.attr(name), r.place)
			r.words.Break("\n")
		}
	case "tab", "br":
		r.text.Break(" ")
	}
}

func (r *slideReader) write(t tree, s string) {
	if t.top().name != "t" {
		return
	}
	r.text.Write(s, r.place)
	if blank(s) {
		return
	}
	r.notes = r.notes || r.place.Part == inside.Notes && !r.field
	if r.hidden && !r.told {
		r.told = true
		r.take.Trace(inside.Trace{Kind: diag.AttachmentHiddenText, Place: r.place})
	}
}

func (r *slideReader) end(t tree) {
	switch t.top().name {
	case "tc":
		r.text.Break("\t")
	case "p":
		if t.in("tc") {
			r.text.Break(" ")
			return
		}
		r.text.Break("\n")
	case "tr":
		r.text.Break("\n")
	}
}
