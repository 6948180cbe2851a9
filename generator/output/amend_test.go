package output

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// leaving is what the program's builds do: they leave something to the next one, and so a spare tree.
func leaving(s *Staging) {
	s.SetPast(func(w io.Writer) error { _, err := io.WriteString(w, "past"); return err })
}

// amend changes some files of a standing tree.
func amend(t *testing.T, dir string, files site) bool {
	t.Helper()
	s := mustStage(t, dir)
	defer s.Discard()
	if !s.Stands(context.Background(), 0) {
		return false
	}
	if err := s.Amend(); err != nil {
		t.Fatal(err)
	}
	m, err := fill(s, files)
	if err != nil {
		t.Fatal(err)
	}
	leaving(s)
	if err := s.CommitAmended(m.Files, nil); err != nil {
		t.Fatal(err)
	}
	return true
}

func mustLeave(t *testing.T, dir string, files site) {
	t.Helper()
	if err := publish(dir, system, files, leaving); err != nil {
		t.Fatal(err)
	}
}

// TestAmend: an amended tree is what one would be that is written whole, its manifest included, as often as it is amended.
func TestAmend(t *testing.T) {
	base := t.TempDir()
	dir, other := filepath.Join(base, "public"), filepath.Join(base, "other")
	const escaped = "a/\u2028.html" // in the manifest
	files := site{"index.html": "1", "a/b/index.html": "1", "a/c/index.html": "1", "z.xml": "1", escaped: "1"}
	mustLeave(t, dir, files)
	for i, change := range []site{{"a/b/index.html": "2"}, {escaped: "2"}, {"index.html": "3", "a/c/index.html": "3"}, {"a/b/index.html": "4"}, {}, {"z.xml": "5", "a/b/index.html": "5"}} {
		if !amend(t, dir, change) {
			t.Fatalf("change %d was not amended", i)
		}
		for path, text := range change {
			files[path] = text
		}
		wantSite(t, dir, files)
		mustPublish(t, other, system, files)
		want, err := os.ReadFile(filepath.Join(other, ManifestName))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(dir, ManifestName)); err != nil || !slices.Equal(got, want) {
			t.Fatalf("change %d, %v: %s\nwant: %s", i, err, got, want)
		}
	}
}

// TestAmendTouched: a tree in which somebody did something is not amended; written whole, it is right again, and nothing of theirs is lost.
func TestAmendTouched(t *testing.T) {
	files := site{"index.html": "1", "a/b/index.html": "1"}
	for name, touch := range map[string]func(dir, spare string) error{
		"a file of theirs": func(dir, _ string) error {
			return os.WriteFile(filepath.Join(dir, "a", "b", "verify.txt"), []byte("theirs"), 0o644)
		},
		"an edit in place": func(dir, _ string) error {
			return os.WriteFile(filepath.Join(dir, "a", "b", "index.html"), []byte("22"), 0o644)
		},
		"other rights of a folder": func(dir, _ string) error { return os.Chmod(filepath.Join(dir, "a"), 0o750) },
		"another folder in its place": func(dir, _ string) error {
			from := filepath.Join(dir, "a")
			if err := os.Rename(from, from+"-"); err != nil {
				return err
			}
			if err := os.CopyFS(from, os.DirFS(from+"-")); err != nil {
				return err
			}
			return os.RemoveAll(from + "-")
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustLeave(t, dir, files)
			if err := touch(dir, filepath.Join(filepath.Dir(dir), ".public.courtsite-spare")); err != nil {
				t.Fatal(err)
			}
			if amend(t, dir, site{"index.html": "2"}) {
				t.Fatal("it was amended")
			}
			mustLeave(t, dir, site{"index.html": "2", "a/b/index.html": "1"})
			want := site{"index.html": "2", "a/b/index.html": "1"}
			if name == "a file of theirs" {
				want["a/b/verify.txt"] = "theirs"
			}
			wantSite(t, dir, want)
			if !amend(t, dir, site{"index.html": "3"}) {
				t.Fatal("after it was written whole it is not amended")
			}
			want["index.html"] = "3"
			wantSite(t, dir, want)
			if !amend(t, dir, site{"index.html": "4"}) {
				t.Fatal("it is not amended again")
			}
			want["index.html"] = "4"
			wantSite(t, dir, want)
		})
	}
}

// TestAmendSpare: a spare that somebody took a file from, wrote to, or removed, is made good before it becomes the site.
func TestAmendSpare(t *testing.T) {
	files := site{"index.html": "1", "a/b/index.html": "1"}
	for name, touch := range map[string]func(spare string) error{
		"a file gone": func(spare string) error { return os.Remove(filepath.Join(spare, "a", "b", "index.html")) },
		"another file": func(spare string) error {
			name := filepath.Join(spare, "a", "b", "index.html")
			if err := os.Remove(name); err != nil {
				return err
			}
			return os.WriteFile(name, []byte("x"), 0o644)
		},
		"a folder gone": func(spare string) error { return os.RemoveAll(filepath.Join(spare, "a")) },
		"all gone":      os.RemoveAll,
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustLeave(t, dir, files)
			if err := touch(filepath.Join(filepath.Dir(dir), ".public.courtsite-spare")); err != nil {
				t.Fatal(err)
			}
			for _, text := range []string{"2", "3"} {
				if !amend(t, dir, site{"index.html": text}) {
					t.Fatal("it was not amended")
				}
				wantSite(t, dir, site{"index.html": text, "a/b/index.html": "1"})
			}
		})
	}
}
