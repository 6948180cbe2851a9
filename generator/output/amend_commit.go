package output

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"courtsite/generator/par"
)

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
