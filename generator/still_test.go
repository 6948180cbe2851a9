package generator_test

import (
	"testing"
	"testing/fstest"

	"courtsite/generator"
	"courtsite/generator/diag"
)

// TestPreviewStands: what a preview takes over, though a page has come, shows what the page changes.
func TestPreviewStands(t *testing.T) {
	const front, english = "+++\ntitle = \"%\"\npublished = 2026-01-10\n+++\n\n", "The court will sit in public on Monday in its main building."
	for name, change := range map[string]func(*writer){
		"a link leads to a version that there was not": func(w *writer) { w.put("content/basic/other/linked.en.md", front+english+"\n") },
		"the first page of a language in a column":     func(w *writer) { w.put("content/basic/institution/hall.en.md", front+english+"\n") },
		"a page between two":                           func(w *writer) { w.put("content/basic/news/p.md", front+"又一页。\n") },
		"nothing but a time":                           func(w *writer) { w.put("content/basic/news/other.md", front+"另一页。\n") },
	} {
		t.Run(name, func(t *testing.T) {
			w := newWriter(5)
			w.put("content/basic/news/one.md", front+"见[另一页](other.md)。\n")
			w.put("content/basic/news/one.en.md", front+english+" See [another page](../other/linked.md).\n")
			w.put("content/basic/other/linked.md", front+"又一页。\n")
			w.put("content/basic/other/other.en.md", front+english+"\n")
			w.put("content/basic/news/other.md", front+"另一页。\n")
			w.put("content/basic/institution/hall.md", front+"审判大厅。\n")
			last, tree := w.stood(t, true)
			change(w)
			if want, _, _, _ := w.since(t, true, last, tree); diag.HasErrors(want.Problems) {
				t.Error(want.Problems)
			}
		})
	}
}

// TestPreviewStandsAfterErrors: what changed in a build that failed is not what stands.
func TestPreviewStandsAfterErrors(t *testing.T) {
	const one, neighbour, other = "content/basic/news/one.md", "content/basic/news/neighbour.md", "content/basic/institution/hall.md"
	w := newWriter(5)
	w.put(one, "+++\ntitle = \"甲\"\npublished = 2026-01-10\n+++\n\n正文。\n")
	w.put(neighbour, "+++\ntitle = \"邻\"\npublished = 2026-01-09\n+++\n\n邻页。\n")
	w.put(other, "+++\ntitle = \"乙\"\npublished = 2026-01-11\n+++\n\n另一页。\n")
	last, tree := w.stood(t, true)
	stands := w.site[other]

	w.put(one, "+++\ntitle = \"丙\"\npublished = 2026-01-10\n+++\n\n正文。\n")
	w.site[other] = &fstest.MapFile{Data: []byte("+++\ntitle = \"乙\"\npublished = 2026-01-11\n+++\n\n[](nowhere.md)\n"), ModTime: w.clock}
	in := w.input()
	in.Preview, in.Past = true, last.Past
	failed, err := generator.Build(t.Context(), in, tree.After())
	if err != nil || len(failed.Problems) == 0 {
		t.Fatal(err)
	}
	w.site[other] = stands
	if want, _, _, _ := w.since(t, true, failed, tree); diag.HasErrors(want.Problems) {
		t.Error(want.Problems)
	}
}
