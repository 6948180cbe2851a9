package picture

import (
	"encoding/binary"
	"strings"
	"testing"
)

// TestForeign: what programs write in blocks of their own is read, if it is words; and what stands behind a bitmap is behind a picture.
func TestForeign(t *testing.T) {
	chunk := func(kind, body string) string {
		return string(binary.BigEndian.AppendUint32(nil, uint32(len(body)))) + kind + body + "\x00\x00\x00\x00"
	}
	png := func(chunks string) string {
		return "\x89PNG\r\n\x1a\n" + chunk("IHDR", "\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00") + chunks + chunk("IDAT", "") + chunk("IEND", "")
	}
	jpeg := func(marker byte, body string) string {
		return "\xff\xd8\xff" + string([]byte{marker}) + string(binary.BigEndian.AppendUint16(nil, uint16(len(body)+2))) + body + "\xff\xd9"
	}
	bmp := func(behind string) string {
		return "BM" + string(binary.LittleEndian.AppendUint32(nil, 58)) + strings.Repeat("\x00", 52) + behind
	}
	for _, c := range []struct{ name, data, want string }{
		{"a chunk of words", png(chunk("prVt", "号码 110105")), "号码 110105"},
		{"a chunk of numbers", png(chunk("prVt", "\x01\x02ab\x00\x03")), ""},
		{"a chunk of the specification", png(chunk("pHYs", "abcdefghi")), ""},
		{"a segment of words", jpeg(0xe9, "{\"a\":\"号码\"}\x00"), "{\"a\":\"号码\"}"},
		{"a segment of a camera", jpeg(0xe2, "ICC_PROFILE\x00\x01\x01abcd"), ""},
		{"behind a bitmap", bmp("the name of somebody"), "the name of somebody"},
		{"a bitmap", bmp(""), ""},
	} {
		m, _ := Read([]byte(c.data), Sniff([]byte(c.data)))
		var got []string
		for _, w := range m.Words {
			got = append(got, w.Value)
		}
		if strings.Join(got, "; ") != c.want || (m.Behind > 0) != strings.HasPrefix(c.name, "behind") {
			t.Errorf("%s: %q, %d behind", c.name, got, m.Behind)
		}
	}
}
