package generator_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"courtsite/generator"
	"courtsite/generator/diag"
	"courtsite/generator/output"
)

// TestSymbolicLinks: links to files and folders are told, not followed.
func TestSymbolicLinks(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, files("content/basic/news/a.md"))
	secret := filepath.Join(t.TempDir(), "secret.md")
	if err := os.WriteFile(secret, pageFile("secret", "").Data, 0o600); err != nil {
		t.Fatal(err)
	}
	links := map[string]string{"content/basic/news/b.md": secret, "content/basic/other": filepath.Dir(secret), "content/basic/news/gone.md": "nowhere"}
	for name, target := range links {
		err := os.Symlink(target, filepath.Join(dir, filepath.FromSlash(name)))
		if runtime.GOOS == "windows" && errors.Is(err, os.ErrPermission) {
			return // links need a privilege there, so that no author has any
		} else if err != nil {
			t.Fatal(err)
		}
	}
	want := []string{
		"content/basic/news/b.md: error: a symbolic link is not followed: it could publish what is not the site's [source-symlink]",
		"content/basic/news/gone.md: error: a symbolic link is not followed: it could publish what is not the site's [source-symlink]",
		"content/basic/other: error: a symbolic link is not followed: it could publish what is not the site's [source-symlink]",
	}
	tree := output.NewMemory()
	result, err := generator.Build(t.Context(), generator.Input{Site: os.DirFS(dir), Now: standard}, tree)
	if err != nil {
		t.Fatal(err)
	}
	if got := told(result.Problems); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// TestForeignNames: names in the encoding of an old archive, which only some systems allow, are told, of files and of folders.
func TestForeignNames(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, files("content/basic/news/a.md"))
	err := errors.Join(os.WriteFile(filepath.Join(dir, "content/basic/news/\xb9\xab\xb8\xe6.md"), nil, 0o600), os.Mkdir(filepath.Join(dir, "content/\xb9\xab"), 0o700))
	if err != nil {
		return // this system has no such names
	}
	result, err := generator.Check(t.Context(), generator.Input{Site: os.DirFS(dir), Now: standard})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"content/basic/news/\ufffd.md: error: the file's name is not UTF-8 [source-name]", "content/\ufffd: error: the file's name is not UTF-8 [source-name]"}
	if got := told(result.Problems); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// TestLinkedSettings: a site.toml and a content folder that are links themselves are links too.
func TestLinkedSettings(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	write(t, elsewhere, files("content/basic/news/a.md"))
	for _, name := range []string{"site.toml", "content"} {
		if err := os.Symlink(filepath.Join(elsewhere, name), filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	result, err := generator.Check(t.Context(), generator.Input{Site: os.DirFS(dir), Now: standard})
	if err != nil {
		t.Fatal(err)
	}
	if !diag.HasErrors(result.Problems) {
		t.Error("a site outside of its folder was read")
	}
}

// TestOwnSite: the sample site, which is the project's own folder, is held against the same rules as every other.
func TestOwnSite(t *testing.T) {
	m, tree := mustBuild(t, generator.Input{Site: os.DirFS(".."), Now: standard.AddDate(1, 0, 0)})
	inspect(t, m, tree)
}
