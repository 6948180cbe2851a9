package script

import (
	"reflect"
	"testing"
)

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

// TestFindNumbers: a date that stands alone is found as the expression finds it, and what only looks like one is left to it.
func TestFindNumbers(t *testing.T) {
	for _, stretch := range []string{
		"2025-11-03", " 2025-11-03 ", "  2025-11-03", "2025-11-03T", "2025-1103", "2025-11-0", "2025-11-03.", "(2025-11-03)", "20251-11-0", "", "-", "2025-11-033", "1-2 2025-11-03",
	} {
		if got, want := findNumbers(stretch, true), searchNumbers(stretch, true); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %v, want %v", stretch, got, want)
		}
	}
}
