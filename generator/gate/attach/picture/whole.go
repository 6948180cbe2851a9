package picture

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
)

// mostPixels is how large a picture may say that it is. Of a larger one it is not the size that matters, but what such a head is for: readers' browsers
// set aside the memory.
const mostPixels = 1 << 30

// errCut says that a picture's bytes do not reach as far as they say.
var errCut = errors.New("not whole")

// whole sees that a picture is all there, as far as its format tells: what was cut off, or says that it is longer than it is, cannot be looked at.
func (m *Metadata) whole(data []byte, format Format) bool {
	switch format {
	case PNG:
		return m.wholePNG(data)
	case JPEG, GIF:
		return m.ended // by segments, extensions
	case WebP:
		return int64(binary.LittleEndian.Uint32(data[4:]))+8 <= int64(len(data))
	case HEIF, AVIF:
		return wholeBoxes(data)
	case BMP:
		return m.wholeBMP(data)
	case Icon:
		return wholeIcon(data)
	case TIFF:
		return m.wholeTIFF(data)
	}
	return true
}

// sized notes what size a picture says that it is.
func (m *Metadata) sized(width, height uint32) {
	m.Cut = m.Cut || uint64(width)*uint64(height) > mostPixels
}

// wholePNG asks of each chunk that it is there and has its checksum (PNG specification, third edition, 5.3), and for the last one.
func (m *Metadata) wholePNG(data []byte) bool {
	for at := 8; at+12 <= len(data); {
		size := int(binary.BigEndian.Uint32(data[at:]))
		if size > len(data)-at-12 {
			return false
		}
		body := data[at+4 : at+8+size]
		if crc32.ChecksumIEEE(body) != binary.BigEndian.Uint32(data[at+8+size:]) {
			return false
		}
		switch kind := string(body[:4]); {
		case kind == "IHDR" && size >= 8:
			m.sized(binary.BigEndian.Uint32(body[4:]), binary.BigEndian.Uint32(body[8:]))
		case kind == "IEND":
			return true
		}
		at += 12 + size
	}
	return false
}

// wholeBoxes follows the outermost boxes (ISO/IEC 14496-12, 4.2).
func wholeBoxes(data []byte) bool {
	meta := false
	for at := uint64(0); at < uint64(len(data)); {
		rest := data[at:]
		if len(rest) < 8 {
			return false
		}
		size, head := uint64(binary.BigEndian.Uint32(rest)), uint64(8)
		if size == 1 {
			if len(rest) < 16 {
				return false
			}
			size, head = binary.BigEndian.Uint64(rest[8:]), 16
		}
		if size == 0 { // up to the end
			size = uint64(len(rest))
		}
		if size < head || size > uint64(len(rest)) {
			return false
		}
		meta = meta || string(rest[4:8]) == "meta"
		at += size
	}
	return meta
}

func (m *Metadata) wholeBMP(data []byte) bool {
	if len(data) >= 26 {
		m.sized(magnitude(data[18:]), magnitude(data[22:]))
	}
	return int64(binary.LittleEndian.Uint32(data[2:])) <= int64(len(data))
}

// magnitude reads a size that may be negative: rows from the top.
func magnitude(b []byte) uint32 {
	n := int64(int32(binary.LittleEndian.Uint32(b)))
	return uint32(max(n, -n))
}

func wholeIcon(data []byte) bool {
	if len(data) < 6 {
		return false
	}
	for i := range int(binary.LittleEndian.Uint16(data[4:])) {
		at := 6 + 16*i
		if at+16 > len(data) {
			return false
		}
		if size, start := binary.LittleEndian.Uint32(data[at+8:]), binary.LittleEndian.Uint32(data[at+12:]); uint64(size)+uint64(start) > uint64(len(data)) {
			return false
		}
	}
	return true
}

// sizes of the types of entries (TIFF 6.0, section 2).
var sizes = [...]uint64{1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}

// mostDirectories is how many pictures of one file are followed.
const mostDirectories = 1000

// wholeTIFF follows the directories: each of their entries must lie within the file. The library passes over values that are too long.
func (m *Metadata) wholeTIFF(data []byte) bool {
	var order binary.ByteOrder = binary.LittleEndian
	if data[0] == 'M' {
		order = binary.BigEndian
	}
	if len(data) < 8 {
		return false
	}
	next := order.Uint32(data[4:])
	for range mostDirectories {
		if next == 0 {
			return true
		}
		start := uint64(next)
		if start+2 > uint64(len(data)) {
			return false
		}
		end := start + 2 + 12*uint64(order.Uint16(data[start:]))
		if end+4 > uint64(len(data)) {
			return false
		}
		for at := start + 2; at < end; at += 12 {
			kind := int(order.Uint16(data[at+2:]))
			if kind >= len(sizes) {
				continue
			}
			size := sizes[kind] * uint64(order.Uint32(data[at+4:]))
			if size > 4 && size+uint64(order.Uint32(data[at+8:])) > uint64(len(data)) {
				return false
			}
			m.Cut = m.Cut || kind == 2 && size > longestTag
		}
		next = order.Uint32(data[end:])
	}
	return false // they lead back to each other
}
