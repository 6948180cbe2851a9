package catalogue

import (
	"strings"

	"courtsite/generator/script"
)

// Names are what a category or an item is called.
type Names struct {
	// Official is the wording of the opinion, in Chinese; it may be a long sentence.
	Official string
	// display holds names that fit a navigation, by tag; the language of the official wording is always among them.
	display map[string]string
	// wording is the language of Official: a court's own items are named in its site's default language. "" for [Wording].
	wording string
}

// Name gives the display name in a language, or in a more general form of it (en for en-GB). Where there is none,
// it gives the name in the language of the wording, mostly Chinese; lang tells which language the text is in: the one that was asked for, where
// that is the same language in the same script.
func (n Names) Name(tag string) (text, lang string) {
	for general := tag; general != ""; general = general[:max(0, strings.LastIndexByte(general, '-'))] {
		if text, ok := n.display[general]; ok {
			return text, asked(general, tag)
		}
	}
	return n.display[n.Wording()], asked(n.Wording(), tag)
}

// asked gives the tag of a name that was asked for as tag: that one, if it is the same language in the same script, as zh and zh-CN are with zh-Hans.
func asked(name, tag string) string {
	language := func(tag string) string { base, _, _ := strings.Cut(tag, "-"); return base }
	if language(name) == language(tag) && script.Name(name) == script.Name(tag) {
		return tag
	}
	return name
}

// Wording is the language of the official wording.
func (n Names) Wording() string {
	if n.wording != "" {
		return n.wording
	}
	return Wording
}

// Shortened tells whether the display name in a language is ours where the official wording, in that language too, is worth showing beside it.
func (n Names) Shortened(tag string) bool {
	return asked(n.Wording(), tag) == tag && n.display[n.Wording()] != n.Official
}
