package generator_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"courtsite/generator"
	"courtsite/generator/diag"
	"courtsite/generator/output"
)

const (
	siteTOML = `base_url = "https://court.example"
court = { code = "A101" }
default_language = "zh-Hans"
[languages.zh-Hans]
title = "明镜县人民法院"
[languages.en]
title = "Mingjing County People's Court"
`
	bodyZH = "明镜县人民法院依法公开审判信息。"
	bodyEN = "The court publishes what it does."
)

// files makes a project of a site.toml and of pages, whose front matter is all but the title and the date.
func files(pages ...string) fstest.MapFS {
	fsys := fstest.MapFS{"site.toml": {Data: []byte(siteTOML)}}
	for _, name := range pages {
		fsys[name] = pageFile(name, "")
	}
	return fsys
}

func pageFile(name, more string) *fstest.MapFile {
	body := bodyZH
	if strings.HasSuffix(name, ".en.md") {
		body = bodyEN
	}
	return &fstest.MapFile{Data: fmt.Appendf(nil, "+++\ntitle = %q\npublished = 2026-02-10\n%s+++\n\n%s\n", name, more, body)}
}

// mustBuild builds a site in which nothing is wrong.
func mustBuild(t *testing.T, in generator.Input) (*output.Manifest, *output.Memory) {
	t.Helper()
	if in.Now.IsZero() {
		in.Now = standard
	}
	tree := output.NewMemory()
	result, err := generator.Build(t.Context(), in, tree)
	if err != nil {
		t.Fatal(err)
	}
	if diag.HasErrors(result.Problems) {
		t.Fatal(strings.Join(told(result.Problems), "\n"))
	}
	return result.Manifest, tree
}

// content gives an output that has to be there.
func content(t *testing.T, tree *output.Memory, path string) string {
	t.Helper()
	data, found := tree.Get(path)
	if !found {
		t.Fatalf("%s was not made", path)
	}
	return string(data)
}

// changed lists the outputs of a kind that are new or differ, and those that are not there any more.
func changed(before, after *output.Manifest, kinds ...output.Kind) []string {
	old := map[string]string{}
	for _, f := range before.Files {
		old[f.Path] = f.SHA256
	}
	var list []string
	for _, f := range after.Files {
		if old[f.Path] != f.SHA256 && has(kinds, f.Kind) {
			list = append(list, f.Path)
		}
		delete(old, f.Path)
	}
	for p := range old {
		list = append(list, p+" (gone)")
	}
	return list
}

func has(kinds []output.Kind, kind output.Kind) bool {
	for _, k := range kinds {
		if k == kind {
			return true
		}
	}
	return len(kinds) == 0
}
