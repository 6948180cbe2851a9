package output

import (
	"bytes"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
)

const (
	benchFiles   = 10_000
	benchWriters = 2
)

// A new tree of 10,000 pages of 13 KB, in the directory that TMPDIR names; run it on tmpfs to measure the program, not the disk.
func BenchmarkStageNew(b *testing.B) {
	base := b.TempDir()
	i := 0
	for b.Loop() {
		benchBuild(b, filepath.Join(base, fmt.Sprint(i), "public"), 0)
		i++
	}
	report(b)
}

// The same tree again.
func BenchmarkStageUnchanged(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "public")
	benchBuild(b, dir, 0)
	for b.Loop() {
		benchBuild(b, dir, 0)
	}
	report(b)
}

// The same addresses with other pages.
func BenchmarkStageChanged(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "public")
	benchBuild(b, dir, 0)
	i := 1
	for b.Loop() {
		benchBuild(b, dir, i)
		i++
	}
	report(b)
}

func report(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/benchFiles, "µs/file")
}

func benchBuild(b *testing.B, dir string, generation int) {
	b.Helper()
	durable := system
	durable.sync = syncTree
	s, err := stage(dir, durable)
	if err != nil {
		b.Fatal(err)
	}
	parts := make([]*Manifest, benchWriters)
	var wg sync.WaitGroup
	for w := range parts {
		wg.Go(func() { parts[w] = benchWrite(b, s, w, generation) })
	}
	wg.Wait()
	m := &Manifest{}
	for _, part := range parts {
		m.Files = append(m.Files, part.Files...)
	}
	if err := s.Commit(m); err != nil {
		b.Fatal(err)
	}
}

func benchWrite(b *testing.B, tree Tree, first, generation int) *Manifest {
	m := &Manifest{}
	page := bytes.Repeat([]byte("明镜县人民法院"), 13<<10/21)
	for i := first; i < benchFiles; i += benchWriters {
		copy(page, fmt.Sprintf("%8d %8d", generation, i))
		path := fmt.Sprintf("basic/%d/page-%d/index.html", i%50, i)
		d, err := tree.Write(path, page)
		if err != nil {
			b.Error(err)
			return m
		}
		m.Files = append(m.Files, File{Path: path, SHA256: d.String(), Size: int64(len(page)), Kind: Page})
	}
	return m
}

func BenchmarkManifestEncode(b *testing.B) {
	tree := NewMemory()
	m := benchWrite(b, tree, 0, 0)
	for b.Loop() {
		if _, err := m.Encode(); err != nil {
			b.Fatal(err)
		}
	}
}
