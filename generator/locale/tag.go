package locale

import (
	"slices"

	"golang.org/x/text/language"
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
	script, _ := t.Script()
	names := []string{tag, base.String() + "-" + script.String()}
	if scriptOf(base.String()) == script.String() {
		names = append(names, base.String())
	}
	return slices.Compact(names)
}

// scriptOf gives the ISO 15924 code of the script that a tag names or implies, "" where it is not a tag.
func scriptOf(tag string) string {
	t, err := language.Raw.Parse(tag)
	if err != nil {
		return ""
	}
	script, _ := t.Script()
	return script.String()
}

// direction gives the direction that a script is written in.
func direction(script string) string {
	if rightToLeft[script] {
		return "rtl"
	}
	return "ltr"
}

var rightToLeft = map[string]bool{
	"Adlm": true, "Arab": true, "Hebr": true, "Mand": true, "Nkoo": true, "Rohg": true, "Samr": true, "Syrc": true, "Thaa": true,
}

// writingMode gives the CSS writing-mode of a script.
func writingMode(script string) string {
	if script == "Mong" {
		return "vertical-lr"
	}
	return "horizontal-tb"
}
