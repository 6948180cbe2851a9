package inside

import (
	"bytes"
	"errors"
	"io"
)

// ErrLimit says that a file asks for more work than is done for one.
var ErrLimit = errors.New("over the limit")

// Work bounds what is done for one attachment with all that is in it: bytes unpacked and read. It counts work, not time, so that the outcome does
// not depend on the machine. Not safe for concurrent use.
type Work struct{ left int64 }

// NewWork gives room for an amount of bytes.
func NewWork(bytes int64) *Work { return &Work{bytes} }

// Spend takes from what is left. It fails when nothing is.
func (w *Work) Spend(n int) error {
	if w.left -= int64(max(n, 1)); w.left < 0 {
		w.left = -1
		return ErrLimit
	}
	return nil
}

// Left is how much is left.
func (w *Work) Left() int64 { return max(0, w.left) }

// Spent tells that nothing is left.
func (w *Work) Spent() bool { return w.left < 0 }

// Bounds of what is unpacked. Deflate packs at most 1:1032; sheets of a thousand like rows reach 1:100.
const (
	MostUnpacked = 64 << 20 // of one member
	mostRatio    = 300
	anyRatio     = 4 << 20 // up to here the ratio does not matter
)

// Unpack reads all that a decompressor gives for an amount of packed bytes.
func (w *Work) Unpack(r io.Reader, packed int64) ([]byte, error) {
	most := min(MostUnpacked, max(anyRatio, packed*mostRatio), w.left)
	if most < 0 {
		return nil, ErrLimit
	}
	data, err := readUpTo(r, most+1)
	if spent := w.Spend(len(data)); spent != nil || int64(len(data)) > most {
		return nil, ErrLimit
	}
	return data, err
}

// readUpTo reads as much in pieces: a buffer that grows would take three times the memory when it is largest.
func readUpTo(r io.Reader, most int64) ([]byte, error) {
	const first, piece = 4 << 10, 1 << 20
	var pieces [][]byte
	for size := int64(first); most > 0; size = min(4*size, piece) {
		b, n := make([]byte, min(size, most)), 0
		for n < len(b) {
			read, err := r.Read(b[n:])
			n += read
			if err == io.EOF {
				return bytes.Join(append(pieces, b[:n]), nil), nil
			}
			if err != nil {
				return bytes.Join(append(pieces, b[:n]), nil), err
			}
		}
		pieces, most = append(pieces, b), most-int64(n)
	}
	return bytes.Join(pieces, nil), nil
}
