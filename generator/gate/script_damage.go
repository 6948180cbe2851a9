package gate

import (
	"regexp"
	"slices"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/script"
)

// damaged is what encodings leave of a text when it is read in the wrong one: UTF-8's replacement characters, also read as GBK (锟斤拷); the memory of
// a debugger read as GBK (烫烫烫, 屯屯屯); UTF-8's punctuation read as GBK (銆 for a full stop, 鈥 for a quotation mark) and as Latin (â€, ï¼, ã€).
var damaged = regexp.MustCompile(`\x{fffd}+|(?:锟斤拷)+|锟斤|烫{3,}|屯{3,}|[銆鈥]+|â€.?|ï¼.?|ã€.?`)

// damages are what the expression finds, each at its shortest: it is slow, and has to be asked only where one of them stands.
var damages = []string{"\ufffd", "锟斤", "烫烫烫", "屯屯屯", "銆", "鈥", "â€", "ï¼", "ã€"}

// startsDamage tells whether a character is one with which damage begins.
func startsDamage(r rune) bool { return strings.ContainsRune("\ufffd锟烫屯銆鈥âïã", r) }

func (s *scripts) damage(text string) {
	if !slices.ContainsFunc(damages, func(d string) bool { return strings.Contains(text, d) }) {
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
// Controls of ASCII and of ISO 6429 in a text are told when Markdown is read.
func (s *scripts) invisible(text string) {
	han := s.w.Writes(script.Han)
	for at, r := range text {
		switch {
		case isControl(r, han):
			s.tell(diag.ScriptControl, at, r)
		case isPrivate(r):
			s.tell(diag.ScriptPrivate, at, r)
		}
	}
}

// isControl tells of what is not seen, in Chinese also of what other scripts need.
func isControl(r rune, han bool) bool {
	switch {
	case r >= 0x80 && r < 0xa0, r == 0x2028, r == 0x2029, r >= 0x202a && r <= 0x202e, r >= 0x206a && r <= 0x206f, r == 0xfeff, r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r < 0xe0080:
		return true
	}
	return han && (r == 0xad || r == 0x200b || r == 0x200e || r == 0x200f || r == 0x2060) // from web pages; nothing in Chinese needs them
}

func isPrivate(r rune) bool { return r >= 0xe000 && r <= 0xf8ff || r >= 0xf0000 }
