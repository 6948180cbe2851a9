package plan

import (
	"strings"
	"testing"
)

func TestAliasPath(t *testing.T) {
	for alias, want := range map[string]string{
		"/a":                       "a/index.html",
		"/a/":                      "a/index.html",
		"/a/b.shtml":               "a/b.shtml",
		"/a/b.2026/":               "a/b.2026/index.html",
		"/article/2022/08/1.shtml": "article/2022/08/1.shtml",
		"/%E6%97%A7/":              "旧/index.html",
		"/旧":                       "旧/index.html",
		"/a%20b.html":              "a b.html",
		"":                         "", "/": "", "//": "", "a": "", "a/": "", "/a//b": "", "/../a": "", "/a/..": "", "/./a": "", "/a?b": "", "/a%3Fb": "", "/a#b": "", "/a\\b": "",
		"/a%2Fb": "a/b/index.html", "/%2e%2e/a": "", "/a%zz": "", "/a%00": "", "https://a.example/b": "",
	} {
		got, ok := aliasPath(alias)
		if got != want || ok != (want != "") {
			t.Errorf("%q: got %q, %t, want %q", alias, got, ok, want)
		}
	}
}

// FuzzAlias asks of any old address that is accepted: a path inside the site.
func FuzzAlias(f *testing.F) {
	for _, seed := range []string{"/a/b.shtml", "/%2e%2e/", "/旧址", "/a//", "/%5c..%5c"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, alias string) {
		path, ok := aliasPath(alias)
		if !ok {
			return
		}
		for name := range strings.SplitSeq(path, "/") {
			if name == "" || name == "." || name == ".." || strings.ContainsAny(name, "\\\x00?#") {
				t.Errorf("%q became %q", alias, path)
			}
		}
	})
}

func TestRelative(t *testing.T) {
	for _, c := range []struct{ dir, name, want string }{
		{"content/a/b", "content/a/b/c.md", "c.md"},
		{"content/a/b", "content/a/c.md", "../c.md"},
		{"content/a/b", "content/c/d/e.md", "../../c/d/e.md"},
		{"content", "content/a.md", "a.md"},
		{"content/a/b", "content/a/b", "../b"},
	} {
		if got := relative(c.dir, c.name); got != c.want {
			t.Errorf("from %s to %s: %s, want %s", c.dir, c.name, got, c.want)
		}
	}
}

func TestEscape(t *testing.T) {
	for path, want := range map[string]string{
		"a/b-c_d.html": "a/b-c_d.html", "法院/": "%E6%B3%95%E9%99%A2/", "a b": "a%20b", "a%b": "a%25b", "a?b#c": "a%3Fb%23c", "": "", "a+b&c": "a+b&c", "a:b": "a:b",
	} {
		if got := escape(path); got != want {
			t.Errorf("%q became %q, want %q", path, got, want)
		}
	}
}

func TestMediaType(t *testing.T) {
	for name, want := range map[string]string{
		"a/feed.xml": "application/rss+xml", "atom.xml": "application/atom+xml", "feed.json": "application/feed+json", "sitemap.xml": "application/xml",
		"A.PDF": "application/pdf", "a.ofd": "application/ofd", "a.xyz": "application/octet-stream", "a": "application/octet-stream", "a.html": "text/html; charset=utf-8",
	} {
		if got := MediaType(name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}

func TestSitemapPart(t *testing.T) {
	if a, b := SitemapPart("sitemap-ug.xml", 0), SitemapPart("sitemap-ug.xml", 1); a != "sitemap-ug.xml" || b != "sitemap-ug-2.xml" {
		t.Error(a, b)
	}
}
