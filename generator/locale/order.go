package locale

import (
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Order gives a comparison of two texts in the language's alphabetical order, for one goroutine, as [slices.SortFunc] wants it. Chinese goes by
// pinyin, or by strokes where its file says collation = "stroke"; Uyghur by its alphabet, in which the bearer of an initial vowel (ئ) does not
// count; a language for which golang.org/x/text has no tailoring, such as Tibetan, Kazakh in Arabic script, Mongolian, Yi or
// Zhuang, in the root order of the CLDR. A character with several readings goes by its commonest: 重庆 stands under zhòng.
func (l *Language) Order() func(a, b string) int {
	c := collate.New(l.collation())
	if base, _, _ := strings.Cut(l.Tag, "-"); base == "ug" {
		return func(a, b string) int {
			if order := c.CompareString(withoutBearer(a), withoutBearer(b)); order != 0 {
				return order
			}
			return c.CompareString(a, b)
		}
	}
	return c.CompareString
}

func withoutBearer(text string) string { return strings.ReplaceAll(text, "ئ", "") }

func (l *Language) collation() language.Tag {
	tag, err := language.Raw.Parse(l.Tag)
	if err != nil {
		return language.Und
	}
	if base, _ := tag.Base(); base.String() == "zh" && l.Collation != "" {
		tag, err = tag.SetTypeForKey("co", l.Collation)
		if err != nil {
			return language.Und
		}
	}
	return tag
}
