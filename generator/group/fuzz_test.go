package group

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"courtsite/generator/diag"
)

// inside wants the places of problems inside a file.
func inside(t *testing.T, src []byte, problems []diag.Problem) {
	lines := bytes.Split(src, []byte("\n"))
	for _, p := range problems {
		if p.Line < 1 || p.Line > len(lines) || p.Col < 1 || p.Col > utf8.RuneCount(lines[p.Line-1])+1 {
			t.Errorf("%s is outside of the file", p.Pos)
		}
	}
}

// FuzzSettings asks of any text: no panic, places inside the file, and no folder outside of the group's.
func FuzzSettings(f *testing.F) {
	f.Add("members = [\"courts/*\"]\nout = \"../x\"\nlocked = [\"a.b\"]\n[defaults]\ntheme = 1\n[regions]\n\"99\" = { en = \"A\" }\n\"9-\" = { }\n[board]\nfresh_days = 0\n")
	f.Add("[[member]]\nid = \"a\"\nfolder = \"b\"\nsite = { court = { code = \"c\" } }\n[[push]]\nfrom = \"a\"\ndocuments = [\"[\"]\n[[take]]\noffered = 1\n")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		s, problems := parse([]byte(text))
		inside(t, []byte(text), problems)
		for _, folder := range []string{s.out, s.cache, s.portal, s.list} {
			if folder != "" && !below(folder) {
				t.Errorf("the folder %q leads out", folder)
			}
		}
		for _, p := range s.push {
			p.covers(&Member{})
		}
	})
}

// FuzzList asks the same of a list of members.
func FuzzList(f *testing.F) {
	f.Add("id,court.code,languages.zh-Hans.title\nb101,A101,\"明,镜\"\n")
	f.Add("id,a.b,a.b.c\nx,1,2\n,\n\"")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || bytes.ContainsRune([]byte(text), '\r') {
			return // the reader of files refuses the one and evens out the other
		}
		members, problems := parseList("courts.csv", []byte(text))
		inside(t, []byte(text), problems)
		for _, m := range members {
			if m.site != nil {
				table := m.site.Fresh()
				for _, key := range table.Keys() {
					table.Table(key).Done()
				}
				table.Done()
				inside(t, []byte(text), table.Problems())
			}
		}
	})
}
