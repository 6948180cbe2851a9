package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

func TestForeignFilesAreKept(t *testing.T) {
	eachMover(t, func(t *testing.T, move mover) {
		dir := filepath.Join(t.TempDir(), "public")
		mustPublish(t, dir, move, site{"index.html": "1", "news/index.html": "1", "gone/index.html": "1"})
		own := site{
			"CNAME":                     "court.example",
			".well-known/security.txt":  "Contact: x",
			"news/photo of the day.jpg": "among ours",
			"gone/mine.txt":             "in a folder that ours leave",
			"a:b":                       "a name that no page could have",
		}
		if runtime.GOOS == "windows" {
			delete(own, "a:b")
		}
		put(t, dir, own)
		for _, text := range []string{"2", "3"} {
			files := site{"index.html": text, "news/index.html": text}
			mustPublish(t, dir, move, files)
			wantSite(t, dir, with(own, files))
			wantManifest(t, dir, files)
			wantTidy(t, dir)
		}
	})
}

func TestForeignLinksAreNotFollowed(t *testing.T) {
	eachMover(t, func(t *testing.T, move mover) {
		base := t.TempDir()
		dir := filepath.Join(base, "public")
		mustPublish(t, dir, move, site{"index.html": "1", "old/index.html": "1"})
		put(t, base, site{"archive/index.html": "elsewhere", "archive/b.html": "elsewhere"})
		// The folder of a page was replaced by a link: its pages are not ours any more.
		if err := os.RemoveAll(filepath.Join(dir, "old")); err != nil {
			t.Fatal(err)
		}
		for link, target := range map[string]string{"archive": "../archive", "old": "../archive", "dangling": "nowhere", "latest": "index.html"} {
			if err := os.Symlink(filepath.FromSlash(target), filepath.Join(dir, link)); err != nil {
				t.Fatal(err)
			}
		}
		mustPublish(t, dir, move, site{"index.html": "2"})
		wantSite(t, dir, site{"index.html": "2",
			"archive": "-> ../archive", "old": "-> ../archive", "dangling": "-> nowhere", "latest": "-> index.html"})
		wantSite(t, filepath.Join(base, "archive"), site{"index.html": "elsewhere", "b.html": "elsewhere"})
	})
}

func TestCollision(t *testing.T) {
	eachMover(t, func(t *testing.T, move mover) {
		for name, c := range map[string]struct{ own, page string }{
			"the same path":         {"about/index.html", "about/index.html"},
			"another case":          {"About/Index.html", "about/index.html"},
			"a file for a folder":   {"about", "about/index.html"},
			"a folder for a file":   {"about/mine.txt", "about"},
			"a deep folder":         {"about/a/b/mine.txt", "about"},
			"a file for a far root": {"a", "a/b/c/d.html"},
		} {
			t.Run(name, func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), "public")
				mustPublish(t, dir, move, site{"index.html": "1"})
				put(t, dir, site{c.own: "mine"})
				err := publish(dir, move, site{"index.html": "2", c.page: "new"})
				var collision *ErrCollision
				if !errors.As(err, &collision) || collision.Path != c.own || !strings.Contains(err.Error(), c.own) {
					t.Fatalf("got %v", err)
				}
				wantSite(t, dir, site{"index.html": "1", c.own: "mine"})
				wantTidy(t, dir)
			})
		}
	})
}

// A link in the place of a folder would take our pages to wherever it leads.
func TestCollisionWithLink(t *testing.T) {
	eachMover(t, func(t *testing.T, move mover) {
		base := t.TempDir()
		dir := filepath.Join(base, "public")
		put(t, base, site{"elsewhere/.keep": ""})
		mustPublish(t, dir, move, site{"index.html": "1"})
		if err := os.Symlink("../elsewhere", filepath.Join(dir, "news")); err != nil {
			t.Fatal(err)
		}
		var collision *ErrCollision
		if err := publish(dir, move, site{"news/index.html": "2"}); !errors.As(err, &collision) {
			t.Fatalf("got %v", err)
		}
		wantSite(t, filepath.Join(base, "elsewhere"), site{".keep": ""})
	})
}

// An empty folder of somebody's is no obstacle.
func TestEmptyForeignFolder(t *testing.T) {
	eachMover(t, func(t *testing.T, move mover) {
		dir := filepath.Join(t.TempDir(), "public")
		mustPublish(t, dir, move, site{"index.html": "1"})
		if err := os.MkdirAll(filepath.Join(dir, "about", "a", ".b"), 0o755); err != nil {
			t.Fatal(err)
		}
		mustPublish(t, dir, move, site{"about": "2"})
		wantSite(t, dir, site{"about": "2"})
	})
}

// What somebody puts into the old tree at the last moment is carried over after the switch.
func TestLateForeignFile(t *testing.T) {
	for name, move := range movers() {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustPublish(t, dir, move, site{"index.html": "1"})
			late := func() { put(t, dir, site{"late/upload.txt": "mine"}) }
			slow := move
			slow.exchange = func(a, b string) error { late(); return move.exchange(a, b) }
			slow.rename = func(from, to string) error {
				if from == dir {
					late()
				}
				return move.rename(from, to)
			}
			if name == "piecemeal" || name == "mount" { // their old tree is the new one
				late()
			}
			mustPublish(t, dir, slow, site{"index.html": "2"})
			wantSite(t, dir, site{"index.html": "2", "late/upload.txt": "mine"})
			wantTidy(t, dir)
		})
	}
}

// What can't be carried over after the switch is kept aside, where no later build takes it for debris.
func TestLateForeignFileInTheWay(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	mustPublish(t, dir, system, site{"index.html": "1"})
	slow := movers()["two-moves"]
	slow.rename = func(from, to string) error {
		if from == dir {
			put(t, dir, site{"news/upload.txt": "mine"})
		}
		return rename(from, to)
	}
	if err := publish(dir, slow, site{"news": "a file"}); !errors.Is(err, ErrAfterSwitch) {
		t.Fatalf("got %v", err)
	}
	wantSite(t, dir, site{"news": "a file"})
	mustPublish(t, dir, system, site{"news": "again"})
	kept, err := filepath.Glob(filepath.Join(parent, "public.*.kept", "news", "upload.txt"))
	if err != nil || len(kept) != 1 {
		t.Errorf("kept %v, %v", kept, err)
	}
}

func TestModesAreKept(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // has no such modes
	}
	eachMover(t, func(t *testing.T, move mover) {
		dir := filepath.Join(t.TempDir(), "public")
		mustPublish(t, dir, move, site{"index.html": "1"})
		put(t, dir, site{"cgi/run": "#!"})
		modes := map[string]fs.FileMode{"cgi/run": 0o750, "cgi": 0o710, ".": 0o775 | fs.ModeSetgid}
		for path, mode := range modes {
			if err := os.Chmod(filepath.Join(dir, path), mode); err != nil {
				t.Fatal(err)
			}
		}
		mustPublish(t, dir, move, site{"index.html": "2"})
		for path, mode := range modes {
			if got := stat(t, dir, path).Mode() &^ fs.ModeDir; got != mode {
				t.Errorf("%s: mode %v, want %v", path, got, mode)
			}
		}
	})
}

// Where hard links don't work, a copy keeps all that matters.
func TestCopyFile(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, site{"a": "text"})
	source, target := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	if err := os.Chmod(source, 0o640); err != nil {
		t.Fatal(err)
	}
	before := stat(t, dir, "a")
	if err := copyFile(source, target, before); err != nil {
		t.Fatal(err)
	}
	after := stat(t, dir, "b")
	if after.Mode() != before.Mode() || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("%v %v, want %v %v", after.Mode(), after.ModTime(), before.Mode(), before.ModTime())
	}
	wantSite(t, dir, site{"a": "text", "b": "text"})
	if err := copyFile(source, target, before); !errors.Is(err, fs.ErrExist) {
		t.Errorf("an existing file was replaced: %v", err)
	}
}

// Where a part of the directory is another file system, files are copied beside their place, then moved.
func TestPiecemealAcrossFileSystems(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, system, site{"index.html": "1", "mounted/a": "1"})
	move := movers()["piecemeal"]
	staged := filepath.Join(filepath.Dir(dir), ".public.courtsite-new-")
	move.rename = func(from, to string) error {
		if strings.HasPrefix(from, staged) && strings.HasPrefix(to, filepath.Join(dir, "mounted")) {
			return &os.LinkError{Op: "rename", Old: from, New: to, Err: syscall.EXDEV}
		}
		return rename(from, to)
	}
	files := site{"index.html": "2", "mounted/a": "2", "mounted/b": "2"}
	mustPublish(t, dir, move, files)
	wantSite(t, dir, files)
	wantTidy(t, dir)
	wantTidy(t, filepath.Join(dir, "mounted"))
}
