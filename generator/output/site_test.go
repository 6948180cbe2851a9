package output

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// site is what a tree must become: content by path.
type site map[string]string

// publish makes a site in a directory.
func publish(dir string, move mover, files site, before ...func(*Staging)) error {
	s, err := stage(dir, move)
	if err != nil {
		return err
	}
	defer s.Discard()
	m, err := fill(s, files)
	if err != nil {
		return err
	}
	for _, f := range before {
		f(s)
	}
	return s.Commit(m)
}

func fill(tree Tree, files site) (*Manifest, error) {
	m := &Manifest{Generator: "courtsite test", BaseURL: "https://court.example"}
	for path, text := range files {
		d, err := tree.Write(path, []byte(text))
		if err != nil {
			return nil, err
		}
		f := File{Path: path, SHA256: d.String(), Size: int64(len(text)), Kind: Page}
		if strings.HasPrefix(path, "assets/") {
			f.Kind = Asset
		}
		m.Files = append(m.Files, f)
	}
	return m, nil
}

func mustPublish(t testing.TB, dir string, move mover, files site) {
	t.Helper()
	if err := publish(dir, move, files); err != nil {
		t.Fatal(err)
	}
}

// standing reads what is in a directory, without the manifest and our own names; a link is "-> target", an empty folder nothing.
func standing(t testing.TB, dir string) site {
	t.Helper()
	found := site{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || isOwnName(e.Name()) {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if target, err := os.Readlink(path); err == nil {
			found[name] = "-> " + target
			return nil
		}
		data, err := os.ReadFile(path)
		found[name] = string(data)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	delete(found, ManifestName)
	return found
}

func wantSite(t testing.TB, dir string, want site) {
	t.Helper()
	if diff := cmp.Diff(want, standing(t, dir)); diff != "" {
		t.Errorf("%s: -want +got\n%s", filepath.Base(dir), diff)
	}
}

// wantManifest checks that the manifest lists exactly these files, and tells the truth about them.
func wantManifest(t testing.TB, dir string, files site) {
	t.Helper()
	m, err := ReadManifest(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range m.Files {
		got[f.Path] = f.SHA256
	}
	want := map[string]string{}
	for path, text := range files {
		want[path] = Sum([]byte(text)).String()
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("manifest: -want +got\n%s", diff)
	}
}

// wantTidy checks that nothing is left beside or in a directory but the lock.
func wantTidy(t testing.TB, dir string) {
	t.Helper()
	for _, folder := range []string{filepath.Dir(dir), dir} {
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if strings.Contains(e.Name(), "courtsite-") && !strings.HasSuffix(e.Name(), "-lock") {
				t.Errorf("%s was left", e.Name())
			}
		}
	}
}

func put(t testing.TB, dir string, files site) {
	t.Helper()
	for path, text := range files {
		name := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// with joins sites; the later one wins.
func with(sites ...site) site {
	all := site{}
	for _, s := range sites {
		maps.Copy(all, s)
	}
	return all
}

// movers are the systems that a tree may meet.
func movers() map[string]mover {
	two, overlay, piecemeal, mount := system, system, system, system
	two.exchange = func(a, b string) error { return syscall.EINVAL }
	overlay.exchange, overlay.rename = refuseFolders, refuseFolders // those of its lower layer
	piecemeal.rename, piecemeal.folders = refuseFolders, false
	mount.rename, mount.mounted = refuseFolders, func(string) bool { return true }
	return map[string]mover{"exchange": system, "two-moves": two, "overlay": overlay, "piecemeal": piecemeal, "mount": mount}
}

func refuseFolders(from, to string) error {
	if info, err := os.Lstat(to); err == nil && info.IsDir() {
		return syscall.EXDEV
	}
	if info, err := os.Lstat(from); err == nil && info.IsDir() && !isOwnName(filepath.Base(from)) {
		return syscall.EXDEV
	}
	return rename(from, to)
}

func eachMover(t *testing.T, test func(t *testing.T, move mover)) {
	names := slices.Sorted(maps.Keys(movers()))
	for _, name := range names {
		t.Run(name, func(t *testing.T) { test(t, movers()[name]) })
	}
}
