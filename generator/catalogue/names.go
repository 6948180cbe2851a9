package catalogue

import "strings"

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
// it gives the name in the language of the wording, mostly Chinese; lang tells which language the text is in.
func (n Names) Name(tag string) (text, lang string) {
	for tag != "" {
		if text, ok := n.display[tag]; ok {
			return text, tag
		}
		tag = tag[:max(0, strings.LastIndexByte(tag, '-'))]
	}
	return n.display[n.Wording()], n.Wording()
}

// Wording is the language of the official wording.
func (n Names) Wording() string {
	if n.wording != "" {
		return n.wording
	}
	return Wording
}

// Shortened tells whether the Chinese display name is ours, so that the official wording is worth showing beside it.
func (n Names) Shortened() bool { return n.display[n.Wording()] != n.Official }
