package pdf

import (
	"maps"
	"slices"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach/inside"
)

// What programs save by appending (7.5.6) leaves the objects as they were before: whoever cuts off the end of the file has the text that was taken
// out.

// mostEarlier is how many earlier states of pages are read.
const mostEarlier = 200

// earlier reads the pages as they were: earlier states of their dictionaries, and of their contents.
func (r *reader) earlier() {
	left := mostEarlier
	for _, number := range slices.Sorted(maps.Keys(r.old)) {
		for _, v := range r.old[number] {
			d, isPage := v.(dict)
			if left--; left < 0 {
				r.take.Unread(inside.Unread{Reason: inside.OverLimit})
				return
			}
			if isPage && d["Type"] == name("Page") {
				r.state(d, r.seen[ref(number)])
			}
			if s, isStream := v.(*stream); isStream && r.uses[ref(number)].page != nil {
				use := r.uses[ref(number)]
				now := dict{"Contents": s, "Resources": use.page["Resources"]}
				r.state(now, use)
			}
		}
	}
}

// shownPage is a page that was read.
type shownPage struct {
	number    int
	page      dict // with what it inherits
	text      string
	resources any
}

// state reads one earlier state of a page, and tells text in it that the page does not have any more.
func (r *reader) state(d dict, now shownPage) {
	resources := d["Resources"]
	if resources == nil {
		resources = now.resources
	}
	c := r.canvas(inside.Place{Part: inside.Page, Number: max(now.number, 1)})
	contents, _ := r.contents(d["Contents"])
	if err := c.run(contents, r.dict(resources), 0); err != nil {
		r.take.Unread(inside.Unread{Reason: inside.OverLimit, Place: c.place})
	}
	r.take.Text(c.text)
	for _, line := range strings.Split(c.text.String(), "\n") {
		if line = strings.TrimSpace(line); line != "" && !strings.Contains(now.text, line) {
			r.take.Trace(inside.Trace{Kind: diag.AttachmentHiddenText, Place: c.place})
			return
		}
	}
}
