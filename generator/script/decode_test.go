package script_test

import (
	"testing"
	"unicode/utf8"

	"courtsite/generator/script"
)

// Each character, and what is left of each when a text is cut off or damaged, reads as the standard library reads it.
func TestDecode(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		whole := string(r) + "a甲"
		for _, text := range []string{whole, whole[:len(string(r))], whole[1:], whole[:len(string(r))-1] + "甲"} {
			if text == "" {
				continue
			}
			got, size := script.Decode(text, 0)
			if want, n := utf8.DecodeRuneInString(text); got != want || size != n {
				t.Fatalf("%q: %U of %d bytes, want %U of %d", text, got, size, want, n)
			}
		}
	}
}
