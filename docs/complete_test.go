package docs_test

import (
	"fmt"
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
	regexp.MustCompile(`\.(?:String|Line|Bool|Int|Time|Strings|Lines|List|Table|Tables)\("([a-z_]+)"`),
	regexp.MustCompile(`\b(?:required|place|address|text|f\.[a-z]+)\([^"\n]*, "([a-z_]+)"`),
	regexp.MustCompile(`\b(?:within|number)\([^,\n]*, "([a-z_]+)"`),
}

// TestKeys: every key that the code reads has a row or a section, and there is none besides.
func TestKeys(t *testing.T) {
	for _, c := range []struct{ doc, code string }{
		{"front-matter.md", "../generator/page/*.go"},
		{"site-toml.md", "../generator/config/*.go"},
		{"languages.md", "../generator/locale/*.go"},
		{"groups.md", "../generator/group/settings*.go"},
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
	for _, tag := range languageTags(t) {
		data, err := i18n.FS.ReadFile(tag + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		var language struct{ Name, Dir, Status string }
		if err := toml.Unmarshal(data, &language); err != nil {
			t.Fatal(err)
		}
		needs(t, "languages.md", text, fmt.Sprintf("| %s | `%s` | %s | %s |", language.Name, tag, language.Dir, language.Status))
	}
}

// languageTags lists the languages that come with the program.
func languageTags(t *testing.T) []string {
	t.Helper()
	files, err := i18n.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var tags []string
	for _, f := range files {
		if tag, ok := strings.CutSuffix(f.Name(), ".toml"); ok { // the folders hold data that the files are laid over
			tags = append(tags, tag)
		}
	}
	return tags
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
		view.Redirect{}, view.Gone{}, view.Directory{}, view.Header{}, view.Footer{},
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
