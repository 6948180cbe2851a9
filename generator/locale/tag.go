package locale

import (
	"slices"

	"golang.org/x/text/language"

	"courtsite/generator/script"
)

// canonical writes a BCP 47 tag in the usual case: zh-Hans, mn-Mong. What is not a tag stays as it is; the
// site's configuration reports it.
func canonical(tag string) string {
	t, err := language.Raw.Parse(tag)
	if err != nil {
		return tag
	}
	return t.String()
}

// candidates are the phrase files that may serve a tag, the most particular first: mn-Mong for mn-CN, en for en-GB, but never a file
// in another script, as mn (Cyrillic) would be for mn-Mong.
func candidates(tag string) []string {
	t, err := language.Raw.Parse(tag)
	if err != nil {
		return []string{tag}
	}
	base, _ := t.Base()
	writing := script.Name(tag)
	names := []string{tag, base.String() + "-" + writing}
	if script.Name(base.String()) == writing {
		names = append(names, base.String())
	}
	return slices.Compact(names)
}

// direction gives the direction that a language is written in.
func direction(tag string) string {
	if script.For(tag).RightToLeft() {
		return "rtl"
	}
	return "ltr"
}

// writingMode gives the CSS writing-mode of a language.
func writingMode(tag string) string {
	if script.Name(tag) == "Mong" {
		return "vertical-lr"
	}
	return "horizontal-tb"
}
