package source

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Quote writes a text as a basic string of TOML.
func Quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s { // what is not UTF-8 becomes U+FFFD
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == '\u007f':
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// ValidLine tells whether a text can stand where one line of text is asked for.
func ValidLine(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, notInLine)
}
