package locale

import (
	"bytes"
	"cmp"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"courtsite/generator/script"
)

// The two ways in which Chinese lists are ordered.
const (
	Pinyin = "pinyin"
	Stroke = "stroke" // by the number of strokes of the first character
)

// Order puts words in the order in which readers of a language look them up, and tells under which heading each of them stands. It is for
// one goroutine.
type Order struct {
	words   *collate.Collator // compares whole words
	letters *collate.Collator // compares letters without regard to accents and case
	rewrite func(word string) string
	place   func(o *Order, word string) place
	buffer  collate.Buffer
}

// place is what stands above a word's own letters: words go by rank first. Where the heading is empty it is the word's first letter.
type place struct {
	rank    int
	heading string
}

// Place is where a word stands in its language's order.
type Place struct {
	Heading string // a letter, a number of strokes, "0–9"; "" for a word without a letter
	rank    int
	key     []byte
	word    string
}

// Compare compares two places of one order, as [slices.SortFunc] wants it.
func (p Place) Compare(q Place) int {
	return cmp.Or(cmp.Compare(p.rank, q.rank), bytes.Compare(p.key, q.key), strings.Compare(p.word, q.word))
}

// Order gives the language's alphabetical order. Chinese goes by pinyin or by strokes, as asked for, else as is usual for its script; Tibetan by
// root letters; Uyghur by its own alphabet; a language for which golang.org/x/text has no tailoring, such as Kazakh in Arabic script, Mongolian, Yi
// or Zhuang, in the root order of the CLDR, which is that of their letters' codes.
func (l *Language) Order(by string) *Order {
	tag, err := language.Raw.Parse(l.Tag)
	if err != nil {
		tag = language.Und
	}
	base, _ := tag.Base()
	chinese := base.String() == "zh"
	if chosen, err := tag.SetTypeForKey("co", by); chinese && by != "" && err == nil {
		tag = chosen
	}
	o := &Order{
		words: collate.New(tag), letters: collate.New(tag, collate.Loose),
		rewrite: func(word string) string { return word }, place: func(*Order, string) place { return place{} },
	}
	if chinese {
		o.chinese(by, script.Name(l.Tag) == "Hant")
	} else if adapt := ownOrders[base.String()+"-"+script.Name(l.Tag)]; adapt != nil {
		adapt(o)
	}
	return o
}

// ownOrders are those that a collation alone does not make.
var ownOrders = map[string]func(o *Order){
	"bo-Tibt": func(o *Order) { o.place = tibetan },
	"ug-Arab": func(o *Order) { o.rewrite, o.place = uyghurAlphabet.Replace, uyghur },
	"kk-Arab": func(o *Order) { o.rewrite = strings.NewReplacer("\u0674", "", "\u0621", "").Replace }, // the hamza only says how the word's vowels sound
	// Double consonants stand under the single ones (CLDR, index characters).
	"ko-Kore": func(o *Order) {
		o.place = bounds{names: []rune("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"), first: []rune("가나다라마바사아자차카타파하"), in: unicode.Hangul}.place
	},
	"ja-Jpan": func(o *Order) {
		kana := []rune("あかさたなはまやらわ")
		o.place = bounds{names: kana, first: kana, in: unicode.Hiragana}.place
	},
}

// Place finds a word's place. Quotation marks and brackets before the first letter do not count: 《民法典》 stands under M.
func (o *Order) Place(word string) Place {
	letters := o.rewrite(bare(word))
	at := o.place(o, letters)
	o.buffer.Reset()
	return Place{Heading: cmp.Or(at.heading, o.letter(letters)), rank: at.rank, key: bytes.Clone(o.words.KeyFromString(&o.buffer, letters)), word: word}
}

// bare is a word from its first letter or digit on; a word without any is left alone.
func bare(word string) string {
	i := strings.IndexFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
	return word[max(0, i):]
}

// uyghurAlphabet gives the letters private characters in the alphabet's order: the tailoring in golang.org/x/text is not the one of the CLDR. There ئ
// only bears the vowel that begins a syllable: it is no letter, so it goes (CLDR 48.2, exemplar characters).
var uyghurAlphabet = func() *strings.Replacer {
	pairs := []string{"ئ", ""}
	for i, r := range []rune(uyghurLetters) {
		pairs = append(pairs, string(r), string(private+rune(i)))
	}
	return strings.NewReplacer(pairs...)
}()

const (
	uyghurLetters = "اەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي"
	uyghurVowels  = "اەوۇۆۈېى"
	private       = '\uE000'
)

// uyghur names the letter that a word begins with; a vowel as it is written at the beginning of a word.
func uyghur(_ *Order, word string) place {
	letters := []rune(uyghurLetters)
	i := int(first(word) - private)
	switch {
	case i < 0 || i >= len(letters):
		return place{}
	case strings.ContainsRune(uyghurVowels, letters[i]):
		return place{heading: "ئ" + string(letters[i])}
	}
	return place{heading: string(letters[i])}
}
