package script

import "testing"

// TestShortWays: the punctuation that has a short way to its script has the one that the table says.
func TestShortWays(t *testing.T) {
	for r := rune(0x2000); r < 0x10000; r++ {
		if r >= 0x4e00 && r < 0xa000 { // all of the block, which the table leaves out
			continue
		}
		if got, want := Of(r), other(r); got != want {
			t.Errorf("%U: %d, want %d", r, got, want)
		}
	}
}
