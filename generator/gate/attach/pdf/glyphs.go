package pdf

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// standardEncoding is that of fonts that name none: ASCII but for two quotation marks, and a few marks above (ISO 32000-1, D.2).
var standardEncoding = func() [256]string {
	var e [256]string
	for c := 0x20; c < 0x7f; c++ {
		e[c] = string(rune(c))
	}
	e['\''], e['`'] = "’", "‘"
	for c, s := range map[int]string{0xa7: "§", 0xaa: "“", 0xba: "”", 0xb1: "–", 0xd0: "—", 0xb7: "•", 0xbc: "…", 0xa5: "¥", 0xb4: "·"} {
		e[c] = s
	}
	return e
}()

// encodingOf gives an encoding by its name.
func encodingOf(v any) [256]string {
	var m *charmap.Charmap
	switch v {
	case name("WinAnsiEncoding"):
		m = charmap.Windows1252
	case name("MacRomanEncoding"):
		m = charmap.Macintosh
	default:
		return standardEncoding
	}
	var e [256]string
	for c := 0x20; c < 256; c++ {
		if r := m.DecodeByte(byte(c)); r != utf8.RuneError {
			e[c] = string(r)
		}
	}
	return e
}

// glyphNames are the names of characters in fonts, of those that numbers, words and addresses are made of (Adobe Glyph List).
var glyphNames = map[string]string{
	"space": " ", "exclam": "!", "quotedbl": "\"", "numbersign": "#", "dollar": "$", "percent": "%", "ampersand": "&", "quotesingle": "'", "quoteright": "’", "quoteleft": "‘", "parenleft": "(", "parenright": ")",
	"asterisk": "*", "plus": "+", "comma": ",", "hyphen": "-", "minus": "-", "period": ".", "slash": "/", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
	"eight": "8", "nine": "9", "colon": ":", "semicolon": ";", "less": "<", "equal": "=", "greater": ">", "question": "?", "at": "@", "bracketleft": "[", "backslash": "\\", "bracketright": "]",
	"asciicircum": "^", "underscore": "_", "grave": "`", "braceleft": "{", "bar": "|", "braceright": "}", "asciitilde": "~", "endash": "–", "emdash": "—", "bullet": "•", "quotedblleft": "“", "quotedblright": "”",
	"ellipsis": "…", "section": "§", "yen": "¥", "degree": "°", "multiply": "×", "periodcentered": "·", "fi": "fi", "fl": "fl", "ff": "ff", "ffi": "ffi", "ffl": "ffl", "nbspace": " ", "sfthyphen": "-",
}

// glyphChars gives the characters of a glyph's name: listed, a single letter, uni with hex digits, u with hex digits.
func glyphChars(name string) string {
	name, _, _ = strings.Cut(name, ".")
	if s, ok := glyphNames[name]; ok {
		return s
	}
	if len(name) == 1 {
		return name
	}
	for _, prefix := range []string{"uni", "u"} {
		if hex, ok := strings.CutPrefix(name, prefix); ok && len(hex) >= 4 && len(hex) <= 6 {
			if n, err := strconv.ParseUint(hex, 16, 32); err == nil && utf8.ValidRune(rune(n)) {
				return string(rune(n))
			}
		}
	}
	return ""
}
