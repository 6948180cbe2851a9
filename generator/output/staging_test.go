package output

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestCommit(t *testing.T) {
	eachMover(t, func(t *testing.T, move mover) {
		dir := filepath.Join(t.TempDir(), "sites", "public")
		for _, files := range []site{
			{"index.html": "one", "assets/a.css": "a", "news/1/index.html": "1", "gone/deep/er.html": "x"},
			{"index.html": "two", "assets/b.css": "b", "news/1/index.html": "1", "gone": "a file now"},
			{"index.html": "two", "gone/index.html": "a folder again", "News/2.html": "2"},
			{},
			{"index.html": "three"},
		} {
			mustPublish(t, dir, move, files)
			wantSite(t, dir, files)
			wantManifest(t, dir, files)
			wantTidy(t, dir)
		}
	})
}

func TestCommitLeavesNoEmptyFolders(t *testing.T) {
	eachMover(t, func(t *testing.T, move mover) {
		dir := filepath.Join(t.TempDir(), "public")
		mustPublish(t, dir, move, site{"a/b/c.html": "x", "d.html": "y"})
		mustPublish(t, dir, move, site{"d.html": "y"})
		if _, err := os.Lstat(filepath.Join(dir, "a")); err == nil {
			t.Error("a folder without files was left")
		}
	})
}

// The same name in another case is one file on some systems; the new one must be there in the end.
func TestCommitOtherCase(t *testing.T) {
	eachMover(t, func(t *testing.T, move mover) {
		dir := filepath.Join(t.TempDir(), "public")
		mustPublish(t, dir, move, site{"Index.html": "x"})
		mustPublish(t, dir, move, site{"index.html": "x"})
		wantSite(t, dir, site{"index.html": "x"})
	})
}

func TestStageBusy(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	first := mustStage(t, dir)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(dir, link); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{dir, link} {
		_, err := Stage(name)
		var busy *ErrBusy
		if !errors.As(err, &busy) || !strings.Contains(err.Error(), dir) {
			t.Fatalf("got %v", err)
		}
	}
	m, err := fill(first, site{"a": "1"})
	if err != nil {
		t.Fatal(err)
	}
	if err := first.Commit(m); err != nil {
		t.Fatalf("the refused build did harm: %v", err)
	}
	mustPublish(t, dir, system, site{"a": "2"})
}

func TestStageForeign(t *testing.T) {
	for name, files := range map[string]site{
		"no manifest":        {"thesis.docx": "ten years of work"},
		"of an application":  {ManifestName: `{"name": "App", "icons": []}`},
		"no JSON":            {ManifestName: "hello"},
		"of a later version": {ManifestName: `{"format": 99, "generator": "courtsite 9", "files": []}`},
		"escaping":           {ManifestName: `{"format": 1, "generator": "courtsite", "files": [{"path": "../x", "sha256": "` + Sum(nil).String() + `"}]}`},
		"a folder":           {ManifestName + "/x": ""},
	} {
		t.Run(name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "documents")
			put(t, dir, files)
			_, err := Stage(dir)
			var foreign *ErrForeign
			if !errors.As(err, &foreign) || foreign.Dir != dir || !strings.Contains(err.Error(), "-o") {
				t.Fatalf("got %v", err)
			}
			if entries, _ := os.ReadDir(parent); len(entries) != 1 {
				t.Errorf("something was left beside: %v", entries)
			}
		})
	}
	t.Run("a file", func(t *testing.T) {
		dir := t.TempDir()
		put(t, dir, site{"public": "text"})
		if _, err := Stage(filepath.Join(dir, "public")); err == nil {
			t.Error("a file was taken for a folder")
		}
	})
}

func TestStageEmptyFolder(t *testing.T) {
	eachMover(t, func(t *testing.T, move mover) {
		dir := t.TempDir()
		mustPublish(t, dir, move, site{"a/b": "1"})
		wantSite(t, dir, site{"a/b": "1"})
		wantTidy(t, dir)
	})
}

func TestStageSymlink(t *testing.T) {
	for name, target := range map[string]string{"absolute": "", "relative": filepath.Join("..", "real", "site")} {
		t.Run(name, func(t *testing.T) {
			base := t.TempDir()
			real := filepath.Join(base, "real", "site")
			put(t, base, site{"www/.keep": "", "real/.keep": ""})
			if target == "" {
				target = real
			}
			link := filepath.Join(base, "www", "current")
			if err := os.Symlink(target, link); err != nil {
				t.Fatal(err)
			}
			for _, text := range []string{"1", "2"} { // the target is missing at first
				mustPublish(t, link, system, site{"a": text})
				wantSite(t, real, site{"a": text})
				wantTidy(t, real)
			}
			if got, err := os.Readlink(link); err != nil || got != target {
				t.Errorf("the link was replaced: %q, %v", got, err)
			}
			if entries, _ := os.ReadDir(filepath.Join(base, "www")); len(entries) != 2 {
				t.Errorf("something was left beside the link: %v", entries)
			}
		})
	}
}

func TestStageTidiesOnlyItsOwn(t *testing.T) {
	parent := t.TempDir()
	ours := ".public.courtsite-new-0123456789abcdef"
	keep := site{
		".public.courtsite-new-0123":              "a file with half a name",
		".public.courtsite-new-0123456789abcdeg/": "",
		".other.courtsite-new-0123456789abcdef/x": "of another place, which may be at work",
		"public.courtsite-new-0123456789abcdef/x": "no full stop",
	}
	delete(keep, ".public.courtsite-new-0123456789abcdeg/")
	put(t, parent, keep)
	debris := site{ours + "/x/y": "debris", ".public.courtsite-past.new": "half a past", ".public.courtsite-tree.new": "half a record"}
	put(t, parent, debris)
	if err := mustStage(t, filepath.Join(parent, "public")).Discard(); err != nil {
		t.Error(err)
	}
	for path := range debris {
		if _, err := os.Lstat(filepath.Join(parent, path)); err == nil {
			t.Errorf("%s was left", path)
		}
	}
	for path := range keep {
		if _, err := os.Lstat(filepath.Join(parent, path)); err != nil {
			t.Errorf("%s is gone", path)
		}
	}
}

func TestDiscard(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, system, site{"a": "1"})
	s := mustStage(t, dir)
	m, err := fill(s, site{"a": "2", "b": "3"})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := s.Discard(); err != nil {
			t.Fatal(err)
		}
	}
	wantSite(t, dir, site{"a": "1"})
	wantTidy(t, dir)
	if err := s.Commit(m); err == nil {
		t.Error("a discarded tree was committed")
	}
	s = mustStage(t, dir)
	if m, err = fill(s, site{"a": "4"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(m); err != nil {
		t.Fatal(err)
	}
	if err := s.Discard(); err != nil {
		t.Error(err)
	}
	wantSite(t, dir, site{"a": "4"})
}

func TestCommitWrongManifest(t *testing.T) {
	sum := Sum([]byte("text")).String()
	good := File{Path: "a", SHA256: sum, Size: 4}
	for want, files := range map[string][]File{
		"leaves out a":           nil,
		"lists b":                {good, {Path: "b", SHA256: sum}},
		"lists a twice":          {good, good},
		"another digest or size": {{Path: "a", SHA256: sum, Size: 5}},
		"another digest":         {{Path: "a", SHA256: Sum(nil).String(), Size: 4}},
	} {
		dir := filepath.Join(t.TempDir(), "public")
		s := mustStage(t, dir)
		if _, err := s.Write("a", []byte("text")); err != nil {
			t.Fatal(err)
		}
		if err := s.Commit(&Manifest{Files: files}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
		if _, err := os.Lstat(dir); err == nil {
			t.Error("the tree was put into place")
		}
	}
}

// A file whose bytes did not change stays the same file, with its time; one that somebody edited is made anew.
func TestUnchangedIsLinked(t *testing.T) {
	eachMover(t, func(t *testing.T, move mover) {
		dir := filepath.Join(t.TempDir(), "public")
		files := site{"same": "text", "edited": "text", "other": "old", "longer": "x"}
		mustPublish(t, dir, move, files)
		put(t, dir, site{"edited": "TEXT", "longer": "xyz"})
		before := stat(t, dir, "same")
		files = site{"same": "text", "edited": "text", "other": "new", "longer": "x"}
		mustPublish(t, dir, move, files)
		wantSite(t, dir, files)
		if !os.SameFile(before, stat(t, dir, "same")) {
			t.Error("an unchanged file was made anew")
		}
	})
}

func stat(t *testing.T, dir, path string) os.FileInfo {
	t.Helper()
	info, err := os.Lstat(filepath.Join(dir, path))
	if err != nil {
		t.Fatal(err)
	}
	return info
}

func TestCopyUnchanged(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, system, site{"a.pdf": "text"})
	before := stat(t, dir, "a.pdf")
	s := mustStage(t, dir)
	d, size, err := s.Copy("a.pdf", func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("text")), nil })
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(&Manifest{Files: []File{{Path: "a.pdf", SHA256: d.String(), Size: size}}}); err != nil {
		t.Fatal(err)
	}
	if !os.SameFile(before, stat(t, dir, "a.pdf")) {
		t.Error("an unchanged file was made anew")
	}
}

func TestKeep(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, system, site{"a/kept": "text", "edited": "text"})
	put(t, dir, site{"edited": "TEXT", "foreign": "text"})
	later(t, filepath.Join(dir, "edited"))
	s := mustStage(t, dir)
	file := func(path string) File { return File{Path: path, SHA256: Sum([]byte("text")).String(), Size: 4} }
	for path, want := range map[string]bool{"a/kept": true, "edited": false, "missing": false, "foreign": false, "../x": false} {
		if got, err := s.Keep(file(path)); err != nil || got != want {
			t.Errorf("%s: %v, %v", path, got, err)
		}
	}
	if _, err := s.Keep(file("a/kept")); err == nil {
		t.Error("kept twice")
	}
	if _, err := s.Write("edited", []byte("text")); err != nil {
		t.Errorf("a refused Keep took the path: %v", err)
	}
	if err := s.Commit(&Manifest{Files: []File{file("edited"), file("a/kept")}}); err != nil {
		t.Fatal(err)
	}
	wantSite(t, dir, site{"a/kept": "text", "edited": "text", "foreign": "text"})
}

// later gives a file a time that file systems with coarse clocks can tell from that of the build.
func later(t *testing.T, path string) {
	t.Helper()
	if at := time.Now().Add(time.Minute); os.Chtimes(path, at, at) != nil {
		t.Fatal("the file's time cannot be set")
	}
}

// A tree is intact until a file of it is written to, cut or removed.
func TestIntact(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for name, harm := range map[string]func(path string) error{
		"nothing": func(string) error { return nil },
		"edited":  func(path string) error { later(t, path); return nil },
		"cut":     func(path string) error { return os.Truncate(path, 1) },
		"removed": os.Remove,
	} {
		mustPublish(t, dir, system, site{"a/b": "text", "c": "text"})
		if err := harm(filepath.Join(dir, "a", "b")); err != nil {
			t.Fatal(err)
		}
		s := mustStage(t, dir)
		if got := s.Intact(t.Context(), 2); got != (name == "nothing") {
			t.Errorf("%s: %v", name, got)
		}
		if err := s.Discard(); err != nil {
			t.Fatal(err)
		}
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
	}
	s := mustStage(t, dir)
	defer s.Discard()
	if s.Intact(t.Context(), 2) || s.Last() != nil {
		t.Error("nothing stands, and is intact")
	}
}

// A replacement that fails in the middle is finished by the next Stage, even if that is discarded.
func TestPiecemealFailure(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	old, next := site{"a": "1", "b": "1", "c": "1"}, site{"a": "2", "b": "2", "d": "2"}
	mustPublish(t, dir, system, old)
	move := movers()["piecemeal"]
	moves := 0
	move.rename = func(from, to string) error {
		if moves++; moves == 2 {
			return syscall.EIO
		}
		return rename(from, to)
	}
	if err := publish(dir, move, next); !errors.Is(err, syscall.EIO) {
		t.Fatalf("got %v", err)
	}
	if err := mustStage(t, dir).Discard(); err != nil {
		t.Fatal(err)
	}
	wantSite(t, dir, next)
	wantManifest(t, dir, next)
	wantTidy(t, dir)
}

// When the second of two moves fails, the old tree goes back at once.
func TestTwoMovesFailure(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, system, site{"a": "1"})
	move := movers()["two-moves"]
	moves := 0
	move.rename = func(from, to string) error {
		if moves++; moves == 2 {
			return syscall.EIO
		}
		return rename(from, to)
	}
	if err := publish(dir, move, site{"a": "2"}); !errors.Is(err, syscall.EIO) {
		t.Fatalf("got %v", err)
	}
	wantSite(t, dir, site{"a": "1"})
	wantTidy(t, dir)
}

// The tests go without it, builds don't.
func TestSync(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, site{"a": "text"})
	if err := errors.Join(syncTree(dir), syncFolder(dir)); err != nil {
		t.Error(err)
	}
}

// A build that was killed while it wrote the note had moved nothing yet.
func TestNoteCutShort(t *testing.T) {
	for name, move := range map[string]mover{"piecemeal": movers()["piecemeal"], "mount": movers()["mount"]} {
		for _, note := range []string{"", ".public.courtsite-new-01234567", "../elsewhere", ".public.courtsite-new-0123456789abcdef"} {
			dir := filepath.Join(t.TempDir(), "public")
			mustPublish(t, dir, system, site{"a": "1"})
			home := filepath.Dir(dir)
			if name == "mount" {
				home = dir
			}
			put(t, home, site{".public.courtsite-switch": note})
			mustPublish(t, dir, move, site{"a": "2"})
			wantSite(t, dir, site{"a": "2"})
			wantTidy(t, dir)
		}
	}
}

// TestPast: what a build leaves to the next one is there as long as its tree stands, for its owner's eyes, and never inside of a tree.
func TestPast(t *testing.T) {
	base := t.TempDir()
	dir := filepath.Join(base, "public")
	build := func(text, past string) (before string) {
		t.Helper()
		err := publish(dir, system, site{"a": text}, func(s *Staging) {
			before = pastOf(t, s)
			if past != "" {
				s.SetPast(func(w io.Writer) error {
					_, err := io.WriteString(w, past)
					return err
				})
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		return before
	}
	if got := build("1", "one"); got != "" {
		t.Errorf("the first build has a past: %q", got)
	}
	if got := build("2", "two"); got != "one" {
		t.Errorf("the second build's past is %q", got)
	}
	if got := build("3", ""); got != "two" {
		t.Errorf("the third build's past is %q", got)
	}
	if got := build("4", "four"); got != "" {
		t.Errorf("a past was left by a build that left none: %q", got)
	}
	if info, err := os.Stat(filepath.Join(base, ".public.courtsite-past")); err != nil || info.Mode().Perm()&0o077 != 0 && runtime.GOOS != "windows" {
		t.Errorf("%v, %v", info, err)
	}
	build("5", "five")
	m, err := ReadManifest(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	m.BaseURL = "https://other.example"
	other, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, site{ManifestName: string(other)})
	if got := build("6", ""); got != "" {
		t.Errorf("the past of another tree was trusted: %q", got)
	}
}

// pastOf reads what the last build left; "" where that is nothing.
func pastOf(t *testing.T, s *Staging) string {
	t.Helper()
	from := s.Past()
	if from == nil {
		return ""
	}
	data, err := io.ReadAll(from)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
