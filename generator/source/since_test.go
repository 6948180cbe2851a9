package source

import (
	"slices"
	"testing"
	"testing/fstest"
	"time"
)

func TestSince(t *testing.T) {
	now := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	site := func() fstest.MapFS {
		return fstest.MapFS{
			"site.toml": {}, "content/a/x.md": {Data: []byte("1")}, "content/a-b.md": {Data: []byte("1")}, "content/a/deep/y.md": {Data: []byte("1")}, "content/c.md": {Data: []byte("1")},
		}
	}
	for name, test := range map[string]struct {
		change  func(fstest.MapFS)
		touched []string
		same    bool // it is told what there is
	}{
		"nothing":                         {func(fstest.MapFS) {}, []string{}, true},
		"a file written":                  {func(s fstest.MapFS) { s["content/c.md"] = &fstest.MapFile{Data: []byte("22"), ModTime: now} }, []string{"content/c.md"}, true},
		"a file that came and went":       {func(fstest.MapFS) {}, []string{"content/4913", "content/a/4913"}, true},
		"an editor's copy":                {func(s fstest.MapFS) { s["content/c.md~"] = &fstest.MapFile{} }, []string{"content/c.md~"}, true},
		"a new file":                      {func(s fstest.MapFS) { s["content/d.md"] = &fstest.MapFile{} }, []string{"content/d.md"}, true},
		"a file gone":                     {func(s fstest.MapFS) { delete(s, "content/c.md") }, []string{"content/c.md"}, true},
		"a file renamed":                  {func(s fstest.MapFS) { s["content/0.md"] = s["content/c.md"]; delete(s, "content/c.md") }, []string{"content/0.md", "content/c.md"}, true},
		"the last file of a folder gone":  {func(s fstest.MapFS) { delete(s, "content/a/deep/y.md") }, []string{"content/a/deep/y.md"}, true},
		"a hidden file":                   {func(s fstest.MapFS) { s["content/.d.md"] = &fstest.MapFile{} }, []string{"content/.d.md"}, true},
		"a new link":                      {func(s fstest.MapFS) { s["content/d.md"] = &fstest.MapFile{Mode: 1 << 27} }, []string{"content/d.md"}, false},
		"a name that is not UTF-8":        {func(s fstest.MapFS) { s["content/\xff.md"] = &fstest.MapFile{} }, []string{"content/\xff.md"}, false},
		"the first file of a folder":      {func(s fstest.MapFS) { s["content/new/z.md"] = &fstest.MapFile{} }, []string{"content/new/z.md"}, false},
		"a folder gone":                   {func(s fstest.MapFS) { delete(s, "content/a/x.md"); delete(s, "content/a/deep/y.md") }, []string{"content/a"}, false},
		"a folder touched":                {func(fstest.MapFS) {}, []string{"content/a"}, false},
		"a file that became a link":       {func(s fstest.MapFS) { s["content/c.md"] = &fstest.MapFile{Mode: 1 << 27} }, []string{"content/c.md"}, false},
		"a file that became a folder":     {func(s fstest.MapFS) { delete(s, "content/c.md"); s["content/c.md/z.md"] = &fstest.MapFile{} }, []string{"content/c.md"}, false},
		"a folder where none had been":    {func(s fstest.MapFS) { s["content/new/z.md"] = &fstest.MapFile{} }, []string{"content/new"}, false},
		"one written, another one is new": {func(s fstest.MapFS) { s["content/d.md"] = &fstest.MapFile{} }, []string{"content/c.md", "content/d.md"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			fsys := site()
			then, _, err := Scan(fsys, "site.toml", "content")
			if err != nil {
				t.Fatal(err)
			}
			before := slices.Clone(then.Files())
			test.change(fsys)
			got, same := Since(fsys, then.Files(), test.touched)
			if same != test.same {
				t.Fatalf("told %t", same)
			}
			if !slices.Equal(before, then.Files()) {
				t.Error("what was listed before has changed")
			}
			if !same {
				return
			}
			want, _, err := Scan(fsys, "site.toml", "content")
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got.Files(), want.Files()) {
				t.Errorf("got %v, want %v", got.Files(), want.Files())
			}
		})
	}
}
