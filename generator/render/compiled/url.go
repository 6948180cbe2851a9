package compiled

import "strings"

// filterURL lets only addresses pass that are relative or whose scheme does no harm.
func filterURL(s string) string {
	scheme, _, ok := strings.Cut(s, ":")
	if !ok || strings.Contains(scheme, "/") || strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto") {
		return s
	}
	return "#ZgotmplZ" // what html/template writes instead
}

// normalizeURL percent-encodes what may not stand in a quoted address; what is encoded already stays.
func normalizeURL(s string) string { return encode(s, &inAddress, true) }

// escapeURL percent-encodes a text that is a part of an address's query.
func escapeURL(s string) string { return encode(s, &inQuery, false) }

// allowed are the bytes that stand for themselves.
type allowed [256]bool

var (
	inQuery   = allow("-._~")
	inAddress = allow("-._~!#$&*+,/:;=?@[]")
)

func allow(marks string) (a allowed) {
	for c := range a {
		a[c] = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c < 0x80 && strings.IndexByte(marks, byte(c)) >= 0
	}
	return a
}

func encode(s string, as *allowed, keepEncoded bool) string {
	const hex = "0123456789abcdef"
	var b strings.Builder
	written := 0
	for i := range len(s) {
		c := s[i]
		if as[c] || c == '%' && keepEncoded && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			continue
		}
		b.WriteString(s[written:i])
		b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		written = i + 1
	}
	if written == 0 {
		return s
	}
	b.WriteString(s[written:])
	return b.String()
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
