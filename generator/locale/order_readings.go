package locale

import (
	"strings"
	"unicode/utf8"
)

// readings are characters with several readings that the CLDR knows by one alone, in words that court documents are full of: 调解 would stand under
// D. Each word stands where it would with a character of the right reading at its beginning. Only readings with another first letter are here.
var readings = func() map[rune][]readAs {
	words := map[rune][]readAs{}
	for _, line := range []struct{ as, words string }{
		{"条", "调解 调处 调停 调整 调节 调和 调剂 调控 调价"},
		{"虫", "重新 重审 重整 重组 重婚 重复 重建 重申 重启 重庆"},
		{"常", "长期 长效 长久 长远 长江 长城 长安 长沙 长春 长治 长途"},
		{"杭", "行业 行规 行情 行会"},
		{"快", "会计"},
		{"挤", "给付 给予 给养"},
		{"谈", "弹劾 弹性"},
		{"帅", "率先 率领"},
		{"下", "厦门"},
		{"葬", "藏族 藏语 藏文 藏历"},
		{"审", "沈"},
		{"叫", "校对 校验 校准 校正"},
	} {
		for _, word := range strings.Fields(line.words) {
			first := []rune(word)[0]
			words[first] = append(words[first], readAs{word, line.as})
		}
	}
	return words
}()

// readAs says that words beginning with a prefix are read with the first character of as.
type readAs struct{ prefix, as string }

// reading puts a character of the right reading at the beginning of a word.
func reading(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	for _, r := range readings[first] {
		if strings.HasPrefix(word, r.prefix) {
			return r.as + word[size:]
		}
	}
	return word
}
