package catalogue

import "strings"

// Names are what a category or an item is called.
type Names struct {
	// Official is the wording of the opinion, in Chinese; it may be a long sentence.
	Official string
	// display holds names that fit a navigation, by tag; Wording is always among them.
	display map[string]string
}

// Name gives the display name in a language, or in a more general form of it (en for en-GB). Where there is none,
// it gives the Chinese name; lang tells which language the text is in.
func (n Names) Name(tag string) (text, lang string) {
	for tag != "" {
		if text, ok := n.display[tag]; ok {
			return text, tag
		}
		tag = tag[:max(0, strings.LastIndexByte(tag, '-'))]
	}
	return n.display[Wording], Wording
}

// Shortened tells whether the Chinese display name is ours, so that the official wording is worth showing beside it.
func (n Names) Shortened() bool { return n.display[Wording] != n.Official }
