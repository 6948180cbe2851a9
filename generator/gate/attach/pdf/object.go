package pdf

import "strconv"

// The values of a PDF (ISO 32000-1, 7.3): nil, bool, float64, name, text, array, dict, ref, *stream, and operator in contents.
type (
	name     string
	text     string // a string object, decoded, not yet read as characters
	array    []any
	dict     map[name]any
	ref      int // the number of an indirect object
	operator string
)

// stream is a dictionary with bytes. Where the length is not told in place they are read up to where endstream stands.
type stream struct {
	dict
	start, end int // of the packed bytes in the file
	number     int // of the object
	data       []byte
	packed     []byte // of streams that are not in the file itself
}

// deepest is how deep arrays, dictionaries, forms and trees of pages may stand in each other.
const deepest = 64

// lexer reads values from bytes.
type lexer struct {
	data []byte
	at   int
	refs bool // N G R is a reference; not so in contents
	deep bool // values stood deeper in each other than is read, or there were too many
	stop int  // where that was seen
	left int  // values that may still be read; 0 for any number
}

// Bounds of single values, which stay in memory.
const (
	mostElements = 1 << 20 // of an array
	mostEntries  = 100_000 // of a dictionary
)

// giveUp says that the rest is not read.
func (l *lexer) giveUp() end {
	if l.at < len(l.data) {
		l.deep, l.stop = true, l.at
	}
	l.at = len(l.data)
	return end{}
}

func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func (l *lexer) skip() {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case space(c):
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// end is the value that stands for the end of the bytes.
type end struct{}

// closing are ] and >>, where no array or dictionary is open.
type closing byte

// next reads one value.
func (l *lexer) next(depth int) any {
	l.skip()
	if l.at >= len(l.data) || depth > deepest || l.left == 1 {
		return l.giveUp()
	}
	l.left = max(0, l.left-1)
	switch c := l.data[l.at]; {
	case c == '/':
		return l.name()
	case c == '(':
		return l.literal()
	case c == '<' && l.at+1 < len(l.data) && l.data[l.at+1] == '<':
		l.at += 2
		return l.dict(depth)
	case c == '<':
		return l.hex()
	case c == '[':
		l.at++
		return l.array(depth)
	case c == ']' || c == '>' || c == ')' || c == '{' || c == '}':
		l.at++
		if c == '>' && l.at < len(l.data) && l.data[l.at] == '>' {
			l.at++
		}
		return closing(c)
	}
	return l.word()
}

func (l *lexer) name() any {
	l.at++
	var b []byte
	for ; l.at < len(l.data) && !space(l.data[l.at]) && !delimiter(l.data[l.at]); l.at++ {
		c := l.data[l.at]
		if c == '#' && l.at+2 < len(l.data) {
			if n, err := strconv.ParseUint(string(l.data[l.at+1:l.at+3]), 16, 8); err == nil {
				c = byte(n)
				l.at += 2
			}
		}
		b = append(b, c)
	}
	return name(b)
}

func (l *lexer) word() any {
	from := l.at
	for l.at < len(l.data) && !space(l.data[l.at]) && !delimiter(l.data[l.at]) {
		l.at++
	}
	word := string(l.data[from:l.at])
	switch word {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	if c := word[0]; c != '+' && c != '-' && c != '.' && (c < '0' || c > '9') {
		return operator(word)
	}
	n, err := strconv.ParseFloat(word, 64)
	if err != nil {
		return operator(word)
	}
	if l.refs && n >= 0 && n < 1<<31 && n == float64(int(n)) {
		if isRef := l.generation(); isRef {
			return ref(n)
		}
	}
	return n
}

// generation reads the rest of a reference: G R. If it is none, nothing is read.
func (l *lexer) generation() bool {
	i := l.at
	for i < len(l.data) && space(l.data[i]) {
		i++
	}
	from := i
	for i < len(l.data) && i-from < 6 && l.data[i] >= '0' && l.data[i] <= '9' {
		i++
	}
	digits := i > from
	for i < len(l.data) && space(l.data[i]) {
		i++
	}
	if !digits || i >= len(l.data) || l.data[i] != 'R' || i+1 < len(l.data) && !space(l.data[i+1]) && !delimiter(l.data[i+1]) {
		return false
	}
	l.at = i + 1
	return true
}

func (l *lexer) array(depth int) any {
	var a array
	for {
		switch v := l.next(depth + 1).(type) {
		case end:
			return a
		case closing:
			if v == ']' {
				return a
			}
		default:
			if len(a) >= mostElements {
				l.giveUp()
				return a
			}
			a = append(a, v)
		}
	}
}

func (l *lexer) dict(depth int) any {
	d := dict{}
	for {
		key := l.next(depth + 1)
		switch k := key.(type) {
		case end:
			return d
		case closing:
			if k == '>' {
				return d
			}
		case name:
			v := l.next(depth + 1)
			switch v := v.(type) {
			case end:
				return d
			case closing:
				if v == '>' {
					return d
				}
			default:
				if len(d) >= mostEntries {
					l.giveUp()
					return d
				}
				d[k] = v
			}
		}
	}
}

// literal reads a string in parentheses.
func (l *lexer) literal() any {
	var b []byte
	open := 0
	for ; l.at < len(l.data); l.at++ {
		c := l.data[l.at]
		switch c {
		case '(':
			if open++; open == 1 {
				continue
			}
		case ')':
			if open--; open == 0 {
				l.at++
				return text(b)
			}
		case '\\':
			b = l.escape(b)
			continue
		}
		b = append(b, c)
	}
	l.at = min(l.at, len(l.data)) // an escape may be cut off
	return text(b)
}

// escape reads what stands behind a backslash, and leaves the place on its last byte.
func (l *lexer) escape(b []byte) []byte {
	if l.at++; l.at >= len(l.data) {
		return b
	}
	switch c := l.data[l.at]; {
	case c == 'n':
		return append(b, '\n')
	case c == 'r':
		return append(b, '\r')
	case c == 't':
		return append(b, '\t')
	case c == 'b':
		return append(b, '\b')
	case c == 'f':
		return append(b, '\f')
	case c == '\n':
		return b
	case c == '\r':
		if l.at+1 < len(l.data) && l.data[l.at+1] == '\n' {
			l.at++
		}
		return b
	case c >= '0' && c <= '7':
		n := int(c - '0')
		for i := 0; i < 2 && l.at+1 < len(l.data) && l.data[l.at+1] >= '0' && l.data[l.at+1] <= '7'; i++ {
			l.at++
			n = n*8 + int(l.data[l.at]-'0')
		}
		return append(b, byte(n))
	default:
		return append(b, c)
	}
}

// hex reads a string in angle brackets.
func (l *lexer) hex() any {
	var b []byte
	half, odd := byte(0), false
	for l.at++; l.at < len(l.data); l.at++ {
		c := l.data[l.at]
		if c == '>' {
			l.at++
			break
		}
		n, ok := hexDigit(c)
		switch {
		case !ok:
		case odd:
			b, odd = append(b, half|n), false
		default:
			half, odd = n<<4, true
		}
	}
	if odd {
		b = append(b, half)
	}
	return text(b)
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10, true
	}
	return 0, false
}
