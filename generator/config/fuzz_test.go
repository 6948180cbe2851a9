package config

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzSite asks of any site.toml: no panic, positions inside the file, and a site that later stages can go on with.
func FuzzSite(f *testing.F) {
	f.Add(least, "")
	f.Add("languages = 1\ncourt = { code = “A” }\n[[gone]]\n", "https://a.example/?b")
	f.Add("[gate]\nprofile = 'strict'\n[lists]\nsize = 1\n[languages.\"\"]\n[languages.zh-Hans-x-a]\n", "")
	f.Add("timezone = \"../../etc/passwd\"\nbase_url = \"https://[::1]:80/%2f\"\ngone = [{ address = \"/\" }]\n", "")
	f.Fuzz(func(t *testing.T, src, baseURL string) {
		if !utf8.ValidString(src) {
			return // source refuses it
		}
		s, problems := Parse([]byte(src), baseURL)
		lines := strings.Split(src, "\n")
		for _, p := range problems {
			if p.Line < 1 || p.Line > len(lines) || p.Col < 1 || p.Col > utf8.RuneCountInString(lines[p.Line-1])+1 {
				t.Errorf("%s is outside of the file", p.Pos)
			}
		}
		if s == nil {
			if len(problems) == 0 {
				t.Error("there is no site, and nobody says why")
			}
			return
		}
		if len(s.Languages) == 0 || s.Languages[0].Tag != s.Default || s.Zone == nil || s.ListSize < 1 || s.FeedSize < 1 {
			t.Errorf("a site that nothing can be made of: %+v", s)
		}
		if !strings.HasSuffix(s.BaseURL, "/") || s.Origin+s.BasePath != s.BaseURL || strings.HasSuffix(s.Origin, "/") {
			t.Errorf("addresses %q %q %q", s.BaseURL, s.Origin, s.BasePath)
		}
	})
}
