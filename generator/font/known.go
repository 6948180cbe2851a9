package font

import (
	"crypto/sha256"
	"sync"
)

// mostKnown is how many fonts are remembered: more than a group's courts bring along, few enough for a preview of which somebody edits the fonts.
const mostKnown = 64

// known are the characters of fonts that were read, by the digests of their files. To unpack a font is the dearest part of loading a theme, and a program that
// builds more than once, for many courts or at every edit, meets the same fonts again.
var known struct {
	sync.Mutex
	fonts map[[sha256.Size]byte]func() (*Chars, error)
}

// remembered gives what [Read] gives, once for each file. Nobody may change what it gives.
func remembered(data []byte) (*Chars, error) {
	key := sha256.Sum256(data)
	known.Lock()
	read, ok := known.fonts[key]
	if !ok {
		if known.fonts == nil || len(known.fonts) >= mostKnown {
			known.fonts = map[[sha256.Size]byte]func() (*Chars, error){}
		}
		read = sync.OnceValues(func() (*Chars, error) { return Read(data) })
		known.fonts[key] = read
	}
	known.Unlock()
	return read()
}
