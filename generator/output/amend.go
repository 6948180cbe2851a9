package output

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path"
)

// A tree that is only amended is not staged from nothing. After a switch the old tree stays beside the new one, as the spare: the next build brings it up to
// date with what the last one and it itself changed, and the two change places again. Files that are the same in both are one file with two names.
//
// The spare has its name only while nobody works on it. A build takes the name away before its first change, and gives it to the tree that
// was replaced after the last: so a spare that bears the name is whole, and whatever a killed build left is removed as debris.

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

// touch notes that a file comes or goes, so that the times of the folders above it change.
func (s *Staging) touch(file string) {
	for folder := path.Dir(file); !s.touched[folder]; folder = path.Dir(folder) {
		s.touched[folder] = true
	}
}

// drop removes files of a tree, and folders that become empty by it.
func drop(root string, paths []string) error {
	return (&place{dir: root}).remove(paths)
}
