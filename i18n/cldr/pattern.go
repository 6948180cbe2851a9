package main

import (
	"fmt"
	"regexp"
	"strings"
)

// fields are the letters of the CLDR's date patterns, and the placeholders of phrase files.
var fields = map[string]string{
	"y": "{y}", "M": "{M}", "MM": "{MM}", "MMMM": "{month}", "LLLL": "{month}", "d": "{d}", "dd": "{dd}",
	"EEEE": "{weekday}", "cccc": "{weekday}", "H": "{H}", "HH": "{HH}", "mm": "{mm}",
}

// datePattern turns d 'de' MMMM y into {d} de {month} {y}. A field that phrase files don't have is an error.
func datePattern(pattern string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(pattern); {
		c := pattern[i]
		switch {
		case c == '\'':
			n := strings.IndexByte(pattern[i+1:], '\'')
			if n < 0 {
				return "", fmt.Errorf("%q: a quote is not closed", pattern)
			}
			if n == 0 {
				b.WriteByte('\'')
			}
			b.WriteString(pattern[i+1 : i+1+n])
			i += n + 2
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			n := len(pattern[i:]) - len(strings.TrimLeft(pattern[i:], string(c)))
			field, ok := fields[pattern[i:i+n]]
			if !ok {
				return "", fmt.Errorf("%q: unknown field %s", pattern, pattern[i:i+n])
			}
			b.WriteString(field)
			i += n
		default:
			b.WriteByte(c)
			i++
		}
	}
	return b.String(), nil
}

// digits is the number in a pattern such as ¤#,##0.00.
var digits = regexp.MustCompile(`[#0][#0,.]*[#0]|[#0]`)

// numberPattern turns ¤#,##0.00 into ¥{n}; the part for negative numbers is left out, as the sign stands before the whole.
func numberPattern(pattern string, signs *strings.Replacer) (string, error) {
	pattern, _, _ = strings.Cut(pattern, ";")
	at := digits.FindStringIndex(pattern)
	if at == nil {
		return "", fmt.Errorf("%q has no number", pattern)
	}
	if number := pattern[at[0]:at[1]]; !strings.HasPrefix(number, "#,##0") || strings.Count(number, ",") != 1 {
		return "", fmt.Errorf("%q: groups that are not of three digits", pattern)
	}
	return signs.Replace(pattern[:at[0]]) + "{n}" + signs.Replace(pattern[at[1]:]), nil
}
