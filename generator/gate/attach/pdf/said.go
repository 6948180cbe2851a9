package pdf

import (
	"maps"
	"slices"

	"courtsite/generator/gate/attach/inside"
)

// saidKeys have texts that readers of the file come upon beside its pages: titles of bookmarks (12.3.3), words of elements for those who do not see them
// (14.9), fields of forms that have no place on a page (12.7.4), scripts (12.6.4.17), labels of pages (12.4.2).
var saidKeys = []name{"Title", "Alt", "ActualText", "E", "T", "TU", "V", "DV", "JS", "P"}

// mostDeep is how deep a dictionary is gone into without a reference.
const mostDeep = 8

// said reads what stands beside the pages. Each text is a line of its own: what a number was torn into follows one another.
func (r *reader) said() {
	t := &inside.Text{}
	info, _ := r.trailer["Info"].(ref)
	for _, n := range r.numbers {
		if ref(n) == info {
			continue // about reads it
		}
		switch v := r.objects[n].(type) {
		case dict:
			r.saidIn(t, v, 0)
		case *stream:
			r.saidIn(t, v.dict, 0)
		}
	}
	r.take.Text(t)
}

func (r *reader) saidIn(t *inside.Text, d dict, depth int) {
	if depth > mostDeep || d["Rect"] != nil || d["Filter"] == name("Standard") || r.work.Spent() {
		return // annotations are read with their page; a lock has no words
	}
	for _, key := range saidKeys {
		if s, ok := r.get(d[key]).(text); ok {
			r.say(t, key, s)
		}
	}
	if js, ok := r.get(d["JS"]).(*stream); ok {
		if data, err := r.unpack(js); err == nil {
			r.say(t, "JS", text(data))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(d)) {
		switch v := d[key].(type) {
		case dict:
			r.saidIn(t, v, depth+1)
		case array:
			r.saidOf(t, key, v, depth+1)
		}
	}
}

// saidOf goes into a list. In trees of names (7.9.6) the texts are what places are called.
func (r *reader) saidOf(t *inside.Text, key name, list array, depth int) {
	if depth > mostDeep {
		return
	}
	for _, v := range list {
		switch v := v.(type) {
		case dict:
			r.saidIn(t, v, depth+1)
		case array:
			r.saidOf(t, key, v, depth+1)
		case text:
			if key == "Names" {
				r.say(t, key, v)
			}
		}
	}
}

func (r *reader) say(t *inside.Text, key name, s text) {
	if s == "" || r.work.Spend(len(s)) != nil {
		return
	}
	t.Write(s.chars(), inside.Place{Part: inside.Property, Name: string(key)})
	t.Break("\n")
}
