package generator_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"courtsite/generator"
	"courtsite/generator/output"
)

// TestLongDocumentsInFeeds: a document of ordinary length is in the feeds whole; of a very long one they carry the summary and a link.
func TestLongDocumentsInFeeds(t *testing.T) {
	const last = "全文至此结束"
	document := func(title string, paragraphs int) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("+++\ntitle = \"" + title + "\"\npublished = 2026-02-10\n+++\n\n首段 a < b。\n\n" +
			strings.Repeat(strings.Repeat("法", 100)+"\n\n", paragraphs) + last + "\n")}
	}
	site := fstest.MapFS{
		"site.toml": {Data: []byte("base_url = \"https://court.example\"\ncourt = { code = \"A101\" }\ndefault_language = \"zh-Hans\"\n" +
			"[languages.zh-Hans]\ntitle = \"明镜县人民法院\"\n")},
		"content/basic/news/long.md":              document("长 & 文", 1000),
		"content/service/announcements/normal.md": document("短文", 100),
	}
	tree := output.NewMemory()
	result, err := generator.Build(t.Context(), generator.Input{Site: site, Now: standard, Version: "test"}, tree)
	if err != nil || result.Manifest == nil {
		t.Fatal(err, told(result.Problems))
	}
	for _, c := range []struct {
		path  string
		whole bool
	}{{"basic/news/", false}, {"service/announcements/", true}} {
		for _, format := range []string{"feed.xml", "atom.xml", "feed.json"} {
			data, ok := tree.Get(c.path + format)
			if !ok {
				t.Fatalf("no %s%s", c.path, format)
			}
			text := string(data)
			if strings.Contains(text, last) != c.whole {
				t.Errorf("%s%s: has the whole text: %t, want %t", c.path, format, !c.whole, c.whole)
			}
			if !c.whole && len(data) > 8<<10 {
				t.Errorf("%s%s has %d bytes", c.path, format, len(data))
			}
		}
	}
	data, _ := tree.Get("basic/news/feed.json")
	for _, part := range []string{`首段 a &lt; b。`, `<a href=\"https://court.example/basic/news/long/\">长 &amp; 文</a>`} {
		if !strings.Contains(string(data), part) {
			t.Errorf("%s is not in\n%s", part, data)
		}
	}
	if page, _ := tree.Get("basic/news/long/index.html"); !strings.Contains(string(page), last) {
		t.Error("the page has lost its end")
	}
}
