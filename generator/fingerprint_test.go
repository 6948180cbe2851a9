package generator_test

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"courtsite/generator"
	"courtsite/generator/output"
)

// TestFingerprintsTellTheTruth: an output whose fingerprint stays the same through a change of the site has the same bytes. An incremental build
// takes the bytes of the last build on the word of the fingerprint.
func TestFingerprintsTellTheTruth(t *testing.T) {
	const a, b = "content/basic/news/a.md", "content/basic/news/b.md"
	original := func() generator.Input {
		site := files(a, b, "content/basic/news/b.en.md", "content/team/party/c.md", "content/pages/about.md")
		site[a] = text("甲", "attachments = [\"f.pdf\"]\nexpires = 2026-06-01\n", "见[乙](b.md)与[党建](../../team/party/c.md#第一节)。[^1]\n\n第二段。\n\n[^1]: 脚注。\n")
		site["content/team/party/c.md"] = text("丙", "", "## 第一节\n\n党建。\n")
		site["content/basic/news/f.pdf"] = &fstest.MapFile{Data: []byte("f")}
		return generator.Input{Site: site, Now: standard, Version: "1"}
	}
	for name, change := range map[string]func(in *generator.Input, site fstest.MapFS){
		"nothing":        func(*generator.Input, fstest.MapFS) {},
		"version":        func(in *generator.Input, _ fstest.MapFS) { in.Version = "2" },
		"base address":   func(in *generator.Input, _ fstest.MapFS) { in.BaseURL = "https://moved.example/court/" },
		"expiry":         func(in *generator.Input, _ fstest.MapFS) { in.Now = in.Now.AddDate(1, 0, 0) },
		"a second later": func(in *generator.Input, _ fstest.MapFS) { in.Now = in.Now.Add(time.Second) },
		"text": func(_ *generator.Input, s fstest.MapFS) {
			s[a].Data = []byte(strings.Replace(string(s[a].Data), "第二段", "第二段改", 1))
		},
		"title": func(_ *generator.Input, s fstest.MapFS) {
			s[b].Data = []byte(strings.Replace(string(s[b].Data), "title = \"", "title = \"新", 1))
		},
		"first paragraph": func(_ *generator.Input, s fstest.MapFS) { s[b] = text("乙", "", "另一段。\n") },
		"new page": func(_ *generator.Input, s fstest.MapFS) {
			s["content/basic/news/n.md"] = text("新", "weight = 1\n", "新。\n")
		},
		"page gone": func(_ *generator.Input, s fstest.MapFS) { delete(s, "content/basic/news/b.en.md") },
		"translation": func(_ *generator.Input, s fstest.MapFS) {
			s["content/team/party/c.en.md"] = text("C", "", "## 第一节\n\nParty.\n")
		},
		"item": func(_ *generator.Input, s fstest.MapFS) {
			s[b] = text("乙", "item = \"basic/other\"\n", bodyZH)
			delete(s, "content/basic/news/b.en.md")
		},
		"attachment": func(_ *generator.Input, s fstest.MapFS) {
			s["content/basic/news/f.pdf"].Data = []byte(strings.Repeat("f", 5000))
		},
		"related": func(_ *generator.Input, s fstest.MapFS) { s[b] = text("乙", "related = [\"team/party/c\"]\n", bodyZH) },
		"outside": func(_ *generator.Input, s fstest.MapFS) { s["content/pages/privacy.md"] = text("隐私", "", bodyZH) },
		"settings": func(_ *generator.Input, s fstest.MapFS) {
			s["site.toml"].Data = append(s["site.toml"].Data, "[contact]\ntelephone = \"12368\"\n[page_tags]\nenabled = true\n"...)
		},
		"a language": func(_ *generator.Input, s fstest.MapFS) {
			s["site.toml"].Data = append(s["site.toml"].Data, "[languages.ug]\ntitle = \"سوت\"\n"...)
		},
		"phrases": func(_ *generator.Input, s fstest.MapFS) {
			s["i18n/zh-Hans.toml"] = &fstest.MapFile{Data: []byte("[phrases]\nhome = \"主页\"\nfootnote_back = \"回\"\n[date]\nlong = \"{y}-{MM}-{dd}\"\n")}
		},
		"a template": func(_ *generator.Input, s fstest.MapFS) {
			s["themes/default/layouts/breadcrumbs.html"] = &fstest.MapFile{Data: []byte("<!-- -->")}
		},
		"a style": func(_ *generator.Input, s fstest.MapFS) {
			s["themes/default/assets/css/00-variables.css"] = &fstest.MapFile{Data: []byte(":root{--a:b}")}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := original()
			before, _ := mustBuild(t, in)
			in = original()
			change(&in, in.Site.(fstest.MapFS))
			after, _ := mustBuild(t, in)
			compareFingerprints(t, before, after)
			if kept := keptFiles(before, after); name == "nothing" && kept != len(before.Files) || name == "a second later" && kept != len(before.Files) {
				t.Errorf("%d of %d files are the same", kept, len(before.Files))
			}
		})
	}
}

func text(title, more, body string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte("+++\ntitle = \"" + title + "\"\npublished = 2026-02-10\n" + more + "+++\n\n" + body)}
}

func compareFingerprints(t *testing.T, before, after *output.Manifest) {
	old := byPath(before)
	for _, f := range after.Files {
		o, found := old[f.Path]
		if found && f.Fingerprint != "" && f.Fingerprint == o.Fingerprint && f.SHA256 != o.SHA256 {
			t.Errorf("%s changed, and its fingerprint did not", f.Path)
		}
	}
}

func keptFiles(before, after *output.Manifest) int {
	old, kept := byPath(before), 0
	for path, f := range byPath(after) {
		if old[path].SHA256 == f.SHA256 && old[path].Fingerprint == f.Fingerprint {
			kept++
		}
	}
	return kept
}

func byPath(m *output.Manifest) map[string]output.File {
	return maps.Collect(func(yield func(string, output.File) bool) {
		for _, f := range m.Files {
			if !yield(f.Path, f) {
				return
			}
		}
	})
}
