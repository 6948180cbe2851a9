package source

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"courtsite/generator/diag"
)

// decode makes clean UTF-8 of a file's bytes: a byte-order mark is dropped, CRLF and CR become LF. Any other encoding is refused with its
// name: a text in a guessed encoding could be published garbled, and nobody would notice.
func decode(name string, raw []byte) ([]byte, *diag.Problem) {
	if bytes.HasPrefix(raw, []byte{0xff, 0xfe}) || bytes.HasPrefix(raw, []byte{0xfe, 0xff}) {
		return nil, wrongEncoding(diag.Pos{Path: name, Line: 1, Col: 1}, "UTF-16")
	}
	clean := bytes.TrimPrefix(raw, []byte("\ufeff"))
	if bytes.IndexByte(clean, '\r') >= 0 {
		clean = bytes.ReplaceAll(clean, []byte("\r\n"), []byte("\n"))
		clean = bytes.ReplaceAll(clean, []byte("\r"), []byte("\n"))
	}
	if valid(clean) {
		if i := bytes.IndexByte(clean, 0); i >= 0 {
			p := diag.New(diag.SourceBinary, diag.At(name, clean, i))
			return nil, &p
		}
		return clean, nil
	}
	pos := diag.At(name, clean, firstInvalid(clean))
	if chinese(clean) {
		return nil, wrongEncoding(pos, "GB18030 (GBK, ANSI)")
	}
	// Another that Chinese texts come in cannot be told apart from GB18030, or from damage, for certain.
	p := diag.New(diag.SourceEncoding, pos, "is not known", "也认不出是哪种编码")
	return nil, &p
}

func wrongEncoding(pos diag.Pos, encoding string) *diag.Problem {
	p := diag.New(diag.SourceEncoding, pos, "seems to be "+encoding, "看起来是 "+encoding)
	return &p
}

func firstInvalid(b []byte) int {
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(b)
}

// chinese tells whether the bytes read as GB18030 give a text that is mostly Chinese: almost any bytes decode to something.
func chinese(b []byte) bool {
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(b)
	if err != nil {
		return false
	}
	han, other := 0, 0
	for _, r := range string(text) {
		switch {
		case r == utf8.RuneError:
			return false
		case r < utf8.RuneSelf, unicode.IsPunct(r), unicode.IsSpace(r), unicode.IsSymbol(r):
		case unicode.Is(unicode.Han, r):
			han++
		default:
			other++
		}
	}
	return han > other
}
