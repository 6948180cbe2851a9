package output

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"sync"
)

// Write puts a whole file into the tree, or links it from the last tree if its bytes did not change.
func (s *Staging) Write(path string, data []byte) (Digest, error) {
	d := Sum(data)
	if err := s.write(path, d, data); err != nil {
		return Digest{}, fmt.Errorf("write %s: %w", path, s.cause(err))
	}
	return d, nil
}

func (s *Staging) write(path string, d Digest, data []byte) error {
	if err := s.claims.take(path); err != nil {
		return err
	}
	size := int64(len(data))
	if s.amending {
		if err := s.clear(path); err != nil {
			return err
		}
	} else if s.stands(path, d, size) && s.link(path) == nil {
		s.note(path, d, size)
		return nil
	}
	if err := s.makeFolder(path); err != nil {
		return err
	}
	if err := writeNew(s.at(path), data); err != nil {
		return err
	}
	s.note(path, d, size)
	return nil
}

// Copy streams a file into the tree. Where the last tree has a file at this path, it opens the source twice: to find out whether
// the bytes changed, and to copy them if they did.
func (s *Staging) Copy(path string, open func() (io.ReadCloser, error)) (Digest, int64, error) {
	d, size, err := s.copy(path, open)
	if err != nil {
		return Digest{}, 0, fmt.Errorf("write %s: %w", path, s.cause(err))
	}
	s.note(path, d, size)
	return d, size, nil
}

func (s *Staging) copy(path string, open func() (io.ReadCloser, error)) (Digest, int64, error) {
	if err := s.claims.take(path); err != nil {
		return Digest{}, 0, err
	}
	if s.amending {
		if err := s.clear(path); err != nil {
			return Digest{}, 0, err
		}
	} else if _, found := s.last().File(path); found {
		d, size, err := pour(io.Discard, open)
		if err != nil || s.stands(path, d, size) && s.link(path) == nil {
			return d, size, err
		}
	}
	return s.fill(path, open)
}

// fill streams into a path that was claimed.
func (s *Staging) fill(path string, open func() (io.ReadCloser, error)) (Digest, int64, error) {
	out, err := s.create(path)
	if err != nil {
		return Digest{}, 0, err
	}
	d, size, err := pour(out, open)
	return d, size, errors.Join(err, out.Close())
}

// Keep links a file from the last tree, if it still stands there as f tells: it is in the manifest, and nobody has written to it since that was
// made. The file isn't read; [Staging.Write] is for those who trust no clock.
func (s *Staging) Keep(f File) (bool, error) {
	d, err := parseDigest(f.SHA256)
	if err != nil || !s.untouched(f) {
		return false, nil
	}
	if err := s.claims.take(f.Path); err != nil {
		return false, fmt.Errorf("keep %s: %w", f.Path, err)
	}
	if err := s.link(f.Path); err != nil {
		_, _, err := s.fill(f.Path, func() (io.ReadCloser, error) { return os.Open(s.place.at(f.Path)) })
		if err != nil {
			return false, fmt.Errorf("keep %s: %w", f.Path, s.cause(err))
		}
	}
	s.note(f.Path, d, f.Size)
	return true, nil
}

// stands tells whether the last tree has a file of this content. It trusts the manifest's no, and the disk's yes: somebody may
// have edited the file since.
func (s *Staging) stands(path string, d Digest, size int64) bool {
	f, found := s.last().File(path)
	if !found || f.Size != size || f.SHA256 != d.String() {
		return false
	}
	name := s.place.at(path)
	if info, err := os.Lstat(name); err != nil || !info.Mode().IsRegular() || info.Size() != size {
		return false
	}
	have, _, err := pour(io.Discard, func() (io.ReadCloser, error) { return os.Open(name) })
	return err == nil && have == d
}

// untouched tells that a file has the size that the last tree's manifest tells, and was not written to after it.
func (s *Staging) untouched(f File) bool {
	last, found := s.last().File(f.Path)
	if !found || last.Size != f.Size || last.SHA256 != f.SHA256 {
		return false
	}
	if s.record != nil {
		at, known := s.record.file(f.Path)
		now, found := stampAt(s.live, f.Path)
		return known && found && at.same(now)
	}
	info, err := os.Lstat(s.place.at(f.Path))
	return err == nil && info.Mode().IsRegular() && info.Size() == f.Size && !info.ModTime().After(s.sealed)
}

// clear takes a file out of an amended tree: it is another name of the standing tree's, and must not be written to.
func (s *Staging) clear(path string) error {
	s.mu.Lock()
	s.touch(path)
	s.mu.Unlock()
	return removeFile(s.at(path))
}

func (s *Staging) link(path string) error {
	if err := s.makeFolder(path); err != nil {
		return err
	}
	return os.Link(s.place.at(path), s.at(path))
}

func (s *Staging) create(path string) (*os.File, error) {
	if err := s.makeFolder(path); err != nil {
		return nil, err
	}
	return os.OpenFile(s.at(path), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
}

// makeFolder makes the folder of a file and those above it, once.
func (s *Staging) makeFolder(file string) error {
	folder := path.Dir(file)
	if _, found := s.made.Load(folder); found {
		return nil
	}
	if folder == "." {
		return nil
	}
	if err := s.makeFolder(folder); err != nil {
		return err
	}
	// The staging directory is ours alone: what exists is a folder that another writer made just now.
	if err := os.Mkdir(s.at(folder), 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	s.made.Store(folder, true)
	return nil
}

// pour copies a stream and gives its digest and its size.
func pour(out io.Writer, open func() (io.ReadCloser, error)) (d Digest, size int64, err error) {
	in, err := open()
	if err != nil {
		return d, 0, err
	}
	defer in.Close()
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	hash := sha256.New()
	// The reader is wrapped because CopyBuffer would leave its WriterTo to bring a buffer of its own.
	size, err = io.CopyBuffer(io.MultiWriter(out, hash), struct{ io.Reader }{in}, *buffer)
	hash.Sum(d[:0])
	return d, size, err
}

var buffers = sync.Pool{New: func() any { b := make([]byte, 64<<10); return &b }}
