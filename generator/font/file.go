package font

import (
	"bytes"
	"encoding/binary"
	"io"

	"github.com/andybalholm/brotli"
)

// mostBytes is how much of a WOFF2 file is unpacked at most: a small file may be made to unpack to any size.
const mostBytes = 32 << 20

// cmap gives the table of characters of a font file.
func cmap(data []byte) ([]byte, error) {
	switch Format(data) {
	case "woff2":
		return cmapOfWOFF2(data)
	case "":
		return nil, errFormat
	}
	return cmapOfSFNT(data)
}

// cmapOfSFNT finds the table in a TrueType or OpenType file: a directory of records of 16 bytes follows the first 12.
func cmapOfSFNT(data []byte) ([]byte, error) {
	r := reader{data: data}
	for i := range int(r.u16(4)) {
		at := 12 + 16*i
		if string(r.bytes(at, 4)) == "cmap" {
			table := r.bytes(int(r.u32(at+8)), int(r.u32(at+12)))
			return table, r.err()
		}
	}
	return nil, errFormat
}

// What a directory of WOFF2 says of a table in its first byte (W3C Recommendation WOFF 2.0, 4.1).
const (
	headerSize   = 48
	tagMask      = 0x3f
	tagCmap      = 0
	tagGlyf      = 10
	tagLoca      = 11
	tagElsewhere = 0x3f // the tag's four letters follow
)

// cmapOfWOFF2 finds the table in a WOFF2 file, whose tables are packed as one stream in the order of the directory. Only what stands before
// the table, and the table itself, is unpacked.
func cmapOfWOFF2(data []byte) ([]byte, error) {
	r := reader{data: data}
	at, before, size := headerSize, 0, -1
	for range r.u16(12) {
		flags := r.u8(at)
		at++
		cmap := flags&tagMask == tagCmap
		if flags&tagMask == tagElsewhere {
			cmap = string(r.bytes(at, 4)) == "cmap"
			at += 4
		}
		length := r.base128(&at)
		if transformed(flags) {
			length = r.base128(&at) // of what stands there in its place
		}
		switch {
		case size >= 0: // behind it
		case cmap:
			size = length
		default:
			before += length
		}
	}
	packed := r.bytes(at, int(r.u32(20)))
	if r.failed || size < 0 || before+size > mostBytes {
		return nil, errFormat
	}
	unpacked := brotli.NewReader(bytes.NewReader(packed))
	if _, err := io.CopyN(io.Discard, unpacked, int64(before)); err != nil {
		return nil, errFormat
	}
	table := make([]byte, size)
	if _, err := io.ReadFull(unpacked, table); err != nil {
		return nil, errFormat
	}
	return table, nil
}

// transformed tells whether a table stands in the file in another form. Outlines and their places do unless it is said that they do not, all
// other tables only if it is said.
func transformed(flags byte) bool {
	tag, version := flags&tagMask, flags>>6
	if tag == tagGlyf || tag == tagLoca {
		return version != 3
	}
	return version != 0
}

// reader reads numbers out of a file of which nothing is certain; after the first that does not stand in it, all are 0.
type reader struct {
	data   []byte
	failed bool
}

func (r *reader) err() error {
	if r.failed {
		return errFormat
	}
	return nil
}

func (r *reader) bytes(at, n int) []byte {
	if r.failed || at < 0 || n < 0 || at > len(r.data) || n > len(r.data)-at {
		r.failed = true
		return nil
	}
	return r.data[at : at+n]
}

func (r *reader) u8(at int) byte {
	if b := r.bytes(at, 1); b != nil {
		return b[0]
	}
	return 0
}

func (r *reader) u16(at int) uint16 {
	if b := r.bytes(at, 2); b != nil {
		return binary.BigEndian.Uint16(b)
	}
	return 0
}

func (r *reader) u32(at int) uint32 {
	if b := r.bytes(at, 4); b != nil {
		return binary.BigEndian.Uint32(b)
	}
	return 0
}

// base128 reads a number of up to five bytes of seven bits each, the last without the highest bit, and goes beyond it.
func (r *reader) base128(at *int) int {
	n := 0
	for range 5 {
		b := r.u8(*at)
		*at++
		n = n<<7 | int(b&0x7f)
		if b < 0x80 {
			if n > mostBytes {
				r.failed = true
			}
			return n
		}
	}
	r.failed = true
	return 0
}
