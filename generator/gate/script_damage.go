package gate

import (
	"regexp"

	"courtsite/generator/diag"
	"courtsite/generator/script"
)

// damaged is what encodings leave of a text when it is read in the wrong one: UTF-8's replacement characters, also read as GBK (锟斤拷); the memory of
// a debugger read as GBK (烫烫烫, 屯屯屯); UTF-8's punctuation read as GBK (銆 for a full stop, 鈥 for a quotation mark) and as Latin (â€, ï¼, ã€).
var damaged = regexp.MustCompile(`\x{fffd}+|(?:锟斤拷)+|锟斤|烫{3,}|屯{3,}|[銆鈥]+|â€.?|ï¼.?|ã€.?`)

// startsDamage tells whether three bytes are those of 烫, 屯, 锟, 銆 or 鈥.
func startsDamage(first, second, third byte) bool {
	switch uint32(first)<<16 | uint32(second)<<8 | uint32(third) {
	case 0xe783ab, 0xe5b1af, 0xe9949f, 0xe98a86, 0xe988a5:
		return true
	}
	return false
}

// mayBeDamaged tells, much faster than the expression, that a text has one of the characters with which damage begins.
func mayBeDamaged(text string) bool {
	for i := 0; i+2 < len(text); i++ {
		switch text[i] {
		case 0xc3: // â, ï, ã
			if c := text[i+1]; c == 0xa2 || c == 0xaf || c == 0xa3 {
				return true
			}
		case 0xe5, 0xe7, 0xe9:
			if startsDamage(text[i], text[i+1], text[i+2]) {
				return true
			}
		case 0xef: // U+FFFD
			if text[i+1] == 0xbf && text[i+2] == 0xbd {
				return true
			}
		}
	}
	return false
}

func (s *scripts) damage(text string) {
	if !mayBeDamaged(text) {
		return
	}
	for _, at := range damaged.FindAllStringIndex(text, -1) {
		s.tell(diag.ScriptDamage, at[0], text[at[0]:at[1]])
	}
}

// residue is what is left of a web page in a text: "?br>", "&nbsp;", and codes that were escaped twice. &lt; and &amp; alone are Markdown.
var residue = regexp.MustCompile(`\?\s?/?(?i:br|p|div|span|font|strong|b|table|tbody|tr|td|img|a|o:p)\s?/?>|&(?:amp;)*(?:nbsp|ensp|emsp|#160|#xa0|#xA0);|&(?:amp;)+(?:lt|gt|quot|amp|#\d+|[a-z]{2,8});`)

func (s *scripts) markup(text string) {
	for _, at := range residue.FindAllStringIndex(text, -1) {
		s.tell(diag.ScriptMarkup, at[0], text[at[0]:at[1]])
	}
}

// invisible: controls of ISO 6429, of text direction (an override shows a text in another order than it is searched, read aloud and copied in), byte-order
// marks inside a text, line separators, and what has a meaning in one font only, such as the letters of old Mongolian and Tibetan fonts.
// Controls of ASCII are told when Markdown is read.
func (s *scripts) invisible(text string) {
	for at, r := range text {
		switch {
		case r >= 0x80 && r < 0xa0, r == 0x2028, r == 0x2029, r >= 0x202a && r <= 0x202e, r >= 0x206a && r <= 0x206f, r == 0xfeff, r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r < 0xe0080:
			s.tell(diag.ScriptControl, at, r)
		case s.w.Writes(script.Han) && (r == 0xad || r == 0x200b || r == 0x200e || r == 0x200f || r == 0x2060): // from web pages; nothing in Chinese needs them
			s.tell(diag.ScriptControl, at, r)
		case r >= 0xe000 && r <= 0xf8ff, r >= 0xf0000:
			s.tell(diag.ScriptPrivate, at, r)
		}
	}
}
