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
	if s.Court != (Court{"A101", "basic", "general"}) || s.Theme != "default" || s.Zone.String() != "Asia/Shanghai" || s.ListSize != 20 || s.FeedSize != 20 || s.Strict {
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
		{"https://court.example/a//", "", "https://court.example/a/"},
		{"https://court.example/法院", "", "https://court.example/%E6%B3%95%E9%99%A2/"},
		{"https://court.example", "http://127.0.0.1:1313", "http://127.0.0.1:1313/"},
		{"court.example", "", ""}, {"/court", "", ""}, {"ftp://court.example", "", ""}, {"https://", "", ""}, {"https://court.example?a", "", ""},
		{"https://court.example#a", "", ""}, {"https://user@court.example", "", ""}, {"https://court.example/%zz", "", ""}, {"https://court.example", "nonsense", ""},
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
email = "3"
[registration]
icp = "4"
police = "5"
site_code = "6"
party_mark = "7"
find_errors = "8"
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
	if s.Contact != (Contact{"1", "2", "3"}) || s.Registration != (Registration{"4", "5", "6", "7", "8"}) || !s.PageTags.Enabled || !s.Demonstration {
		t.Errorf("%+v", s)
	}
	if s.ListSize != 5 || s.FeedSize != 200 || s.Zone.String() != "Asia/Urumqi" || len(s.Gone) != 2 || s.Gone[1].Reason != "撤回" {
		t.Errorf("%+v", s)
	}
}
