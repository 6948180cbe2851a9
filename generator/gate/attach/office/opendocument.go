package office

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"courtsite/generator/gate/attach/inside"
)

// openDocument reads the parts of an OpenDocument package. Documents within the document stand in folders of their own, with the same names.
func (p *pack) openDocument() {
	if manifest, ok := p.read("META-INF/manifest.xml"); ok && bytes.Contains(manifest, []byte("encryption-data")) {
		p.unread(inside.Encrypted, "")
		return
	}
	styles := map[string]map[string]style{}
	var w word
	names := slices.Clone(p.names)
	slices.SortStableFunc(names, func(a, b string) int { return early(b) - early(a) })
	for _, name := range names {
		if name == "mimetype" || name == "META-INF/manifest.xml" || strings.HasPrefix(name, "Thumbnails/") || strings.HasPrefix(name, "ObjectReplacements/") {
			continue
		}
		data, ok := p.read(name)
		switch {
		case !ok:
		case !isXML(data):
			p.other(name, data)
		default:
			p.odfPart(part{name, root(data), data}, styles, &w)
		}
	}
	w.done(p)
}

// early sorts styles before contents.
func early(name string) int {
	if path.Base(name) == "styles.xml" {
		return 1
	}
	return 0
}

// other hands on what is no XML: pictures, and objects of other programs. Settings of printers and layouts of tool bars hold nothing.
func (p *pack) other(name string, data []byte) {
	if len(data) == 0 || strings.HasPrefix(name, "Configurations2/") || path.Base(name) == "layout-cache" || path.Base(name) == "manifest.rdf" {
		return
	}
	p.take.Member(name, data)
}

func (p *pack) odfPart(part part, styles map[string]map[string]style, w *word) {
	folder := path.Dir(part.name)
	if styles[folder] == nil {
		styles[folder] = map[string]style{}
	}
	switch part.root {
	case "document-content", "document-styles", "document":
		r := &odfReader{pack: p, part: part, styles: styles[folder], word: w, text: &inside.Text{}, words: &inside.Text{}, comments: &inside.Text{}, deleted: &inside.Text{}}
		p.walk(part.name, part.data, handler{start: r.start, text: r.write, end: r.end})
		for _, t := range []*inside.Text{r.text, r.words, r.comments, r.deleted} {
			p.take.Text(t)
		}
	case "document-meta":
		p.named(part)
	case "document-settings", "RDF", "manifest", "accelerator", "menubar", "toolbar", "statusbar", "images":
	default:
		(&ooxml{pack: p}).anything(part)
	}
}

// styled reads one style with its properties.
func (r *odfReader) styled(t tree, e element) {
	i := t.find("style")
	if i < 0 {
		return
	}
	id := t[i].attr("family") + " " + t[i].attr("name")
	s := r.styles[id]
	switch e.name {
	case "style":
		if base := e.attr("parent-style-name"); base != "" {
			s.basedOn = e.attr("family") + " " + base
		}
	case "text-properties":
		s.look.hidden = e.attr("display") == "none"
		s.look.color = e.attr("color")
		if truth(e.attr("use-window-font-color")) {
			s.look.color = "auto"
		}
		s.look.fill = cmp.Or(e.attr("background-color"), s.look.fill)
		s.look.tiny = short(e.attr("font-size"), 1.5)
	case "paragraph-properties", "table-cell-properties":
		s.look.fill = cmp.Or(s.look.fill, e.attr("background-color"))
	case "table-column-properties":
		s.thin = short(e.attr("column-width"), thin)
	case "table-row-properties":
		s.thin = short(e.attr("row-height"), thin)
	case "graphic-properties":
		s.fills = e.attr("fill") != "none"
		s.shape = cover{black: e.attr("fill") == "solid" && dark(e.attr("fill-color")), behind: e.attr("run-through") == "background", beside: e.attr("wrap") != "" && e.attr("wrap") != "run-through"}
	case "table-properties":
		s.look.hidden = e.attr("display") == "false"
	case "drawing-page-properties":
		s.look.hidden = e.attr("visibility") == "hidden"
	}
	r.styles[id] = s
}

// thin is how many points a row or a column has that nobody sees.
const thin = 1

// units in points.
var units = map[string]float64{"pt": 1, "in": 72, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "px": 0.75}

// length reads a length in points; false where there is none.
func length(s string) (float64, bool) {
	if len(s) < 3 {
		return 0, false
	}
	n, err := strconv.ParseFloat(s[:len(s)-2], 64)
	unit, known := units[s[len(s)-2:]]
	return n * unit, err == nil && known
}

// short tells a length of at most so many points.
func short(s string, most float64) bool {
	n, ok := length(s)
	return ok && n <= most
}

// style gives a style with all that it rests on.
func (r *odfReader) style(family, name string) style {
	s := r.styles[family+" "+name]
	for base, n := s.basedOn, 0; base != "" && n < mostBased; n++ {
		b := r.styles[base]
		s.look, s.fills, base = s.look.over(b.look), s.fills || b.fills, b.basedOn
	}
	return s
}
