package gate

import (
	"os"
	"path/filepath"
	"testing"

	"courtsite/generator/diag"
	"courtsite/generator/page"
)

// BenchmarkBody checks real Chinese documents.
func BenchmarkBody(b *testing.B) {
	benchmark(b, func(h *page.Head, body *page.Body) []diag.Problem { return Body(h, body, nil) })
}

// BenchmarkPersonalData is the share of the search for personal data in it.
func BenchmarkPersonalData(b *testing.B) { benchmark(b, personalData) }

func benchmark(b *testing.B, check func(*page.Head, *page.Body) []diag.Problem) {
	files, err := filepath.Glob("../testdata/documents/*.md")
	if err != nil || len(files) == 0 {
		b.Fatal("no documents", err)
	}
	h := &page.Head{Path: "a.md", Lang: "zh-Hans"}
	var bodies []*page.Body
	var size int64
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		body, _ := page.ParseBody(h, text, 0)
		bodies, size = append(bodies, body), size+int64(len(text))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, body := range bodies {
			check(h, body)
		}
	}
}
