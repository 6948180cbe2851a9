package source

import (
	"encoding/binary"
	"unicode/utf8"
)

// valid is [utf8.Valid], twice as fast for Chinese texts: it takes two characters of three bytes at a time, or two of two bytes, or eight of one.
func valid(b []byte) bool {
	i := 0
	for i <= len(b)-8 {
		word := binary.LittleEndian.Uint64(b[i : i+8])
		switch {
		case word&0xc0c0f0c0c0f0 == 0x8080e08080e0:
			if !allowed(word) || !allowed(word>>24) {
				return false
			}
			i += 6
		case word&0x80 == 0:
			i++
			if word&0x8080808080808080 == 0 {
				i += 7
			}
		case word&0xc0e0c0e0 == 0x80c080c0 && word&0x1e != 0 && word&0x1e0000 != 0: // not 0xc0 and 0xc1, which begin nothing
			i += 4
		default:
			r, size := utf8.DecodeRune(b[i:])
			if r == utf8.RuneError && size == 1 {
				return false
			}
			i += size
		}
	}
	return utf8.Valid(b[i:])
}

// allowed tells of three bytes, the first of them the lowest, that the second may follow the first: after 0xe0 a low one would make a longer form than
// the character needs, after 0xed a high one half of a surrogate pair.
func allowed(word uint64) bool {
	switch high := word&0x2000 != 0; word & 0x0f {
	case 0x00:
		return high
	case 0x0d:
		return !high
	}
	return true
}
