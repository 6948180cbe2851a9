package gate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"courtsite/generator/diag"
	"courtsite/generator/script"
)

// halfMarks are ASCII marks that Chinese has full-width forms of (GB/T 15834). Full stops and brackets are left out: numbers of sections and years in
// brackets are written with ASCII ones in many official texts.
const halfMarks = ",;:?!"

var fullMarks = map[byte]string{',': "，", ';': "；", ':': "：", '?': "？", '!': "！"}

// In the full texts of 440 judicial interpretations halfWidth finds 32 places, each an ASCII comma or semicolon where the text wants a Chinese one, and
// doubled finds none: neither has told anything wrong there.

// halfWidth finds ASCII marks between two Chinese characters. A mark that stands elsewhere may belong to a number, a time, an address or foreign words.
func (s *scripts) halfWidth(text string) {
	if !s.w.Writes(script.Han) {
		return
	}
	for at := 0; at < len(text); at++ {
		i := strings.IndexAny(text[at:], halfMarks)
		if i < 0 {
			return
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+1:])
		if unicode.Is(unicode.Han, before) && unicode.Is(unicode.Han, after) {
			s.tell(diag.ScriptHalfWidth, at, text[at:at+1], fullMarks[text[at]])
		}
	}
}

// doubled finds two stops of Chinese in a row, of which one is too much: ，， or 、。. A run of full stops is somebody's ellipsis.
func (s *scripts) doubled(text string) {
	for at := 0; at+6 <= len(text); {
		if !stopAt(text, at) || !stopAt(text, at+3) {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		end := at
		for stopAt(text, end) {
			end += 3
		}
		if run := text[at:end]; strings.Trim(run, "。") != "" || len(run) == len("。。") {
			s.tell(diag.ScriptDoubled, at, run)
		}
		at = end
	}
}

// stopAt tells whether a stop stands at a place; each has three bytes.
func stopAt(text string, at int) bool {
	return at+3 <= len(text) && isStop(first(text[at:]))
}

// isStop tells whether a character is one of 、。，：；.
func isStop(r rune) bool { return r == '、' || r == '。' || r == '，' || r == '：' || r == '；' }

func first(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}
