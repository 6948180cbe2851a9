package group

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestStrict: what group.toml says in vain is an error, at the place of the key.
func TestStrict(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"", "", ""},
		{"members", "locked = [\"theem\"]\nmembers", "group.toml:1:1 toml-unknown-key"},
		{"members", "locked = [\"theme\", \"gate.profile\", \"languages.zh-Hans.title\", \"court.code\"]\nmembers", ""},
		{"members", "locked = [\"gate.profil\"]\nmembers", "group.toml:1:1 toml-unknown-key"},
		{"default_language", "theem = \"x\"\ndefault_language", "group.toml:5:1 toml-unknown-key"},
		{"members", "out = \".courtsite\"\nmembers", "group.toml:1:1 group-place; group.toml:1:1 group-place"},
		{"members", "cache = \"public/c000\"\nmembers", "group.toml:1:1 group-place; group.toml:1:1 group-place"},
		{"members", "out = \"courts\"\nmembers", "group.toml:1:1 group-place"},
		{"members", "out = \"courts/c000/public\"\nmembers", "group.toml:1:1 group-place"},
		{"\"99\"", "\"98\" = { english = \"x\" }\n\"99\"", "group.toml:7:10 site-language-tag"},
		{"[regions]", "[[push]]\nfrom = \"c000\"\n[regions]", "group.toml:6:1 group-required"},
		{"[regions]", "[[push]]\nfrom = \"c000\"\ndocuments = [\"basic/[\"]\n[regions]", "group.toml:8:1 group-glob"},
		{"[regions]", "[[push]]\nfrom = \"c000\"\ndocuments = [\"basic/nwes/*\"]\n[regions]", "group.toml:8:1 group-push"},
		{"[regions]", "[[push]]\nfrom = \"c009\"\ndocuments = [\"basic/news/*\"]\n[regions]", "group.toml:7:1 group-rule-member"},
		{"[regions]", "[[push]]\nfrom = \"../c000\"\ndocuments = [\"basic/news/*\"]\n[regions]", "group.toml:7:1 group-rule-member"},
		{"[regions]", "[[push]]\nfrom = \"c000\"\ndocuments = [\"basic/news/*\"]\nonly = [\"c001\", \"c009\"]\n[regions]", "group.toml:9:1 group-rule-member"},
		{"[regions]", "[[push]]\nfrom = \"c000\"\ndocuments = [\"basic/news/*\"]\nlevels = [\"basci\"]\n[regions]", "group.toml:9:1 group-rule"},
		{"[regions]", "[[push]]\nfrom = \"c000\"\ndocuments = [\"basic/news/*\"]\nlanguages = [\"ug\", \"bo\"]\n[regions]", "group.toml:9:1 group-push-language"},
		{"[regions]", "[[push]]\nfrom = \"c000\"\ndocuments = [\"basic/news/*\"]\nlanguages = [\"ug\", \"zh-Hans\"]\n[regions]", ""},
		{"[regions]", "[[take]]\nitems = [\"basic/nwes\"]\n[regions]", "group.toml:7:1 group-rule"},
		{"[regions]", "[[take]]\nlanguages = [\"ug\"]\nkinds = [\"maritime\"]\nregions = [\"99\"]\n[regions]", ""}, // no court has them today
		{"[regions]", "[[take]]\nlanguages = [\"uighur\"]\n[regions]", "group.toml:7:1 group-rule"},
	} {
		dir := newGroup(t, 2)
		write(t, dir, "group.toml", strings.Replace(text(t, dir, "group.toml"), c.from, c.to, 1))
		g, problems, err := Open(dir)
		must(t, err)
		if got := strings.Join(told(problems), "; "); got != c.want {
			t.Errorf("%s: got %s, want %s", c.to, got, c.want)
		}
		spares := c.want == "" || strings.Contains(c.want, "group-rule-member") || strings.HasSuffix(c.want, "group-push") || strings.HasSuffix(c.want, "group-push-language")
		if fatal := slices.ContainsFunc(problems, g.Fatal); fatal == spares {
			t.Errorf("%s: fatal: %t", c.to, fatal)
		}
	}
}

// TestUnreachable: a member whose folder cannot be looked into, or has lost its site.toml, fails; it does not vanish from portal and board. One whose
// folder is gone is no member any more.
func TestUnreachable(t *testing.T) {
	dir := newGroup(t, 4)
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	before := digests(t, filepath.Join(dir, "public"))
	must(t, os.RemoveAll(filepath.Join(dir, "courts/c001")))
	must(t, os.Symlink("c001", filepath.Join(dir, "courts/c001"))) // no access, for root too
	must(t, os.Remove(filepath.Join(dir, "courts/c002/site.toml")))
	must(t, os.MkdirAll(filepath.Join(dir, "courts/notes"), 0o755))
	status, _ := build(t, dir, Options{})
	if status["c001"] != Failed || status["c002"] != Failed || status["c003"] == Failed || len(status) != 5 {
		t.Error(status)
	}
	if d := differ(before, digests(t, filepath.Join(dir, "public"))); len(d) > 0 {
		t.Errorf("these differ: %v", d)
	}
	if sum := open(t, dir).Survey(noon); sum.Courts != 4 || sum.Failed != 2 || sum.Pages != 8 {
		t.Errorf("%+v", sum)
	}
	must(t, os.Remove(filepath.Join(dir, "courts/c001")))
	if status, _ := build(t, dir, Options{}); len(status) != 4 {
		t.Error(status)
	}
}

// TestPanic: an error of this program's in one member's build is that member's; the others are built.
func TestPanic(t *testing.T) {
	dir := newGroup(t, 3)
	g := open(t, dir)
	g.Members[1].Site.Zone = nil
	outcomes, err := Build(t.Context(), g, Options{Now: noon, Version: "test"})
	must(t, err)
	if outcomes[0].Status != Built || outcomes[1].Status != Failed || outcomes[1].Err == nil || outcomes[2].Status != Built {
		t.Errorf("%+v", outcomes)
	}
	if sum := open(t, dir).Survey(noon); sum.Failed != 1 {
		t.Errorf("the board counts %d failed", sum.Failed)
	}
}
