package docs_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"courtsite/generator/catalogue"
	"courtsite/generator/theme"
	"courtsite/generator/view"
	"courtsite/i18n"
	"courtsite/themes"
)

// needs wants every word in a text.
func needs(t *testing.T, name, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("%s says nothing about %s", name, w)
		}
	}
}

// TestItems: the clerk's manual lists every item of the catalogue with its wording, and no other.
func TestItems(t *testing.T) {
	text := read(t, "clerk.zh.md")
	rows := 0
	for _, category := range catalogue.Default().Categories("") {
		for _, item := range category.Items {
			rows++
			needs(t, "clerk.zh.md", text, fmt.Sprintf("| %s | `%s` | %s", category.Official, item.ID, item.Official))
		}
	}
	if listed := regexp.MustCompile("(?m)^\\| [^`|]+ \\| `[a-z]+/[a-z-]+` \\|").FindAllString(text, -1); len(listed) != rows {
		t.Errorf("clerk.zh.md lists %d items, the catalogue has %d", len(listed), rows)
	}
}

// asked finds the keys that code asks a TOML table for: directly, and through functions that take the table and the key.
var asked = []*regexp.Regexp{
	regexp.MustCompile(`\.(?:String|Bool|Int|Time|Strings|List|Table|Tables)\("([a-z_]+)"`),
	regexp.MustCompile(`\b(?:required|within)\([^\n]*?, "([a-z_]+)"`),
}

// TestKeys: every key that the code reads has a row or a section, and there is none besides.
func TestKeys(t *testing.T) {
	for _, c := range []struct{ doc, code string }{
		{"front-matter.md", "../generator/page/*.go"},
		{"site-toml.md", "../generator/config/*.go"},
	} {
		text, keys := read(t, c.doc), keysIn(t, c.code)
		for _, key := range keys {
			if row := regexp.MustCompile("(?m)^\\| `" + key + "`|`\\[+" + key + "[].]"); !row.MatchString(text) {
				t.Errorf("%s says nothing about the key %s", c.doc, key)
			}
		}
		for _, row := range regexp.MustCompile("(?m)^\\| `([a-z_]+)`").FindAllStringSubmatch(text, -1) {
			if !slices.Contains(keys, row[1]) {
				t.Errorf("%s has a key %s, which nothing reads", c.doc, row[1])
			}
		}
	}
}

func keysIn(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, pattern := range asked {
			for _, m := range pattern.FindAllStringSubmatch(read(t, name), -1) {
				keys = append(keys, m[1])
			}
		}
	}
	slices.Sort(keys)
	if keys = slices.Compact(keys); len(keys) < 10 {
		t.Fatalf("%s: only the keys %v were found", pattern, keys)
	}
	return keys
}

// TestLanguages: each phrase file has a row with its status.
func TestLanguages(t *testing.T) {
	text := read(t, "languages.md")
	files, err := i18n.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := i18n.FS.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		var language struct{ Name, Dir, Status string }
		if err := toml.Unmarshal(data, &language); err != nil {
			t.Fatal(err)
		}
		tag := strings.TrimSuffix(f.Name(), ".toml")
		needs(t, "languages.md", text, fmt.Sprintf("| `%s` | %s | %s | %s |", tag, language.Name, language.Dir, language.Status))
	}
}

// TestViews: themes.md has every template, and a section for each view with a row for each of its fields.
func TestViews(t *testing.T) {
	text := read(t, "themes.md")
	for _, name := range theme.Views {
		needs(t, "themes.md", text, "`"+name+"`")
	}
	seen := map[reflect.Type]bool{}
	for _, v := range []any{
		view.Home{}, view.Category{}, view.Column{}, view.Article{}, view.Archive{}, view.Subscribe{}, view.Map{}, view.Missing{},
		view.Redirect{}, view.Gone{}, view.Header{}, view.Footer{},
	} {
		describes(t, text, reflect.TypeOf(v), seen)
	}
}

func describes(t *testing.T, text string, v reflect.Type, seen map[reflect.Type]bool) {
	for v.Kind() == reflect.Slice || v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if v.Kind() != reflect.Struct || seen[v] {
		return
	}
	seen[v] = true
	_, part, found := strings.Cut(text, "\n### "+v.Name()+"\n")
	if !found {
		t.Errorf("themes.md has no section %s", v.Name())
		return
	}
	part, _, _ = strings.Cut(part, "\n### ")
	for i := range v.NumField() {
		needs(t, "themes.md, "+v.Name(), part, "`"+v.Field(i).Name+"`")
		describes(t, text, v.Field(i).Type, seen)
	}
}

// TestBudgets: what themes.md says about the size of the default theme's files.
func TestBudgets(t *testing.T) {
	look, problems := theme.Load(os.DirFS(t.TempDir()), "default", themes.FS)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	limits := map[string]int{look.Path("style.css"): 32 << 10, look.Path("site.js"): 4 << 10}
	for _, f := range look.Files() {
		if limit, ok := limits[f.Path]; ok && len(f.Data) > limit {
			t.Errorf("%s has %d bytes, more than %d", f.Path, len(f.Data), limit)
		}
	}
}

// TestPackages: design.md has a row for each package, and none besides.
func TestPackages(t *testing.T) {
	var rows []string
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z]+)` \\|").FindAllStringSubmatch(read(t, "design.md"), -1) {
		if m[1] != "generator" {
			rows = append(rows, m[1])
		}
	}
	entries, err := os.ReadDir("../generator")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		code, _ := filepath.Glob(filepath.Join("../generator", e.Name(), "*.go"))
		at := slices.Index(rows, e.Name())
		switch {
		case len(code) > 0 && at < 0:
			t.Errorf("design.md has no row for the package %s", e.Name())
		case len(code) > 0:
			rows = slices.Delete(rows, at, at+1)
		}
	}
	for _, name := range rows {
		t.Errorf("design.md has a row for %s, which is no package", name)
	}
}

// TestNotices: each module in go.mod stands in the notices with its version.
func TestNotices(t *testing.T) {
	notices := read(t, "../THIRD_PARTY_NOTICES.md")
	modules := regexp.MustCompile(`(?m)^\s+(\S+\.\S+/\S+) (v\S+)`).FindAllStringSubmatch(read(t, "../go.mod"), -1)
	if len(modules) == 0 {
		t.Fatal("no modules in go.mod")
	}
	for _, m := range modules {
		needs(t, "THIRD_PARTY_NOTICES.md", notices, fmt.Sprintf("| %s | %s |", m[1], m[2]))
	}
}

// TestLinks: every relative link leads to a file, and to a heading in it where it says so.
func TestLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)\s]+)\)`)
	code := regexp.MustCompile("(?ms)^(`{3,}).*?^`{3,}$|`[^`\n]*`")
	for _, d := range documents(t) {
		for _, m := range link.FindAllStringSubmatch(code.ReplaceAllString(d.text, ""), -1) {
			name, fragment, _ := strings.Cut(m[1], "#")
			if strings.Contains(name, "://") {
				continue
			}
			target := filepath.Join(root, filepath.Dir(d.path), name)
			if name == "" {
				target = filepath.Join(root, d.path)
			}
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s: the link %s leads nowhere", d.path, m[1])
				continue
			}
			if fragment != "" && !hasHeading(read(t, target), fragment) {
				t.Errorf("%s: %s has no heading #%s", d.path, name, fragment)
			}
		}
	}
}

// hasHeading tells whether a heading has the place that code hosting gives it: in lower case, with hyphens for blanks.
func hasHeading(text, fragment string) bool {
	for _, m := range regexp.MustCompile(`(?m)^#+ (.+)$`).FindAllStringSubmatch(text, -1) {
		if strings.ReplaceAll(strings.ToLower(m[1]), " ", "-") == fragment {
			return true
		}
	}
	return false
}
