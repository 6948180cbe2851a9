package plain

import (
	"testing"
	"unicode/utf8"

	"courtsite/generator/gate/attach/inside"
	"courtsite/generator/gate/attach/inside/insidetest"
)

// FuzzRead asks of any bytes, read in each way: no panic, texts in UTF-8, places inside the file.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"a,b\n\"c\"\"d\",e\n", "甲\t乙\r\n丙\t丁", "\xff\xfea\x00", "\xc3\xf7\xbe\xb5\xcf\xd8", "<p style='display:none'>a&amp;b<!-- c --><input type=hidden value=x>", "<svg><text>a</text></svg>", "\"", "{\"a\": \"\\u5bc6\\ud83d\\ude00\",\n\"b\": 1}\n\\u4e2", "<script>a</p>"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if text, ok := Decode(data); ok && !utf8.ValidString(text) {
			t.Errorf("%q is not UTF-8", text)
		}
		for _, read := range []func([]byte, inside.Taker, *inside.Work){Text, Table, Markup, Script} {
			r := &insidetest.Recorder{}
			read(data, r, inside.NewWork(1<<20))
			r.Sound(t)
		}
	})
}
