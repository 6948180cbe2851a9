package docs_test

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"courtsite/generator/catalogue"
	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/group"
	"courtsite/generator/locale"
	"courtsite/generator/page"
	"courtsite/generator/source"
	"courtsite/generator/theme"
	"courtsite/i18n"
	"courtsite/themes"
)

// TestExamples reads every example with the code that it is about.
func TestExamples(t *testing.T) {
	for _, d := range documents(t) {
		for _, b := range blocks(d.text) {
			t.Run(fmt.Sprintf("%s:%d", d.path, b.line), func(t *testing.T) { checkExample(t, b) })
		}
	}
}

func checkExample(t *testing.T, b block) {
	words, code, wrong := strings.Cut(b.info, " wrong ")
	if path, ok := (block{info: words}).rest("markdown page"); ok {
		expect(t, code, wrong, readPage(path, b.text))
		return
	}
	if name, ok := b.rest("html layout"); ok {
		expect(t, "", false, readTheme(t, "layouts/"+name, b.text))
		return
	}
	if name, ok := b.rest("css"); ok {
		expect(t, "", false, readTheme(t, "assets/"+name, b.text))
		return
	}
	if path, ok := (block{info: words}).rest("toml i18n"); ok {
		expect(t, code, wrong, readPhrases(path, b.text))
		return
	}
	switch words {
	case "toml site.toml", "toml site.toml court/site.toml", "toml site.toml court/portal/site.toml":
		_, problems := config.Parse([]byte(b.text), "")
		expect(t, code, wrong, problems)
	case "toml site.toml part":
		_, problems := config.Parse([]byte(wholeSite(b.text)), "")
		expect(t, code, wrong, problems)
	case "toml group.toml", "toml group.toml court/group.toml":
		expect(t, code, wrong, readGroup(t, b.text))
	case "toml theme.toml":
		expect(t, code, wrong, readTheme(t, "theme.toml", b.text))
	case "markdown body":
		expect(t, code, wrong, readPage("", "+++\ntitle = \"示例\"\npublished = 2026-02-10\n+++\n"+b.text))
	case "text", "console", "console fails", "bat", "sh":
	default:
		if b.kind() != "txtar" { // TestProblemExamples
			t.Errorf("nothing is known about a block %q", b.info)
		}
	}
}

// expect wants the one problem that a wrong example is about, or nothing but notes.
func expect(t *testing.T, code string, wrong bool, problems []diag.Problem) {
	t.Helper()
	found := false
	for _, p := range problems {
		found = found || p.Kind.Code == code
		if !wrong && p.Severity != diag.Note {
			t.Error(p.Text(diag.EN))
		}
	}
	if wrong && !found {
		t.Errorf("the problem %s is missing among %d", code, len(problems))
	}
}

// wholeSite adds what every site.toml must have to some keys of one.
func wholeSite(part string) string {
	keys, tables := part, ""
	if i := strings.Index("\n"+part, "\n["); i >= 0 {
		keys, tables = part[:i], part[i:]
	}
	for _, line := range []string{
		`base_url = "https://court.example"`, `default_language = "zh-Hans"`, `court = { code = "A101", level = "basic" }`,
	} {
		key, _, _ := strings.Cut(line, " ")
		if !strings.Contains("\n"+part, "\n"+key+" ") && !strings.Contains("\n"+part, "\n["+key+"]") {
			keys += line + "\n"
		}
	}
	if !strings.Contains(part, "[languages.zh-Hans]") {
		tables += "\n[languages.zh-Hans]\ntitle = \"明镜县人民法院\"\n"
	}
	return keys + tables
}

// readPage reads a page's front matter and its text.
func readPage(path, text string) []diag.Problem {
	if i := strings.Index(path, "content/"); i >= 0 {
		path = path[i:] // what stands before it is where the reader has the site
	} else {
		path = "content/basic/news/example.md"
	}
	langs := page.Languages{Tags: []string{"zh-Hans", "ug", "bo", "en"}, Default: "zh-Hans"}
	head, problems := page.ParseHead(path, source.Text{Bytes: []byte(text)}, langs, time.FixedZone("CST", 8*60*60))
	if head == nil {
		return problems
	}
	_, more := page.ParseBody(head, []byte(text), head.Start)
	return append(problems, more...)
}

// readPhrases reads the text as the site's own file for a language, Uyghur where no path says another.
func readPhrases(name, text string) []diag.Problem {
	tag := strings.TrimSuffix(path.Base(name), ".toml")
	if name == "" {
		tag = "ug"
	}
	table, problems := locale.Load([]string{"zh-Hans", tag}, "zh-Hans", i18n.FS, fstest.MapFS{"i18n/" + tag + ".toml": {Data: []byte(text)}})
	items := catalogue.Default()
	return append(problems, table.CheckColumns(items.Has, items.Nearest)...)
}

// readTheme reads a theme that has one file of its own.
func readTheme(t *testing.T, name, text string) []diag.Problem {
	languages, _ := locale.Load(languageTags(t), locale.Base, i18n.FS, nil)
	_, problems := theme.Load(fstest.MapFS{"themes/mine/" + name: {Data: []byte(text)}}, "mine", themes.FS, languages)
	return problems
}

// readGroup reads a group.toml, to which the members and files that it names are missing.
func readGroup(t *testing.T, text string) []diag.Problem {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, group.File), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	_, problems, err := group.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(problems, func(p diag.Problem) bool {
		return slices.Contains([]*diag.Kind{diag.GroupPattern, diag.GroupRule, diag.GroupRuleMember, diag.GroupEmpty}, p.Kind)
	})
}
