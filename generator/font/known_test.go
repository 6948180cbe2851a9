package font

import (
	"slices"
	"testing"
)

// TestRemembered: of more fonts than are remembered each gives its own characters, at first and when it comes again, and they do not pile up.
func TestRemembered(t *testing.T) {
	for n := range uint16(2*mostKnown + 1) {
		char := 0x4e00 + n
		data := sfnt(10, 12, 0, 0, 28, 0, 0, 0, 1, 0, char, 0, char, 0, 1)
		first, err := remembered(data)
		if err != nil {
			t.Fatal(err)
		}
		if got := first.Ranges(func(rune) bool { return true }); !slices.Equal(got, []Range{{rune(char), rune(char)}}) {
			t.Errorf("%v", got)
		}
		if again, _ := remembered(slices.Clone(data)); again != first {
			t.Errorf("the font of U+%X was read again", char)
		}
	}
	if len(known.fonts) > mostKnown {
		t.Errorf("%d fonts are remembered", len(known.fonts))
	}
	for range 2 {
		if _, err := remembered([]byte("not a font")); err == nil {
			t.Error("it cannot be read")
		}
	}
}
