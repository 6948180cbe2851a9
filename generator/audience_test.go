package generator_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"courtsite/generator"
	"courtsite/generator/diag"
	"courtsite/generator/output"
)

// traces are words that stand only in what is not for the public: its names, its texts, its files.
var traces = []string{"secret", "张三诉", "Zhang v.", "卷宗", "密室", "旧址", "题图", "old-case", "mark-in-a-file"}

// withheldSite has a page for the parties, in two languages, with everything that a page can have, and a few that are for the public.
func withheldSite() fstest.MapFS {
	site := files("content/basic/news/a.md", "content/basic/news/b.md", "content/basic/news/b.en.md", "content/pages/about.md")
	site["content/trial/statistics/secret/index.md"] = text("张三诉李四", `audience = "parties"
summary = "密室"
keywords = ["卷宗"]
number = "卷宗1号"
aliases = ["/old-case/旧址/"]
attachments = [{ file = "secret.pdf", title = "卷宗" }]
image = "secret.png"
image_alt = "题图"
related = ["basic/news/a"]
office = "密室"
`, "## 卷宗\n\n密室。见[公开页](../../../basic/news/b.md)与![题图](secret-2.png)。\n")
	site["content/trial/statistics/secret/index.en.md"] = text("Zhang v. Li", "", "The secret file.\n")
	for _, name := range []string{"secret.pdf", "secret.png", "secret-2.png", "list-of-secret.xlsx"} {
		site["content/trial/statistics/secret/"+name] = &fstest.MapFile{Data: []byte("mark-in-a-file")}
	}
	site["content/service/guides/secret-internal.md"] = text("密室守则", "audience = \"internal\"\nattachments = [\"shared.pdf\"]\n", "卷宗。\n")
	site["content/service/guides/shared.pdf"] = &fstest.MapFile{Data: []byte("mark-in-a-file")}
	return site
}

// TestWithheldLeavesNoTrace: of a page that is not for the public no byte is in the output, its manifest, or, as long as nothing is wrong, in the log; nor
// does a preview of drafts show it.
func TestWithheldLeavesNoTrace(t *testing.T) {
	for _, drafts := range []bool{false, true} {
		tree := output.NewMemory()
		result, err := generator.Build(t.Context(), generator.Input{Site: withheldSite(), Now: standard, Drafts: drafts}, tree)
		if err != nil {
			t.Fatal(err)
		}
		if len(told(result.Problems)) > 0 || result.Held.Withheld != 3 || result.Pages != 4 {
			t.Fatalf("%d pages, %d withheld, %v", result.Pages, result.Held.Withheld, told(result.Problems))
		}
		manifest, err := json.Marshal(result.Manifest)
		if err != nil {
			t.Fatal(err)
		}
		noTrace(t, "the manifest", manifest)
		for _, path := range tree.Paths() {
			data, _ := tree.Get(path)
			noTrace(t, path, append([]byte(path+"\n"), data...))
		}
	}
}

func noTrace(t *testing.T, where string, data []byte) {
	t.Helper()
	for _, word := range traces {
		if i := bytes.Index(bytes.ToLower(data), []byte(strings.ToLower(word))); i >= 0 {
			t.Errorf("%s: %q in %q", where, word, data[max(0, i-40):min(len(data), i+40)])
		}
	}
}

// TestWithheldIsNotLedTo: whatever a public page does to lead to one that is not for the public is an error at its place, and nothing is written.
func TestWithheldIsNotLedTo(t *testing.T) {
	const link, file, taken = "audience-link", "audience-file", "audience-output"
	for name, c := range map[string]struct{ front, body, code string }{
		"a link to the file":             {"", "[甲](../../trial/statistics/secret/index.md)", link},
		"a link to the translation":      {"", "[甲](../../trial/statistics/secret/index.en.md#卷宗)", link},
		"a link to the address":          {"", "[甲](/trial/statistics/secret/)", link},
		"a link to an English address":   {"", "[甲](/en/Trial/statistics/secret/index.html)", link},
		"a link to the whole address":    {"", "<https://court.example/trial/statistics/secret/>", link},
		"a link with another host":       {"", "[甲](https://COURT.example.:443/trial/statistics/secret/)", link},
		"a link without TLS":             {"", "见 http://court.example/trial/statistics/secret", link},
		"a link to the old address":      {"", "[甲](/old-case/旧址/)", link},
		"a picture":                      {"", "![图](../../trial/statistics/secret/secret.png)", file},
		"a picture in the text alone":    {"", "![图](/trial/statistics/secret/secret-2.png)", file},
		"a file that no page names":      {"", "[表](../../trial/statistics/secret/list-of-secret.xlsx)", file},
		"related":                        {"related = [\"trial/statistics/secret\"]\n", "", link},
		"its attachment":                 {"attachments = [\"../../trial/statistics/secret/secret.pdf\"]\n", "", file},
		"an attachment of both":          {"attachments = [\"../../service/guides/shared.pdf\"]\n", "", file},
		"its picture":                    {"image = \"../../trial/statistics/secret/secret.png\"\nimage_alt = \"图\"\n", "", file},
		"an alias at its address":        {"aliases = [\"/trial/statistics/secret/\"]\n", "", taken},
		"an alias at its other address":  {"aliases = [\"/en/trial/statistics/Secret/\"]\n", "", taken},
		"an alias at the internal guide": {"aliases = [\"/service/guides/secret-internal/\"]\n", "", taken},
	} {
		site := withheldSite()
		site["content/basic/news/a.md"] = text("甲", c.front, bodyZH+"\n\n"+c.body+"\n")
		tree := output.NewMemory()
		result, err := generator.Build(t.Context(), generator.Input{Site: site, Now: standard}, tree)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, p := range result.Problems {
			found = found || p.Kind.Code == c.code && p.Severity == diag.Error && p.Path == "content/basic/news/a.md" && p.Line > 0
		}
		if !found || result.Manifest != nil {
			t.Errorf("%s: %v", name, told(result.Problems))
		}
	}
}

// TestAudienceOfPlaces: site.toml gives the pages of a place their audience, unless they state their own; all versions of a document share the narrowest.
func TestAudienceOfPlaces(t *testing.T) {
	site := files("content/service/guides/a.md", "content/service/guides/open.md", "content/service/petitions/b.md", "content/pages/c.md", "content/basic/news/d.md", "content/basic/news/d.en.md", "content/basic/news/filed.md")
	site["site.toml"].Data = append(site["site.toml"].Data, "[gate.audience]\nservice = \"internal\"\n\"service/petitions\" = \"public\"\n\"pages/c\" = \"parties\"\n"...)
	site["content/service/guides/open.md"] = pageFile("open", "audience = \"public\"\n")
	site["content/basic/news/d.en.md"] = pageFile("d.en.md", "audience = \"internal\"\n")
	site["content/basic/news/filed.md"] = pageFile("filed", "item = \"service/guides\"\n")
	manifest, _ := mustBuild(t, generator.Input{Site: site})
	var pages []string
	for _, f := range manifest.Files {
		if f.Kind == output.Page {
			pages = append(pages, f.Path)
		}
	}
	if got := strings.Join(pages, " "); got != "service/guides/open/index.html service/petitions/b/index.html" {
		t.Errorf("published: %s", got)
	}
}
