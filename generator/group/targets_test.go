package group

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"courtsite/generator/diag"
)

// targeted opens a group of two members and a portal under a group.toml.
func targeted(t *testing.T, config, own string) *Group {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"group.toml":          "members = [\"courts/*\"]\nportal = \"portal\"\n" + config,
		"courts/a1/site.toml": "court = { code = \"A1\", level = \"basic\" }\n[languages.zh-Hans]\ntitle = \"甲\"\n" + own,
		"courts/a2/site.toml": "court = { code = \"A2\", level = \"basic\" }\n[languages.zh-Hans]\ntitle = \"乙\"\n",
		"portal/site.toml":    "base_url = \"https://p.example\"\ncourt = { code = \"P1\", level = \"high\" }\n[languages.zh-Hans]\ntitle = \"门户\"\n",
	} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	g, problems, err := Open(dir)
	if err != nil || g == nil || diag.HasErrors(problems) {
		t.Fatalf("%v, %v", err, problems)
	}
	return g
}

const (
	defaults = "[defaults]\nbase_url = \"https://{id}.court.example\"\ndefault_language = \"zh-Hans\"\n"
	inBucket = "[defaults.publish.main]\nbucket = \"courts\"\nendpoint = \"https://s3.example\"\nregion = \"r\"\nprefix = \"in/{id}\"\n"
)

func TestTargets(t *testing.T) {
	g := targeted(t, defaults+inBucket+"[defaults.publish.local]\ndirectory = \"../www/{id}\"\n", "[publish.main]\njobs = 3\n")
	for i, want := range []string{"in/a1", "in/a2", "in/portal"} {
		p, problems, err := g.Targets("main").Of(g.all()[i])
		if err != nil || len(problems) > 0 || p.Prefix != want || p.Bucket != "courts" {
			t.Errorf("%+v, %v, %v; want %s", p, problems, err, want)
		}
		if i == 0 && p.Jobs != 3 {
			t.Errorf("what a member may say of its target does not hold: %+v", p)
		}
	}
	p, _, err := g.Targets("local").Of(g.Members[1])
	if want := filepath.Join(g.Dir, "..", "www", "a2"); err != nil || p.Directory != want {
		t.Errorf("%+v, %v; want %s", p, err, want)
	}
	if _, _, err := g.Targets("none").Of(g.Members[0]); !errors.As(err, new(*ErrNoTarget)) {
		t.Errorf("%v", err)
	}
}

// Where a member goes is the group's to decide, in one place for each.
func TestTargetsRefused(t *testing.T) {
	local := func(dir string) string { return defaults + "[defaults.publish.main]\ndirectory = \"" + dir + "\"\n" }
	for _, key := range placeKeys {
		g := targeted(t, defaults+inBucket, "[publish.main]\n"+key+" = \"x\"\n")
		_, problems, err := g.Targets("main").Of(g.Members[0])
		if !errors.As(err, new(*ErrOwnPlace)) && !diag.HasErrors(problems) {
			t.Errorf("%s: %v, %v", key, problems, err)
		}
		if _, _, err := g.Targets("main").Of(g.Members[1]); err != nil {
			t.Errorf("%s: another member is refused: %v", key, err)
		}
	}
	var shared *ErrSharedPlace
	g := targeted(t, local("../www"), "")
	if _, _, err := g.Targets("main").Of(g.Members[0]); !errors.As(err, &shared) || shared.Other != "a2" {
		t.Errorf("%v", err)
	}
	for _, dir := range []string{"public/{id}", "public", "courts", "courts/a2/{id}", "themes/{id}", ".courtsite/{id}", ".", ".."} {
		g := targeted(t, local(dir)+"[[member]]\nid = \"a2\"\nfolder = \"courts/a2\"\nsite = { publish = { main = { directory = \"/elsewhere\" } } }\n", "")
		g.Portal = nil
		if _, _, err := g.Targets("main").Of(g.Members[0]); !errors.As(err, new(*ErrWithinGroup)) {
			t.Errorf("%s: %v", dir, err)
		}
	}
	// What is wrong with a member's own target is told with its place.
	g = targeted(t, defaults+inBucket, "[publish.main]\nsecret_key = \"planted\"\n")
	_, problems, err := g.Targets("main").Of(g.Members[0])
	if err != nil || len(problems) == 0 || problems[0].Path != "courts/a1/site.toml" {
		t.Errorf("%v, %v", problems, err)
	}
}
