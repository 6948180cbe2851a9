package gate

import (
	"regexp"
	"strings"

	"courtsite/generator/diag"
)

// readings are Latin letters in brackets after a Chinese character.
var readings = regexp.MustCompile(`(\p{Han}+)([(（]([a-zü\x{e0}-\x{fc}āēīōūǎěǐǒǔǖǘǚǜ' ]{2,60})[)）])`)

// inReading tells whether a character may stand in such brackets.
func inReading(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 0xe0 && r <= 0xfc || strings.ContainsRune("āēīōūǎěǐǒǔǖǘǚǜ' ", r)
}

// pinyin: readings that somebody's input method or database put between the characters, as in 汉字(hànzì). With tones there is no doubt; without them
// the letters have to be syllables, as many as one to each character before them.
func (s *scripts) pinyin(text string) {
	if !strings.HasPrefix(s.w.Tag(), "zh") {
		return
	}
	for _, at := range readings.FindAllStringSubmatchIndex(text, -1) {
		han, reading := []rune(text[at[2]:at[3]]), text[at[6]:at[7]]
		toned := strings.ContainsAny(reading, "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ")
		n := syllables(strings.Map(plainVowel, reading))
		if n == 0 || n > len(han) || !toned && n < 2 {
			continue
		}
		s.tell(diag.ScriptPinyin, at[4], string(han[len(han)-n:])+text[at[4]:at[5]])
	}
}

// plainVowel takes the tone off a letter, and drops what stands between syllables.
func plainVowel(r rune) rune {
	if r == ' ' || r == '\'' {
		return -1
	}
	for vowel, toned := range tones {
		if strings.ContainsRune(toned, r) {
			return vowel
		}
	}
	return r
}

var tones = map[rune]string{'a': "āáǎà", 'e': "ēéěè", 'i': "īíǐì", 'o': "ōóǒò", 'u': "ūúǔù", 'v': "üǖǘǚǜ"}

// syllable is one of standard Chinese, as 汉语拼音方案 writes them.
var syllable = regexp.MustCompile(`^(?:` + strings.Join([]string{
	`[bp](?:a|o|ai|ei|ao|an|en|ang|eng|i|ie|iao|ian|in|ing|u)`,
	`[mf](?:a|o|ai|ei|ao|ou|an|en|ang|eng|i|ie|iao|iu|ian|in|ing|u)`,
	`[dt](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|ing|u|uo|ui|uan|un)`,
	`[nl](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|u|uo|uan|un|v|ve|ue)`,
	`[gkh](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)`,
	`[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)`,
	`(?:zh|ch|sh|[zcs])(?:a|e|i|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)`,
	`r(?:e|i|ao|ou|an|en|ang|eng|ong|u|uo|ui|uan|un)`,
	`y(?:a|e|i|ao|ou|an|in|ang|ing|ong|u|ue|uan|un)`,
	`w(?:a|o|ai|ei|an|en|ang|eng|u)`,
	`a|o|e|ai|ei|ao|ou|an|en|ang|er`,
}, "|") + `)$`)

// syllables counts the syllables of a reading, the fewest that it can have; 0 where it is none.
func syllables(reading string) int {
	const longest = 6
	fewest := make([]int, len(reading)+1) // of the text up to there, and one more; 0 where there are none
	fewest[0] = 1
	for end := 1; end <= len(reading); end++ {
		for from := max(0, end-longest); from < end; from++ {
			if fewest[from] > 0 && (fewest[end] == 0 || fewest[from]+1 < fewest[end]) && syllable.MatchString(reading[from:end]) {
				fewest[end] = fewest[from] + 1
			}
		}
	}
	return max(0, fewest[len(reading)]-1)
}
