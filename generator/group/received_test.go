package group

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"courtsite/generator/output"
)

const pushing = groupFile + `-- courts/h1/site.toml --
court = { code = "H1", level = "high", region = "99" }
[languages.zh-Hans]
title = "省高级人民法院"
[languages.en]
title = "High Court"
[gate.audience]
"service/guides/inner" = "internal"
-- courts/h1/content/service/guides/filing.md --
+++
title = "立案指南"
published = 2026-01-05
attachments = ["form.txt"]
+++

见[收费](fees/index.md)、[机构](../../basic/institution/overview.md)、[公告](/basic/news/open/)。
-- courts/h1/content/service/guides/filing.en.md --
+++
title = "How to file a case"
published = 2026-01-05
+++

Hand in the papers at the window of the court.
-- courts/h1/content/service/guides/form.txt --
起诉状
-- courts/h1/content/service/guides/fees/index.md --
+++
title = "收费标准"
published = 2026-01-05
+++

见[表](table.csv)。
-- courts/h1/content/service/guides/fees/table.csv --
种类,标准
-- courts/h1/content/service/guides/draft.md --
+++
title = "未定稿指南"
published = 2026-01-05
draft = true
+++

尚未定稿。
-- courts/h1/content/service/guides/inner.md --
+++
title = "未定稿内部指南"
published = 2026-01-05
+++

仅供内部使用。
-- courts/h1/content/service/guides/parties.md --
+++
title = "未定稿当事人指南"
published = 2026-01-05
audience = "parties"
+++

仅供当事人使用。
-- courts/h1/content/basic/institution/overview.md --
+++
title = "机构设置"
published = 2026-01-04
+++

本院设立案庭等内设机构。
-- courts/h1/content/basic/news/open.md --
+++
title = "高院网站开通"
published = 2026-01-05
+++

本院网站今日开通。
-- courts/e1/site.toml --
default_language = "en"
court = { code = "E1", level = "basic", region = "99" }
[languages.en]
title = "Maritime Court"
[languages.zh-Hans]
title = "海事法院"
-- courts/e1/content/basic/institution/overview.md --
+++
title = "Organisation"
published = 2026-01-04
+++

The court has a division for filing cases and others.
`

func withPush(t *testing.T, rule string) string {
	t.Helper()
	dir := t.TempDir()
	lay(t, dir, pushing)
	court(t, dir, 1)
	write(t, dir, "group.toml", text(t, dir, "group.toml")+"[[push]]\nfrom = \"h1\"\ndocuments = [\"service/guides/*\"]\n"+rule)
	return dir
}

// TestReceived: a document handed down stands on the other's site under its own address, says where it is from, and its links lead to the pages that
// its author meant.
func TestReceived(t *testing.T) {
	dir := withPush(t, "levels = [\"basic\"]\n")
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	page := text(t, dir, "public/c001/service/guides/filing/index.html")
	for _, want := range []string{
		`rel="canonical" href="https://h1.court.example/service/guides/filing/"`,
		"本文由省高级人民法院发布", `href="/service/guides/fees/"`, `href="https://h1.court.example/basic/institution/overview/"`, `href="https://h1.court.example/basic/news/open/"`,
		`href="/service/guides/form.txt"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if strings.Contains(page, "hreflang=\"en\" href=\"https://c001") {
		t.Error("the page offers a language that the court does not have")
	}
	text(t, dir, "public/c001/service/guides/fees/table.csv")
	if strings.Contains(text(t, dir, "public/c001/sitemap-zh-hans.xml"), "guides/filing") {
		t.Error("the copy stands in the sitemap")
	}
	for _, name := range []string{"public/e1/service/guides/filing/index.html", "public/e1/zh-hans/service/guides/filing/index.html"} {
		text(t, dir, name)
	}
	for _, site := range []string{"c001", "e1", "portal", "h1"} {
		for name := range digests(t, filepath.Join(dir, "public", site)) {
			if strings.Contains(name, "draft") || strings.Contains(text(t, dir, "public", site, name), "未定稿") {
				t.Errorf("%s/%s shows a draft", site, name)
			}
		}
	}
	latest := text(t, dir, "public/portal/latest/service/guides/index.html")
	if strings.Count(latest, "立案指南") != 1 || !strings.Contains(latest, "https://h1.court.example/service/guides/filing/") {
		t.Error("the portal shows a document for each court that received it")
	}
}

// TestReceivedTouches: an edit of a shared document touches only those who show it.
func TestReceivedTouches(t *testing.T) {
	dir := withPush(t, "only = [\"e1\"]\nlanguages = [\"en\"]\n")
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	if _, err := os.Stat(filepath.Join(dir, "public/e1/zh-hans/service/guides/filing")); err == nil {
		t.Error("a language was handed down that the rule does not name")
	}
	settle(t, dir)
	write(t, dir, "courts/h1/content/service/guides/filing.en.md", "+++\ntitle = \"Filing a case\"\npublished = 2026-01-05\n+++\n\nHand in the papers at the window of this court.\n")
	status, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	for id, want := range map[string]Status{"h1": Built, "e1": Built, "c001": Unchanged} {
		if status[id] != want {
			t.Errorf("%s is %s, want %s", id, status[id], want)
		}
	}
	if !strings.Contains(text(t, dir, "public/e1/service/guides/filing/index.html"), "Filing a case") {
		t.Error("the edit is not shown")
	}
}

// TestTake: the portal takes in what a rule names, and what members offer; the gate looks at it once more.
func TestTake(t *testing.T) {
	dir := newGroup(t, 2)
	write(t, dir, "group.toml", text(t, dir, "group.toml")+"[[take]]\nitems = [\"basic/news\"]\nonly = [\"c000\"]\n[[take]]\noffered = true\n")
	write(t, dir, "courts/c001/content/reform/documents/plan.md", "+++\ntitle = \"改革要点\"\npublished = 2026-02-01\noffer = true\n+++\n\n改革要点全文。\n")
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	latest := text(t, dir, "public/portal/latest/index.html")
	for title, want := range map[string]bool{"第0号公告": true, "第1号公告": false, "改革要点": true, "机构设置": false} {
		if got := strings.Contains(latest, title); got != want {
			t.Errorf("%s is on the portal: %t", title, got)
		}
	}
	name := filepath.Join(dir, ".courtsite/c001/documents.gob")
	documents := loadDocuments(name)
	for i := range documents {
		documents[i].Title = "身份证号码11010519491231002X的公告"
	}
	must(t, saveDocuments(name, documents))
	g := open(t, dir)
	portal, err := BuildPortal(t.Context(), g, Options{Now: noon, Version: "test", Fresh: true})
	must(t, err)
	if portal.Status != Built || !strings.Contains(strings.Join(told(portal.Problems), " "), "group-taken") {
		t.Errorf("%s %v", portal.Status, told(portal.Problems))
	}
	if strings.Contains(text(t, dir, "public/portal/latest/index.html"), "11010519491231002X") {
		t.Error("the portal shows what the gate refuses")
	}
}

// TestElsewhere: the portal shows a court whose site was built elsewhere from its output alone.
func TestElsewhere(t *testing.T) {
	whole, parts := newGroup(t, 2), newGroup(t, 1)
	_, outcomes := build(t, whole, Options{})
	allBuilt(t, outcomes)
	must(t, os.CopyFS(filepath.Join(parts, "delivered"), os.DirFS(filepath.Join(whole, "public/c001"))))
	members := "[[member]]\nid = \"c001\"\nbuilt = \"delivered\"\nsite = { court = { code = \"A001\", level = \"basic\", region = \"99001\" }, languages = { zh-Hans = { title = \"第1人民法院\" } } }\n"
	write(t, parts, "group.toml", text(t, whole, "group.toml")+members)
	status, outcomes := build(t, parts, Options{})
	allBuilt(t, outcomes)
	if status["c001"] != Elsewhere {
		t.Errorf("c001 is %s", status["c001"])
	}
	if d := differ(digests(t, filepath.Join(whole, "public/portal")), digests(t, filepath.Join(parts, "public/portal"))); len(d) > 0 {
		t.Errorf("the portals differ: %v", d)
	}
	sum := open(t, parts).Survey(noon)
	if row := sum.Rows[1]; row.Figures != nil || row.Pages != 2 || row.State != Elsewhere {
		t.Errorf("%+v", row)
	}
	m, err := output.ReadManifest(os.DirFS(filepath.Join(parts, "delivered")))
	must(t, err)
	if len(m.Files) == 0 {
		t.Error("the delivered site was changed")
	}
}

// TestElsewhereAnother: a folder that holds another court's site is told.
func TestElsewhereAnother(t *testing.T) {
	whole, parts := newGroup(t, 2), newGroup(t, 1)
	build(t, whole, Options{})
	for site, want := range map[string]string{"c001": "", "c000": "group.toml:8:1 group-built-address"} {
		must(t, os.RemoveAll(filepath.Join(parts, "delivered")))
		must(t, os.CopyFS(filepath.Join(parts, "delivered"), os.DirFS(filepath.Join(whole, "public", site))))
		members := "[[member]]\nid = \"c001\"\nbuilt = \"delivered\"\nsite = { court = { code = \"A001\", level = \"basic\", region = \"99001\" }, languages = { zh-Hans = { title = \"第1人民法院\" } } }\n"
		write(t, parts, "group.toml", text(t, whole, "group.toml")+members)
		status, outcomes := build(t, parts, Options{})
		if got := strings.Join(told(outcomes[1].Problems), " "); got != want || status["c001"] != Elsewhere {
			t.Errorf("%s: %s, got %q, want %q", site, status["c001"], got, want)
		}
	}
}
