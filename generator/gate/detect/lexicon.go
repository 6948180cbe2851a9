package detect

import "strings"

// lexicon is a list of words that is looked for in the surroundings of a number: it is indexed by first characters, so that its
// length costs nothing. Immutable.
type lexicon struct {
	words []string
	first map[rune][]string
	hint  [4]uint64 // the low bytes of the first characters: most characters of a text are dismissed by it
}

func words(list ...string) *lexicon {
	l := &lexicon{words: list, first: map[rune][]string{}}
	for _, w := range list {
		r := []rune(w)[0]
		l.first[r] = append(l.first[r], w)
		l.hint[byte(r)>>6] |= 1 << (byte(r) & 63)
	}
	return l
}

// last finds the word that ends last in a text; of words that end together the longest. Without one the end is -1.
func (l *lexicon) last(text string) (end int, word string) {
	end = -1
	for i, r := range text {
		if l.hint[byte(r)>>6]&(1<<(byte(r)&63)) == 0 {
			continue
		}
		for _, w := range l.first[r] {
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
	for i, r := range text {
		if l.hint[byte(r)>>6]&(1<<(byte(r)&63)) == 0 {
			continue
		}
		for _, w := range l.first[r] {
			if strings.HasPrefix(text[i:], w) {
				return true
			}
		}
	}
	return false
}
