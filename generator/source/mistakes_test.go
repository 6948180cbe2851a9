package source

import (
	"strings"
	"testing"
)

// TestMistakes: the mistakes that clerks make have messages of their own, at the character that is wrong.
func TestMistakes(t *testing.T) {
	for src, want := range map[string]string{
		"title = “公告”":                    "1:9 toml-full-width",
		"title = ‘公告’":                    "1:9 toml-full-width",
		"title = ＂公告＂":                    "1:9 toml-full-width",
		"title ＝ \"公告\"":                  "1:7 toml-full-width",
		"title： \"公告\"":                   "1:6 toml-full-width",
		"a = 1\nkeywords = [\"甲\"，\"乙\"]": "2:16 toml-full-width",
		"keywords = [\"甲\"、\"乙\"]":        "1:16 toml-full-width",
		"title\u00a0= \"公告\"":             "1:6 toml-full-width",
		"keywords = 【\"甲\"】":              "1:12 toml-full-width",
		"t = ｛ a = 1 ｝":                   "1:5 toml-full-width",
		"　title = \"公告\"":                 "1:1 toml-full-width",
		"title = \"公告\"　":                 "1:13 toml-full-width",
		"title = \"公告“\nb = 1":            "1:12 toml-full-width",
		`a = ["附件\表.xlsx"]`:               "1:9 toml-backslash",
		`a = "C:\\\users\x"`:              "1:10 toml-backslash",
		`a = "\u4e00\t\q"`:                "1:14 toml-backslash",
		"title = 公告":                      "1:9 toml-unquoted",
		"title = Notice of the hearing":   "1:9 toml-unquoted",
		"draft = yes":                     "1:9 toml-unquoted",
		"标题 = \"公告\"":                     "1:1 toml-unknown-key",
		"a = 1\n发布日期 = 2026-02-10":        "2:1 toml-unknown-key",
		"published = 2026-02-30":          "1:13 front-date",
		"published = 2026-13-01":          "1:13 front-date",
		"published = 2026/02/10":          "1:13 front-date",
		"published = 2026年2月10日":          "1:13 front-date",
		"updated = 2026-2-1":              "1:11 front-date",
		"expires = 二〇二六年":                 "1:11 front-date",
		"a = 1\na = 2":                    "2:1 toml-key-twice",
		"a = 1\n[b]\nc = 1\n[b]\nc = 2":   "4:2 toml-key-twice",
		"title: 公告":                       "1:6 toml-colon",
		"title: \"公告\"":                   "1:6 toml-colon",
		"published : 2026-02-10":          "1:10 toml-colon",
		"a = [1, 2":                       "1:5 toml-unclosed",
		"a = [\n  \"甲\",\nb = 1":          "1:5 toml-unclosed",
		"title = 'a":                      "1:9 toml-unclosed",
		"title = \"公告\nb = 1":             "1:9 toml-unclosed",
		"a = 1\nb = \"\"\"\nc = 1\n":      "2:5 toml-unclosed",
		"weight = 99999999999999999999":   "1:10 toml-number-range",
		"title = \"公\x07告\"":              "1:11 toml-control",
		"title = \"关于\"开庭\"的公告\"":         "1:13 toml-after-text",
		"a = 1 # “公告”\nb ==":              "2:4 toml-syntax",
		"a = \"“公告”\"\nb = “公告”":          "2:5 toml-full-width",
		"= 1":                             "1:1 toml-syntax",
		"[a":                              "1:1 toml-unclosed",
		"title = \"a\" b":                 "1:12 toml-after-text",
		"title =\nb = 1":                  "1:8 toml-no-value",
		"title = # to come":               "1:8 toml-no-value",
		"title \"a\"":                     "1:6 toml-no-equals",
		"weight 3":                        "1:7 toml-no-equals",
	} {
		doc, table := ParseTOML("f", []byte(src), 0, len(src))
		if !table.Readable() && table.values != nil || len(doc.Problems()) != 1 {
			t.Errorf("%q has the problems %v", src, doc.Problems())
			continue
		}
		if got := told(doc.Problems())[0]; got != "f:"+want {
			t.Errorf("%q: got %s %s, want %s", src, got, doc.Problems()[0].Message("en"), want)
		}
	}
}

// TestPassedOver: a line that is not TOML hides neither the mistakes nor the values of others, and nothing is said to be missing that may stand on it.
func TestPassedOver(t *testing.T) {
	for _, c := range []struct{ src, kept, mistyped, problems string }{
		{"title = 公告\nb = 1\npublished = 2026-2-1\n", "b", "published title", "f:1:9 toml-unquoted f:3:13 front-date"},
		{"title = \"关于\"甲\"的人\"\nb = 1\n", "b", "title", "f:1:13 toml-after-text"},
		{"a = [\n 甲,\n \"乙\",\n]\nb = 1\n", "b", "a", "f:2:2 toml-syntax"},
		{"a = [\n “甲”,\n \"乙\",\n]\nb = 1\n", "b", "a", "f:2:2 toml-full-width"},
		{"a = [ \"甲\"\nb = 1\nc = 2", "b c", "a", "f:1:5 toml-unclosed"},
		{"t = { a = 1\nb = 1\n", "b", "t", "f:1:5 toml-unclosed"},
		{"title \"甲\"\nb = 1\n", "b", "title", "f:1:6 toml-no-equals"},
		{"b = 1\n[t\na = 1\n[u]\nc = 1\n", "b u", "a t u x", "f:2:1 toml-unclosed"},
		{"b = 1\n标题 = 1\n", "b", "x", "f:2:1 toml-unknown-key"},
		{"b = 1\nt.a = x\n[u]\nc = y\n", "b u", "t", "f:2:7 toml-unquoted f:4:5 toml-unquoted"},
	} {
		doc, table := ParseTOML("f", []byte(c.src), 0, len(c.src))
		for _, key := range strings.Fields(c.kept) {
			if _, ok := table.values[key]; !ok {
				t.Errorf("%q: %s was lost", c.src, key)
			}
		}
		if got := strings.Join(told(doc.Problems()), " "); got != c.problems {
			t.Errorf("%q: got %s, want %s", c.src, got, c.problems)
		}
		for _, key := range strings.Fields(c.mistyped) {
			if !table.Mistyped(key) {
				t.Errorf("%q: %s seems to be missing", c.src, key)
			}
		}
		if table.Mistyped("nothing") != table.Broken() {
			t.Errorf("%q: a key that nobody wrote is lost", c.src)
		}
	}
}

// TestManyMistakes: what is not TOML at all is given up.
func TestManyMistakes(t *testing.T) {
	src := strings.Repeat("title = 公告\n", 100)
	doc, table := ParseTOML("f", []byte(src), 0, len(src))
	if len(doc.Problems()) != mostMistakes || table.Readable() || !table.Broken() {
		t.Errorf("%d problems", len(doc.Problems()))
	}
}

// TestLine: no line breaks and control characters in what has one line.
func TestLine(t *testing.T) {
	src := "a = \"甲\\n乙\"\nb = [\"\\u2028\"]\nc = \"丙\"\nd = [\"丁\"]"
	doc, table := ParseTOML("f", []byte(src), 0, len(src))
	if table.Line("a")+table.Line("c") != "丙" || table.Lines("b") != nil || len(table.Lines("d")) != 1 {
		t.Error("a line has several, or was lost")
	}
	if got := strings.Join(told(doc.Problems()), " "); got != "f:1:1 toml-one-line f:2:1 toml-one-line" {
		t.Error(got)
	}
}
