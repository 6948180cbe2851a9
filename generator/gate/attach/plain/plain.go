// Package plain reads files that are text: plain text, tables of comma-separated values, HTML and other markup.
package plain

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	utf16 "golang.org/x/text/encoding/unicode"

	"courtsite/generator/gate/attach/inside"
)

// Decode makes UTF-8 of a file's bytes: of UTF-8, of UTF-16 with a byte-order mark, and of GB18030, in which office programs for Chinese save texts
// and tables. What can be none of them is refused.
func Decode(data []byte) (text string, ok bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		out, err := utf16.UTF16(utf16.LittleEndian, utf16.UseBOM).NewDecoder().Bytes(data)
		return string(out), err == nil
	case utf8.Valid(data):
		return string(bytes.TrimPrefix(data, []byte("\ufeff"))), bytes.IndexByte(data, 0) < 0
	}
	out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	return string(out), err == nil && readable(out)
}

// readable tells a text from bytes that merely decode: almost any do. Real texts in GB18030 have no control characters and nothing undefined.
func readable(text []byte) bool {
	han, odd := 0, 0
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		text = text[size:]
		switch {
		case unicode.Is(unicode.Han, r):
			han++
		case r == utf8.RuneError, r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f', unicode.Is(unicode.Co, r):
			odd++
		}
	}
	return odd*100 <= han
}

// Text reads a plain text.
func Text(data []byte, take inside.Taker, work *inside.Work) {
	text, ok := open(data, take, work)
	if !ok {
		return
	}
	t := &inside.Text{Source: text}
	t.Quote(text, 0)
	take.Text(t)
	if strings.Contains(strings.ToLower(text), "encoding") && encoded.MatchString(text) {
		take.Unread(inside.Unread{Reason: inside.Mail})
	}
}

// encoded tells of a part that nobody can read as it stands: of a letter (RFC 2045, 6), or a value of a calendar or a card (RFC 2426, 5).
var encoded = regexp.MustCompile(`(?im)^content-transfer-encoding:[ \t]*"?(?:base64|quoted-printable)|;encoding="?(?:b|base64|quoted-printable)"?[;:]`)

func open(data []byte, take inside.Taker, work *inside.Work) (string, bool) {
	if work.Spend(len(data)) != nil {
		take.Unread(inside.Unread{Reason: inside.OverLimit})
		return "", false
	}
	text, ok := Decode(data)
	if !ok {
		take.Unread(inside.Unread{Reason: inside.NotItsName})
	}
	return text, ok
}
