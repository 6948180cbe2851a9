package docs_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"courtsite/generator/locale"
	"courtsite/generator/theme"
	"courtsite/i18n"
	"courtsite/themes"
)

// TestBudgets: what themes.md says about the size of the default theme's files.
func TestBudgets(t *testing.T) {
	languages, _ := locale.Load(languageTags(t), locale.Base, i18n.FS, nil)
	look, problems := theme.Load(os.DirFS(t.TempDir()), "default", themes.FS, languages)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	limits := map[string]int{look.Path("style.css"): 35 << 10, look.Path("site.js"): 4 << 10}
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

// hasHeading tells whether a heading has the place that code hosting gives it: in lower case, without punctuation, with hyphens for blanks.
func hasHeading(text, fragment string) bool {
	for _, m := range regexp.MustCompile(`(?m)^#+ (.+)$`).FindAllStringSubmatch(text, -1) {
		if strings.ReplaceAll(punctuation.ReplaceAllString(strings.ToLower(m[1]), ""), " ", "-") == fragment {
			return true
		}
	}
	return false
}

var punctuation = regexp.MustCompile(`[^\p{L}\p{N}\p{M} _-]`)
