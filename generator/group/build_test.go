package group

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"courtsite/generator"
	"courtsite/generator/output"
)

// TestUnchanged: a second build makes nothing; an edit makes one member and the portal; a state that was damaged is not trusted.
func TestUnchanged(t *testing.T) {
	dir := newGroup(t, 3)
	status, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	for id, s := range status {
		if s != Built {
			t.Errorf("%s is %s at first", id, s)
		}
	}
	settle(t, dir)
	want := func(why string, changed ...string) {
		t.Helper()
		status, outcomes := build(t, dir, Options{})
		allBuilt(t, outcomes)
		for id, s := range status {
			if (s == Built) != slices.Contains(changed, id) {
				t.Errorf("%s: %s is %s", why, id, s)
			}
		}
		settle(t, dir)
	}
	want("nothing changed")
	write(t, dir, "courts/c001/content/basic/news/open.md", "+++\ntitle = \"新公告\"\npublished = 2026-01-06\n+++\n\n本院网站今日改版。\n")
	want("one page edited", "c001", "portal")
	if !strings.Contains(text(t, dir, "public/portal/latest/index.html"), "新公告") {
		t.Error("the portal does not show the edit")
	}
	write(t, dir, ".courtsite/c002/state.json", "{")
	want("a damaged state", "c002", "portal")
	must(t, os.RemoveAll(filepath.Join(dir, "public/c000")))
	want("a site was lost", "c000", "portal")
	write(t, dir, "themes/default/assets/css/00-variables.css", ":root{--bar:#123}")
	want("the shared theme", "c000", "c001", "c002", "portal")
}

// settle makes states trusted that were written just now: builds do not trust files whose times are nearer than a file system can tell apart.
func settle(t *testing.T, dir string) {
	t.Helper()
	for name := range digests(t, dir) {
		if strings.HasSuffix(name, "state.json") {
			at := time.Now().Add(time.Minute)
			must(t, os.Chtimes(filepath.Join(dir, name), at, at))
		}
	}
}

// TestMoments: a build looks at a member again when an embargo ends or a page expires, and when the clock went back.
func TestMoments(t *testing.T) {
	dir := newGroup(t, 2)
	write(t, dir, "courts/c001/content/basic/news/later.md", "+++\ntitle = \"定时发布\"\npublished = 2026-03-02\nexpires = 2026-03-09\n+++\n\n本页定时发布。\n")
	for _, c := range []struct {
		day  int
		want Status
	}{{1, Built}, {1, Unchanged}, {2, Built}, {3, Unchanged}, {9, Built}, {10, Unchanged}, {2, Built}} {
		now := time.Date(2026, 3, c.day, 12, 0, 0, 0, time.UTC)
		status, outcomes := build(t, dir, Options{Now: now})
		allBuilt(t, outcomes)
		if status["c001"] != c.want {
			t.Errorf("on day %d c001 is %s, want %s", c.day, status["c001"], c.want)
		}
		shown := strings.Contains(text(t, dir, "public/portal/latest/index.html"), "定时发布")
		if due := c.day >= 2 && c.day < 9; shown != due {
			t.Errorf("on day %d the portal shows the page: %t", c.day, shown)
		}
		settle(t, dir)
	}
}

// TestAlone: a member of a group is built as it would be alone.
func TestAlone(t *testing.T) {
	dir := newGroup(t, 1)
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	site := t.TempDir()
	must(t, os.CopyFS(site, os.DirFS(filepath.Join(dir, "courts/c000"))))
	write(t, site, "site.toml", "base_url = \"https://c000.court.example\"\ndefault_language = \"zh-Hans\"\n"+text(t, site, "site.toml"))
	staging, err := output.Stage(filepath.Join(site, "public"))
	must(t, err)
	result, err := generator.Build(t.Context(), generator.Input{Site: os.DirFS(site), Now: noon, Version: "test"}, staging)
	must(t, err)
	must(t, staging.Commit(result.Manifest))
	if d := differ(digests(t, filepath.Join(dir, "public/c000")), digests(t, filepath.Join(site, "public"))); len(d) > 0 {
		t.Errorf("these differ: %v", d)
	}
}

// TestShards: parts built by several runs, in any order, one of them twice, give what one run gives, portal and board included.
func TestShards(t *testing.T) {
	whole, parts := newGroup(t, 9), newGroup(t, 9)
	_, outcomes := build(t, whole, Options{})
	allBuilt(t, outcomes)
	for _, k := range []int{3, 1, 4, 3, 2} {
		_, outcomes := build(t, parts, Options{Shard: Shard{k, 4}, Jobs: k})
		allBuilt(t, outcomes)
		for _, o := range outcomes {
			if want := fmt.Sprintf("c%03d", k-1); o.ID[:4] < want {
				t.Errorf("part %d built %s", k, o.ID)
			}
		}
	}
	_, outcomes = build(t, parts, Options{Only: []string{"c000"}})
	allBuilt(t, outcomes)
	for _, folder := range []string{"public", ".courtsite/board"} {
		if d := differ(digests(t, filepath.Join(whole, folder)), digests(t, filepath.Join(parts, folder))); len(d) > 0 {
			t.Errorf("%s: these differ: %v", folder, d)
		}
	}
}

// TestChosen: each member is in one part, whatever the number of parts.
func TestChosen(t *testing.T) {
	g := &Group{}
	for i := range 10 {
		g.Members = append(g.Members, &Member{ID: fmt.Sprint(i)})
	}
	for n := 1; n < 13; n++ {
		seen := map[string]int{}
		for k := range n {
			chosen, _ := g.Chosen(Options{Shard: Shard{k + 1, n}})
			for _, m := range chosen {
				seen[m.ID]++
			}
		}
		if len(seen) != 10 {
			t.Errorf("%d parts have %v", n, seen)
		}
	}
	if _, unknown := g.Chosen(Options{Only: []string{"3", "x"}}); !slices.Equal(unknown, []string{"x"}) {
		t.Error(unknown)
	}
}
