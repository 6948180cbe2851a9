package source

import (
	"maps"
	"slices"

	"courtsite/generator/diag"
)

// Texts goes through the texts that are written in the table and in those within it, each with its place, in the order of their keys.
// It asks for no key, so that none counts as known for it.
func (t *Table) Texts(visit func(text string, at diag.Pos)) {
	if t == nil {
		return
	}
	for _, key := range slices.Sorted(maps.Keys(t.values)) {
		switch v := t.values[key].(type) {
		case string:
			visit(v, t.Pos(key))
		case map[string]any:
			t.inner(key, v).Texts(visit)
		case []map[string]any:
			t.elements(key, v, visit)
		case []any:
			if tables, ok := tablesOf(v); ok {
				t.elements(key, tables, visit)
				continue
			}
			for _, s := range v {
				if s, ok := s.(string); ok {
					visit(s, t.Pos(key))
				}
			}
		}
	}
}

func (t *Table) inner(key string, values map[string]any) *Table {
	return &Table{doc: t.doc, path: append(t.path[:len(t.path):len(t.path)], key), values: values, from: t.from, to: t.to}
}

func (t *Table) elements(key string, list []map[string]any, visit func(text string, at diag.Pos)) {
	for i, values := range list {
		e := t.inner(key, values)
		e.from, e.to = t.doc.element(e.path, i, len(list))
		e.Texts(visit)
	}
}
