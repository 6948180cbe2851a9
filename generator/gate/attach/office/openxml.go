package office

import (
	"path"
	"strings"

	"courtsite/generator/gate/attach/inside"
)

// openXML reads the parts of an Office Open XML package. Styles, shared strings and the names of sheets are read first, since the other parts mean
// little without them.
func (p *pack) openXML() {
	x := &ooxml{pack: p, relations: map[string]map[string]string{}}
	var parts []part
	for _, name := range p.names {
		if name == "[Content_Types].xml" {
			continue
		}
		if ext := strings.ToLower(path.Ext(name)); ext != ".xml" && ext != ".rels" && ext != ".vml" {
			p.rest(name)
			continue
		}
		data, ok := p.read(name)
		if !ok {
			continue
		}
		if path.Ext(name) == ".vml" {
			p.drawing(name, data)
			continue
		}
		parts = append(parts, part{name, root(data), data})
	}
	for _, prepare := range []bool{true, false} {
		for _, part := range parts {
			if read, first := x.reader(part); first == prepare {
				read(part)
			}
		}
	}
	x.left()
	x.word.done(p)
}

// part is one part of a package.
type part struct {
	name, root string
	data       []byte
}

// ooxml is the state of reading one package.
type ooxml struct {
	*pack
	relations map[string]map[string]string // by part and id: the part that is meant
	word      word
	sheets    sheets
	slides    []string // parts, in order of showing
}

// reader tells who reads a part, and whether it has to be read before the others.
func (x *ooxml) reader(p part) (read func(part), first bool) {
	switch p.root {
	case "Relationships":
		return x.related, true
	case "styles":
		return x.wordStyles, true
	case "styleSheet":
		return x.sheetStyles, true
	case "sst":
		return x.sharedStrings, true
	case "workbook":
		return x.workbook, true
	case "presentation":
		return x.presentation, true
	case "document", "hdr", "ftr", "footnotes", "endnotes", "glossaryDocument":
		return x.wordPart, false
	case "worksheet":
		return x.worksheet, false
	case "comments":
		if strings.HasPrefix(p.name, "word/") {
			return x.wordPart, false
		}
		return x.sheetComments, false
	case "ThreadedComments", "cmLst":
		return x.remarks, false
	case "sld", "notes":
		return x.slide, false
	case "coreProperties", "Properties":
		return x.properties, false
	case "theme", "fonts", "webSettings", "Types", "tableStyles", "calcChain", "metadata", "colorsDef", "styleDef", "layoutDef":
		return func(part) {}, false // nothing that anybody wrote
	}
	return x.anything, false
}

// related reads what a part refers to. Addresses outside of the package may name persons and machines.
func (x *ooxml) related(p part) {
	owner := strings.TrimSuffix(strings.Replace(p.name, "_rels/", "", 1), ".rels")
	targets := map[string]string{}
	links := &inside.Text{}
	x.walk(p.name, p.data, handler{start: func(t tree) {
		e := t.top()
		if e.name != "Relationship" {
			return
		}
		target := e.attr("Target")
		if e.attr("TargetMode") == "External" {
			links.Write(target, inside.Place{Part: inside.Element, Name: p.name})
			links.Break("\n\n")
			return
		}
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir(owner), target)
		}
		targets[e.attr("Id")] = strings.TrimPrefix(target, "/")
	}})
	x.relations[owner] = targets
	x.take.Text(links)
}

// drawing reads a part in VML as a text: office programs write it without closing all elements.
func (p *pack) drawing(name string, data []byte) {
	text := &inside.Text{}
	text.Write(string(data), inside.Place{Part: inside.Element, Name: name})
	p.take.Text(text)
}

// texts are elements of sheets whose text somebody wrote; said are attributes that somebody wrote.
const (
	texts = " t v text author formula1 formula2 oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter "
	said  = " descr title alt tooltip display location prompt promptTitle error errorTitle userName dispName displayName author "
)

// anything reads a part that no reader knows: charts, diagrams, text boxes of sheets, caches of pivot tables, masters of slides, custom data.
func (x *ooxml) anything(p part) {
	at := inside.Place{Part: inside.Element, Name: p.name}
	cache := strings.HasPrefix(p.root, "pivotCache")
	text, words := &inside.Text{}, &inside.Text{}
	shape, sheet := cover{}, p.root == "wsDr"
	x.walk(p.name, p.data, handler{
		start: func(t tree) {
			if t.top().name == "sp" {
				shape = cover{}
			}
			shape.of(t, t.top())
			for _, a := range t.top().attrs {
				if strings.Contains(said, " "+a.Name.Local+" ") || a.Name.Local == "name" && cache || a.Name.Local == "v" || a.Name.Local == "val" && t.top().name == "docVar" {
					words.Write(a.Value, at)
					words.Break("\n")
				}
			}
		},
		text: func(_ tree, s string) {
			text.Write(s, at)
			shape.words = shape.words || !blank(s)
		},
		end: func(t tree) {
			if t.top().name == "sp" && sheet {
				x.covered(shape, at)
			}
			if name := t.top().name; name != "t" && name != "r" { // runs of one paragraph
				text.Break("\n")
			}
		},
	})
	x.take.Text(text)
	x.take.Text(words)
}
