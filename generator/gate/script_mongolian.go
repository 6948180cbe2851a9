package gate

import (
	"regexp"

	"courtsite/generator/diag"
)

// cyrillicWords are what a text in the traditional script has not.
var cyrillicWords = regexp.MustCompile(`\p{Cyrillic}+(?:[ -]\p{Cyrillic}+)*`)

// mongolianSuffixes are endings that are written apart from their word, with a narrow space (U+202F, or the vowel separator U+180E since GB/T
// 25914-2023), and that are no words themselves: genitive, accusative, dative, instrumental, ablative, comitative, possessive.
var mongolianSuffixes = regexp.MustCompile(`[\p{Mongolian}0-9] ((?:ᠤᠨ|ᠦᠨ|ᠶᠢᠨ|ᠤ|ᠦ|ᠢ|ᠶᠢ|[ᠳᠲ]\x{180b}?[ᠤᠦ]|[ᠳᠲ]\x{180b}?[ᠤᠦ]ᠷ|ᠢᠶᠠᠷ|ᠢᠶᠡᠷ|ᠢᠶᠠᠨ|ᠢᠶᠡᠨ|ᠠᠴᠠ|ᠡᠴᠡ|ᠲᠠᠢ|ᠲᠡᠢ|ᠪᠡᠷ|ᠪᠠᠨ|ᠪᠡᠨ))(?:[^\p{Mongolian}\x{180b}-\x{180e}\x{200c}\x{200d}\x{202f}]|$)`)

// mongolian checks a text in the traditional script. Whether a joiner is missing inside a word only a dictionary could tell; before these endings
// it can be seen.
func (s *scripts) mongolian(text string) {
	if s.w.Script() != "Mong" {
		return
	}
	for _, at := range cyrillicWords.FindAllStringIndex(text, -1) {
		s.tell(diag.ScriptCyrillic, at[0], text[at[0]:at[1]])
	}
	for _, at := range mongolianSuffixes.FindAllStringSubmatchIndex(text, -1) {
		s.tell(diag.ScriptSuffix, at[2]-1, text[at[2]:at[3]])
	}
}
