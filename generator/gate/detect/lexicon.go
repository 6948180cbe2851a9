package detect

import (
	"strings"
	"unicode/utf8"
)

// lexicon is a list of words that is looked for in the surroundings of a number: it is indexed by first characters, so that its
// length costs nothing. Immutable.
type lexicon struct {
	words []string
	// begin gives, by the low byte of a character, which of lists has the words that may begin with it: 0 for none, and so most characters of a text
	// are dismissed.
	begin [256]uint8
	lists [][]string
}

func words(list ...string) *lexicon {
	l := &lexicon{words: list, lists: [][]string{nil}}
	for _, w := range list {
		r, _ := utf8.DecodeRuneInString(w)
		n := &l.begin[byte(r)]
		if *n == 0 {
			*n = uint8(len(l.lists))
			l.lists = append(l.lists, nil)
		}
		l.lists[*n] = append(l.lists[*n], w)
	}
	return l
}

// last finds the word that ends last in a text; of words that end together the longest. Without one the end is -1.
func (l *lexicon) last(text string) (end int, word string) {
	end = -1
	for i, size := 0, 0; i < len(text); i += size {
		var r rune
		r, size = decode(text, i)
		for _, w := range l.lists[l.begin[byte(r)]] {
			if e := i + len(w); (e > end || e == end && len(w) > len(word)) && strings.HasPrefix(text[i:], w) {
				end, word = e, w
			}
		}
	}
	return end, word
}

// word is the word that ends last in a text, "" if there is none.
func (l *lexicon) word(text string) string {
	_, w := l.last(text)
	return w
}

// in tells whether a text holds one of the words.
func (l *lexicon) in(text string) bool {
	for i, size := 0, 0; i < len(text); i += size {
		var r rune
		if r, size = rune(text[i]), 1; r >= utf8.RuneSelf {
			r, size = decode(text, i)
		}
		for _, w := range l.lists[l.begin[byte(r)]] {
			if strings.HasPrefix(text[i:], w) {
				return true
			}
		}
	}
	return false
}
