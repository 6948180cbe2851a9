package page

import (
	"iter"
	"unsafe"

	"courtsite/generator/diag"
)

// passage is where words stand in the text.
type passage struct{ start, end int }

// Passages goes over the words of the text as they stand in the file, in reading order: a line or a part of one at a time, with backslashes
// and entities, without code, comments, addresses of links and the words of images. With each comes its offset for [Body.Pos].
func (b *Body) Passages() iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for _, s := range b.passages {
			if !yield(s.start, asString(b.source[s.start:s.end])) {
				return
			}
		}
	}
}

// Source is the text as it stands in the file after the front matter, with all markup. Its offsets are those of [Body.Pos].
func (b *Body) Source() string { return asString(b.source) }

// Pos gives the place in the file of an offset in the text.
func (b *Body) Pos(offset int) diag.Pos {
	return diag.At(b.path, b.file, len(b.file)-len(b.source)+max(0, min(offset, len(b.source))))
}

// asString gives bytes as a string that holds until the body and its text are released, without a copy: what the checks read of a text would else be
// copied for each of them.
func asString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
