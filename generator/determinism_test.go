package generator_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"courtsite/generator"
	"courtsite/generator/output"
)

// TestDeterministic: neither the number of goroutines nor the machine's time zone nor the folder changes a byte.
func TestDeterministic(t *testing.T) {
	site := sampleOf(t, "languages", "markdown", "attachments", "escaping", "aliases", "related")
	manifest, tree := mustBuild(t, generator.Input{Site: site, Jobs: 1})

	t.Run("jobs", func(t *testing.T) {
		for _, jobs := range []int{2, 8} {
			m, again := mustBuild(t, generator.Input{Site: site, Jobs: jobs})
			same(t, manifest, m, tree, again)
		}
	})
	t.Run("zones", func(t *testing.T) {
		defer func(zone *time.Location) { time.Local = zone }(time.Local)
		for _, zone := range []*time.Location{time.FixedZone("east", 14*60*60), time.FixedZone("west", -11*60*60-30*60), time.FixedZone("", 8*60*60)} {
			time.Local = zone
			m, again := mustBuild(t, generator.Input{Site: site, Now: standard.In(zone)})
			same(t, manifest, m, tree, again)
		}
	})
	t.Run("folders", func(t *testing.T) {
		for range 2 {
			dir := t.TempDir()
			write(t, dir, site)
			m, again := mustBuild(t, generator.Input{Site: os.DirFS(dir)})
			same(t, manifest, m, tree, again)
		}
	})
	t.Run("line ends", func(t *testing.T) {
		m, again := mustBuild(t, generator.Input{Site: windows(site)})
		same(t, manifest, m, tree, again)
	})
}

// sampleOf lays sites of testdata over each other.
func sampleOf(t *testing.T, names ...string) fstest.MapFS {
	all := fstest.MapFS{}
	for i, name := range names {
		archive, err := txtar.ParseFile("testdata/sites/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		for path, file := range parseSite(t, archive).in.Site.(fstest.MapFS) {
			if i == 0 || path != "site.toml" {
				all[path] = file
			}
		}
	}
	return all
}

// windows writes the texts of a site as Notepad does: with a byte-order mark and CRLF.
func windows(site fstest.MapFS) fstest.MapFS {
	all := fstest.MapFS{}
	for path, file := range site {
		data := file.Data
		if ext := filepath.Ext(path); ext == ".md" || ext == ".toml" {
			data = append([]byte("\ufeff"), bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))...)
		}
		all[path] = &fstest.MapFile{Data: data, Mode: file.Mode}
	}
	return all
}

func write(t *testing.T, dir string, site fs.FS) {
	t.Helper()
	if err := os.CopyFS(dir, site); err != nil {
		t.Fatal(err)
	}
}

// same: two builds made the same files and the same manifest.
func same(t *testing.T, m, n *output.Manifest, a, b *output.Memory) {
	t.Helper()
	if !slices.Equal(a.Paths(), b.Paths()) {
		t.Error("other files were made")
	}
	for _, path := range a.Paths() {
		if x, y := content(t, a, path), content(t, b, path); x != y {
			t.Errorf("%s differs:\n%s\n%s", path, x, y)
			return
		}
	}
	x, err := m.Encode()
	y, err2 := n.Encode()
	if err != nil || err2 != nil || !bytes.Equal(x, y) {
		t.Error("the manifests differ", err, err2)
	}
}
