package page

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"courtsite/generator/diag"
	"courtsite/generator/source"
)

var zone = time.FixedZone("", 8*60*60)

func parseHead(name, text string) (*Head, []string) {
	h, problems := ParseHead(name, source.Text{Bytes: []byte(text)}, languages, zone)
	var list []string
	for _, p := range diag.Sort(problems) {
		list = append(list, p.Pos.String()+" "+p.Kind.Code)
	}
	return h, list
}

func TestEveryKey(t *testing.T) {
	text := `+++
title = "关于“开庭”的公告"
summary = "摘要"
item = "basic/other"
number = "明法〔2026〕3号"
index = "A101/2026-1"
issued = 2026-02-01
published = 2026-02-10T09:00:00+08:00
updated = 2026-02-11 10:00:00
expires = 2027-01-01
source = "来源"
author = "作者"
office = "办公室"
keywords = ["甲", "乙"]
aliases = ["/a.shtml"]
attachments = ["a.xlsx", { file = "b.pdf", title = "附件" }, { file = "c.pdf" }]
image = "p.png"
image_alt = "图"
weight = 3
draft = true
related = ["reform/documents/plan"]
[translation]
translator = "译"
reviewer = "审"
machine = true
draft = true
+++
正文
`
	got, problems := parseHead("content/basic/news/a.en.md", text)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := &Head{
		Path: "content/basic/news/a.en.md", ID: "basic/news/a", Slug: "a", Lang: "en",
		Title: "关于“开庭”的公告", Summary: "摘要", Item: "basic/other", Number: "明法〔2026〕3号", Index: "A101/2026-1",
		Issued: time.Date(2026, 2, 1, 0, 0, 0, 0, zone), Published: time.Date(2026, 2, 10, 9, 0, 0, 0, zone),
		Updated: time.Date(2026, 2, 11, 10, 0, 0, 0, zone), Expires: time.Date(2027, 1, 1, 0, 0, 0, 0, zone),
		Source: "来源", Author: "作者", Office: "办公室", Keywords: []string{"甲", "乙"}, Aliases: []string{"/a.shtml"},
		Attachments: []Attachment{{"a.xlsx", ""}, {"b.pdf", "附件"}, {"c.pdf", ""}}, Image: "p.png", ImageAlt: "图", Weight: 3, Draft: true,
		Related: []string{"reform/documents/plan"}, Translation: Translation{Translator: "译", Reviewer: "审", Machine: true, Draft: true},
		Start: len(text) - len("正文\n"),
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(Head{}, "Text", "Front")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if pos := got.Pos("office").String(); pos != "content/basic/news/a.en.md:13:1" {
		t.Error(pos)
	}
	if pos := got.Pos("nothing").String(); pos != "content/basic/news/a.en.md:1:1" {
		t.Error(pos)
	}
}

// TestFences: where the front matter begins and ends, and where the text after it.
func TestFences(t *testing.T) {
	const keys = "title = \"甲\"\npublished = 2026-02-10\n"
	for text, body := range map[string]string{
		"+++\n" + keys + "+++\n正文\n":                  "正文\n",
		"+++  \n" + keys + "+++\t\n正文\n":              "正文\n",
		"+++\n" + keys + "+++":                        "",
		"+++\n" + keys + "+++\n":                      "",
		"+++\n" + keys + "+++\n\n+++\n":               "\n+++\n",
		"+++\n" + keys + "summary = \"+++\"\n+++\n正文": "正文",
	} {
		h, problems := parseHead("content/basic/news/a.md", text)
		if h == nil || text[h.Start:] != body || len(problems) > 0 {
			t.Errorf("%q: got %+v, %v", text, h, problems)
		}
	}
}

// TestHeadIsNil: a page that cannot be placed or read is no page, and one that lacks something is.
func TestHeadIsNil(t *testing.T) {
	for _, c := range []struct {
		name, text string
		isNil      bool
		want       []string
	}{
		{"content/basic/news/a.fr.md", "+++\n+++\n", true, []string{"content/basic/news/a.fr.md page-language"}},
		{"content/a.md", "+++\ntitle = \"甲\"\npublished = 2026-02-10\n+++\n", true, []string{"content/a.md page-place"}},
		{"content/a/b/c.md", "", true, []string{"content/a/b/c.md:1:1 front-missing"}},
		{"content/a/b/c.md", "+++", true, []string{"content/a/b/c.md:1:1 front-open"}},
		{"content/a/b/c.md", "+++\na = \n+++\n", false, []string{"content/a/b/c.md:2:1 front-published", "content/a/b/c.md:2:1 front-title", "content/a/b/c.md:2:4 toml-no-value"}},
		{"content/a/b/c.md", "+++\ntitle = 甲\npublised = 2026-02-10\n+++\n", false,
			[]string{"content/a/b/c.md:2:1 front-published", "content/a/b/c.md:2:9 toml-unquoted", "content/a/b/c.md:3:1 toml-unknown-key"}},
		{"content/a/b/c.md", "+++\ntitle = \"\u3000\u200b\"\npublished = 2026-02-10\n+++\n", false, []string{"content/a/b/c.md:2:1 front-title"}},
		{"content/a/b/c.md", "+++\ntitle = \"甲\\n乙\"\npublished = 2026-02-10\n+++\n", false, []string{"content/a/b/c.md:2:1 toml-one-line"}},
		{"content/a/b/c.md", "+++\ntitle = \"甲\"\npublished = 2026-02-10\n+++\n\n+++\ndraft = true\n+++\n", false, []string{"content/a/b/c.md:6:1 front-twice"}},
		{"content/basic/news/index.md", "+++\ntitle = \"甲\"\npublished = 2026-02-10\n+++\n", true, []string{"content/basic/news/index.md page-index"}},
		{"content/basic/index.md", "+++\ntitle = \"甲\"\npublished = 2026-02-10\n+++\n", true, []string{"content/basic/index.md page-place"}},
		{"content/a/b/c.md", "+++\n+++\n", false, []string{"content/a/b/c.md:2:1 front-published", "content/a/b/c.md:2:1 front-title"}},
		{"content/a/b/c.md", "+++\ntitle = 1\npublished = 1\n+++\n", false, []string{"content/a/b/c.md:2:1 toml-text", "content/a/b/c.md:3:1 front-date"}},
	} {
		h, problems := parseHead(c.name, c.text)
		if (h == nil) != c.isNil || !slices.Equal(problems, c.want) {
			t.Errorf("%s %q: got %+v, %q", c.name, c.text, h, problems)
		}
	}
}

// TestAttachmentForms: TOML has several ways to write one list.
func TestAttachmentForms(t *testing.T) {
	want := []Attachment{{"a.pdf", "甲"}, {"b.pdf", "乙"}}
	for _, src := range []string{
		"attachments = [{ file = \"a.pdf\", title = \"甲\" }, { file = \"b.pdf\", title = \"乙\" }]\n",
		"[[attachments]]\nfile = \"a.pdf\"\ntitle = \"甲\"\n[[attachments]]\nfile = \"b.pdf\"\ntitle = \"乙\"\n",
	} {
		h, problems := parseHead("content/a/b/c.md", "+++\ntitle = \"甲\"\npublished = 2026-02-10\n"+src+"+++\n")
		if h == nil || !slices.Equal(h.Attachments, want) || len(problems) > 0 {
			t.Errorf("%q: got %+v, %v", src, h, problems)
		}
	}
}

// TestFrontWords: blanks around what readers see are no part of it, and HTML in it is told.
func TestFrontWords(t *testing.T) {
	h, problems := parseHead("content/a/b/c.md", "+++\ntitle = \"　关于甲<BR/>&amp;和<乙><b>的通知 \"\nsummary = \"A&B <某> AT&amp;T\"\nindex = \" 　\"\nco_offices = [\"\", \" 　\", \"乙\"]\npublished = 2026-02-10\n+++\n")
	if h.Title != "关于甲<BR/>&amp;和<乙><b>的通知" || h.Index != "" || len(h.CoOffices) != 1 {
		t.Errorf("got %q, %q, %q", h.Title, h.Index, h.CoOffices)
	}
	if want := []string{"content/a/b/c.md:2:1 front-markup", "content/a/b/c.md:3:1 front-markup"}; !slices.Equal(problems, want) {
		t.Errorf("problems %q", problems)
	}
}
