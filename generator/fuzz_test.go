package generator_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"courtsite/generator"
	"courtsite/generator/diag"
	"courtsite/generator/output"
)

// FuzzBuild asks of any site.toml and any page: no panic, no error of the machine, and either errors or a whole site.
func FuzzBuild(f *testing.F) {
	const news = "content/basic/news/a.md"
	page := string(pageFile("a", "aliases = [\"/old.html\"]\n").Data)
	f.Add(siteTOML, news, page)
	f.Add(siteTOML, "content/pages/index.en.md", page)
	f.Add("[languages.x-y]\n[languages.zh_Hans]\n", news, page)
	f.Add("default_language = \"ug\"\n[languages.mn-Mong]\n", "content/a/b/c/d.md", "+++\nitem = \"team/other\"\n+++\n[a](d.md#b)")
	f.Add(siteTOML+"[[gone]]\naddress = \"/basic/news/a/b/\"\n", news, page)
	f.Fuzz(func(t *testing.T, site, name, page string) {
		fsys := fstest.MapFS{"site.toml": {Data: []byte(site)}}
		if path, inside := strings.CutPrefix(name, "content/"); inside && output.CheckPath(path) == nil {
			fsys[name] = &fstest.MapFile{Data: []byte(page)}
		}
		result, err := generator.Build(t.Context(), generator.Input{Site: fsys, Now: standard, Jobs: 1}, output.NewMemory())
		if err != nil {
			t.Fatal(err)
		}
		if diag.HasErrors(result.Problems) != (result.Manifest == nil) {
			t.Errorf("errors without end, or no site without errors: %v", told(result.Problems))
		}
	})
}
