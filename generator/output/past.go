package output

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"courtsite/generator/par"
)

// Past reads what the build that made the standing tree left to the next one with [Staging.SetPast]; nil where there is nothing, or where another build
// has made a tree here since. A tree that is made inside the directory itself leaves nothing: it would be published.
func (s *Staging) Past() []byte {
	data, err := os.ReadFile(s.place.own("past"))
	if err != nil || len(data) < len(Digest{}) || s.place.inside() {
		return nil
	}
	public, err := os.ReadFile(filepath.Join(s.place.dir, ManifestName))
	if d := Sum(public); err != nil || string(d[:]) != string(data[:len(d)]) {
		return nil
	}
	return data[len(Digest{}):]
}

// SetPast sets what Commit leaves to the next build after the switch. It may hold what is not public, so that only the owner can read it.
func (s *Staging) SetPast(write func(io.Writer) error) { s.past = write }

// remember writes the past, tied to the manifest of the tree that it speaks of.
func (s *Staging) remember() error {
	path := s.place.own("past")
	if s.past == nil || s.place.inside() {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	d := Sum(s.manifest)
	return writeDurably(path, func(w io.Writer) error {
		_, err := w.Write(d[:])
		return cmp.Or(err, s.past(w))
	})
}

// Last is the manifest of the tree that stands; nil where none does.
func (s *Staging) Last() *Manifest {
	if s.sealed.IsZero() {
		return nil
	}
	return s.last
}

// Intact tells that every file of the standing tree is as its manifest tells, and was not written to since.
func (s *Staging) Intact(ctx context.Context, jobs int) bool {
	return !s.sealed.IsZero() && par.Each(ctx, jobs, len(s.last.Files), func(i int) error {
		if !s.untouched(s.last.Files[i]) {
			return ErrNotOurs
		}
		return nil
	}) == nil
}
