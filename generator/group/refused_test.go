package group

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"courtsite/generator/diag"
)

// TestReceivedLinks: a document that is handed down stops nobody by its links. They mean the site that it comes from: its lists, its old addresses, its
// files, its other pages. Pictures go with it.
func TestReceivedLinks(t *testing.T) {
	dir := withPush(t, "levels = [\"basic\"]\n")
	write(t, dir, "courts/h1/content/basic/institution/overview.md", "+++\ntitle = \"机构设置\"\npublished = 2026-01-04\naliases = [\"/old/overview.html\"]\n+++\n\n本院设立案庭等内设机构。\n")
	write(t, dir, "courts/h1/content/basic/institution/chart.csv", "立案庭\n")
	picture := "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
	write(t, dir, "courts/h1/content/service/guides/window.png", picture)
	write(t, dir, guide, text(t, dir, guide)+"\n见[旧页](/old/overview.html)、[动态](/basic/news/)、[首页](/)、[表](../../basic/institution/chart.csv)、[又表](/basic/institution/chart.csv)。\n\n![立案窗口](window.png)\n")
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	page := text(t, dir, "public/c001/service/guides/filing/index.html")
	for _, want := range []string{
		`href="https://h1.court.example/old/overview.html"`, `href="https://h1.court.example/basic/news/"`, `href="https://h1.court.example/"`,
		`src="/service/guides/window.png"`, `href="/service/guides/form.txt"`, `href="/service/guides/fees/"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if n := strings.Count(page, `href="https://h1.court.example/basic/institution/chart.csv"`); n != 2 {
		t.Errorf("%d links to the table", n)
	}
	if text(t, dir, "public/c001/service/guides/window.png") != picture {
		t.Error("the picture is another")
	}
}

// TestReceivedRelated: documents that a handed-down one calls related are those of its own site. One that was handed down too is shown; a document of
// the receiving site under the same name is not meant.
func TestReceivedRelated(t *testing.T) {
	dir := withPush(t, "levels = [\"basic\"]\n")
	write(t, dir, "courts/h1/content/reform/documents/plan.md", "+++\ntitle = \"改革要点\"\npublished = 2026-01-04\n+++\n\n改革要点全文。\n")
	write(t, dir, guide, strings.Replace(text(t, dir, guide), "published", "related = [\"reform/documents/plan\", \"basic/institution/overview\", \"service/guides/fees\"]\npublished", 1))
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	for _, c := range []struct {
		page, link string
		want       bool
	}{
		{"public/h1/service/guides/filing/index.html", `href="/reform/documents/plan/"`, true},
		{"public/c001/service/guides/filing/index.html", `>收费标准</a>`, true},
		{"public/c001/service/guides/filing/index.html", `href="/basic/institution/overview/"`, false},
		{"public/c001/basic/institution/overview/index.html", `立案指南`, false},
	} {
		if strings.Contains(text(t, dir, c.page), c.link) != c.want {
			t.Errorf("%s has %s: %t", c.page, c.link, !c.want)
		}
	}
	for _, o := range outcomes {
		if strings.Contains(strings.Join(told(o.Problems), " "), "group-refused") {
			t.Errorf("%s: %v", o.ID, told(o.Problems))
		}
	}
}

// TestReceivedMoved: the page that a handed-down document links to moves, and no file of the document changes. It is made anew wherever it stands, and
// nothing else is.
func TestReceivedMoved(t *testing.T) {
	dir := withPush(t, "only = [\"c001\"]\n")
	write(t, dir, "courts/h1/content/pages/plan.md", "+++\ntitle = \"工作计划\"\npublished = 2026-01-04\n+++\n\n本院今年的工作计划。\n")
	write(t, dir, guide, text(t, dir, guide)+"\n见[计划](../../pages/plan.md)。\n")
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	shown := func() string { return text(t, dir, "public/c001/service/guides/filing/index.html") }
	if !strings.Contains(shown(), `href="https://h1.court.example/plan/"`) {
		t.Error("the link leads elsewhere")
	}
	settle(t, dir)
	write(t, dir, "courts/h1/content/basic/news/more.md", "+++\ntitle = \"又一公告\"\npublished = 2026-02-05\n+++\n\n本院又发公告。\n")
	if status, _ := build(t, dir, Options{}); status["h1"] != Built || status["c001"] != Unchanged {
		t.Errorf("a page that nobody links to: %v", status)
	}
	settle(t, dir)
	write(t, dir, "courts/h1/content/pages/plan.md", "+++\ntitle = \"工作计划\"\npublished = 2026-01-04\nitem = \"basic/news\"\naliases = [\"/plan/\"]\n+++\n\n本院今年的工作计划。\n")
	status, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	if status["h1"] != Built || status["c001"] != Built || status["e1"] != Unchanged {
		t.Error(status)
	}
	if !strings.Contains(shown(), `href="https://h1.court.example/basic/news/plan/"`) {
		t.Error("the link leads where the page was")
	}
}

// TestRefused: the gate of a court refuses what another hands down. The document is left out there, the court and its author are told, and the court's own
// pages are published; with an error of its own it fails as ever.
func TestRefused(t *testing.T) {
	dir := withPush(t, "levels = [\"basic\"]\n")
	write(t, dir, guide, text(t, dir, guide)+"\n护照号E12345678。\n") // a warning, unless a court says otherwise
	strict := text(t, dir, "courts/c001/site.toml") + "[gate.severity]\npersonal-travel-document = \"error\"\n"
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	shown := filepath.Join(dir, "public/c001/service/guides")
	if _, err := os.Stat(filepath.Join(shown, "filing")); err != nil {
		t.Error(err)
	}
	write(t, dir, "courts/c001/site.toml", strict)
	write(t, dir, "courts/c001/content/basic/news/more.md", "+++\ntitle = \"又一公告\"\npublished = 2026-02-05\n+++\n\n本院又发公告。\n")
	for _, check := range []bool{true, false} {
		status, outcomes := build(t, dir, Options{Check: check})
		allBuilt(t, outcomes)
		i := slices.IndexFunc(outcomes, func(o Outcome) bool { return o.ID == "c001" })
		var refused []diag.Problem
		for _, p := range outcomes[i].Problems {
			if p.Kind == diag.GroupRefused {
				refused = append(refused, p)
			}
		}
		if len(refused) != 1 || refused[0].Path != guide || refused[0].Line == 0 || refused[0].Severity != diag.Warning ||
			!strings.Contains(refused[0].Text(diag.EN), "h1 hands this document down, but the rules of c001 refuse it (personal-travel-document)") ||
			!strings.Contains(refused[0].Text(diag.EN), "content/service/guides/filing.zh-Hans.md") {
			t.Errorf("%v: %v", status, told(outcomes[i].Problems))
		}
	}
	settle(t, dir)
	status, outcomes := build(t, dir, Options{})
	if i := slices.IndexFunc(outcomes, func(o Outcome) bool { return o.ID == "c001" }); status["c001"] != Unchanged ||
		strings.Join(told(outcomes[i].Problems), " ") != guide+":9:4 group-refused" {
		t.Errorf("where nothing has changed: %v %v", status, told(outcomes[i].Problems))
	}
	for name, want := range map[string]bool{"filing/index.html": false, "form.txt": false, "fees/index.html": true} {
		if _, err := os.Stat(filepath.Join(shown, name)); (err == nil) != want {
			t.Errorf("%s stands: %t", name, err == nil)
		}
	}
	text(t, dir, "public/c001/basic/news/more/index.html")
	text(t, dir, "public/e1/zh-hans/service/guides/filing/index.html")
	sum := open(t, dir).Survey(noon)
	for _, row := range sum.Rows {
		if row.ID == "c001" && row.Figures.Findings["group-refused"] != 1 {
			t.Errorf("the board does not count it: %v", row.Figures.Findings)
		}
	}
	settle(t, dir)
	if status, _ := build(t, dir, Options{}); status["c001"] != Unchanged {
		t.Errorf("c001 is %s", status["c001"])
	}
	// What is wrong with its own pages keeps its last good site, and what is refused is told beside it.
	good := digests(t, filepath.Join(dir, "public/c001"))
	write(t, dir, "courts/c001/content/basic/news/more.md", "+++\ntitle = \"又一公告\"\npublished = 2026-02-05\n+++\n\n见[别处](none.md)。\n")
	status, outcomes = build(t, dir, Options{})
	if status["c001"] != Failed || len(differ(good, digests(t, filepath.Join(dir, "public/c001")))) > 0 {
		t.Error(status)
	}
	all := strings.Join(told(outcomes[0].Problems), " ")
	if !strings.Contains(all, "group-refused") || !strings.Contains(all, "courts/c001/content/basic/news/more.md:6:2 link-broken") {
		t.Error(all)
	}
}

// mutual is a group in which a high court and a basic court hand documents down, and up, to each other, and both to a third.
const mutual = `[[push]]
from = "h1"
documents = ["service/guides/*"]
levels = ["basic"]
[[push]]
from = "c001"
documents = ["basic/news/*"]
only = ["h1", "e1"]
`

// TestMutual: courts that show each other's documents. Whichever of them breaks, and in whatever order and parts they are built, every site is the
// same, and shows of the broken one what it last published.
func TestMutual(t *testing.T) {
	lay := func() string {
		dir := withPush(t, "levels = [\"basic\"]\n")
		before, _, _ := strings.Cut(text(t, dir, "group.toml"), "[[push]]")
		write(t, dir, "group.toml", before+mutual)
		must(t, os.Remove(filepath.Join(dir, "courts/h1/content/basic/news/open.md")))
		write(t, dir, guide, strings.Replace(text(t, dir, guide), "、[公告](/basic/news/open/)", "", 1))
		return dir
	}
	opened := "courts/c001/content/basic/news/open.md"
	breaks := map[string]func(dir string){
		"neither": func(string) {},
		"the lower": func(dir string) {
			write(t, dir, opened, strings.Replace(text(t, dir, opened), "今日开通", "明日开通", 1))
			write(t, dir, "courts/c001/content/basic/news/bad.md", "+++\ntitle = x\n+++\n")
		},
		"the higher": func(dir string) {
			write(t, dir, guide, strings.Replace(text(t, dir, guide), "立案指南", "立案须知", 1))
			write(t, dir, "courts/h1/content/basic/news/bad.md", "+++\ntitle = x\n+++\n")
		},
		"both": func(dir string) {
			write(t, dir, opened, strings.Replace(text(t, dir, opened), "今日开通", "明日开通", 1))
			write(t, dir, guide, strings.Replace(text(t, dir, guide), "立案指南", "立案须知", 1))
			for _, id := range []string{"c001", "h1"} {
				write(t, dir, "courts/"+id+"/content/basic/news/bad.md", "+++\ntitle = x\n+++\n")
			}
		},
	}
	for name, do := range breaks {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sound, whole, parts := lay(), lay(), lay()
			for _, dir := range []string{sound, whole, parts} {
				_, outcomes := build(t, dir, Options{})
				allBuilt(t, outcomes)
				settle(t, dir)
				write(t, dir, "courts/e1/content/basic/news/more.en.md", "+++\ntitle = \"News\"\npublished = 2026-02-05\n+++\n\nThe court has news.\n")
			}
			text(t, sound, "public/h1/basic/news/open/index.html")
			text(t, sound, "public/c001/service/guides/filing/index.html")
			do(whole)
			do(parts)
			build(t, sound, Options{})
			for range 2 { // the second time nothing is found to have changed
				build(t, whole, Options{Jobs: 1})
			}
			for _, k := range []int{3, 2, 1, 3} {
				build(t, parts, Options{Shard: Shard{k, 3}})
			}
			for _, dir := range []string{whole, parts} {
				for _, id := range []string{"c001", "e1", "h1"} {
					if d := differ(digests(t, filepath.Join(sound, "public", id)), digests(t, filepath.Join(dir, "public", id))); len(d) > 0 {
						t.Errorf("%s is not what it is without the fault: %v", id, d)
					}
				}
			}
		})
	}
}

// TestCircles: senders come before those that show their documents, whatever their levels; those that show each other's are together.
func TestCircles(t *testing.T) {
	dir := newGroup(t, 5)
	write(t, dir, "courts/c000/site.toml", strings.Replace(text(t, dir, "courts/c000/site.toml"), "basic", "high", 1))
	rules := ""
	for _, p := range [][2]string{{"c000", "c001"}, {"c002", "c000"}, {"c003", "c004"}, {"c004", "c003"}, {"c004", "c002"}} {
		rules += "[[push]]\nfrom = \"" + p[0] + "\"\ndocuments = [\"basic/news/open\"]\nonly = [\"" + p[1] + "\"]\n"
	}
	write(t, dir, "group.toml", text(t, dir, "group.toml")+rules)
	g, _, err := Open(dir)
	must(t, err)
	var got []string
	for _, circle := range g.circles() {
		var ids []string
		for _, m := range circle {
			ids = append(ids, m.ID)
		}
		got = append(got, strings.Join(ids, "+"))
	}
	if want := []string{"c003+c004", "c002", "c000"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
