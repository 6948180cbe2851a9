package output

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"courtsite/generator/par"
)

// A tree that is only amended is not staged from nothing. After a switch the old tree stays beside the new one, as the spare: the next build brings it up to
// date with what the last one and it itself changed, and the two change places again. Files that are the same in both are one file with two names.
//
// The spare has its name only while nobody works on it. A build takes the name away before its first change, and gives it to the tree that
// was replaced after the last: so a spare that bears the name is whole, and whatever a killed build left is removed as debris.

// batch is how many files are looked at in one go.
const batch = 512

// Stands tells whether every file and folder stands exactly as the build that made them left them, and nobody has put a file between them: then
// the tree can be amended.
func (s *Staging) Stands(ctx context.Context, jobs int) bool {
	if s.record == nil || s.work != nil || s.place.piecemeal(false) {
		return false
	}
	w := &work{record: s.record}
	var err error
	if w.live, err = os.Open(s.place.dir); err != nil {
		return false
	}
	w.spare, _ = os.Open(s.place.own("spare")) // it may be gone
	if !w.intact(ctx, jobs) {
		w.close()
		return false
	}
	s.work = w
	return true
}

// Amend makes the tree begin as the standing one, after [Staging.Stands] has told that it may: it is then completed by [Staging.Write] alone and put into place by
// [Staging.CommitAmended].
func (s *Staging) Amend() error {
	w := s.work
	if w == nil || s.amending {
		return errors.New("amend: nobody looked at the tree")
	}
	if err := s.takeSpare(w); err != nil {
		return err
	}
	s.amending = true
	if err := cmp.Or(w.complete(s.root), w.foreignTo(s.root), drop(s.root, s.record.extra)); err != nil {
		return fmt.Errorf("amend %s: %w", s.place.dir, s.cause(err))
	}
	s.touched = w.touched
	for _, path := range s.record.extra {
		s.touch(path)
	}
	return nil
}

// takeSpare makes the spare the tree that is worked on, or an empty folder where there is none.
func (s *Staging) takeSpare(w *work) (err error) {
	if w.spare == nil {
		w.spare, err = os.Open(s.root)
		return err
	}
	if err := os.Remove(s.root); err != nil {
		return err
	}
	return s.place.move.rename(s.place.own("spare"), s.root)
}

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

func removeFile(name string) error {
	if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
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

// CommitAmended puts an amended tree into its place, as [Staging.Commit] does a whole one. gone are files of the standing tree that the new one does not
// have. changed must be exactly what was written.
func (s *Staging) CommitAmended(changed []File, gone []string) error {
	if s.closed || !s.amending {
		return errors.New("commit: the tree was not amended")
	}
	if err := s.agreeOn(changed); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	next, err := s.prepareAmended(changed, gone)
	if err != nil {
		return fmt.Errorf("commit %s: %w", s.place.dir, s.cause(err))
	}
	retired, err := s.place.replace(s.root, false)
	if err != nil {
		return fmt.Errorf("commit %s: %w", s.place.dir, err)
	}
	s.closed = true
	if err := errors.Join(syncFolder(s.place.home), s.retireAmended(retired, next), s.remember(), s.leave()); err != nil {
		return fmt.Errorf("%s: %w: %w", s.place.dir, ErrAfterSwitch, err)
	}
	return nil
}

// agreeOn holds a list against what was written.
func (s *Staging) agreeOn(changed []File) error {
	if len(changed) != len(s.files) {
		return fmt.Errorf("%d files are listed, %d were written", len(changed), len(s.files))
	}
	for _, f := range changed {
		if s.files[f.Path] != (written{sha256: f.SHA256, size: f.Size}) {
			return fmt.Errorf("the list has another digest or size for %s than was written, or has it twice", f.Path)
		}
	}
	return nil
}

func (s *Staging) prepareAmended(changed []File, gone []string) (*record, error) {
	var err error
	if s.manifest, err = splice(s.standing, changed, gone); err != nil {
		return nil, err
	}
	if err := drop(s.root, append(slices.Clone(gone), ManifestName)); err != nil {
		return nil, err
	}
	if err := os.WriteFile(s.at(ManifestName), s.manifest, 0o644); err != nil {
		return nil, fmt.Errorf("write %s: %w", ManifestName, err)
	}
	if info, err := os.Stat(s.place.dir); err == nil {
		if err := setMode(s.root, info.Mode()|0o700); err != nil {
			return nil, err
		}
	}
	for _, f := range gone {
		s.touch(f)
	}
	var next *record
	err = par.Each(context.Background(), 3, 3, func(i int) (err error) {
		switch i {
		case 0:
			return s.place.move.sync(s.root)
		case 1:
			next, err = s.amendRecord(changed, gone)
			return err
		}
		return s.writePast()
	})
	return next, err
}

// amendRecord makes the record of the new tree from that of the old one.
func (s *Staging) amendRecord(changed []File, gone []string) (*record, error) {
	root, err := os.Open(s.root)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	old := s.record
	files := make(map[string]stamp, len(changed)+1)
	for _, f := range append(slices.Clone(changed), File{Path: ManifestName}) {
		files[f.Path], _ = stampAt(root, f.Path)
	}
	next := &record{manifest: Sum(s.manifest), sealed: files[ManifestName].modified, foreign: old.foreign, extra: gone}
	next.files = make([]recorded, 0, len(old.files)+len(changed))
	for _, f := range old.files {
		if now, again := files[f.path]; again {
			f.stamp = now
			delete(files, f.path)
		} else if slices.Contains(gone, f.path) {
			continue
		}
		next.files = append(next.files, f)
	}
	for path, now := range files {
		next.files = append(next.files, recorded{path, now})
	}
	slices.SortFunc(next.files, func(a, b recorded) int { return strings.Compare(a.path, b.path) })
	next.folders = make([]folder, 0, len(old.folders))
	known := map[string]bool{".": true}
	for _, f := range old.folders {
		known[f.path] = true
		if s.touched[f.path] || f.spare.inode == 0 {
			var there bool
			if f.spare, there = stampAt(root, f.path); !there {
				continue // the last file has left it
			}
		}
		next.folders = append(next.folders, folder{f.path, f.spare, f.live})
	}
	for path := range s.touched {
		if now, there := stampAt(root, path); there && !known[path] {
			next.folders = append(next.folders, folder{path: path, live: now})
		}
	}
	slices.SortFunc(next.folders, func(a, b folder) int { return strings.Compare(a.path, b.path) })
	return next, nil
}

// touch notes that a file comes or goes, so that the times of the folders above it change.
func (s *Staging) touch(file string) {
	for folder := path.Dir(file); !s.touched[folder]; folder = path.Dir(folder) {
		s.touched[folder] = true
	}
}

// retireAmended makes the tree that was replaced the spare. What somebody put there between the look and the switch is carried over first.
func (s *Staging) retireAmended(retired string, next *record) error {
	if retired == "" {
		return s.place.forget()
	}
	late, err := s.late(retired)
	if err == nil {
		err = carry(retired, s.place.dir, late)
	}
	switch {
	case err != nil:
		return fmt.Errorf("the old site is kept as %s: %w", s.place.keep(retired), err)
	case len(late) > 0:
		return errors.Join(s.place.forget(), os.RemoveAll(retired))
	}
	if err := s.place.note(next); err != nil {
		return errors.Join(err, os.RemoveAll(retired))
	}
	return s.place.move.rename(retired, s.place.own("spare"))
}

// late lists files that came into the standing tree after it was looked at.
func (s *Staging) late(retired string) ([]string, error) {
	w := &work{record: s.record}
	var err error
	if w.live, err = os.Open(retired); err != nil {
		return nil, err
	}
	defer w.live.Close()
	folders := slices.Collect(slices.Chunk(s.record.folders, batch))
	err = par.Each(context.Background(), 0, len(folders), func(i int) error {
		if !w.folders(folders[i], nil) { // no spare is looked at here
			return errRecord
		}
		return nil
	})
	if err == nil && w.folder(".", true) {
		return nil, nil
	}
	m, err := decode(s.standing)
	if err != nil {
		return nil, err
	}
	old, err := s.place.look(retired, m)
	return old.foreign, err
}

// note writes the record of the standing tree. A power cut may leave half of it, which its checksum shows.
func (p *place) note(r *record) error {
	name := p.own("tree")
	if err := writeFile(name+unfinished, r.write); err != nil {
		return err
	}
	return rename(name+unfinished, name)
}

// forget removes the record, so that the next build believes nothing.
func (p *place) forget() error {
	return removeFile(p.own("tree"))
}

// drop removes files of a tree, and folders that become empty by it.
func drop(root string, paths []string) error {
	return (&place{dir: root}).remove(paths)
}
