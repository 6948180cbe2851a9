package source

import "testing"

// TestMistakes: the mistakes that clerks make have messages of their own, at the character that is wrong.
func TestMistakes(t *testing.T) {
	for src, want := range map[string]string{
		"title = “公告”":                    "1:9 toml-full-width",
		"title = ‘公告’":                    "1:9 toml-full-width",
		"title = ＂公告＂":                    "1:9 toml-full-width",
		"title ＝ \"公告\"":                  "1:7 toml-full-width",
		"title： \"公告\"":                   "1:6 toml-full-width",
		"a = 1\nkeywords = [\"甲\"，\"乙\"]": "2:16 toml-full-width",
		"keywords = 【\"甲\"】":              "1:12 toml-full-width",
		"t = ｛ a = 1 ｝":                   "1:5 toml-full-width",
		"　title = \"公告\"":                 "1:1 toml-full-width",
		"title = \"公告\"　":                 "1:13 toml-full-width",
		"title = \"公告“\nb = 1":            "1:12 toml-full-width",
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
		"title: 公告":                       "1:6 toml-syntax",
		"a = [1, 2":                       "1:9 toml-syntax",
		"title = 'a":                      "1:10 toml-syntax",
		"a = 1 # “公告”\nb ==":              "2:4 toml-syntax",
		"a = \"“公告”\"\nb = “公告”":          "2:5 toml-full-width",
		"= 1":                             "1:1 toml-syntax",
		"[a":                              "1:2 toml-syntax",
		"title = \"a\" b":                 "1:12 toml-syntax",
	} {
		doc, table := ParseTOML("f", []byte(src), 0, len(src))
		if !table.Broken() || len(doc.Problems()) != 1 {
			t.Errorf("%q was read: %v", src, doc.Problems())
			continue
		}
		if got := told(doc.Problems())[0]; got != "f:"+want {
			t.Errorf("%q: got %s %s, want %s", src, got, doc.Problems()[0].Message("en"), want)
		}
	}
}
