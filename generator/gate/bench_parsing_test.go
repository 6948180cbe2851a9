package gate

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"courtsite/generator/page"
	"courtsite/generator/source"
)

// BenchmarkAgainstParsing reports the time that the gate takes over pages' texts as a multiple of the time that it takes to parse them. COURTSITE_PAGES names the
// content folder of a larger site, such as the one that .ci/bench/corpus makes; else it takes the real documents of the tests.
func BenchmarkAgainstParsing(b *testing.B) {
	folder := os.Getenv("COURTSITE_PAGES")
	if folder == "" {
		folder = "../testdata/documents"
	}
	var parsing, checking time.Duration
	pages := 0
	for b.Loop() {
		pages = 0
		err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(name) != ".md" {
				return err
			}
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			pages++
			h, start := headOf(name, data)
			began := time.Now()
			body, _ := page.ParseBody(h, data, start)
			parsed := time.Now()
			Body(h, body, nil)
			checking += time.Since(parsed)
			parsing += parsed.Sub(began)
			body.Release()
			return nil
		})
		if err != nil || pages == 0 {
			b.Fatal("no pages", err)
		}
	}
	b.ReportMetric(float64(pages), "pages")
	b.ReportMetric(float64(checking)/float64(parsing), "gate/parsing")
}

// headOf reads a page's front matter, where it has any.
func headOf(name string, data []byte) (h *page.Head, start int) {
	parts := strings.Split(filepath.Base(name), ".")
	lang := "zh-Hans"
	if len(parts) == 3 {
		lang = parts[1]
	}
	h, _ = page.ParseHead("content/basic/news/"+filepath.Base(name), source.Text{Bytes: data}, page.Languages{Tags: []string{"zh-Hans", "en", "ug", "bo"}, Default: "zh-Hans"}, time.UTC)
	if h == nil {
		return &page.Head{Path: "a.md", Lang: lang}, 0
	}
	return h, h.Start
}
