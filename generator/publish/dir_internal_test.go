package publish

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestDiffer: another file of the same size and, by a clock that stands still, of the same time has another version.
func TestDiffer(t *testing.T) {
	name := t.TempDir()
	d, err := OpenDir(name)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	at := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	for _, file := range []string{"old", "new"} {
		if err := os.WriteFile(filepath.Join(name, file), []byte(file), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(filepath.Join(name, file), at, at); err != nil {
			t.Fatal(err)
		}
	}
	was, err := d.root.Stat("old")
	if err != nil {
		t.Fatal(err)
	}
	info, err := d.root.Stat("new")
	if err != nil {
		t.Fatal(err)
	}
	now, err := d.differ("new", "old", info)
	if err != nil || version(now) == version(was) {
		t.Errorf("version %s of both, %v", version(was), err)
	}
	if on, err := d.root.Stat("new"); err != nil || version(on) != version(now) {
		t.Errorf("the file on the disk has another version than was told, %v", err)
	}
}
