package group

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"courtsite/generator"
	"courtsite/generator/output"
)

// faults are ways in which a member breaks; each is done to the folder of the group, for one member's id.
var faults = []struct {
	name string
	do   func(t *testing.T, dir, id string)
}{
	{"TOML", func(t *testing.T, dir, id string) {
		write(t, dir, "courts/"+id+"/content/basic/news/open.md", "+++\ntitle = 公告\n+++\n")
	}},
	{"site.toml", func(t *testing.T, dir, id string) { write(t, dir, "courts/"+id+"/site.toml", "court = [") }},
	{"gate", func(t *testing.T, dir, id string) {
		write(t, dir, "courts/"+id+"/content/basic/news/open.md", "+++\ntitle = \"公告\"\npublished = 2026-01-05\n+++\n\n身份证号码11010519491231002X。\n")
	}},
	{"missing attachment", func(t *testing.T, dir, id string) {
		write(t, dir, "courts/"+id+"/content/basic/news/open.md", "+++\ntitle = \"公告\"\npublished = 2026-01-05\nattachments = [\"a.pdf\"]\n+++\n\n见附件。\n")
	}},
	{"no content", func(t *testing.T, dir, id string) { must(t, os.RemoveAll(filepath.Join(dir, "courts", id, "content"))) }},
	{"another encoding", func(t *testing.T, dir, id string) {
		write(t, dir, "courts/"+id+"/content/basic/news/open.md", "+++\ntitle = \"\xb9\xab\xb8\xe6\"\n+++\n")
	}},
	{"link out of the folder", func(t *testing.T, dir, id string) {
		name := filepath.Join(dir, "courts", id, "content/basic/news/open.md")
		must(t, os.Remove(name))
		must(t, os.Symlink(filepath.Join(dir, "courts/c000/content/basic/news/open.md"), name))
	}},
	{"a layout that is none", func(t *testing.T, dir, id string) {
		write(t, dir, "courts/"+id+"/themes/default/layouts/article.html", "{{.Title")
	}},
	{"no room for the output", func(t *testing.T, dir, id string) {
		must(t, os.RemoveAll(filepath.Join(dir, "public", id)))
		must(t, os.Symlink(filepath.Join(dir, "public/c000"), filepath.Join(dir, "public", id)))
	}},
	{"another build in the same place", func(t *testing.T, dir, id string) {
		write(t, dir, "courts/"+id+"/content/basic/news/more.md", "+++\ntitle = \"又一公告\"\npublished = 2026-02-05\n+++\n\n本院又发公告。\n")
		staging, err := output.Stage(filepath.Join(dir, "public", id))
		must(t, err)
		t.Cleanup(func() { staging.Discard() })
	}},
}

// TestFaults: ten members break in ten ways. They keep their last good sites; every other site is what it is without the faults.
func TestFaults(t *testing.T) {
	const members = 30
	broken, sound := newGroup(t, members), newGroup(t, members)
	_, outcomes := build(t, broken, Options{})
	allBuilt(t, outcomes)
	before := map[string]map[string]string{}
	var ids []string
	for i, f := range faults {
		id := open(t, broken).Members[3*i+1].ID
		ids = append(ids, id)
		before[id] = digests(t, filepath.Join(broken, "public", id))
		f.do(t, broken, id)
	}
	for i := range members { // what is sound changes meanwhile
		page := "courts/" + open(t, sound).Members[i].ID + "/content/basic/news/more.md"
		for _, dir := range []string{broken, sound} {
			if i%3 != 1 {
				write(t, dir, page, "+++\ntitle = \"又一公告\"\npublished = 2026-02-05\n+++\n\n本院又发公告。\n")
			}
		}
	}
	status, outcomes := build(t, broken, Options{})
	build(t, sound, Options{})
	for _, o := range outcomes {
		if failed := slices.Contains(ids, o.ID); failed != (o.Status == Failed) || failed && o.Err == nil && len(told(o.Problems)) == 0 {
			t.Errorf("%s is %s: %v %v", o.ID, o.Status, told(o.Problems), o.Err)
		}
		for _, p := range o.Problems {
			if strings.HasPrefix(p.Path, "content") || strings.HasPrefix(p.Path, "site.toml") {
				t.Errorf("%s: the place %s is not from the group's folder", o.ID, p.Pos)
			}
		}
	}
	if len(status) != members+1 {
		t.Errorf("%d outcomes", len(status))
	}
	for i, id := range ids {
		if faults[i].name == "no room for the output" {
			continue // the fault took it away
		}
		if d := differ(before[id], digests(t, filepath.Join(broken, "public", id))); len(d) > 0 {
			t.Errorf("%s: the last good site of %s changed: %v", faults[i].name, id, d)
		}
	}
	for _, m := range open(t, sound).Members {
		if slices.Contains(ids, m.ID) {
			continue
		}
		if d := differ(digests(t, filepath.Join(sound, "public", m.ID)), digests(t, filepath.Join(broken, "public", m.ID))); len(d) > 0 {
			t.Errorf("%s is not what it is without the faults: %v", m.ID, d)
		}
	}
	if sum := open(t, broken).Survey(noon); sum.Failed != len(ids) || sum.Built != members-len(ids) {
		t.Errorf("the board counts %d failed, %d built", sum.Failed, sum.Built)
	}
}

// TestPanicStaysWithItsMember: whoever runs the build is told where the program failed; the board says that it did.
func TestPanicStaysWithItsMember(t *testing.T) {
	g := open(t, newGroup(t, 2))
	g.Members[0].received = []received{{place: "content/basic/news/theirs.zh-Hans.md"}} // from nowhere
	r := &run{Group: g, Options: Options{Now: noon}, shared: &generator.Shared{}, total: 1, inner: 1}
	o := r.member(t.Context(), g.Members[0], inputs{})
	if o.Status != Failed || o.Err == nil || !strings.Contains(o.Err.Error(), "group.(*Group).open") {
		t.Errorf("%s: %v", o.Status, o.Err)
	}
	if row := g.row(g.Members[0], noon); row.Failure == nil || !strings.Contains(row.Failure.Machine, "nil pointer") || strings.Contains(row.Failure.Machine, "\n") {
		t.Errorf("the board says %+v", row.Failure)
	}
}
