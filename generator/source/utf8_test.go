package source

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzValid: a text is UTF-8 if the standard library says so, wherever in it the doubtful bytes stand.
func FuzzValid(f *testing.F) {
	for _, seed := range []string{"", "a", "公告", "ئۇقتۇرۇش", "གསལ་བསྒྲགས།", "a\xff", "\xed\xa0\x80", "\xe0\x9f\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xc1\xbf\xc2\x80", "\xf0\x9f\x98\x80", "\xf4\x90\x80\x80", "\xe5\x85", "\xef\xbf\xbd"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, before := range []string{"", "a", "公", "公告", "ئۇ"} {
			text := slices.Concat([]byte(before), b, []byte("公告abcdefgh"))
			if valid(text) != utf8.Valid(text) {
				t.Errorf("%q: valid is %t", text, valid(text))
			}
		}
	})
}

func BenchmarkValid(b *testing.B) {
	for _, text := range []string{"为进一步深化司法公开，保障公民的知情权，现将2026年有关事项公告如下。\n", "سوتنىڭ ئۇقتۇرۇشى بۈگۈن ئېلان قىلىندى\n", "གསལ་བསྒྲགས་ཁྱབ་བསྒྲགས་བྱེད་པ།\n", "The court announces the following matters.\n"} {
		src := []byte(strings.Repeat(text, 100))
		b.Run(text[:3], func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				valid(src)
			}
		})
	}
}
