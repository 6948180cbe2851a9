package source

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzTOML asks of any text: no panic, each unknown key told, positions inside the file.
func FuzzTOML(f *testing.F) {
	for _, seed := range []string{
		"a = 1\n[b]\nc = \"“\"\n[[d]]\ne = { f = [1, 2] }\n", "title = “公告”", "a.\"b c\".'d' = '''\n'''\n# x\n", "a = \"\"\"\n\\\"\"\"\"\n", "published = 2026-02-30",
		"\"\\u0061\" = 1", "t = [{ a = 1 }, { b = 2 }]", "标题 = 1", "a = [\n# ]\n]\n", "[a]\n[a.b]\n", "",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) {
			return
		}
		file := []byte("甲\n" + src)
		doc, table := ParseTOML("f", file, 4, len(file))
		keys := len(table.values)
		table.Keys()
		for key := range table.values {
			table.Pos(key)
		}
		table.Time("published", time.UTC)
		table.Strings("keywords")
		for _, element := range table.Tables("t") {
			element.Done()
		}
		before := len(doc.problems)
		table.asked = nil
		table.Done()
		if told := len(doc.problems) - before; told != keys && !table.broken {
			t.Errorf("%d of %d keys were told", told, keys)
		}
		lines := bytes.Split(file, []byte("\n"))
		for _, p := range doc.Problems() {
			if p.Line < 1 || p.Line > len(lines) || p.Col < 1 || p.Col > utf8.RuneCount(lines[p.Line-1])+1 {
				t.Errorf("%s is outside of the file", p.Pos)
			}
		}
	})
}

// FuzzDecode asks of any bytes: a text in UTF-8 with plain line ends, or a place inside the file.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("甲\r\n乙\r"))
	f.Add([]byte("\xff\xfea\x00"))
	f.Add([]byte("\xc3\xf7\xbe\xb5\xcf\xd8"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		clean, problem := decode("f", raw)
		switch {
		case problem == nil && (!utf8.Valid(clean) || bytes.ContainsAny(clean, "\r\x00")):
			t.Errorf("%q was taken", clean)
		case problem != nil && (problem.Line < 1 || problem.Col < 1 || problem.Line > strings.Count(string(raw), "\n")+strings.Count(string(raw), "\r")+1):
			t.Errorf("%s is outside of the file", problem.Pos)
		}
	})
}
