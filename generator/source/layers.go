package source

import (
	"encoding/json"
	"slices"
	"strings"

	"courtsite/generator/diag"
)

// Over lays a table over another, which answers for the keys that the first does not have; tables within them are laid over each other likewise, and
// lists are not joined. What is wrong with a value is told where the value stands, in either document.
func (t *Table) Over(under *Table) *Table {
	laid := *t
	if laid.under != nil {
		under = laid.under.Over(under)
	}
	laid.under = under
	return &laid
}

// Fresh gives the same table, read by nobody yet: several readers may each have one at a time. Problems of reading it belong to its own document,
// which [Table.Problems] gives.
func (t *Table) Fresh() *Table {
	t.doc.keys()
	doc := *t.doc
	doc.problems = nil
	return &Table{doc: &doc, path: t.path, values: t.values, broken: t.broken, from: t.from, to: t.to}
}

// Problems gives what was found wrong so far with the table's document, and with those that it is laid over.
func (t *Table) Problems() []diag.Problem {
	var problems []diag.Problem
	for seen := []*Document{}; t != nil; t = t.under {
		if !slices.Contains(seen, t.doc) {
			seen = append(seen, t.doc)
			problems = append(problems, t.doc.problems...)
		}
	}
	return problems
}

// Written tells whether the table itself, not one that it is laid over, has a key, given as its path of names.
func (t *Table) Written(key ...string) bool {
	values := t.values
	for i, name := range key {
		v, found := values[name]
		if i == len(key)-1 {
			return found
		}
		values, _ = v.(map[string]any)
	}
	return false
}

// Fingerprint tells one state of the table's own values from another.
func (t *Table) Fingerprint() []byte {
	data, err := json.Marshal(t.values) // keys are sorted
	if err != nil {
		return nil // a number that is none (nan): the reader of the value refuses it
	}
	return data
}

// NewTable makes a table of values that stand in another kind of file, such as a spreadsheet. at gives the offset in src of each key,
// whose names are joined by dots.
func NewTable(path string, src []byte, values map[string]any, at map[string]int) *Table {
	d := &Document{path: path, src: src, to: len(src), read: src, places: []place{}}
	for name, offset := range at {
		d.places = append(d.places, place{strings.Split(name, "."), offset})
	}
	slices.SortFunc(d.places, func(a, b place) int { return a.offset - b.offset })
	return &Table{doc: d, values: values}
}

// ask notes that somebody wants a key, here and below.
func (t *Table) ask(key string) {
	const most = 32 // keys that a page's front matter may have, or nearly so
	for ; t != nil; t = t.under {
		if t.asked == nil {
			t.asked = make([]string, 0, most)
		}
		t.asked = append(t.asked, key)
	}
}

// holder finds the uppermost table that has a key.
func (t *Table) holder(key string) *Table {
	for ; t != nil; t = t.under {
		if _, ok := t.values[key]; ok {
			return t
		}
	}
	return nil
}

// below gives the table of a key that lies under this one's.
func (t *Table) below(key string) *Table {
	own := t.under.holder(key)
	if own == nil {
		return nil
	}
	return own.Table(key)
}

// with adds the keys of the tables below.
func (t *Table) with(keys []string) []string {
	if t.under == nil {
		return keys
	}
	for _, k := range t.under.Keys() {
		if !contains(keys, k) {
			keys = append(keys, k)
		}
	}
	return keys
}

// has tells whether a key at an offset is one of the table's: tables of a list have the same path.
func (t *Table) has(key string, offset int) bool {
	if t.to != 0 && (offset < t.from || offset >= t.to) {
		return false
	}
	_, ok := t.values[key]
	return ok
}
