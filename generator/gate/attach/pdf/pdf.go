// Package pdf reads the text of PDF files (ISO 32000), and finds text in them that does not show: under black boxes, white on white, on layers that
// are off, outside of the page.
//
// It is a reader of its own, since none of the libraries for Go does what is needed here: to read Chinese texts by their fonts' maps, to know
// where each character stands and what was painted over it, and to do no more work than it was allowed on a file that anybody may have made.
// It draws nothing, reads no fonts and no pictures. Files that are locked against changes only are opened with the empty password. Text is read
// in the order in which it is painted.
package pdf

import (
	"errors"
	"fmt"
	"slices"

	"courtsite/generator/gate/attach/inside"
)

// mostPages is how many pages are read.
const mostPages = 5000

// Read reads a PDF.
func Read(data []byte, take inside.Taker, work *inside.Work) {
	f, err := load(data, work)
	switch {
	case errors.Is(err, errLocked):
		take.Unread(inside.Unread{Reason: inside.Encrypted})
		return
	case err != nil:
		take.Unread(inside.Unread{Reason: inside.OverLimit})
		return
	}
	r := &reader{file: f, take: take, fonts: map[any]*font{}, off: f.layersOff(), seen: map[ref]shownPage{}, uses: map[ref]shownPage{}}
	if f.deep {
		take.Unread(inside.Unread{Reason: inside.OverLimit})
	}
	if f.cut {
		take.Unread(inside.Unread{Reason: inside.Damaged})
	}
	r.pages()
	r.earlier()
	r.comments()
	r.about()
	r.said()
	r.files()
	r.pictures()
}

// reader is the state of reading one file.
type reader struct {
	*file
	take  inside.Taker
	fonts map[any]*font
	off   map[ref]bool
	page  int
	notes []int             // the pages of comments
	seen  map[ref]shownPage // pages
	uses  map[ref]shownPage // contents, with the page that they are of
}

// pages reads all pages, in order; where the tree of pages leads to none, every page that there is.
func (r *reader) pages() {
	root := r.dict(r.trailer["Root"])
	seen := map[ref]bool{}
	r.tree(root["Pages"], dict{}, seen, 0)
	for _, n := range r.numbers {
		if d, ok := r.objects[n].(dict); ok && d["Type"] == name("Page") && !seen[ref(n)] {
			r.tree(ref(n), dict{}, seen, 0)
		}
	}
	if r.page == 0 {
		r.take.Unread(inside.Unread{Reason: inside.Damaged})
	}
}

// tree reads a page, or the pages below a node (7.7.3). Pages inherit from their nodes.
func (r *reader) tree(v any, inherited dict, seen map[ref]bool, depth int) {
	if id, ok := v.(ref); ok {
		if seen[id] {
			return
		}
		seen[id] = true
	}
	d := r.dict(v)
	if d == nil || depth > deepest || r.work.Spent() {
		return
	}
	all := dict{}
	for _, key := range []name{"Resources", "MediaBox", "CropBox"} {
		if all[key] = inherited[key]; d[key] != nil {
			all[key] = d[key]
		}
	}
	if kids := r.array(d["Kids"]); d["Type"] != name("Page") && kids != nil {
		for _, kid := range kids {
			r.tree(kid, all, seen, depth+1)
		}
		return
	}
	if r.page++; r.page > mostPages {
		if r.page == mostPages+1 {
			r.take.Unread(inside.Unread{Reason: inside.OverLimit, Place: inside.Place{Part: inside.Page, Number: r.page}})
		}
		return
	}
	shown := r.read(d, all)
	if id, ok := v.(ref); ok {
		r.seen[id] = shown
	}
}

// read reads one page.
func (r *reader) read(d, inherited dict) shownPage {
	place := inside.Place{Part: inside.Page, Number: r.page}
	c := r.canvas(place)
	if crop, ok := rectOf(r.numbersOf(inherited["CropBox"])); ok {
		c.state.clip = crop
	} else if media, ok := rectOf(r.numbersOf(inherited["MediaBox"])); ok {
		c.state.clip = media
	}
	area := c.state.clip
	contents, whole := r.contents(d["Contents"])
	err := c.run(contents, r.dict(inherited["Resources"]), 0)
	r.annotations(d, c)
	r.take.Text(c.text)
	r.take.Text(c.instead)
	c.judge(r.take, area)
	switch {
	case errors.Is(err, inside.ErrLimit):
		r.take.Unread(inside.Unread{Reason: inside.OverLimit, Place: place})
	case !whole:
		r.take.Unread(inside.Unread{Reason: inside.Damaged, Place: place})
	case c.glyphs < 10 && c.pictured(area):
		r.take.Unread(inside.Unread{Reason: inside.Scan, Place: place})
	case c.unknown > 3 && c.unknown*10 > c.glyphs:
		r.take.Unread(inside.Unread{Reason: inside.Font, Place: place})
	}
	shown := shownPage{number: r.page, page: d, text: c.text.String(), resources: inherited["Resources"]}
	for _, v := range slices.Concat(r.array(d["Contents"]), array{d["Contents"]}) {
		if id, ok := v.(ref); ok {
			r.uses[id] = shown
		}
	}
	return shown
}

func (r *reader) canvas(place inside.Place) *canvas {
	black := paint{alpha: 1}
	return &canvas{
		file: r.file, fonts: r.fonts, text: &inside.Text{}, instead: &inside.Text{}, place: place, tm: identity, tlm: identity, off: r.off,
		state: state{ctm: identity, clip: everywhere, fill: black, line: black, width: 1, scale: 100},
	}
}

// contents gives a page's content streams as one; whole tells that nothing of them is missing.
func (r *reader) contents(v any) (data []byte, whole bool) {
	whole = true
	list := r.array(v)
	if list == nil {
		list = array{v}
	}
	for _, v := range list {
		s, ok := r.get(v).(*stream)
		if !ok {
			whole = whole && v == nil
			continue
		}
		part, err := r.unpack(s)
		whole = whole && err == nil
		if data = append(append(data, part...), '\n'); len(data) > inside.MostUnpacked {
			return data, false
		}
	}
	return data, whole
}

// layersOff lists the layers that do not show (8.11.4).
func (f *file) layersOff() map[ref]bool {
	off := map[ref]bool{}
	layers := f.dict(f.dict(f.trailer["Root"])["OCProperties"])
	usual := f.dict(layers["D"])
	if f.get(usual["BaseState"]) == name("OFF") {
		for _, v := range f.array(layers["OCGs"]) {
			if r, ok := v.(ref); ok {
				off[r] = true
			}
		}
	}
	for _, v := range f.array(usual["ON"]) {
		if r, ok := v.(ref); ok {
			delete(off, r)
		}
	}
	for _, v := range f.array(usual["OFF"]) {
		if r, ok := v.(ref); ok {
			off[r] = true
		}
	}
	return off
}

// pictured tells that pictures take up a good part of the page.
func (c *canvas) pictured(area rect) bool {
	sum := 0.0
	for _, s := range c.images {
		sum += s.box.cut(area).area()
	}
	return sum > area.area()/4 && sum > 0
}

func pictureName(n int) string { return fmt.Sprintf("picture-%d.jpg", n) }
