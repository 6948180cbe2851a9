package group

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"courtsite/generator/diag"
)

const guide = "courts/h1/content/service/guides/filing.md"

// TestGivenBroken: a court whose documents stand on others' sites breaks, in its documents and elsewhere. The others are built, their own edits
// included, and show what it last published; parts find the same as a whole run does; when it is mended its new version is shown.
func TestGivenBroken(t *testing.T) {
	for name, breaks := range map[string]func(t *testing.T, dir string){
		"front matter": func(t *testing.T, dir string) { write(t, dir, guide, "+++\ntitle = x\n") },
		"gate": func(t *testing.T, dir string) {
			write(t, dir, guide, text(t, dir, guide)+"\n身份证号码11010519491231002X。\n")
		},
		"another page": func(t *testing.T, dir string) {
			write(t, dir, "courts/h1/content/basic/news/open.md", "+++\ntitle = x\n+++\n")
			write(t, dir, guide, strings.Replace(text(t, dir, guide), "立案指南", "立案须知", 1))
		},
		"a companion": func(t *testing.T, dir string) {
			must(t, os.Remove(filepath.Join(dir, filepath.Dir(guide), "form.txt")))
		},
		"site.toml":    func(t *testing.T, dir string) { write(t, dir, "courts/h1/site.toml", "court = [") },
		"encoding":     func(t *testing.T, dir string) { write(t, dir, "courts/h1/site.toml", "# \xb9\xab\n") },
		"no site.toml": func(t *testing.T, dir string) { must(t, os.Remove(filepath.Join(dir, "courts/h1/site.toml"))) },
		"an empty home": func(t *testing.T, dir string) {
			must(t, os.RemoveAll(filepath.Join(dir, "courts/h1")))
			must(t, os.Mkdir(filepath.Join(dir, "courts/h1"), 0o755))
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir, sound, parts := withPush(t, "levels = [\"basic\"]\n"), withPush(t, "levels = [\"basic\"]\n"), withPush(t, "levels = [\"basic\"]\n")
			sharded := strings.Contains("gate another page site.toml", name)
			if !sharded {
				parts = dir
			}
			for _, d := range slices.Compact([]string{sound, dir, parts}) {
				_, outcomes := build(t, d, Options{})
				allBuilt(t, outcomes)
				settle(t, d)
				write(t, d, "courts/e1/content/basic/news/more.en.md", "+++\ntitle = \"News\"\npublished = 2026-02-05\n+++\n\nThe court has news.\n")
			}
			breaks(t, dir)
			if sharded {
				breaks(t, parts)
			}
			status, _ := build(t, dir, Options{})
			if status["h1"] != Failed || status["e1"] != Built || status["c001"] == Failed {
				t.Errorf("%v", status)
			}
			_, outcomes := build(t, sound, Options{})
			allBuilt(t, outcomes)
			for _, k := range []int{3, 1, 2, 3} {
				if !sharded {
					break
				}
				build(t, parts, Options{Shard: Shard{k, 3}})
			}
			for _, id := range []string{"c001", "e1", "h1"} {
				for _, d := range []string{dir, parts} {
					if diff := differ(digests(t, filepath.Join(sound, "public", id)), digests(t, filepath.Join(d, "public", id))); len(diff) > 0 {
						t.Errorf("%s is not what it is without the fault: %v", id, diff)
					}
				}
			}
			must(t, os.RemoveAll(filepath.Join(dir, "courts/h1")))
			must(t, os.CopyFS(filepath.Join(dir, "courts/h1"), os.DirFS(filepath.Join(sound, "courts/h1"))))
			write(t, dir, guide, strings.Replace(text(t, sound, guide), "立案指南", "立案须知", 1))
			_, outcomes = build(t, dir, Options{})
			allBuilt(t, outcomes)
			if !strings.Contains(text(t, dir, "public/c001/service/guides/filing/index.html"), "立案须知") {
				t.Error("the mended document is not shown")
			}
		})
	}
}

// TestGivenNever: a court that has published nothing yet hands nothing down, and stops nobody.
func TestGivenNever(t *testing.T) {
	dir := withPush(t, "levels = [\"basic\"]\n")
	write(t, dir, "courts/h1/content/basic/news/open.md", "+++\ntitle = x\n+++\n")
	status, _ := build(t, dir, Options{})
	if status["h1"] != Failed || status["e1"] != Built || status["c001"] != Built {
		t.Error(status)
	}
	if _, err := os.Stat(filepath.Join(dir, "public/c001/service/guides/filing")); err == nil {
		t.Error("a document stands that its court could not publish")
	}
}

// TestGivenGone: a document that its court takes away is told of, and stops nobody; a rule that never found one is an error, and stops nobody either.
func TestGivenGone(t *testing.T) {
	dir := withPush(t, "levels = [\"basic\"]\n")
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	must(t, os.RemoveAll(filepath.Join(dir, filepath.Dir(guide))))
	before, _, _ := strings.Cut(text(t, dir, "courts/h1/site.toml"), "[gate")
	write(t, dir, "courts/h1/site.toml", before) // it names one of them
	for range 2 {                                // also when what was last published has no document any more
		g, problems, err := Open(dir)
		must(t, err)
		if !slices.Equal(told(problems), []string{"group.toml:10:1 group-push"}) || slices.ContainsFunc(problems, g.Fatal) {
			t.Errorf("%v", told(problems))
		}
		outcomes, err := Build(t.Context(), g, Options{Now: noon, Version: "test"})
		must(t, err)
		allBuilt(t, outcomes)
	}
	must(t, os.RemoveAll(filepath.Join(dir, ".courtsite/h1")))
	g, problems, err := Open(dir)
	must(t, err)
	if !slices.Equal(told(problems), []string{"group.toml:10:1 group-push"}) || problems[0].Severity != diag.Error || g.Fatal(problems[0]) {
		t.Errorf("%v", told(problems))
	}
	outcomes, err = Build(t.Context(), g, Options{Now: noon, Version: "test", Fresh: true})
	must(t, err)
	allBuilt(t, outcomes)
}

// TestGivenSenderGone: a court whose documents stand on others' sites is no member any more. The rule is told of, nobody is stopped, and the others
// show what it last published; without the cache they do without.
func TestGivenSenderGone(t *testing.T) {
	dir := withPush(t, "levels = [\"basic\"]\n")
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	before := digests(t, filepath.Join(dir, "public/c001"))
	must(t, os.RemoveAll(filepath.Join(dir, "courts/h1")))
	run := func() {
		t.Helper()
		g, problems, err := Open(dir)
		must(t, err)
		if !slices.Equal(told(problems), []string{"group.toml:9:1 group-rule-member"}) || g.Fatal(problems[0]) {
			t.Errorf("%v", told(problems))
		}
		outcomes, err := Build(t.Context(), g, Options{Now: noon, Version: "test", Fresh: true})
		must(t, err)
		allBuilt(t, outcomes)
		if len(outcomes) != 2 {
			t.Errorf("%v", outcomes)
		}
		portal, err := BuildPortal(t.Context(), g, Options{Now: noon, Version: "test"})
		must(t, err)
		allBuilt(t, []Outcome{portal})
	}
	run()
	if d := differ(before, digests(t, filepath.Join(dir, "public/c001"))); len(d) > 0 {
		t.Errorf("these differ: %v", d)
	}
	must(t, os.RemoveAll(filepath.Join(dir, ".courtsite/h1")))
	run()
	if _, err := os.Stat(filepath.Join(dir, "public/c001/service/guides/filing")); err == nil {
		t.Error("a document stands that is nobody's")
	}
}

// TestRuleUnsure: what a rule names stood in a member's site.toml, which cannot be read now. That stops that member alone.
func TestRuleUnsure(t *testing.T) {
	dir := newGroup(t, 2)
	own := "[catalogue.items.\"basic/visits\"]\nname = \"开放日\"\nsince = 2026\n"
	site := text(t, dir, "courts/c001/site.toml")
	write(t, dir, "courts/c001/site.toml", site+own)
	write(t, dir, "group.toml", text(t, dir, "group.toml")+"[[take]]\nitems = [\"basic/visits\"]\n")
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	for _, broken := range []string{"court = [", site + strings.Replace(own, "]\n", "\n", 1)} {
		write(t, dir, "courts/c001/site.toml", broken)
		if status, _ := build(t, dir, Options{}); status["c000"] == Failed || status["c001"] != Failed || status["portal"] == Failed {
			t.Error(status)
		}
	}
}
