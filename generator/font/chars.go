package font

import (
	"fmt"
	"math/bits"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// Range is a run of characters, both ends included.
type Range struct{ First, Last rune }

var rangePattern = regexp.MustCompile(`(?i)^U\+([0-9A-F]{1,6})(?:-([0-9A-F]{1,6}))?$`)

// ParseRange reads a range as CSS writes it: U+0780-07BF, or U+25CC.
func ParseRange(text string) (Range, bool) {
	m := rangePattern.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return Range{}, false
	}
	first, _ := strconv.ParseUint(m[1], 16, 32)
	last := first
	if m[2] != "" {
		last, _ = strconv.ParseUint(m[2], 16, 32)
	}
	if last < first || last > unicode.MaxRune {
		return Range{}, false
	}
	return Range{rune(first), rune(last)}, true
}

// String writes a range as CSS does.
func (r Range) String() string {
	if r.First == r.Last {
		return fmt.Sprintf("U+%X", r.First)
	}
	return fmt.Sprintf("U+%X-%X", r.First, r.Last)
}

const blockSize = 256

// block holds a bit for each of 256 characters.
type block [blockSize / 64]uint64

// Chars is a set of characters. The zero value is empty. It grows only while it is made.
type Chars struct {
	blocks [(unicode.MaxRune + 1) / blockSize]*block
}

// Has tells whether a character is in the set.
func (c *Chars) Has(r rune) bool {
	if r < 0 || r > unicode.MaxRune {
		return false
	}
	b := c.blocks[r/blockSize]
	return b != nil && b[r%blockSize/64]>>(r%64)&1 != 0
}

func (c *Chars) add(span Range) {
	for r := max(span.First, 0); r <= min(span.Last, unicode.MaxRune); r++ {
		b := c.blocks[r/blockSize]
		if b == nil {
			b = new(block)
			c.blocks[r/blockSize] = b
		}
		b[r%blockSize/64] |= 1 << (r % 64)
	}
}

// addIf adds the characters of a range that are wanted.
func (c *Chars) addIf(span Range, wanted func(r rune) bool) {
	for r := span.First; r <= span.Last; r++ {
		if wanted(r) {
			c.add(Range{r, r})
		}
	}
}

// Ranges lists the characters of the set that are wanted, as few ranges as there can be.
func (c *Chars) Ranges(wanted func(r rune) bool) []Range {
	var list []Range
	for i, b := range c.blocks {
		if b == nil {
			continue
		}
		for j, word := range b {
			for ; word != 0; word &= word - 1 {
				r := rune(i*blockSize + j*64 + bits.TrailingZeros64(word))
				if !wanted(r) {
					continue
				}
				if n := len(list) - 1; n >= 0 && list[n].Last == r-1 {
					list[n].Last = r
				} else {
					list = append(list, Range{r, r})
				}
			}
		}
	}
	return list
}
