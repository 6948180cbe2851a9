package page

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var languages = Languages{Tags: []string{"zh-Hans", "en", "ug", "mn-Mong"}, Default: "zh-Hans"}

func TestPlace(t *testing.T) {
	for name, want := range map[string]placed{
		"content/basic/news/a.md":            {id: "basic/news/a", slug: "a", lang: "zh-Hans", item: "basic/news"},
		"content/basic/news/a.en.md":         {id: "basic/news/a", slug: "a", lang: "en", item: "basic/news"},
		"content/basic/news/a.EN.MD":         {id: "basic/news/a", slug: "a", lang: "en", item: "basic/news"},
		"content/basic/news/a.mn-mong.md":    {id: "basic/news/a", slug: "a", lang: "mn-Mong", item: "basic/news"},
		"content/basic/news/a.zh-Hans.md":    {id: "basic/news/a", slug: "a", lang: "zh-Hans", item: "basic/news"},
		"content/basic/news/a/index.md":      {id: "basic/news/a", slug: "a", lang: "zh-Hans", item: "basic/news", bundle: true},
		"content/basic/news/a/index.ug.md":   {id: "basic/news/a", slug: "a", lang: "ug", item: "basic/news", bundle: true},
		"content/basic/news/a/b.md":          {id: "basic/news/a/b", slug: "b", lang: "zh-Hans"},
		"content/basic/news/v1.2.md":         {id: "basic/news/v1.2", slug: "v1.2", lang: "zh-Hans", item: "basic/news"},
		"content/basic/news/2026.02.10.md":   {id: "basic/news/2026.02.10", slug: "2026.02.10", lang: "zh-Hans", item: "basic/news"},
		"content/basic/news/开庭 公告.md":        {id: "basic/news/开庭-公告", slug: "开庭-公告", lang: "zh-Hans", item: "basic/news"},
		"content/basic/news/a  b!(c)%d.md":   {id: "basic/news/a-b!(c)-d", slug: "a-b!(c)-d", lang: "zh-Hans", item: "basic/news"},
		"content/basic/news/-a-.md":          {id: "basic/news/a", slug: "a", lang: "zh-Hans", item: "basic/news"},
		"content/basic/news/re\u0301sume.md": {id: "basic/news/r\u00e9sume", slug: "r\u00e9sume", lang: "zh-Hans", item: "basic/news"},
		"content/pages/about.en.md":          {id: "pages/about", slug: "about", lang: "en", outside: true},
		"content/pages/about/index.md":       {id: "pages/about", slug: "about", lang: "zh-Hans", outside: true, bundle: true},
		"content/index.md":                   {id: "index", slug: "index", lang: "zh-Hans"},
		"content/basic/index.md":             {id: "basic/index", slug: "index", lang: "zh-Hans"},
	} {
		got, problems := languages.place(name)
		if got != want || len(problems) > 0 {
			t.Errorf("%s: got %+v, %v, want %+v", name, got, problems, want)
		}
	}
}

func TestPlaceProblems(t *testing.T) {
	for name, want := range map[string]string{
		"content/basic/news/a.fr.md":      "page-language",
		"content/basic/news/a.zh-Hant.md": "page-language",
		"content/basic/news/a.uig.md":     "page-language",
		"content/basic/news/a.zh.md":      "page-language",
		"content/basic/news/---.md":       "page-slug",
		"content/basic/news/??.md":        "page-slug",
		"content/basic/news/.en.md":       "page-slug",
	} {
		_, problems := languages.place(name)
		if len(problems) != 1 || problems[0].Kind.Code != want {
			t.Errorf("%s: got %v, want %s", name, problems, want)
		}
	}
}

func TestIsPage(t *testing.T) {
	for name, want := range map[string]bool{
		"content/a.md": true, "content/a.MD": true, "content/a/b.en.md": true, "content/a.md.txt": false, "README.md": false, "contents/a.md": false, "content/md": false,
	} {
		if IsPage(name) != want {
			t.Errorf("IsPage(%q) is %t", name, !want)
		}
	}
}

// FuzzSlug asks of any file name: a part of an address that needs no second thought, and the same again when it is taken for a name.
func FuzzSlug(f *testing.F) {
	for _, seed := range []string{"开庭 公告", "a/b\\c", " .-a-. ", "re\u0301sume\u0301", "a%20b?c#d", "\u200b", "a\tb"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, stem string) {
		if !utf8.ValidString(stem) {
			return // source refuses it
		}
		got := Slug(stem)
		if again := Slug(got); again != got {
			t.Errorf("%q became %q and then %q", stem, got, again)
		}
		if strings.ContainsAny(got, "/\\?#%&\"'<>|:*^+` \t\n") || strings.HasPrefix(got, ".") || strings.HasSuffix(got, ".") {
			t.Errorf("%q became %q", stem, got)
		}
	})
}
