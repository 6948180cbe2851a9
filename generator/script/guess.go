package script

import "strings"

// Guesses lists the languages that a part of a text is ever said to be in, see [Run].
func Guesses() []string {
	return []string{"zh-Hans", "zh-Hant", "ja", "ko", "bo", "mn-Mong", "ii", "ug", "kk-Arab", "ar", "und-Arab", "ru", "und-Cyrl"}
}

// guess gives the language of a run by its letters, or "" where they do not tell it.
func guess(text string, s Script) string {
	switch s {
	case Han:
		return guessChinese(text)
	case Kana:
		return "ja"
	case Hangul:
		return "ko"
	case Tibetan:
		return "bo"
	case Mongolian:
		return "mn-Mong"
	case Yi:
		return "ii"
	case Cyrillic:
		return guessCyrillic(text)
	case Arabic:
		return guessArabic(text)
	}
	return ""
}

// guessChinese calls Chinese simplified unless it shows the opposite: it stands on the sites of courts that write it so.
func guessChinese(text string) string {
	traditional := false
	for _, r := range text {
		switch VariantOf(r) {
		case Simplified:
			return "zh-Hans"
		case Traditional:
			traditional = true
		}
	}
	if traditional {
		return "zh-Hant"
	}
	return "zh-Hans"
}

// Letters that only one of the languages has among those that are written here in Arabic letters; of those of Uyghur Arabic has some too, but not
// its vowels. Persian, Urdu and Kurdish have other forms of yeh and kaf.
const (
	arabicLetters = "ةذصضطظث" + "أإآ"
	kazakhLetters = "ٴ"
	kazakhShared  = "عح" // Arabic has them too, Uyghur has not
	uyghurLetters = "ېۈغخ"
	uyghurVowels  = "ەېۈۆۇ"
	otherLetters  = "یکےٹڈڑێڵڕ"
)

func guessArabic(text string) string {
	uyghur := strings.ContainsAny(text, uyghurLetters)
	for _, start := range []string{"ئا", "ئە", "ئو", "ئۇ", "ئۆ", "ئى"} {
		uyghur = uyghur || strings.Contains(text, start)
	}
	kazakh := strings.ContainsAny(text, kazakhLetters) || strings.ContainsAny(text, kazakhShared) && strings.ContainsAny(text, uyghurVowels+"ۋ")
	arabic := strings.ContainsAny(text, arabicLetters)
	switch {
	case strings.ContainsAny(text, otherLetters):
	case uyghur && !kazakh && !arabic && strings.ContainsAny(text, uyghurVowels):
		return "ug"
	case kazakh && !uyghur && !arabic:
		return "kk-Arab"
	case arabic && !kazakh && !strings.ContainsAny(text, uyghurVowels+"ۋڭگچپ"):
		return "ar"
	}
	return "und-Arab"
}

// Letters that Russian has not, but the other languages that are written here in Cyrillic have (Kazakh, Mongolian, Ukrainian, Serbian); and endings
// that of these only Russian has.
const notRussian = "әғқңөұүһіўїєґјљњћђџѓќ"

var russianEndings = []string{"ение", "ения", "ений", "ость", "ости", "ться", "ский", "ская", "ское", "ского", "ется", "ются"}

func guessCyrillic(text string) string {
	text = strings.ToLower(text)
	if !strings.ContainsAny(text, notRussian) {
		for _, ending := range russianEndings {
			if strings.Contains(text, ending) {
				return "ru"
			}
		}
	}
	return "und-Cyrl"
}

// Majority gives, for a text of which no language is known, one that is written in the script of most of its letters. It says how to take the text
// apart, not what language it is in.
func Majority(text string) string {
	var n [count]int
	for _, r := range text {
		n[Of(r)]++
	}
	n[Latin] /= 2 // names, codes and addresses are Latin in texts of all languages
	most := Latin
	for s := Latin; s < count; s++ {
		if n[s] > n[most] {
			most = s
		}
	}
	return usual[most]
}

// usual are languages that stand for all that are written in a script.
var usual = [count]string{
	Latin: "en", Cyrillic: "ru", Arabic: "ug", Han: "zh-Hans", Kana: "ja", Hangul: "ko", Tibetan: "bo", Mongolian: "mn-Mong", Yi: "ii",
	LeftToRight: "el", RightToLeft: "he",
}
