package config

import (
	"slices"
	"strings"
	"testing"

	"courtsite/generator/diag"
)

const least = `base_url = "https://court.example"
court = { code = "A101" }
default_language = "zh-Hans"
[languages.zh-Hans]
title = "明镜县人民法院"
`

func told(problems []diag.Problem) []string {
	var list []string
	for _, p := range diag.Sort(problems) {
		list = append(list, p.Pos.String()+" "+p.Kind.Code)
	}
	return list
}

func TestDefaults(t *testing.T) {
	s, problems := Parse([]byte(least), "")
	if len(problems) > 0 {
		t.Fatal(told(problems))
	}
	if s.BaseURL != "https://court.example/" || s.Origin != "https://court.example" || s.BasePath != "/" {
		t.Errorf("addresses %q %q %q", s.BaseURL, s.Origin, s.BasePath)
	}
	if s.Court != (Court{Code: "A101", Level: "basic", Kind: "general"}) || s.Theme != "default" || s.Zone.String() != "Asia/Shanghai" || s.ListSize != 20 || s.FeedSize != 20 || s.Strict {
		t.Errorf("defaults %+v", s)
	}
	if l, ok := s.Language("zh-Hans"); !ok || l.Court != l.Title || l.Organizer != l.Title {
		t.Errorf("the names of the court: %+v", l)
	}
}

func TestBaseURL(t *testing.T) {
	for _, c := range []struct{ written, given, want string }{
		{"https://court.example", "", "https://court.example/"},
		{"https://court.example/", "", "https://court.example/"},
		{"http://court.example:8080/a/b", "", "http://court.example:8080/a/b/"},
		{"https://court.example/法院", "", "https://court.example/%E6%B3%95%E9%99%A2/"},
		{"https://court.example", "http://127.0.0.1:1313", "http://127.0.0.1:1313/"},
		{"court.example", "", ""}, {"/court", "", ""}, {"ftp://court.example", "", ""}, {"https://", "", ""}, {"https://court.example?a", "", ""},
		{"https://court.example#a", "", ""}, {"https://user@court.example", "", ""}, {"https://court.example/%zz", "", ""}, {"https://court.example", "nonsense", ""},
		{"https://court.example/a//b", "", ""}, {"https://court.example/a//", "", ""}, {"https://court.example/a/../b", "", ""}, {"https://court.example/..", "", ""},
		{"https://court.example:99999", "", ""}, {"https://court.example:0", "", ""}, {"https://court.example:", "", ""}, {"https://:80", "", ""},
		{"https://court.example:65535", "", "https://court.example:65535/"},
	} {
		s, problems := Parse([]byte(strings.Replace(least, "https://court.example", c.written, 1)), c.given)
		switch {
		case c.want == "" && !slices.Equal(told(problems), []string{"site.toml:1:1 site-base-url"}):
			t.Errorf("%q, %q: %v", c.written, c.given, told(problems))
		case c.want != "" && (len(problems) > 0 || s.BaseURL != c.want || s.Origin+s.BasePath != c.want):
			t.Errorf("%q, %q became %q, %v", c.written, c.given, s.BaseURL, told(problems))
		}
	}
}

// TestUsable: whatever a site.toml lacks, what comes of it has a default language and a time zone, so that later stages can go on.
func TestUsable(t *testing.T) {
	for src, want := range map[string][]string{
		"":                          {"zh-Hans"},
		"default_language = \"en\"": {"en"},
		"default_language = \"en\"\n[languages.zh-Hans]\ntitle = \"甲\"": {"en", "zh-Hans"},
		"[languages.ug]\ntitle = \"甲\"\n[languages.en]\ntitle = \"B\"":  {"zh-Hans", "ug", "en"},
		"default_language = \"ug\"\n[languages.en]\n[languages.ug]":     {"ug", "en"},
		"default_language = \"en\"\n[languages.EN]\n[languages.en]":     {"en"},
		"[languages.x_y_zzzzzzzzz]":                                     {"zh-Hans"},
		"languages = 1":                                                 {"zh-Hans"},
	} {
		s, problems := Parse([]byte(src), "")
		if s == nil || !slices.Equal(s.Tags(), want) || s.Default != want[0] || s.Zone == nil || !diag.HasErrors(problems) {
			t.Errorf("%q became %+v, %v", src, s, told(problems))
		}
	}
}

func TestEverything(t *testing.T) {
	src := `base_url = "https://court.example"
court = { code = "A101", level = "high", kind = "maritime" }
default_language = "zh-Hans"
timezone = "Asia/Urumqi"
theme = "ours"
demonstration = true
gone = [{ address = "/a/" }, { address = "/b/", reason = "撤回" }]
[languages.zh-Hans]
title = "网"
court = "法院"
description = "述"
keywords = ["甲", "乙"]
organizer = "主办"
address = "路"
[contact]
postcode = "1"
telephone = "2"
email = "3@court.example"
[registration]
icp = "4"
police = "5"
site_code = "6"
party_mark = "https://mark.example/7?a=1"
find_errors = "http://errors.example/8"
[page_tags]
enabled = true
[lists]
size = 5
[feeds]
size = 200
[gate]
profile = "relaxed"
`
	s, problems := Parse([]byte(src), "")
	if len(problems) > 0 {
		t.Fatal(told(problems))
	}
	if s.Contact != (Contact{"1", "2", "3@court.example"}) || s.Registration != (Registration{"4", "5", "6", "https://mark.example/7?a=1", "http://errors.example/8"}) || !s.PageTags.Enabled || !s.Demonstration {
		t.Errorf("%+v", s)
	}
	if s.ListSize != 5 || s.FeedSize != 200 || s.Zone.String() != "Asia/Urumqi" || len(s.Gone) != 2 || s.Gone[1].Reason != "撤回" {
		t.Errorf("%+v", s)
	}
}

// TestSlips: each slip in site.toml is told once, at its place, and nothing that follows from it.
func TestSlips(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"https://court.example", "https://明镜法院.cn:8080/a", "1:1 site-base-url-host"},
		{"https://court.example", "https://明镜\u200f.cn", "1:1 site-base-url"},
		{"default_language = \"zh-Hans\"", "default_language = \"zh-hans\"", "3:1 site-language-tag"},
		{"default_language = \"zh-Hans\"", "default_language = \"zh_Hans\"", "3:1 site-language-tag"},
		{"default_language = \"zh-Hans\"", "default_language = zh-Hans", "3:20 toml-unquoted"},
		{"court = { code = \"A101\" }", "court = { code = “A101” }", "2:18 toml-full-width"},
		{"[languages.zh-Hans]", "[languages.zh-Hans", "4:1 toml-unclosed"},
		{"[languages.zh-Hans]", "【languages.zh-Hans】", "4:1 toml-full-width"},
		{"\"明镜县人民法院\"", "明镜县人民法院", "5:9 toml-unquoted"},
		{"\"明镜县人民法院\"", "\"\u3000\"", "5:1 site-required"},
		{"\"明镜县人民法院\"", "\"明镜县\\n人民法院\"", "5:1 toml-one-line"},
		{"\"明镜县人民法院\"", "\"甲\"\n[contact]\nemail = \"a\"", "7:1 site-email"},
		{"\"明镜县人民法院\"", "\"甲\"\n[contact]\nemail = \"甲 <a@court.example>\"", "7:1 site-email"},
		{"\"明镜县人民法院\"", "\"甲\"\n[contact]\nemail = \"a@court\"", "7:1 site-email"},
		{"\"明镜县人民法院\"", "\"甲\"\n[registration]\nfind_errors = \"errors.example\"", "7:1 site-address"},
		{"\"明镜县人民法院\"", "\"甲\"\n[registration]\nparty_mark = \"javascript:alert(1)\"", "7:1 site-address"},
	} {
		s, problems := Parse([]byte(strings.Replace(least, c.old, c.new, 1)), "")
		if got := strings.Join(told(problems), " "); got != "site.toml:"+c.want || s == nil || s.Default != "zh-Hans" {
			t.Errorf("%s: got %s, want %s", c.new, got, c.want)
		}
	}
	if _, problems := Parse([]byte(strings.ReplaceAll(least, "zh-Hans", "zh-hans")), ""); strings.Join(told(problems), " ") != "site.toml:4:1 site-language-tag" {
		t.Error(told(problems))
	}
	_, problems := Parse([]byte(strings.Replace(least, "court.example", "明镜法院.cn", 1)), "")
	if len(problems) != 1 || problems[0].Hint(diag.EN) != `write base_url = "https://xn--2hvu4mjp2b83a.cn"` {
		t.Error(told(problems))
	}
}
