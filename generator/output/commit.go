package output

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"courtsite/generator/par"
)

// Commit puts the tree into its place, with manifest.json, in one step as far as the system has one; the package comment
// tells what is guaranteed. The manifest must list exactly the files that were written. Files in the old tree that no build made are
// carried over; [*ErrCollision] where the new tree leaves no room for one.
//
// An error that is [ErrAfterSwitch] says that the new tree stands. After any other the old tree stands, or the next Stage finishes the
// switch; Discard must follow.
func (s *Staging) Commit(m *Manifest) error {
	if s.closed {
		return errors.New("commit: the tree was committed or discarded before")
	}
	if err := s.agree(m); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	var old survey
	err := par.Each(context.Background(), 2, 2, func(i int) (err error) {
		if i == 0 {
			old, err = s.prepare(m)
			return err
		}
		return s.writePast()
	})
	if err != nil {
		return fmt.Errorf("commit %s: %w", s.place.dir, err)
	}
	retired, err := s.place.replace(s.root, old.mounted)
	if err != nil {
		return fmt.Errorf("commit %s: %w", s.place.dir, err)
	}
	if err := s.finish(retired, m, old); err != nil {
		return fmt.Errorf("%s: %w: %w", s.place.dir, ErrAfterSwitch, err)
	}
	return nil
}

// agree holds the manifest against what was written: others will trust it without looking.
func (s *Staging) agree(m *Manifest) error {
	listed := make(map[string]bool, len(m.Files))
	for _, f := range m.Files {
		have, found := s.files[f.Path]
		switch {
		case !found:
			return fmt.Errorf("the manifest lists %s, which was not written", f.Path)
		case listed[f.Path]:
			return fmt.Errorf("the manifest lists %s twice", f.Path)
		case have != written{sha256: f.SHA256, size: f.Size}:
			return fmt.Errorf("the manifest has another digest or size for %s than was written", f.Path)
		}
		listed[f.Path] = true
	}
	for path := range s.files {
		if !listed[path] {
			return fmt.Errorf("the manifest leaves out %s", path)
		}
	}
	return nil
}

// prepare completes the staged tree, and makes sure that it is on the disk.
func (s *Staging) prepare(m *Manifest) (old survey, err error) {
	info, err := os.Stat(s.place.dir)
	if err == nil {
		if old, err = s.place.look(s.place.dir, s.last()); err != nil {
			return old, err
		}
		if err := s.makeRoom(old.foreign); err != nil {
			return old, err
		}
		if !s.place.piecemeal(old.mounted) {
			if err := carry(s.place.dir, s.root, old.foreign); err != nil {
				return old, err
			}
		}
		if err := setMode(s.root, info.Mode()|0o700); err != nil {
			return old, err
		}
	}
	s.manifest, err = m.Public().Encode()
	if err != nil {
		return old, err
	}
	if err := os.WriteFile(filepath.Join(s.root, ManifestName), s.manifest, 0o644); err != nil {
		return old, fmt.Errorf("write %s: %w", ManifestName, s.cause(err))
	}
	return old, s.place.move.sync(s.root)
}

// finish tidies up after the switch and releases the lock. What it can't do stays for the next Stage.
func (s *Staging) finish(retired string, m *Manifest, before survey) error {
	s.closed = true
	return errors.Join(syncFolder(s.place.home), s.retire(retired, m, before), s.remember(), s.leave())
}

// retire removes the old tree, or keeps it as the spare. First it carries over what somebody put there between the survey and the switch.
func (s *Staging) retire(retired string, m *Manifest, before survey) error {
	p := s.place
	amendable := s.past != nil && !p.piecemeal(before.mounted)
	if retired == "" {
		if amendable {
			return s.seal(m, before, nil)
		}
		return p.forget()
	}
	old, err := p.look(retired, s.last())
	if err == nil {
		err = carry(retired, p.dir, old.foreign)
	}
	if err != nil {
		return fmt.Errorf("the old site is kept as %s: %w", p.keep(retired), err)
	}
	spare := p.own("spare")
	if err := os.RemoveAll(spare); err != nil || !amendable {
		return errors.Join(err, p.forget(), os.RemoveAll(retired))
	}
	if err := s.seal(m, old, old.ours); err != nil {
		return errors.Join(err, os.RemoveAll(retired))
	}
	return p.move.rename(retired, spare)
}

// keep renames an old tree that may hold somebody's only copy, so that no later build takes it for debris.
func (p *place) keep(retired string) string {
	kept := filepath.Join(p.home, filepath.Base(p.dir)+filepath.Ext(retired)+".kept")
	if err := p.move.rename(retired, kept); err != nil {
		return retired
	}
	return kept
}
