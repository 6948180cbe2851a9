package plain

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"

	"courtsite/generator/gate/attach/inside"
)

// escape is a character of JSON and JavaScript by its number (RFC 8259, 7). Programs write Chinese so, to be on the safe side.
var escape = regexp.MustCompile(`(?:\\u[0-9A-Fa-f]{4})+`)

// mostEscaped is how many lines with such characters have a place of their own.
const mostEscaped = 100_000

// Script reads JSON and JavaScript: a text, with its characters by number as what they mean. A line with some is known by its beginning.
func Script(data []byte, take inside.Taker, work *inside.Work) {
	if !strings.Contains(string(data), `\u`) {
		Text(data, take, work)
		return
	}
	text, ok := open(data, take, work)
	if !ok {
		return
	}
	t := &inside.Text{Source: text}
	if strings.Count(text, "\n") > mostEscaped {
		t.Derive(unescape(text), 0)
	} else {
		at := 0
		for line := range strings.Lines(text) {
			if strings.Contains(line, `\u`) {
				t.Derive(unescape(line), at)
			} else {
				t.Quote(line, at)
			}
			at += len(line)
		}
	}
	take.Text(t)
}

func unescape(s string) string {
	return escape.ReplaceAllStringFunc(s, func(escapes string) string {
		var units []uint16
		for _, hex := range strings.Split(escapes, `\u`)[1:] {
			n, _ := strconv.ParseUint(hex, 16, 16) // the expression asks for four digits
			units = append(units, uint16(n))
		}
		return string(utf16.Decode(units))
	})
}
