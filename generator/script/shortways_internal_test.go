package script

import (
	"reflect"
	"testing"
)

// TestShortWays: what has a short way to its script has the one that the table says.
func TestShortWays(t *testing.T) {
	for r := rune(0x2000); r < 0x10000; r++ {
		if got, want := Of(r), other(r); got != want {
			t.Errorf("%U: %d, want %d", r, got, want)
		}
	}
}

// TestPlainCharacters: what is said of 64 characters at once holds for each of them, in every language and between other characters.
func TestPlainCharacters(t *testing.T) {
	for _, tag := range []string{"", "zh-Hans", "ug", "mn-Mong", "bo", "ko", "ru", "dv"} {
		w := For(tag)
		for r := rune(0x80); r < 0x11000; r++ {
			if r >= 0xd800 && r < 0xe000 {
				continue
			}
			text := "-" + string(r) + "--"
			if got := plain(w, text, markup); w.foreign(r) && got != 1 || !w.foreign(r) && got != len(text) {
				t.Fatalf("%s: %q is plain up to %d", tag, text, got)
			}
		}
	}
}

// FuzzSigned: the expression finds nothing in a stretch that it is not asked about.
func FuzzSigned(f *testing.F) {
	for _, seed := range []string{
		"2025-11-03", "2025-11", "2025-1", "12-34", "+86 991 2345678", "(0991)2345678", "(0991) 234 5678", "0991-2345678", "139 1234 5678", "〔2018〕20", "(2025)01", "[1]2-3", "210x297", "2*3X4", "−1.50",
		" (2018) 2025-123 ", "+3.5%", "-1,234.50", "50 000,00", "12℃", "3 -5", "6222 0210 0112 3456 789", "9. 2018-", "1-2 3-4", "T0991 234 5678", "",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, stretch string) {
		if found := searchNumbers(stretch, true); len(found) > 0 && !signed(stretch) {
			t.Errorf("%q has %v", stretch, found)
		}
	})
}

// TestVerbatim: what HTML or Markdown would write in another way is not copied.
func TestVerbatim(t *testing.T) {
	w := For("zh-Hans")
	if !w.Verbatim([]byte("第1条 'A'：公告")) {
		t.Error("a plain text is not verbatim")
	}
	for _, c := range "&<>\"\\\x00" {
		if w.Verbatim([]byte("公" + string(c) + "告")) {
			t.Errorf("%q is verbatim", c)
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
