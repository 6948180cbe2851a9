package group

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"courtsite/generator/diag"
)

// TestTaken: a court has a file of its own where a document is handed down. Its own stands, the document is left out as a whole, whatever the two have
// in common; the court's other pages and the other courts are as they are without it, and a warning names both.
func TestTaken(t *testing.T) {
	page := func(front string) string {
		return "+++\ntitle = \"本院公告\"\npublished = 2026-01-05\n" + front + "+++\n\n本院自己的说明。\n"
	}
	const guides = "courts/c001/content/service/guides/"
	for _, c := range []struct {
		name, file, text string
		at               string // of the warning; the file where empty
		own              string // the file of the court's own site
		site             string // more of site.toml
		alone            bool   // no other document that is handed down stands there either
	}{
		{name: "the same file", file: guides + "filing.zh-Hans.md", text: page(""), own: "service/guides/filing/index.html"},
		{name: "without a tag", file: guides + "filing.md", text: page(""), own: "service/guides/filing/index.html"},
		{name: "a folder of its own", file: guides + "filing/index.md", text: page(""), own: "service/guides/filing/index.html"},
		{name: "another language", file: guides + "filing.en.md", text: "+++\ntitle = \"Filing\"\npublished = 2026-01-05\n+++\n\nThis court tells in words of its own how to file a case here, which it calls 本院自己的说明.\n", own: "en/service/guides/filing/index.html"},
		{name: "a name with a blank", file: guides + "filing .md", text: page(""), own: "service/guides/filing/index.html"},
		{name: "an attachment", file: guides + "form.txt", text: "本院自己的说明\n"},
		{name: "a file for a folder", file: "courts/c001/content/service/guides", text: "本院自己的说明\n", alone: true},
		{name: "an address by its item", file: "courts/c001/content/pages/filing.md", text: page("item = \"service/guides\"\n"), own: "service/guides/filing/index.html"},
		{name: "an old address", file: "courts/c001/content/basic/news/x.md", text: page("aliases = [\"/service/guides/filing/\"]\n"), at: "courts/c001/content/basic/news/x.md:4:1", own: "basic/news/x/index.html"},
		{name: "a withdrawn address", file: "courts/c001/content/basic/news/x.md", text: page(""), at: "courts/c001/site.toml:6:1", own: "basic/news/x/index.html", site: "[[gone]]\naddress = \"/service/guides/filing/\"\nreason = \"撤回\"\n"},
		{name: "an index number", file: "courts/c001/content/basic/news/x.md", text: page("index = \"H-1\"\n"), own: "basic/news/x/index.html"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir, sound := withPush(t, "levels = [\"basic\"]\n"), ""
			write(t, dir, guide, strings.Replace(text(t, dir, guide), "published", "index = \"H-1\"\npublished", 1))
			fees := "courts/h1/content/service/guides/fees/index.md"
			write(t, dir, fees, text(t, dir, fees)+"\n见[立案](../filing.md)。\n")
			write(t, dir, "courts/c001/site.toml", text(t, dir, "courts/c001/site.toml")+"[languages.en]\ntitle = \"First Court\"\n")
			sound = filepath.Join(t.TempDir(), "sound")
			must(t, os.CopyFS(sound, os.DirFS(dir)))
			_, outcomes := build(t, sound, Options{})
			allBuilt(t, outcomes)
			write(t, dir, c.file, c.text)
			write(t, dir, "courts/c001/site.toml", text(t, dir, "courts/c001/site.toml")+c.site)
			for _, check := range []bool{true, false} {
				_, outcomes := build(t, dir, Options{Check: check})
				allBuilt(t, outcomes)
				i := slices.IndexFunc(outcomes, func(o Outcome) bool { return o.ID == "c001" })
				if !slices.ContainsFunc(outcomes[i].Problems, func(p diag.Problem) bool {
					return p.Kind == diag.GroupPushTwice && p.Pos.String() == cmp.Or(c.at, c.file) && p.Severity == diag.Warning &&
						strings.Contains(p.Text(diag.EN), "h1 hands down a document ("+guide+")") && strings.Contains(p.Text(diag.ZH), "c001")
				}) {
					t.Errorf("with check %t: %v", check, told(outcomes[i].Problems))
				}
			}
			site := filepath.Join(dir, "public/c001")
			for name := range digests(t, site) {
				if s := text(t, site, name); strings.Contains(s, "起诉状") || strings.Contains(s, "立案指南") || strings.Contains(s, "How to file a case") {
					t.Errorf("%s shows the other court's document", name)
				}
			}
			if c.own == "" {
				text(t, site, "basic/news/open/index.html")
			} else if own := text(t, site, c.own); !strings.Contains(own, "本院自己的说明") {
				t.Errorf("%s is not the court's own", c.own)
			}
			if !c.alone && !strings.Contains(text(t, site, "service/guides/fees/index.html"), "href=\"https://h1.court.example/service/guides/filing/\"") {
				t.Error("another document's link to it does not lead to its court")
			}
			for _, row := range open(t, dir).Survey(noon).Rows {
				if row.ID == "c001" && row.Figures.Findings["group-push-twice"] == 0 {
					t.Errorf("the board does not count it: %v", row.Figures.Findings)
				}
			}
			for _, id := range []string{"e1", "h1"} {
				if d := differ(digests(t, filepath.Join(sound, "public", id)), digests(t, filepath.Join(dir, "public", id))); len(d) > 0 {
					t.Errorf("%s has changed: %v", id, d)
				}
			}
			// Once it is away, the other stands.
			must(t, os.Remove(filepath.Join(dir, filepath.FromSlash(c.file))))
			write(t, dir, "courts/c001/site.toml", text(t, sound, "courts/c001/site.toml"))
			_, outcomes = build(t, dir, Options{})
			allBuilt(t, outcomes)
			if !strings.Contains(text(t, site, "service/guides/filing/index.html"), "立案指南") {
				t.Error("the other's document does not stand")
			}
		})
	}
}

// TestTakenCounted: the document comes after the court's own file, so that nothing on its site changes; it is told and counted all the same.
func TestTakenCounted(t *testing.T) {
	dir := withPush(t, "levels = [\"basic\"]\n")
	write(t, dir, "courts/c001/content/service/guides/appeal.md", "+++\ntitle = \"上诉\"\npublished = 2026-01-05\n+++\n\n本院自己的说明。\n")
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	settle(t, dir)
	write(t, dir, "courts/h1/content/service/guides/appeal.md", "+++\ntitle = \"上诉须知\"\npublished = 2026-01-05\n+++\n\n上诉的办法。\n")
	for range 2 {
		_, outcomes = build(t, dir, Options{})
		allBuilt(t, outcomes)
		i := slices.IndexFunc(outcomes, func(o Outcome) bool { return o.ID == "c001" })
		if all := strings.Join(told(outcomes[i].Problems), " "); !strings.Contains(all, "courts/c001/content/service/guides/appeal.md group-push-twice") {
			t.Errorf("%s: %s", outcomes[i].Status, all)
		}
		settle(t, dir)
	}
	for _, row := range open(t, dir).Survey(noon).Rows {
		if row.ID == "c001" && row.Figures.Findings["group-push-twice"] != 1 {
			t.Error(row.Figures.Findings)
		}
	}
}

// TestRivals: two courts hand documents of one name, or with files in one place, to the same court. The earlier rule's stands as a whole, nothing of the
// later one's is mixed into it, and a warning at the later rule names the courts.
func TestRivals(t *testing.T) {
	for name, files := range map[string]string{
		"the name": "-- filing.md --\n+++\ntitle = \"另一指南\"\npublished = 2026-01-05\n+++\n\n别院的说明。\n",
		"a file":   "-- appeal.md --\n+++\ntitle = \"另一指南\"\npublished = 2026-01-05\nattachments = [\"form.txt\"]\n+++\n\n别院的说明。\n-- form.txt --\n别院的表\n",
		"language": "-- filing.en.md --\n+++\ntitle = \"Another\"\npublished = 2026-01-05\n+++\n\nOther words of another court.\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := withPush(t, "levels = [\"basic\"]\n[[push]]\nfrom = \"c002\"\ndocuments = [\"service/guides/*\"]\nonly = [\"c001\", \"e1\"]\n")
			court(t, dir, 2)
			write(t, dir, "courts/c002/site.toml", text(t, dir, "courts/c002/site.toml")+"[languages.en]\ntitle = \"Second Court\"\n")
			lay(t, filepath.Join(dir, "courts/c002/content/service/guides"), files)
			write(t, dir, "courts/c001/site.toml", text(t, dir, "courts/c001/site.toml")+"[languages.en]\ntitle = \"First Court\"\n")
			g, problems, err := Open(dir)
			must(t, err)
			if len(problems) != 1 || problems[0].Kind != diag.GroupPushRival || problems[0].Pos.String() != "group.toml:14:1" || g.Fatal(problems[0]) ||
				!strings.Contains(problems[0].Text(diag.EN), "of c002 has the name, or a file, of a document that h1 hands down") ||
				!strings.Contains(problems[0].Text(diag.ZH), "（c001, e1）") {
				t.Error(told(problems))
			}
			outcomes, err := Build(t.Context(), g, Options{Now: noon})
			must(t, err)
			allBuilt(t, outcomes)
			for _, id := range []string{"c001", "e1"} {
				all := ""
				for name := range digests(t, filepath.Join(dir, "public", id)) {
					all += text(t, dir, "public", id, name)
				}
				if !strings.Contains(all, "立案指南") || !strings.Contains(all, "起诉状") || strings.Contains(all, "别院的") || strings.Contains(all, "Other words") {
					t.Errorf("%s shows something else", id)
				}
			}
		})
	}
}
