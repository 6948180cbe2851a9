package signoff

import (
	"strings"
	"testing"
	"time"

	"courtsite/generator/config"
	"courtsite/generator/page"
	"courtsite/generator/source"
)

const original = `+++
title = "来访通知"
summary = "代表来访"
published = 2026-02-10
office = "办公室"
keywords = ["代表", "来访"]
attachments = ["plan.pdf"]
[translation]
translator = "李娜"
+++

代表来访。  
请各部门准备。
`

// matter reads a page as a build does.
func matter(t *testing.T, file string) Matter {
	t.Helper()
	file = strings.TrimPrefix(strings.ReplaceAll(file, "\r\n", "\n"), "\ufeff")
	langs := page.Languages{Tags: []string{"zh-Hans", "en"}, Default: "zh-Hans"}
	head, problems := page.ParseHead("content/basic/news/visit.md", source.Text{Bytes: []byte(file)}, langs, time.UTC)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return Matter{Head: head, Item: head.Item, Text: Text([]byte(file)[head.Start:]), Files: []NamedFile{{Name: "plan.pdf", Digest: [32]byte{1}}}}
}

// TestDigest: what readers see is signed, and nothing else.
func TestDigest(t *testing.T) {
	before := matter(t, original)
	for _, c := range []struct {
		what, from, to string
		same           bool
	}{
		{"nothing", "", "", true},
		{"line ends", "\n", "\r\n", true},
		{"a byte-order mark", original, "\ufeff" + original, true},
		{"blank lines at the end", "准备。\n", "准备。\n\n\n", true},
		{"no line end at all", "准备。\n", "准备。", true},
		{"order of keys", "title = \"来访通知\"\nsummary = \"代表来访\"\n", "summary = \"代表来访\"\ntitle = \"来访通知\"\n", true},
		{"a remark", "office", "# 办公室\noffice", true},
		{"how a date is written", "2026-02-10", "2026-02-10T08:00:00+08:00", true},
		{"weight", "office", "weight = 1\noffice", true},
		{"an old address", "office", "aliases = [\"/old/\"]\noffice", true},
		{"draft", "office", "draft = true\noffice", true},
		{"a record of the translation", "translator = \"李娜\"", "translator = \"李娜\"\nreviewer = \"王丽\"", true},
		{"a character", "准备。", "准备!", false},
		{"a blank", "准备。", "准备 。", false},
		{"a blank at the end of the text", "准备。\n", "准备。 \n", false},
		{"a line break that readers see", "来访。  \n", "来访。\n", false},
		{"title", "来访通知", "来访通告", false},
		{"summary", "summary = \"代表来访\"\n", "", false},
		{"office", "\"办公室\"", "\"立案庭\"", false},
		{"another office", "office", "co_offices = [\"立案庭\"]\noffice", false},
		{"date", "02-10", "02-11", false},
		{"two keywords in one", "\"代表\", \"来访\"", "\"代表来访\"", false},
		{"name of an attachment", "[\"plan.pdf\"]", "[{ file = \"plan.pdf\", title = \"方案\" }]", false},
		{"item", "office", "item = \"basic/other\"\noffice", false},
		{"number", "office", "number = \"1号\"\noffice", false},
		{"related", "office", "related = [\"basic/news/b\"]\noffice", false},
		{"sensitive", "office", "sensitive = true\noffice", false},
	} {
		after := matter(t, strings.Replace(original, c.from, c.to, count(c.from)))
		for _, role := range []config.Role{config.RoleContent, config.RoleSecrecy, config.RoleApproval, config.RoleRisk} {
			if got := before.Digest(role) == after.Digest(role); got != c.same {
				t.Errorf("%s: for %s the digest stays is %t", c.what, role, got)
			}
		}
	}
	for what, change := range map[string]func(*Matter){
		"content of a file": func(m *Matter) { m.Files[0].Digest[31] = 1 },
		"another file":      func(m *Matter) { m.Files = append(m.Files, NamedFile{Name: "photo.png"}) },
		"no file":           func(m *Matter) { m.Files = nil },
		"a file's name":     func(m *Matter) { m.Files[0].Name = "plan2.pdf" },
	} {
		after := matter(t, original)
		change(&after)
		if before.Digest(config.RoleContent) == after.Digest(config.RoleContent) {
			t.Errorf("%s: the digest stays", what)
		}
	}
}

func count(from string) int {
	if from == "\n" {
		return -1
	}
	return 1
}

// TestDigestOfTranslation: how a page was translated is signed by who reviewed the translation.
func TestDigestOfTranslation(t *testing.T) {
	before := matter(t, original).Digest(config.RoleLanguage)
	for _, line := range []string{"reviewer = \"王丽\"", "machine = true", "draft = true", "source = \"00112233445566778899aabbccddeeff\"", "translated = 2026-02-11", "reviewed = 2026-02-11"} {
		if after := matter(t, strings.Replace(original, "[translation]", "[translation]\n"+line, 1)); after.Digest(config.RoleLanguage) == before {
			t.Errorf("%s: the digest stays", line)
		}
	}
	if len(before) != len("sha256:")+64 {
		t.Errorf("the digest is %s", before)
	}
}
