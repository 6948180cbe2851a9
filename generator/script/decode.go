package script

import "unicode/utf8"

// Decode gives the character of a text that begins at an index, and its size, as utf8.DecodeRune does. Nearly all characters of the texts that courts
// publish have two or three bytes; for these it is several times as fast.
func Decode[T string | []byte](text T, at int) (rune, int) {
	if at+2 < len(text) {
		switch a, b, c := text[at], text[at+1], text[at+2]; {
		case a >= 0xc2 && a < 0xe0 && b&0xc0 == 0x80:
			return rune(a&0x1f)<<6 | rune(b&0x3f), 2
		case a > 0xe0 && a < 0xf0 && a != 0xed && b&0xc0 == 0x80 && c&0xc0 == 0x80:
			return rune(a&0x0f)<<12 | rune(b&0x3f)<<6 | rune(c&0x3f), 3
		}
	}
	return utf8.DecodeRune([]byte(text[at:min(at+utf8.UTFMax, len(text))]))
}
