package script

// Plain tells, without making anything, that a text is one run of its own language.
func (w *Writing) Plain(text string) bool { return plain(w, text, w.stops()) == len(text) }

// PlainBytes is [Writing.Plain] for bytes.
func (w *Writing) PlainBytes(text []byte) bool { return plain(w, text, w.stops()) == len(text) }

// Verbatim tells that a text is one run of its own language, and has nothing that Markdown or HTML would write in another way: it can be copied into a page.
func (w *Writing) Verbatim(text []byte) bool { return plain(w, text, w.stops()|markup) == len(text) }

// Kinds of ASCII characters at which a text may cease to be plain.
const (
	digit uint8 = 1 << iota
	letter
	markup // & < > " \ and what is no character
)

var ascii = func() (kinds [0x80]uint8) {
	for c := range kinds {
		switch {
		case c >= '0' && c <= '9':
			kinds[c] = digit
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			kinds[c] = letter
		case c == '&', c == '<', c == '>', c == '"', c == '\\', c == 0:
			kinds[c] = markup
		}
	}
	return kinds
}()

// stops are the kinds of ASCII characters that a text of one run does not have.
func (w *Writing) stops() uint8 {
	switch {
	case w.rtl:
		return digit | letter
	case w.vertical:
		return digit
	}
	return 0
}

// plain gives the length of the beginning of a text in which no run of another language starts, and no ASCII character is of the given kinds.
func plain[T string | []byte](w *Writing, text T, stops uint8) int {
	i := 0
	for i < len(text) {
		c := text[i]
		switch {
		case c < 0x80:
			if ascii[c]&stops != 0 {
				return i
			}
			i++
			continue
		case c >= 0xe0 && c < 0xf0 && i+2 < len(text):
			if w.foreignIn[uint(c&0x0f)<<6|uint(text[i+1]&0x3f)] == none {
				i += 3
				continue
			}
		case c < 0xe0 && i+1 < len(text):
			if w.foreignIn[c&0x1f] == none {
				i += 2
				continue
			}
		}
		r, size := Decode(text, i)
		if w.foreign(r) {
			return i
		}
		i += size
	}
	return i
}

// part64 says whether a run of another language can begin with one of 64 characters, which in UTF-8 differ in their last byte alone.
type part64 uint8

const (
	some part64 = iota // or all; each has to be looked at
	none
)

// uniform is the script of each 64 characters up to U+FFFF; count where they are not all of one.
var uniform = func() (scripts [0x400]Script) { // what is in no block is Common
	for _, b := range blocks {
		for k := b.first >> 6; k <= min(b.last>>6, 0x3ff); k++ {
			if scripts[k] = b.script; b.first > k<<6 || b.last < k<<6|0x3f {
				scripts[k] = count
			}
		}
	}
	scripts[0], scripts[1] = count, count // ASCII, of which the blocks say nothing
	return scripts
}()

func (w *Writing) findForeign() {
	for k, s := range uniform {
		if s != count && w.part[s] != foreign {
			w.foreignIn[k] = none
		}
	}
}
