package inside

import (
	"encoding/base64"
	"regexp"
	"strings"
)

// Data is a file that stands in a text itself, as an address that begins with data: (RFC 2397).
type Data struct {
	Start, End int    // of the address in the text
	Type       string // its media type, in small letters; text/plain where none is told
	Bytes      []byte
	Whole      bool // false: some of it is no base64
}

// longestHead is how much stands before an address's comma.
const longestHead = 256

// mediaType is what tells an address from words such as "data: one, two".
var mediaType = regexp.MustCompile(`^[a-z0-9.+-]+/[a-z0-9.+*-]+$`)

// NextData finds the first file in a text from an offset on.
func NextData(text string, from int) (d Data, found bool) {
	for {
		i := strings.IndexByte(text[from:], ':')
		if i < 0 {
			return Data{}, false
		}
		from += i + 1
		at := from - len("data:")
		if at < 0 || !strings.EqualFold(text[at:from-1], "data") || at > 0 && wordly(text[at-1]) {
			continue
		}
		if d, found = dataAt(text, at, from); found {
			return d, true
		}
	}
}

func wordly(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '_' || c == '-'
}

// dataAt reads an address whose head begins at an offset.
func dataAt(text string, start, head int) (Data, bool) {
	comma := strings.IndexByte(text[head:min(len(text), head+longestHead)], ',')
	if comma < 0 || strings.ContainsAny(text[head:head+comma], "<>(){}\n") {
		return Data{}, false
	}
	kind, params, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(text[head:head+comma]), `\`, ""), ";") // JSON may write \/
	kind = strings.TrimSpace(kind)
	last := params[strings.LastIndexByte(params, ';')+1:]
	packed := strings.TrimSpace(last) == "base64"
	before := byte('\n')
	if start > 0 {
		before = text[start-1]
	}
	switch {
	case mediaType.MatchString(kind):
	case packed, kind == "" && strings.IndexByte("\"'(=`\n", before) >= 0:
		kind = "text/plain"
	default:
		return Data{}, false
	}
	d := Data{Start: start, Type: kind}
	body := head + comma + 1
	if packed {
		d.End = packedEnd(text, body)
		d.Bytes, d.Whole = unpack64(text[body:d.End])
	} else {
		d.End = writtenEnd(text, body, before)
		d.Bytes, d.Whole = []byte(percented(text[body:d.End])), true
	}
	return d, len(d.Bytes) > 0 || !d.Whole
}

// packedEnd is where base64 ends. Blanks may stand in it (browsers pass over them); but where it is followed by words and not by what closes an
// address, the first blank ended it.
func packedEnd(text string, from int) int {
	blank := -1
	for i := from; ; i++ {
		switch {
		case i >= len(text):
			return i
		case wordly(text[i]), strings.IndexByte("+/=%", text[i]) >= 0:
		case text[i] == '\\' && i+1 < len(text) && strings.IndexByte("/nrt\n", text[i+1]) >= 0: // of JSON, CSS
			i++
		case strings.IndexByte(" \t\r\n\f", text[i]) >= 0:
			if blank < 0 {
				blank = i
			}
			if strings.HasPrefix(text[i:], "\n\n") {
				return i
			}
		case blank >= 0 && strings.IndexByte("\"'`)<>\\", text[i]) < 0:
			return blank
		default:
			return i
		}
	}
}

// writtenEnd is where an address ends that is written out: at what closes what it stands in.
func writtenEnd(text string, from int, before byte) int {
	closing := " \t\n\r\"'<>"
	switch before {
	case '"', '\'', '`':
		closing = string(before)
	case '(':
		closing = ")"
	case '\n': // a whole value
		if i := strings.Index(text[from:], "\n\n"); i >= 0 {
			return from + i
		}
		return len(text)
	}
	if i := strings.IndexAny(text[from:], closing); i >= 0 {
		return from + i
	}
	return len(text)
}

// unpack64 decodes as browsers do, and gives what it can where they would refuse.
func unpack64(s string) (data []byte, whole bool) {
	var b []byte
	s = percented(s)
	for i := 0; i < len(s) && s[i] != '='; i++ {
		switch c := s[i]; {
		case c == '-': // of addresses (RFC 4648, 5)
			b = append(b, '+')
		case c == '_':
			b = append(b, '/')
		case c == '\\' && i+1 < len(s) && s[i+1] != '/':
			i++
		case wordly(c), c == '+', c == '/':
			b = append(b, c)
		}
	}
	whole = len(b)%4 != 1
	if !whole {
		b = b[:len(b)-1]
	}
	data, err := base64.RawStdEncoding.DecodeString(string(b))
	return data, whole && err == nil
}

// percented undoes percent signs. One that stands for nothing stays.
func percented(s string) string {
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			high, ok1 := hexDigit(s[i+1])
			low, ok2 := hexDigit(s[i+2])
			if ok1 && ok2 {
				b = append(b, high<<4|low)
				i += 2
				continue
			}
		}
		b = append(b, s[i])
	}
	return string(b)
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10, true
	}
	return 0, false
}
