package script

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
)

// Writing is how texts in one language are written. The zero value is that of a language of which nothing is known: all is its own.
// Immutable.
type Writing struct {
	tag      string
	name     string // ISO 15924 code, or ""
	rtl      bool
	vertical bool // its lines run from the top to the bottom
	part     [count]part
	// foreignIn is what is known of each 64 characters up to U+FFFF.
	foreignIn [0x400]part64
}

// part is what a character of a script is in a text of a language.
type part uint8

const (
	neutral part = iota // goes with what stands around it
	own
	foreign
)

// For gives the writing of a language by its BCP 47 tag.
func For(tag string) *Writing {
	if w, ok := known[tag]; ok {
		return w
	}
	if w, ok := others.Load(tag); ok {
		return w.(*Writing)
	}
	w, _ := others.LoadOrStore(tag, newWriting(tag))
	return w.(*Writing)
}

// others are the languages beside the known ones that were asked for: as many as a site has tags, each parsed once and not for each text.
var others sync.Map

// known are the languages that a court's site is likely to have, so that no tag has to be parsed for each text.
var known = func() map[string]*Writing {
	all := map[string]*Writing{"": {tag: ""}}
	for _, tag := range []string{
		"zh-Hans", "zh-Hant", "zh", "ug", "kk-Arab", "mn-Mong", "bo", "ko", "ii", "za", "en", "ru", "fr", "ar", "ja", "es", "de", "vi", "th",
	} {
		all[tag] = newWriting(tag)
	}
	return all
}()

func newWriting(tag string) *Writing {
	w := &Writing{tag: tag, name: parse(tag)}
	w.rtl, w.vertical = rightToLeft[w.name], w.name == "Mong"
	defer w.findForeign()
	scripts := lettersOf(w.name)
	if scripts == nil {
		return w
	}
	for s := Latin; s < count; s++ {
		w.part[s] = foreign
	}
	if !w.rtl {
		// Latin letters are at home everywhere, and so are the symbols that are letters of some script. In a text whose own letters are others
		// they go with what stands around them.
		w.part[Latin], w.part[LeftToRight] = neutral, neutral
	} else {
		w.part[RightToLeft] = own
	}
	for _, s := range scripts {
		w.part[s] = own
	}
	return w
}

// letters are the scripts that a text in a script (ISO 15924) is written with. Korean texts may have Chinese characters, but see [Writing.Runs].
var letters = map[string][]Script{
	"Hans": {Han}, "Hant": {Han}, "Hani": {Han}, "Jpan": {Han, Kana}, "Kore": {Hangul}, "Hang": {Hangul}, "Arab": {Arabic}, "Tibt": {Tibetan},
	"Mong": {Mongolian}, "Yiii": {Yi}, "Latn": {Latin}, "Cyrl": {Cyrillic},
}

// lettersOf gives the scripts that a text in a script is written with; of those that this package does not tell apart, only their direction is
// known. nil for no script, and for codes that say nothing of it.
func lettersOf(name string) []Script {
	switch scripts, known := letters[name]; {
	case known:
		return scripts
	case name == "" || name[0] == 'Z': // Zyyy: common to many; Zzzz: unknown; Zxxx: not written
		return nil
	case rightToLeft[name]:
		return []Script{RightToLeft}
	}
	return []Script{LeftToRight}
}

var rightToLeft = map[string]bool{
	"Adlm": true, "Arab": true, "Hebr": true, "Mand": true, "Nkoo": true, "Rohg": true, "Samr": true, "Syrc": true, "Thaa": true,
}

// Name gives the ISO 15924 code of the script that a language is written in: the tag's own, or the usual one; "" for what is no tag. kk and mn
// without a script are Cyrillic.
func Name(tag string) string {
	return For(tag).name
}

func parse(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	s, _ := t.Script()
	return s.String()
}

// Tag is the language's tag, as it was given to [For].
func (w *Writing) Tag() string { return w.tag }

// Script is the ISO 15924 code of the script, or "".
func (w *Writing) Script() string { return w.name }

// RightToLeft tells whether the lines of a text run from the right to the left.
func (w *Writing) RightToLeft() bool { return w.rtl }

// Known tells whether anything can be said about a text in the language.
func (w *Writing) Known() bool { return lettersOf(w.name) != nil }

// Writes tells whether texts in the language are written with letters of a script.
func (w *Writing) Writes(s Script) bool {
	return w.part[s] == own || s == Han && w.name == "Kore"
}

// sharedArabic is punctuation, and digits, of the Arabic block that other scripts from the right use too: Thaana, Syriac, N'Ko, Rohingya
// (ScriptExtensions.txt of Unicode). In a text in one of these it is no run of another language.
const sharedArabic = "،؛؟ـ٠١٢٣٤٥٦٧٨٩"

// foreign tells whether a run of another language begins with a character.
func (w *Writing) foreign(r rune) bool {
	s := Of(r)
	return w.part[s] == foreign && (s != Arabic || w.part[RightToLeft] != own || !strings.ContainsRune(sharedArabic, r))
}

// Letter tells whether a character is a letter that texts in the language are written with, or belongs to one; any letter where nothing is known of
// the language.
func (w *Writing) Letter(r rune) bool {
	s := Of(r)
	return s == Mark || w.Writes(s) || s > Mark && !w.Known()
}
