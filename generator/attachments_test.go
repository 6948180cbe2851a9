package generator_test

import (
	"io/fs"
	"os"
	"slices"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"courtsite/generator"
	"courtsite/generator/diag"
	"courtsite/generator/output"
)

// readings is a site that notes which files were read to their end.
type readings struct {
	fstest.MapFS
	mu    sync.Mutex
	whole []string
}

func (r *readings) Open(name string) (fs.File, error) {
	f, err := r.MapFS.Open(name)
	return &reading{f, name, r}, err
}

type reading struct {
	fs.File
	name string
	site *readings
}

func (r *reading) Read(b []byte) (int, error) {
	n, err := r.File.Read(b)
	if err != nil {
		r.site.mu.Lock()
		defer r.site.mu.Unlock()
		r.site.whole = append(r.site.whole, r.name)
	}
	return n, err
}

// ReadDir is asked of folders.
func (r *reading) ReadDir(n int) ([]fs.DirEntry, error) { return r.File.(fs.ReadDirFile).ReadDir(n) }

// TestAttachmentsAreLookedIntoOnce: what was found in an attachment is known to later builds, in the same words, and is found out anew when the
// file has changed; a file under another name with the same content says the same.
func TestAttachmentsAreLookedIntoOnce(t *testing.T) {
	document, err := os.ReadFile("gate/attach/testdata/hidden-rows.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	long := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	site := &readings{MapFS: fstest.MapFS{}}
	put := func(name string, data []byte, at time.Time) {
		site.MapFS[name] = &fstest.MapFile{Data: data, ModTime: at}
	}
	put("site.toml", []byte(leakSite), long)
	put("content/basic/news/a.md", []byte("+++\ntitle = \"公告\"\npublished = 2026-01-01\nattachments = [\"甲.xlsx\", \"乙.xlsx\", \"丙.jpg\"]\n+++\n\n见附件。\n"), long)
	for _, name := range []string{"甲.xlsx", "乙.xlsx"} {
		put("content/basic/news/"+name, document, long)
	}
	photo, err := os.ReadFile("gate/attach/testdata/located.jpg")
	if err != nil {
		t.Fatal(err)
	}
	put("content/basic/news/丙.jpg", photo, long)
	build := func(past *generator.Past) (photoRead int, result *generator.Result) {
		site.whole = nil
		result, err := generator.Build(t.Context(), generator.Input{Site: site, Now: long.AddDate(0, 1, 0), Clock: long.AddDate(0, 1, 0), Version: "test", Past: past}, output.NewMemory())
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range site.whole {
			if name == "content/basic/news/丙.jpg" {
				photoRead++
			}
		}
		return photoRead, result
	}

	_, first := build(nil)
	if said := told(first.Problems); len(said) < 5 || !diag.HasErrors(first.Problems) {
		t.Fatalf("the documents say %q", said)
	}
	// Nothing is known of a build that made nothing; the numbers go, and what is left is a warning.
	put("content/basic/news/a.md", []byte("+++\ntitle = \"公告\"\npublished = 2026-01-01\nattachments = [\"丙.jpg\"]\n+++\n\n见附件。\n"), long.Add(time.Hour))
	delete(site.MapFS, "content/basic/news/甲.xlsx")
	delete(site.MapFS, "content/basic/news/乙.xlsx")
	read, second := build(nil)
	if second.Past == nil || read != 2 {
		t.Fatalf("the photograph was read %d times, to be looked into and to be copied", read)
	}
	read, third := build(onDisk(t, second.Past))
	if a, b := told(second.Problems), told(third.Problems); !slices.Equal(a, b) || len(a) < 2 {
		t.Errorf("said %q, then %q", a, b)
	}
	if read != 1 {
		t.Errorf("the photograph was read %d times, and only had to be copied", read)
	}
	put("content/basic/news/丙.jpg", []byte("nothing"), long.Add(2*time.Hour))
	if _, fourth := build(third.Past); slices.Equal(told(fourth.Problems), told(third.Problems)) {
		t.Error("a photograph that changed says the same")
	}
}

// changing is a site in which a file reads otherwise from the second time on.
type changing struct {
	fstest.MapFS
	name  string
	mu    sync.Mutex
	reads int
}

func (c *changing) Open(name string) (fs.File, error) {
	if name == c.name {
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.reads++; c.reads > 1 {
			return fstest.MapFS{name: {Data: []byte("号码 11010519491231002X")}}.Open(name)
		}
	}
	return c.MapFS.Open(name)
}

// TestChangedAfterTheLook: a file that is copied with other bytes than were looked into keeps the site from being written.
func TestChangedAfterTheLook(t *testing.T) {
	site := &changing{name: "content/basic/news/a.txt", MapFS: fstest.MapFS{
		"site.toml":                {Data: []byte(leakSite)},
		"content/basic/news/a.md":  {Data: []byte("+++\ntitle = \"公告\"\npublished = 2026-01-01\nattachments = [\"a.txt\"]\n+++\n\n见附件。\n")},
		"content/basic/news/a.txt": {Data: []byte("公告")},
	}}
	result, err := generator.Build(t.Context(), generator.Input{Site: site, Now: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), Version: "test"}, output.NewMemory())
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(result.Problems, func(p diag.Problem) bool { return p.Kind == diag.SourceChanged }) || result.Manifest != nil {
		t.Errorf("got %q", told(result.Problems))
	}
}
