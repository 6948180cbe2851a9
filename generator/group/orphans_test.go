package group

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"courtsite/generator/diag"
)

// TestOrphans: what courts that have left leave behind is told, with what to delete; what is not a build's is nobody's business.
func TestOrphans(t *testing.T) {
	dir := newGroup(t, 4)
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	if p := open(t, dir).Orphans(); len(p) > 0 {
		t.Errorf("%v", told(p))
	}
	before := digests(t, filepath.Join(dir, "public"))
	for _, id := range []string{"c001", "c002", "c003"} {
		must(t, os.RemoveAll(filepath.Join(dir, "courts", id)))
	}
	must(t, os.RemoveAll(filepath.Join(dir, "public/c002")))     // the record alone is left
	must(t, os.RemoveAll(filepath.Join(dir, ".courtsite/c003"))) // the site alone is left
	write(t, dir, "public/others/index.html", "somebody else's")
	write(t, dir, "public/well-known/manifest.json", "{}")
	write(t, dir, ".courtsite/notes/read.me", "somebody else's")
	must(t, os.Symlink("c000", filepath.Join(dir, "public/link")))
	for range 2 { // building removes nothing of it
		g := open(t, dir)
		orphans := g.Orphans()
		if !slices.Equal(told(orphans), []string{".courtsite/c002 group-orphan", "public/c001 group-orphan", "public/c003 group-orphan"}) {
			t.Errorf("%v", told(orphans))
		}
		if hint := orphans[1].Hint(diag.EN); !strings.Contains(hint, "delete public/c001, .courtsite/c001,") {
			t.Errorf("the hint says %q", hint)
		}
		if slices.ContainsFunc(orphans, g.Fatal) {
			t.Error("an orphan stops the group")
		}
		build(t, dir, Options{})
	}
	after := digests(t, filepath.Join(dir, "public"))
	for _, name := range differ(before, after) {
		if strings.HasPrefix(name, "c001/") || strings.HasPrefix(name, "c003/") {
			t.Errorf("%s changed", name)
		}
	}
	// A portal that is no more leaves its site as well.
	write(t, dir, "group.toml", strings.Replace(text(t, dir, "group.toml"), "portal = \"portal\"\n", "", 1))
	if got := told(open(t, dir).Orphans()); !slices.Contains(got, "public/portal group-orphan-portal") {
		t.Errorf("%v", got)
	}
	// One whose site is built elsewhere, into the folder of outputs, has not left.
	write(t, dir, "group.toml", text(t, dir, "group.toml")+"[[member]]\nid = \"c003\"\nbuilt = \"public/c003\"\nsite = { court = { code = \"A003\", level = \"basic\", region = \"99\" }, languages = { zh-Hans = { title = \"第三人民法院\" } } }\n")
	if got := told(open(t, dir).Orphans()); slices.Contains(got, "public/c003 group-orphan") {
		t.Errorf("%v", got)
	}
}
