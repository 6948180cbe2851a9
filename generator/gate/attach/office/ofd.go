package office

import (
	"path"
	"strings"

	"courtsite/generator/gate/attach/inside"
)

// fixedLayout reads an OFD document (GB/T 33190): text stands in TextCode elements, pages in folders Page_0, Page_1. What is drawn over text is
// not looked at, nor what is signed or encrypted.
func (p *pack) fixedLayout() {
	for _, name := range p.names {
		data, ok := p.read(name)
		switch {
		case !ok:
		case !isXML(data):
			if ext := strings.ToLower(path.Ext(name)); ext != ".dat" && ext != ".esl" && ext != ".ttf" && ext != ".otf" && len(data) > 0 {
				p.take.Member(name, data)
			}
		case root(data) == "OFD":
			p.named(part{name, "OFD", data})
		case root(data) == "Page":
			p.ofdPage(part{name, "Page", data})
		default:
			p.ofdOther(part{name, "", data})
		}
	}
	if _, encrypted := p.files["Encryptions.xml"]; encrypted {
		p.unread(inside.Encrypted, "Encryptions.xml")
	}
}

func (p *pack) ofdPage(part part) {
	place := inside.Place{Part: inside.Element, Name: part.name}
	if _, n, ok := strings.Cut(path.Base(path.Dir(part.name)), "Page_"); ok {
		place = inside.Place{Part: inside.Page, Number: number(n) + 1}
	}
	text := &inside.Text{}
	p.walk(part.name, part.data, handler{
		text: func(t tree, s string) {
			if t.top().name == "TextCode" {
				text.Write(s, place)
			}
		},
		end: func(t tree) {
			if t.top().name == "TextObject" {
				text.Break("\n")
			}
		},
	})
	p.take.Text(text)
}

// ofdOther reads all words of the other parts: templates of pages, annotations, custom data.
func (p *pack) ofdOther(part part) {
	text := &inside.Text{}
	place := inside.Place{Part: inside.Element, Name: part.name}
	p.walk(part.name, part.data, handler{
		start: func(t tree) {
			for _, name := range []string{"Creator", "Remark", "Title"} {
				text.Write(t.top().attr(name), place)
				text.Break("\n")
			}
		},
		text: func(_ tree, s string) {
			if !blank(s) {
				text.Write(s, place)
				text.Break("\n")
			}
		},
	})
	p.take.Text(text)
}
