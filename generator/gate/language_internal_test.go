package gate

import (
	"testing"
	"unicode/utf8"

	"courtsite/generator/script"
)

// TestCount: the short ways by the first bytes of a character count each one as what it is.
func TestCount(t *testing.T) {
	for _, tag := range []string{"zh-Hans", "ug", "bo", "en", "ru", "ko", "mn-Mong", "ii"} {
		w := script.For(tag)
		for r := rune(0); r <= utf8.MaxRune; r++ {
			if !utf8.ValidRune(r) {
				continue
			}
			letters, own := 0, 0
			if s := script.Of(r); s >= script.Latin {
				letters = 1
				if w.Writes(s) {
					own = 1
				}
			}
			if gotLetters, gotOwn, _ := count(string(r), w); gotLetters != letters || gotOwn != own {
				t.Fatalf("%s: %U counts as %d letters, %d own, want %d, %d", tag, r, gotLetters, gotOwn, letters, own)
			}
		}
	}
}
