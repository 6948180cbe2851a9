package output

import (
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"slices"

	"courtsite/generator/par"
)

// Past reads what the build that made the standing tree left to the next one with [Staging.SetPast]; nil where there is nothing, or where another build
// has made a tree here since. It can be read until the tree is committed or discarded. A tree that is made inside the directory itself leaves nothing: it would be published.
func (s *Staging) Past() *io.SectionReader {
	file, err := os.Open(s.place.own("past"))
	if err != nil || s.place.inside() || s.standing == nil {
		return nil
	}
	var of Digest
	info, err := file.Stat()
	if _, short := file.ReadAt(of[:], 0); err != nil || short != nil || of != Sum(s.standing) {
		file.Close()
		return nil
	}
	s.read = file
	return io.NewSectionReader(file, int64(len(of)), info.Size()-int64(len(of)))
}

// SetPast sets what Commit leaves to the next build after the switch. It may hold what is not public, so that only the owner can read it.
func (s *Staging) SetPast(write func(io.Writer) error) { s.past = write }

// writePast writes the past beside the tree, under a name that nobody trusts yet, with room for what ties it to the manifest.
func (s *Staging) writePast() error {
	if s.past == nil || s.place.inside() {
		return nil
	}
	return writeFile(s.place.own("past")+unfinished, func(w io.Writer) error {
		_, err := w.Write(make([]byte, len(Digest{})))
		return cmp.Or(err, s.past(w))
	})
}

// remember ties the past to the manifest of the tree that it speaks of, and puts it into its place; or removes the one that speaks of the last tree.
func (s *Staging) remember() error {
	path := s.place.own("past")
	if s.past == nil || s.place.inside() {
		return removeFile(path)
	}
	if s.read != nil {
		s.read.Close() // or some systems would not let it be replaced
	}
	d := Sum(s.manifest)
	file, err := os.OpenFile(path+unfinished, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = file.WriteAt(d[:], 0)
	if err := errors.Join(err, file.Close()); err != nil {
		return err
	}
	return rename(path+unfinished, path)
}

// Last is the manifest of the tree that stands; nil where none does.
func (s *Staging) Last() *Manifest {
	if s.sealed.IsZero() {
		return nil
	}
	return s.last()
}

// Intact tells that every file of the standing tree is as its manifest tells, and was not written to since.
func (s *Staging) Intact(ctx context.Context, jobs int) bool {
	if s.record != nil {
		live, err := os.Open(s.place.dir)
		if err != nil {
			return false
		}
		w := &work{record: s.record, live: live}
		defer w.close()
		files := slices.Collect(slices.Chunk(s.record.files, batch))
		return par.Each(ctx, jobs, len(files), func(i int) error {
			if !w.files(files[i]) {
				return errRecord
			}
			return nil
		}) == nil
	}
	return !s.sealed.IsZero() && par.Each(ctx, jobs, len(s.last().Files), func(i int) error {
		if !s.untouched(s.last().Files[i]) {
			return ErrNotOurs
		}
		return nil
	}) == nil
}
