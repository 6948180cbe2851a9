package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// Staging is a tree being made beside the directory that it will replace. Write, Copy and Keep are safe for concurrent use; Commit and
// Discard come after all of them have returned.
type Staging struct {
	place    *place
	last     *Manifest             // of the tree that stands now
	sealed   time.Time             // when its manifest was written, after all other files
	past     func(io.Writer) error // writes what the next build will find
	manifest []byte                // as it goes to the new tree
	root     string                // the staging directory
	claims   *claims
	made     sync.Map // folders below root that exist, by slash-separated path
	mu       sync.Mutex
	files    map[string]written
	closed   bool
}

// written is what Commit holds the manifest against.
type written struct {
	sha256 string
	size   int64
}

// Stage begins a tree that is to replace a directory, which may be missing, empty, or made by an earlier build; else
// [*ErrForeign]. If dir is a symbolic link, its target is replaced. Stage takes the place's lock, or fails with [*ErrBusy], sets
// right what a killed build left, and makes the staging directory. Commit or Discard must follow.
func Stage(dir string) (*Staging, error) { return stage(dir, system) }

func stage(dir string, move mover) (*Staging, error) {
	p, err := occupy(dir, move)
	if err != nil {
		return nil, err
	}
	s := &Staging{place: p, claims: newClaims(), files: map[string]written{}}
	if err := s.begin(); err != nil {
		return nil, errors.Join(err, p.lock.Unlock())
	}
	return s, nil
}

func (s *Staging) begin() (err error) {
	if err := s.place.recover(); err != nil {
		return err
	}
	if s.last, err = s.place.last(); err != nil {
		return err
	}
	if info, err := os.Stat(s.place.at(ManifestName)); err == nil {
		s.sealed = info.ModTime()
	}
	if err := s.place.tidy(); err != nil {
		return err
	}
	s.root, err = s.place.makeStaging()
	return err
}

// at gives the name of a staged file on the disk.
func (s *Staging) at(path string) string { return filepath.Join(s.root, filepath.FromSlash(path)) }

// at gives the name of a published file on the disk.
func (p *place) at(path string) string { return filepath.Join(p.dir, filepath.FromSlash(path)) }

func (s *Staging) note(path string, d Digest, size int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files[path] = written{sha256: d.String(), size: size}
}

// cause leaves the name of the staging directory out of an error: it tells an author nothing.
func (s *Staging) cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) && strings.HasPrefix(at.Path, s.root) {
		return at.Err
	}
	return err
}

// Discard throws the tree away and releases the lock; the directory stays as it is. After Commit, or a second time, it does nothing.
// A replacement of single files that Commit began and couldn't finish stays for the next Stage to finish.
func (s *Staging) Discard() error {
	if s.closed {
		return nil
	}
	s.closed = true
	var err error
	if _, absent := os.Lstat(s.place.own("switch")); absent != nil {
		err = os.RemoveAll(s.root)
	}
	return errors.Join(err, s.place.lock.Unlock())
}
