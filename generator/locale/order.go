package locale

import (
	"cmp"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Order gives a comparison of two texts in the language's alphabetical order, for one goroutine, as [slices.SortFunc] wants it. Chinese goes by
// pinyin, or by strokes where its file says collation = "stroke"; Uyghur by its own alphabet; a language for which golang.org/x/text has no
// tailoring, such as Tibetan, Kazakh in Arabic script, Mongolian, Yi or Zhuang, in the root order of the CLDR, which is that of their
// letters' codes. A character with several readings goes by the one that the CLDR has: 重庆 stands under zhòng.
func (l *Language) Order() func(a, b string) int {
	base, _, _ := strings.Cut(l.Tag, "-")
	if letters, ok := alphabets[base]; ok {
		root := collate.New(language.Und)
		return func(a, b string) int {
			return cmp.Or(root.CompareString(letters.Replace(a), letters.Replace(b)), strings.Compare(a, b))
		}
	}
	return collate.New(l.collation()).CompareString
}

// alphabets replace the letters of a language by private characters in the alphabet's order. The tailoring for Uyghur in golang.org/x/text is
// not the one of the CLDR. There ئ only bears the vowel that begins a syllable: it is no letter, so it goes (CLDR 48.2, exemplar characters).
var alphabets = map[string]*strings.Replacer{
	"ug": alphabet("ئ", "اەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي"),
}

func alphabet(silent, letters string) *strings.Replacer {
	const private = '\uE000'
	var pairs []string
	for _, r := range silent {
		pairs = append(pairs, string(r), "")
	}
	rank := rune(private)
	for _, r := range letters {
		pairs = append(pairs, string(r), string(rank))
		rank++
	}
	return strings.NewReplacer(pairs...)
}

func (l *Language) collation() language.Tag {
	tag, err := language.Raw.Parse(l.Tag)
	if err != nil {
		return language.Und
	}
	if base, _ := tag.Base(); base.String() == "zh" && l.Collation != "" {
		if tag, err = tag.SetTypeForKey("co", l.Collation); err != nil {
			return language.Und
		}
	}
	return tag
}
