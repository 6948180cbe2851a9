package office

import (
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach/inside"
)

// naming are the properties of a document that name persons or institutions.
const naming = " creator lastModifiedBy Manager Company initial-creator printed-by Author Creator "

// properties reads the properties of an Office Open XML document: the core ones, the program's and the author's own.
func (x *ooxml) properties(p part) { x.named(p) }

// named reads properties that are elements with text. All are looked through; those that name somebody are told.
func (p *pack) named(part part) {
	custom := ""
	p.walk(part.name, part.data, handler{
		start: func(t tree) {
			switch e := t.top(); e.name {
			case "property", "user-defined", "CustomData":
				custom = e.attr("name") + e.attr("Name")
			}
		},
		text: func(t tree, s string) {
			name := t.top().name
			if blank(s) {
				return
			}
			if t.in("property") || t.in("user-defined") || t.in("CustomData") {
				name = custom
			}
			place := inside.Place{Part: inside.Property, Name: name}
			text := &inside.Text{Label: name}
			text.Write(s, place)
			p.take.Text(text)
			if strings.Contains(naming, " "+name+" ") {
				p.take.Trace(inside.Trace{Kind: diag.AttachmentProperties, Place: place, Args: []string{name, strings.TrimSpace(s)}})
			}
		},
	})
}
