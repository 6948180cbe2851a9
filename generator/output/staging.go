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
	standing []byte                // manifest.json of the tree that stands now; nil where none does
	record   *record               // of that tree; nil where none is to be believed
	last     func() *Manifest      // of that tree, empty where none does; read when it is first asked for
	sealed   time.Time             // when its manifest was written, after all other files
	past     func(io.Writer) error // writes what the next build will find
	manifest []byte                // as it goes to the new tree
	read     *os.File              // what the last build left to this one
	live     *os.File              // the directory that stands, where it is recorded
	root     string                // the staging directory
	claims   *claims
	made     sync.Map // folders below root that exist, by slash-separated path
	mu       sync.Mutex
	files    map[string]written
	work     *work           // the standing tree, where it may be amended
	amending bool            // the tree began as the standing one
	touched  map[string]bool // folders of an amended tree in which something came or went
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
	if err := s.find(); err != nil {
		return err
	}
	if info, err := os.Stat(s.place.at(ManifestName)); err == nil {
		s.sealed = info.ModTime()
	}
	if err := s.place.tidy(s.record != nil); err != nil {
		return err
	}
	s.root, err = s.place.makeStaging()
	return err
}

// find finds out what stands: a tree that is recorded need not be read for that.
func (s *Staging) find() (err error) {
	s.standing, _ = os.ReadFile(s.place.at(ManifestName))
	if s.standing != nil && !s.place.inside() {
		s.record, _ = readRecord(s.place.own("tree"), Sum(s.standing))
	}
	if s.record != nil {
		if s.live, err = os.Open(s.place.dir); err != nil {
			return err
		}
		s.last = sync.OnceValue(func() *Manifest {
			m, err := decode(s.standing)
			if err != nil {
				panic(err) // a record is only made of manifests of ours
			}
			return m
		})
		return nil
	}
	last, err := s.place.last()
	s.last = func() *Manifest { return last }
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
	return errors.Join(err, s.leave())
}

// leave lets others build here.
func (s *Staging) leave() error {
	if s.work != nil {
		s.work.close()
	}
	for _, f := range []*os.File{s.live, s.read} {
		if f != nil {
			f.Close()
		}
	}
	return s.place.lock.Unlock()
}
