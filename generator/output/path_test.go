package output

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCheckPath(t *testing.T) {
	for _, good := range []string{
		"index.html", "basic/news/index.html", "a", ".well-known/security.txt", ".nojekyll", "a..b", "...a",
		"ug/مۇقام/index.html", "附件/2026年度部门预算（草案）.xlsx", "བོད་ཡིག", "a b/c+d=e,f;g&h#i%20.html",
		"console.html", "com.html", "com10", "lpt", "auxiliary/x", "nullable", "com¹¹",
		strings.Repeat("x", 255), "x/manifest.json",
	} {
		if err := CheckPath(good); err != nil {
			t.Errorf("refused: %v", err)
		}
	}
	for bad, reason := range map[string]string{
		"":                        "empty",
		"/":                       "absolute",
		"/etc/passwd":             "absolute",
		"//host/share":            "absolute",
		".":                       "clean form",
		"..":                      "clean form",
		"a/../b":                  "clean form",
		"a/./b":                   "clean form",
		"a/..":                    "clean form",
		"a//b":                    "empty name",
		"a/":                      "empty name",
		`a\b`:                     `'\\'`,
		`..\x`:                    `'\\'`,
		"c:/x":                    "':'",
		"a:stream":                "':'",
		"a\x00b":                  `'\x00'`,
		"a\nb":                    `'\n'`,
		"a\x7f":                   `'\x7f'`,
		"what?":                   "'?'",
		"a*":                      "'*'",
		"<a>":                     "'<'",
		"a|b":                     "'|'",
		`"a"`:                     `'"'`,
		"a\xff":                   "UTF-8",
		"CON":                     "device",
		"con":                     "device",
		"Nul.html":                "device",
		"a/aux.tar.gz":            "device",
		"prn /x":                  "space",
		"nul .txt":                "device",
		"com1":                    "device",
		"LPT9.txt/x":              "device",
		"COM²":                    "device",
		"conin$":                  "device",
		"a.":                      "full stop",
		"a./b":                    "full stop",
		"a /b":                    "space",
		"...":                     "full stop",
		strings.Repeat("x", 256):  "255 bytes",
		strings.Repeat("院", 86):   "255 bytes",
		"manifest.json":           "manifest",
		"Manifest.JSON":           "manifest",
		"manifest.json/a":         "manifest",
		".public.courtsite-lock":  "staging",
		"a/.x.courtsite-old/file": "staging",
	} {
		if err := CheckPath(bad); err == nil || !strings.Contains(err.Error(), reason) {
			t.Errorf("%q: got %v, want %s", bad, err, reason)
		}
	}
}

// Whatever is accepted stays inside the tree, and is one name for one file.
func FuzzCheckPath(f *testing.F) {
	for _, seed := range []string{"a/b.html", "../x", "/", "a//b", "CON.txt", "院/新闻", `a\b`, "a\x00", "İ/ß/ſ", "a/.."} {
		f.Add(seed, "a/B.html")
	}
	f.Fuzz(func(t *testing.T, path, other string) {
		if CheckPath(path) != nil {
			return
		}
		if !fs.ValidPath(path) || !filepath.IsLocal(filepath.FromSlash(path)) || !utf8.ValidString(path) {
			t.Fatalf("accepted %q", path)
		}
		tree := NewMemory()
		if _, err := tree.Write(path, []byte("1")); err != nil {
			t.Fatal(err)
		}
		_, err := tree.Write(other, []byte("2"))
		if got, _ := tree.Get(path); string(got) != "1" {
			t.Fatalf("%q replaced %q", other, path)
		}
		clash := strings.HasPrefix(path+"/", other+"/") || strings.HasPrefix(other+"/", path+"/")
		if err == nil && clash {
			t.Fatalf("both %q and %q", path, other)
		}
		if err != nil && CheckPath(other) == nil && !clash && strings.ToLower(path) == path && strings.ToLower(other) == other {
			t.Fatalf("%q beside %q: %v", other, path, err)
		}
	})
}
