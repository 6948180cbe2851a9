package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// The contract of Tree: one suite for every kind of tree.
func TestTree(t *testing.T) {
	kinds := map[string]func(t *testing.T) (Tree, func(path string) ([]byte, bool)){
		"memory": func(t *testing.T) (Tree, func(string) ([]byte, bool)) {
			m := NewMemory()
			return m, m.Get
		},
		"staging": func(t *testing.T) (Tree, func(string) ([]byte, bool)) {
			s := mustStage(t, filepath.Join(t.TempDir(), "public"))
			return s, func(path string) ([]byte, bool) {
				data, err := os.ReadFile(s.at(path))
				return data, err == nil
			}
		},
		"staging over an old tree": func(t *testing.T) (Tree, func(string) ([]byte, bool)) {
			dir := filepath.Join(t.TempDir(), "public")
			mustPublish(t, dir, system, site{"a/b.html": "text", "c.bin": "old", "p/0/x.html": "page 0", "p/1/x.html": "another"})
			s := mustStage(t, dir)
			return s, func(path string) ([]byte, bool) {
				data, err := os.ReadFile(s.at(path))
				return data, err == nil
			}
		},
	}
	for name, make := range kinds {
		t.Run(name+"/write", func(t *testing.T) { tree, get := make(t); testWrite(t, tree, get) })
		t.Run(name+"/copy", func(t *testing.T) { tree, get := make(t); testCopy(t, tree, get) })
		t.Run(name+"/refuse", func(t *testing.T) { tree, _ := make(t); testRefuse(t, tree) })
		t.Run(name+"/together", func(t *testing.T) { tree, get := make(t); testTogether(t, tree, get) })
	}
}

func mustStage(t testing.TB, dir string) *Staging {
	t.Helper()
	s, err := Stage(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Discard() })
	return s
}

func testWrite(t *testing.T, tree Tree, get func(string) ([]byte, bool)) {
	data := []byte("text")
	d, err := tree.Write("a/b.html", data)
	if err != nil {
		t.Fatal(err)
	}
	if want := "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1"; d.String() != want {
		t.Errorf("digest %s, want %s", d, want)
	}
	copy(data, "XXXX") // the caller's buffer is the caller's again
	if got, found := get("a/b.html"); !found || string(got) != "text" {
		t.Errorf("got %q, %v", got, found)
	}
	if _, found := get("a"); found {
		t.Error("a folder was given as a file")
	}
}

func testCopy(t *testing.T, tree Tree, get func(string) ([]byte, bool)) {
	data := bytes.Repeat([]byte("附件"), 100_000)
	d, size, err := tree.Copy("c.bin", func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil })
	if err != nil || d != Sum(data) || size != int64(len(data)) {
		t.Fatalf("%v, %d, %v", d, size, err)
	}
	if got, _ := get("c.bin"); !bytes.Equal(got, data) {
		t.Error("other bytes than were copied")
	}
	source := &fs.PathError{Op: "open", Path: "budget.xlsx", Err: fs.ErrNotExist}
	_, _, err = tree.Copy("d.bin", func() (io.ReadCloser, error) { return nil, source })
	if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "budget.xlsx") || !strings.Contains(err.Error(), "d.bin") {
		t.Errorf("the error doesn't tell both places: %v", err)
	}
	broken := errors.New("the disk gave up")
	_, _, err = tree.Copy("e.bin", func() (io.ReadCloser, error) { return io.NopCloser(failing{broken}), nil })
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func testRefuse(t *testing.T, tree Tree) {
	if _, err := tree.Write("dir/file.html", nil); err != nil {
		t.Fatal(err)
	}
	for path, reason := range map[string]string{
		"dir/file.html":     "written twice",
		"dir/FILE.html":     "case alone: dir/file.html",
		"dir":               "a folder has this name",
		"dir/file.html/x/y": "a file stands where its folder should be: dir/file.html",
		"../escape":         "not in clean form",
		"manifest.json":     "kept for the manifest",
		"manifest.json/x":   "kept for the manifest",
	} {
		_, err := tree.Write(path, nil)
		_, _, copyErr := tree.Copy(path, func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("")), nil })
		for _, err := range []error{err, copyErr} {
			var refused *PathError
			if !errors.As(err, &refused) || refused.Path != path || !strings.Contains(refused.Reason, reason) {
				t.Errorf("%s: got %v, want %q", path, err, reason)
			}
		}
	}
	if _, err := tree.Write("dir/other.html", nil); err != nil {
		t.Errorf("a refusal did harm: %v", err)
	}
}

func testTogether(t *testing.T, tree Tree, get func(string) ([]byte, bool)) {
	const writers, each = 4, 50
	errs := make([]error, writers)
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			for i := w; i < writers*each; i += writers {
				_, err := tree.Write(fmt.Sprintf("p/%d/x.html", i%7)+fmt.Sprint(i), fmt.Appendf(nil, "page %d", i))
				errs[w] = errors.Join(errs[w], err)
			}
		})
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
	for i := range writers * each {
		if got, _ := get(fmt.Sprintf("p/%d/x.html%d", i%7, i)); string(got) != fmt.Sprintf("page %d", i) {
			t.Errorf("page %d: %q", i, got)
		}
	}
}

func TestMemoryPaths(t *testing.T) {
	m := NewMemory()
	for _, path := range []string{"b", "a/c", "a/b"} {
		if _, err := m.Write(path, []byte(path)); err != nil {
			t.Fatal(err)
		}
	}
	if got := fmt.Sprint(m.Paths()); got != "[a/b a/c b]" {
		t.Error(got)
	}
}
