package locale

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const digits = "0–9"

// letter is the heading of words that their first letter alone places: without accents where the language's order passes over them, and large.
func (o *Order) letter(word string) string {
	r := first(word)
	if r == utf8.RuneError {
		return ""
	}
	if unicode.IsNumber(r) {
		return digits
	}
	plain, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
	if o.letters.CompareString(string(r), string(plain)) == 0 {
		r = plain
	}
	return strings.ToUpper(string(r))
}

func first(word string) rune {
	r, _ := utf8.DecodeRuneInString(word)
	return r
}

// bounds place a word in one script under the last name whose first word it does not come before.
type bounds struct {
	names, first []rune
	in           *unicode.RangeTable
}

func (b bounds) place(o *Order, word string) place {
	if r := first(word); !unicode.In(r, b.in, unicode.Katakana) {
		return place{}
	}
	i, found := slices.BinarySearchFunc(b.first, word, func(bound rune, word string) int { return o.words.CompareString(string(bound), word) })
	if found {
		i++
	}
	if i == 0 {
		return place{}
	}
	return place{heading: string(b.names[i-1])}
}

// pinyinFirst has for each letter that a syllable can begin with the first character in the CLDR's order by pinyin, as golang.org/x/text has it.
var pinyinFirst = bounds{names: []rune("ABCDEFGHJKLMNOPQRSTWXYZ"), first: []rune("阿八嚓咑妸发旮哈丌咔垃呣嗯喔妑七呥仨他穵夕丫帀"), in: unicode.Han}

// chinese orders by pinyin, unless strokes are asked for or the script has them as its usual order.
func (o *Order) chinese(by string, traditional bool) {
	if by == Stroke || by == "" && traditional {
		unit := "画"
		if traditional {
			unit = "畫"
		}
		o.place = func(_ *Order, word string) place { return byStrokes(word, unit) }
		return
	}
	o.rewrite, o.place = reading, byPinyin
}

// byPinyin places a word in Latin letters among the Chinese ones, under its letter.
func byPinyin(o *Order, word string) place {
	heading := pinyinFirst.place(o, word).heading
	if heading == "" {
		heading = o.letter(word)
	}
	switch {
	case len(heading) == 1 && heading >= "A" && heading <= "Z":
		return place{int(heading[0]), heading}
	case heading == digits || heading == "":
		return place{0, heading}
	}
	return place{math.MaxInt, heading}
}

// byStrokes counts the strokes of the first character, as the mainland of China counts them: the CLDR's order by strokes counts those of 艹, 辶 and
// 阝 in the way of old, so that 陈 would stand under eight. Among equals it is the CLDR's order.
func byStrokes(word, unit string) place {
	r := first(word)
	switch at := int(r - 0x4e00); {
	case at >= 0 && at < len(strokes) && strokes[at] > '0':
		n := int(strokes[at] - '0')
		return place{n, chineseNumber(n) + unit}
	case unicode.Is(unicode.Han, r):
		return place{math.MaxInt, string(r)}
	}
	return place{}
}

// chineseNumber writes a number from 1 to 99.
func chineseNumber(n int) string {
	digit := []rune("〇一二三四五六七八九")
	tens, ones := "", ""
	if n >= 20 {
		tens = string(digit[n/10])
	}
	if n >= 10 {
		tens += "十"
	}
	if n%10 > 0 {
		ones = string(digit[n%10])
	}
	return tens + ones
}
