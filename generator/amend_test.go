package generator_test

import (
	"bytes"
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"courtsite/generator"
	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/output"
	"courtsite/generator/signoff"
	"courtsite/generator/waiver"
)

// TestAmended: an edit of a text is all that is looked at also on a site with what only a few pages have to do with, and on another day.
func TestAmended(t *testing.T) {
	const page, other = "content/basic/news/one.md", "content/basic/news/other.md"
	document := func(front, text string) string {
		return "+++\ntitle = \"标题\"\nnumber = \"" + fmt.Sprint(len(text)) + "\"\npublished = 2026-01-10\n" + front + "+++\n\n" + text + "\n"
	}
	sign := func(t *testing.T, w *writer, path string) {
		t.Helper()
		if w.sign(path); w.site[signoff.File(path)] == nil {
			t.Fatal("not signed")
		}
	}
	for _, test := range []struct {
		name   string
		before func(*testing.T, *writer)
		with   func(*testing.T, *writer)
		amends bool
	}{
		{name: "nothing else", amends: true},
		{name: "a page for the parties alone", amends: true, before: func(_ *testing.T, w *writer) {
			w.put("content/basic/news/inside.md", document("audience = \"parties\"\n", "密室。"))
		}},
		{name: "another page is signed", amends: true, before: func(t *testing.T, w *writer) { sign(t, w, other) }},
		{name: "the page is signed, and signed again", amends: true, before: func(t *testing.T, w *writer) { sign(t, w, page) }, with: func(t *testing.T, w *writer) { sign(t, w, page) }},
		{name: "the page is signed, and not again", amends: true, before: func(t *testing.T, w *writer) { sign(t, w, page) }},
		{name: "another page is signed again", before: func(t *testing.T, w *writer) { sign(t, w, other) }, with: func(t *testing.T, w *writer) { sign(t, w, other) }},
		{name: "another page has a waiver", amends: true, before: func(_ *testing.T, w *writer) { waive(t, w, other) }},
		{name: "the page has a waiver", before: func(_ *testing.T, w *writer) { waive(t, w, page) }},
		{name: "another day", amends: true, with: func(_ *testing.T, w *writer) { w.now = w.now.AddDate(0, 0, 1) }},
		{name: "another year", with: func(_ *testing.T, w *writer) { w.now = w.now.AddDate(1, 0, 0) }},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := newWriter(5)
			w.put(page, document("summary = \"概述\"\n", "表格。"))
			w.put(other, document("", "另一页。"))
			if test.before != nil {
				test.before(t, w)
			}
			last, tree := w.stood(t, false)
			w.put(page, string(w.site[page].Data)+"\n又一段。\n")
			if test.with != nil {
				test.with(t, w)
			}
			want, got, _, amended := w.since(t, false, last, tree)
			if amended != test.amends {
				t.Errorf("amended: %t", amended)
			}
			if diag.HasErrors(want.Problems) {
				t.Error(want.Problems)
			}
			if len(want.Waived) != len(got.Waived) {
				t.Errorf("waived: %v, want %v", got.Waived, want.Waived)
			}
		})
	}
}

// TestAmendFromRecord: when the title of one page changes, what a record says of the others is enough, and what cannot be read of them is found out by a whole build.
func TestAmendFromRecord(t *testing.T) {
	const page, parts = "content/basic/news/one.md", 40
	w := newWriter(5)
	for i := range 300 { // more than a part of the record holds
		w.put(fmt.Sprintf("content/basic/news/other-%03d.md", i), fmt.Sprintf("+++\ntitle = \"第%d号公告\"\npublished = 2026-01-10\n+++\n\n另一页。\n", i))
	}
	w.put(page, "+++\ntitle = \"标题\"\npublished = 2026-01-10\n+++\n\n表格。\n")
	last, tree := w.stood(t, false)
	var record bytes.Buffer
	if err := last.Past.Write(t.Context(), &record); err != nil {
		t.Fatal(err)
	}
	w.put(page, "+++\ntitle = \"另一标题\"\npublished = 2026-01-10\n+++\n\n表格。\n")
	want, cold := mustTry(t, w.input(), output.NewMemory())
	since := func(record []byte) (lost, amended bool) {
		past, err := generator.ReadPast(bytes.NewReader(record), int64(len(record)))
		if err != nil {
			return true, false
		}
		in := w.input()
		in.Past = past
		got, warm, amended := mustAmend(t, in, tree.After())
		sameProblems(t, want, got)
		sameTrees(t, cold, warm)
		return got.Lost, amended
	}
	if lost, amended := since(record.Bytes()); lost || !amended {
		t.Errorf("with a sound record: lost %t, amended %t", lost, amended)
	}
	for i := range parts {
		damaged := bytes.Clone(record.Bytes())
		damaged[len(damaged)*i/parts] ^= 1
		if lost, amended := since(damaged); !lost && !amended {
			t.Errorf("damage in the %dth part of %d goes unnoticed", i+1, parts)
		}
	}
}

// stood builds the site, all of which has stood for a while.
func (w *writer) stood(t *testing.T, preview bool) (*generator.Result, *output.Memory) {
	t.Helper()
	for path, f := range w.site {
		w.site[path] = &fstest.MapFile{Data: f.Data, ModTime: w.clock.Add(-time.Hour)}
	}
	in := w.input()
	in.Preview = preview
	last, tree := mustTry(t, in, output.NewMemory())
	if diag.HasErrors(last.Problems) {
		t.Fatal(last.Problems)
	}
	return last, tree
}

// since builds the site as it is now, alone and with what is known of the last build, which must come to the same; of a site with errors, to the same problems.
func (w *writer) since(t *testing.T, preview bool, last *generator.Result, tree *output.Memory) (want, got *generator.Result, warm *output.Memory, amended bool) {
	t.Helper()
	in := w.input()
	in.Preview = preview
	want, cold := mustTry(t, in, output.NewMemory())
	in.Past = last.Past
	got, warm, amended = mustAmend(t, in, tree.After())
	if sameProblems(t, want, got); !diag.HasErrors(want.Problems) {
		sameTrees(t, cold, warm)
		sameRecords(t, want, got)
	}
	return want, got, warm, amended
}

// waive puts a number into a page, and a waiver of it beside site.toml.
func waive(t *testing.T, w *writer, path string) {
	t.Helper()
	w.put(path, string(w.site[path].Data)+"\n填写身份证号码，如 110101199003077475。\n")
	list, _, err := generator.Waivable(t.Context(), generator.Input{Site: maps.Clone(w.site), Now: w.now, Clock: w.clock, Version: "1"}, diag.Pos{Path: path}, diag.PersonalIdentity.Code)
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	one := list[0]
	one.Reason, one.By, one.Office, one.Date, one.Expires = "表格样例", "王丽", "保密办", w.now, w.now.AddDate(2, 0, 0)
	w.put(waiver.File, string(waiver.Append(nil, one)))
}

// TestPreviewTakesOver: a preview's builds, one after another in one process, come to what a build alone comes to.
func TestPreviewTakesOver(t *testing.T) {
	const page = "content/basic/news/one.md"
	w := newWriter(5)
	w.put(config.File, string(w.site[config.File].Data))
	var past *generator.Past
	tree, quick := output.NewMemory(), 0
	for i := range 5 {
		w.put(page, strings.Replace(string(w.site[page].Data), "\n\n", fmt.Sprintf("\n\n第%d次。", i), 1))
		in := w.input()
		in.Preview = true
		want, cold := mustTry(t, in, output.NewMemory())
		in.Past = past
		got, warm, amended := mustAmend(t, in, tree.After())
		if amended {
			quick++
		}
		sameProblems(t, want, got)
		sameTrees(t, cold, warm)
		past, tree = got.Past, warm
	}
	if quick < 3 {
		t.Errorf("%d builds of 5 took over what was there", quick)
	}
}
