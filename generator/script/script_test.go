package script

import (
	"testing"
	"unicode"
)

func TestOf(t *testing.T) {
	for _, c := range []struct {
		text string
		want Script
	}{
		{"azAZéßĀǎ", Latin}, {"09 .,-()@·×“”…—€", Common}, {"，。《》〔〕（）：￥", Wide}, {"中々〇㐀𠀀", Han}, {"のカー", Kana}, {"가힣ㄱ", Hangul},
		{"ئۇې،؟ٴ٣", Arabic}, {"བོད་།", Tibetan}, {"ᠮᠣ᠂", Mongolian}, {"ꆈꌠ", Yi}, {"Жщөқ", Cyrillic}, {"αΩก", LeftToRight}, {"ב", RightToLeft},
		{"\u0301\u200d\u202f\ufe0f", Mark},
	} {
		for _, r := range c.text {
			if got := Of(r); got != c.want {
				t.Errorf("%c (%U): %d, want %d", r, r, got, c.want)
			}
		}
	}
}

// TestOfAgreesWithUnicode compares with the tables of package unicode, which know nothing of punctuation.
func TestOfAgreesWithUnicode(t *testing.T) {
	for s, table := range map[Script]*unicode.RangeTable{
		Latin: unicode.Latin, Cyrillic: unicode.Cyrillic, Arabic: unicode.Arabic, Hangul: unicode.Hangul, Tibetan: unicode.Tibetan,
		Mongolian: unicode.Mongolian, Yi: unicode.Yi,
	} {
		for r := rune(0x80); r < 0xfb00; r++ {
			if unicode.Is(table, r) && unicode.IsLetter(r) && Of(r) != s && !(r >= 0x2070 && r < 0x2200) && !(r >= 0x3200 && r < 0x3400) {
				t.Errorf("%c (%U) is %d, want %d", r, r, Of(r), s)
			}
		}
	}
	for i := range blocks {
		if b := blocks[i]; b.first > b.last || i > 0 && blocks[i-1].last >= b.first {
			t.Errorf("block %U to %U is not in its place", b.first, b.last)
		}
	}
}

func TestVariantOf(t *testing.T) {
	for _, c := range []struct {
		text string
		want Variant
	}{
		{"國關審執陳臺為與", Traditional}, {"国关审执陈发号", Simplified}, {"人民法院台于后里干着昇喆a。", Both},
	} {
		for _, r := range c.text {
			if got := VariantOf(r); got != c.want {
				t.Errorf("%c: %d, want %d", r, got, c.want)
			}
		}
	}
}

func TestFor(t *testing.T) {
	for _, c := range []struct {
		tag, name string
		rtl       bool
		writes    Script
	}{
		{"zh-Hans", "Hans", false, Han}, {"zh", "Hans", false, Han}, {"zh-TW", "Hant", false, Han}, {"ug", "Arab", true, Arabic}, {"ug-CN", "Arab", true, Arabic},
		{"kk", "Cyrl", false, Cyrillic}, {"kk-Arab", "Arab", true, Arabic}, {"kk-Arab-CN", "Arab", true, Arabic}, {"mn", "Cyrl", false, Cyrillic},
		{"mn-Mong", "Mong", false, Mongolian}, {"bo", "Tibt", false, Tibetan}, {"ii", "Yiii", false, Yi}, {"ko", "Kore", false, Hangul}, {"ko-CN", "Kore", false, Han},
		{"za", "Latn", false, Latin}, {"ja", "Jpan", false, Kana}, {"he", "Hebr", true, RightToLeft}, {"dv", "Thaa", true, RightToLeft}, {"th", "Thai", false, LeftToRight}, {"hi", "Deva", false, LeftToRight}, {"pt-BR", "Latn", false, Latin},
	} {
		w := For(c.tag)
		if w.Script() != c.name || Name(c.tag) != c.name || w.RightToLeft() != c.rtl || !w.Writes(c.writes) || !w.Known() || w.Tag() != c.tag {
			t.Errorf("%s: %s, right to left %v, writes %v", c.tag, w.Script(), w.RightToLeft(), w.Writes(c.writes))
		}
	}
	for _, tag := range []string{"", "no tag", "x-none"} {
		if For(tag).Known() {
			t.Errorf("%q is known", tag)
		}
	}
}

// Style sheets know the languages that parts of texts are said to be in.
func TestGuesses(t *testing.T) {
	known := map[string]bool{"": true}
	for _, tag := range Guesses() {
		known[tag] = true
	}
	for _, text := range []string{"国", "國", "日", "の", "한", "བ", "ᠮ", "ꆈ", "ئۇيغۇر", "ٴتىل", "العربية", "ب", "یہ", "заседание", "суд", "ދި", "ก", "abc", "α"} {
		for s := Common; s < count; s++ {
			if tag := guess(text, s); !known[tag] {
				t.Errorf("%s is said to be %s", text, tag)
			}
		}
	}
}

func TestMajority(t *testing.T) {
	for text, want := range map[string]string{
		"": "en", "2025-11-03": "en", "办公室": "zh-Hans", "WTO规则": "zh-Hans", "سوت (2025)新1号": "ug", "The court (法院)": "en", "བོད་ཡིག": "bo", "ᠮᠣᠩᠭᠣᠯ": "mn-Mong",
		"법원": "ko", "ꆈꌠ": "ii", "Суд": "ru", "ދިވެހި 法": "he", "ศาล WTO": "el",
	} {
		if got := Majority(text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
