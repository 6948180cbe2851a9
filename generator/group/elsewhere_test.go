package group

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"courtsite/generator/diag"
	"courtsite/generator/output"
)

// deliver makes a group of one court here and one, c001, whose site was built elsewhere; the function gives it another manifest, with one more entry.
func deliver(t *testing.T) (dir string, add func(output.File)) {
	t.Helper()
	whole, dir := newGroup(t, 2), newGroup(t, 1)
	_, outcomes := build(t, whole, Options{})
	allBuilt(t, outcomes)
	must(t, os.CopyFS(filepath.Join(dir, "delivered"), os.DirFS(filepath.Join(whole, "public/c001"))))
	write(t, dir, "group.toml", text(t, dir, "group.toml")+
		"[[member]]\nid = \"c001\"\nbuilt = \"delivered\"\nsite = { court = { code = \"A001\", level = \"basic\", region = \"99001\" }, languages = { zh-Hans = { title = \"第1人民法院\" } } }\n")
	return dir, func(f output.File) {
		m, err := output.ReadManifest(os.DirFS(filepath.Join(whole, "public/c001")))
		must(t, err)
		m.Files = append(m.Files, f)
		data, err := m.Encode()
		must(t, err)
		write(t, dir, "delivered/manifest.json", string(data))
	}
}

// entry is one that courtsite might have written.
func entry() output.File {
	return output.File{Path: "basic/news/strange/index.html", SHA256: strings.Repeat("0", 64), Kind: output.Page, Language: "zh-Hans", Item: "basic/news",
		Title: "来历不明的公告", Published: "2026-02-28T09:00:00+08:00"}
}

// TestElsewhereStrange: what a delivered manifest says that cannot be so neither stops the portal nor stands on it, and is told; the rest is taken in.
func TestElsewhereStrange(t *testing.T) {
	dir, add := deliver(t)
	for why, change := range map[string]func(*output.File){
		"":                              func(f *output.File) { f.Item = "service/circuit-courts" }, // such as a court may add
		`"../../c000/x" is no item`:     func(f *output.File) { f.Item = "../../c000/x" },
		`"con/x" is no item`:            func(f *output.File) { f.Item = "con/x" },
		`"BASIC/news" is no item`:       func(f *output.File) { f.Item = "BASIC/news" },
		`"basic" is no item`:            func(f *output.File) { f.Item = "basic" },
		`"region/99" is no item`:        func(f *output.File) { f.Item = "region/99" },
		`"basic/news/index" is no item`: func(f *output.File) { f.Item = "basic/news/index" },
		`"zh_Hans" is no language`:      func(f *output.File) { f.Language = "zh_Hans" },
		"its title is none":             func(f *output.File) { f.Title = "公告\n公告" },
		"it is dated later than now":    func(f *output.File) { f.Published = "2026-03-02T00:00:00+08:00" },
		"it was updated later than now": func(f *output.File) { f.Updated = "2026-03-01T12:00:01Z" },
	} {
		f := entry()
		change(&f)
		add(f)
		status, outcomes := build(t, dir, Options{})
		allBuilt(t, outcomes)
		latest := text(t, dir, "public/portal/latest/index.html")
		if status["c001"] != Elsewhere || !strings.Contains(latest, "第1号公告") || strings.Contains(latest, "来历不明的公告") != (why == "") {
			t.Errorf("%s: %v: %s", why, status, latest)
		}
		want, day := "", 28
		if why != "" {
			want, day = `documents in "delivered" that the portal does not show: 1; the first is basic/news/strange/: `+why, 5
		}
		var problems []string
		for _, p := range outcomes[1].Problems {
			problems = append(problems, p.Message(diag.EN))
		}
		if got := strings.Join(problems, "\n"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if row := open(t, dir).Survey(noon).Rows[1]; row.Updated.Day() != day {
			t.Errorf("%s: updated %v", why, row.Updated)
		}
	}
}

// TestElsewherePreview: a site with drafts is not taken in; what was taken in before stands.
func TestElsewherePreview(t *testing.T) {
	dir, _ := deliver(t)
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	before := text(t, dir, "public/portal/latest/index.html")
	whole := text(t, dir, "delivered/manifest.json")
	for why, manifest := range map[string]string{
		"it is a preview": strings.Replace(whole, `"gate":"relaxed",`, "", 1),
		"is damaged":      whole[:len(whole)/2],
	} {
		write(t, dir, "delivered/manifest.json", manifest)
		status, outcomes := build(t, dir, Options{})
		if status["c001"] != Failed || len(outcomes[1].Problems) != 1 || !strings.Contains(outcomes[1].Problems[0].Message(diag.EN), why) {
			t.Errorf("%s: %s %v", why, status["c001"], outcomes[1].Problems)
		}
		if text(t, dir, "public/portal/latest/index.html") != before {
			t.Errorf("%s: the portal has changed", why)
		}
	}
}

// TestElsewhereGate: nothing that the portal shows of a document holds personal data.
func TestElsewhereGate(t *testing.T) {
	const number = "11010519491231002X"
	dir, add := deliver(t)
	for what, change := range map[string]func(*output.File){
		"title":   func(f *output.File) { f.Title = "关于" + number + "的公告" },
		"office":  func(f *output.File) { f.Office = "联系人" + number },
		"address": func(f *output.File) { f.Path = "basic/news/" + number + "/index.html" },
	} {
		f := entry()
		change(&f)
		add(f)
		_, outcomes := build(t, dir, Options{})
		allBuilt(t, outcomes)
		problems := outcomes[2].Problems
		if i := len(problems) - 1; i < 0 || !strings.Contains(problems[i].Message(diag.EN), "its "+what+" holds") || strings.Contains(problems[i].Text(diag.ZH), number) {
			t.Errorf("%s: %v", what, problems)
		}
		for name := range digests(t, filepath.Join(dir, "public/portal")) {
			if strings.Contains(text(t, dir, "public/portal", name), number) {
				t.Errorf("%s: it is in %s", what, name)
			}
		}
	}
}

// TestOwnItems: an item that a court adds to the catalogue is called on the portal and the board as the court calls it, wherever its site is built; and
// where its name cannot be shown, by its id.
func TestOwnItems(t *testing.T) {
	whole, parts := newGroup(t, 2), newGroup(t, 1)
	write(t, whole, "courts/c001/site.toml", text(t, whole, "courts/c001/site.toml")+
		"[catalogue.items.\"service/circuit-courts\"]\nname = \"巡回审判 - 信息\"\nsince = 2026\n[catalogue.items.\"service/legal-aid\"]\nname = \"法律援助信息\"\nsince = 2026\n")
	write(t, whole, "courts/c001/content/service/circuit-courts/plan.md", "+++\ntitle = \"安排\"\npublished = 2026-02-01\n+++\n\n巡回审判每月一次。\n")
	_, outcomes := build(t, whole, Options{})
	allBuilt(t, outcomes)
	page := text(t, whole, "public/portal/latest/service/circuit-courts/index.html")
	if !strings.Contains(page, "<h1>巡回审判 - 信息</h1>") || strings.Contains(page, ">service/circuit-courts<") {
		t.Error(page)
	}
	if board := text(t, whole, ".courtsite/board/court-c001.html"); !strings.Contains(board, "法律援助信息 service/legal-aid") {
		t.Error(board)
	}
	must(t, os.CopyFS(filepath.Join(parts, "delivered"), os.DirFS(filepath.Join(whole, "public/c001"))))
	write(t, parts, "group.toml", text(t, whole, "group.toml")+
		"[[member]]\nid = \"c001\"\nbuilt = \"delivered\"\nsite = { court = { code = \"A001\", level = \"basic\", region = \"99001\" }, languages = { zh-Hans = { title = \"第1人民法院\" } } }\n")
	_, outcomes = build(t, parts, Options{})
	allBuilt(t, outcomes)
	if d := differ(digests(t, filepath.Join(whole, "public/portal")), digests(t, filepath.Join(parts, "public/portal"))); len(d) > 0 {
		t.Errorf("the portals differ: %v", d)
	}
	feed := "delivered/service/circuit-courts/feed.json"
	write(t, parts, feed, strings.Replace(text(t, parts, feed), "巡回审判 - 信息", "联系人11010519491231002X", 1))
	_, outcomes = build(t, parts, Options{})
	allBuilt(t, outcomes)
	if page := text(t, parts, "public/portal/latest/service/circuit-courts/index.html"); strings.Contains(page, "11010519491231002X") || !strings.Contains(page, "<h1>service/circuit-courts</h1>") {
		t.Error(page)
	}
	if got := told(outcomes[2].Problems); len(got) != 1 || got[0] != "group.toml group-taken" {
		t.Error(got)
	}
}
