package source

import (
	"errors"
	"io"
	"slices"
	"sync"
)

// room is the memory that a text was read into. The next text can have it.
type room struct{ bytes []byte }

var rooms = sync.Pool{New: func() any { return new(room) }}

// roomy is how many bytes of room are kept for the next text: an outsize text must not stay in memory.
const roomy = 256 << 10

// Release gives the memory of the text to the next one that is read. After it nothing may hold on to the bytes, or to a part of them; they are
// cleared, so that whoever does sees it. A text that is not released costs no more than that.
func (t *Text) Release() {
	r := t.room
	*t = Text{}
	if r == nil || cap(r.bytes) > roomy {
		return
	}
	clear(r.bytes)
	r.bytes = r.bytes[:0]
	rooms.Put(r)
}

// read reads a file into the room. One that has the size that it was listed with ends there, and is not asked once more.
func (r *room) read(s *Snapshot, name string) error {
	f, err := s.fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	listed, _ := s.Lookup(name)
	r.bytes = slices.Grow(r.bytes[:0], int(listed.Size)+512)
	for {
		n, err := f.Read(r.bytes[len(r.bytes):cap(r.bytes)])
		r.bytes = r.bytes[:len(r.bytes)+n]
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case listed.Size > 0 && int64(len(r.bytes)) == listed.Size && n > 0 && len(r.bytes) < cap(r.bytes):
			return nil
		case len(r.bytes) == cap(r.bytes):
			r.bytes = slices.Grow(r.bytes, len(r.bytes))
		}
	}
}
