package output

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"

	"courtsite/generator/par"
)

// batch is how many files are looked at in one go.
const batch = 512

// work compares two trees with the record of one, and makes the other the same.
type work struct {
	record      *record
	live, spare *os.File
	mu          sync.Mutex
	lacking     []string // files that the spare does not have as the standing tree does
	touched     map[string]bool
}

func (w *work) close() {
	for _, f := range []*os.File{w.live, w.spare} {
		if f != nil {
			f.Close()
		}
	}
}

// intact looks at everything. Files of the spare stand for those of the standing tree: what a reader's tree will hold is what counts.
func (w *work) intact(ctx context.Context, jobs int) bool {
	files, folders := slices.Collect(slices.Chunk(w.record.files, batch)), slices.Collect(slices.Chunk(w.record.folders, batch))
	spares := make([]stamp, len(w.record.folders)) // of folders whose spare nobody has looked at yet; all read the record meanwhile
	err := par.Each(ctx, jobs, len(files)+len(folders)+1, func(i int) error {
		var fine bool
		switch {
		case i < len(files):
			fine = w.files(files[i])
		case i < len(files)+len(folders):
			n := i - len(files)
			fine = w.folders(folders[n], spares[n*batch:])
		default:
			fine = w.folder(".", true) && w.foreign()
		}
		if !fine {
			return errRecord
		}
		return nil
	})
	for i, spare := range spares {
		if spare.inode != 0 {
			w.record.folders[i].spare = spare
		}
	}
	return err == nil
}

func (w *work) files(list []recorded) bool {
	var lacking []string
	for _, f := range list {
		if w.spare != nil {
			if now, found := stampAt(w.spare, f.path); found && f.same(now) {
				continue
			}
		}
		if now, found := stampAt(w.live, f.path); !found || !f.same(now) {
			return false
		}
		lacking = append(lacking, f.path)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.lacking = append(w.lacking, lacking...)
	return true
}

func (w *work) folders(list []folder, spares []stamp) bool {
	for i, f := range list {
		if w.spare != nil && f.spare.inode == 0 {
			spares[i], _ = stampAt(w.spare, f.path)
		}
		now, found := stampAt(w.live, f.path)
		if !found || f.live.inode != now.inode || f.live.mode != now.mode || f.live.owner != now.owner {
			return false // mounted over, or given to somebody
		}
		if !w.folder(f.path, !f.live.unmoved(now) || !w.record.vouches(now)) {
			return false
		}
	}
	return true
}

// folder tells that a folder of the standing tree holds nothing that is not known.
func (w *work) folder(name string, doubtful bool) bool {
	if !doubtful {
		return true
	}
	entries, err := os.ReadDir(filepath.Join(w.live.Name(), filepath.FromSlash(name)))
	return err == nil && !slices.ContainsFunc(entries, func(e os.DirEntry) bool { return !w.record.knows(path.Join(name, e.Name())) })
}

// foreign tells that the files which no build made are what they were.
func (w *work) foreign() bool {
	return !slices.ContainsFunc(w.record.foreign, func(f recorded) bool {
		now, found := stampAt(w.live, f.path)
		return !found || !f.same(now)
	})
}

// complete links what the spare lacks.
func (w *work) complete(root string) error {
	w.touched = map[string]bool{".": true}
	slices.Sort(w.lacking)
	for _, name := range w.lacking {
		if name == ManifestName {
			continue // it will have one of its own
		}
		if err := w.folderFor(path.Dir(name)); err != nil {
			return err
		}
		if err := removeFile(filepath.Join(root, filepath.FromSlash(name))); err != nil {
			return err
		}
		if err := linkAt(w.live, w.spare, name); err != nil {
			return err
		}
	}
	return nil
}

// foreignTo carries the files that no build made over once more, whatever stands in their places.
func (w *work) foreignTo(root string) error {
	for _, f := range w.record.foreign {
		if err := w.folderFor(path.Dir(f.path)); err != nil {
			return err
		}
		if err := removeFile(filepath.Join(root, filepath.FromSlash(f.path))); err != nil {
			return err
		}
		if err := carryOne(w.live.Name(), root, f.path); err != nil {
			return fmt.Errorf("carry over %s: %w", f.path, err)
		}
	}
	return nil
}

// folderFor makes a folder and those above it, and notes that its time changes.
func (w *work) folderFor(name string) error {
	if w.touched[name] {
		return nil
	}
	if err := w.folderFor(path.Dir(name)); err != nil {
		return err
	}
	w.touched[name] = true
	return makeAt(w.spare, name)
}
