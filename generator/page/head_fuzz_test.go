package page

import (
	"strings"
	"testing"
	"unicode/utf8"

	"courtsite/generator/source"
)

// FuzzFrontMatter asks of any page: no panic, positions inside the file, a text that begins after a fence, and keys that have a place.
func FuzzFrontMatter(f *testing.F) {
	for _, seed := range []string{
		"+++\ntitle = \"甲\"\npublished = 2026-02-10\n+++\n正文", "+++\ntitle = “甲”\n+++\n", "---\ntitle: a\n---\n", "＋＋＋\n", "+++\n[translation]\nmachine = 1\n+++",
		"+++\nattachments = [{ file = 'a' }, 'b', 3]\nimage = 'a'\n+++\n", "+++\n+++\n+++\n", "+++ \n \n＋＋＋\n", "+++\n[[attachments]]\nfile='a'\n+++\n", "",
	} {
		f.Add("content/basic/news/a.md", seed)
	}
	f.Add("content/a.fr.md", "+++\n+++\n")
	f.Fuzz(func(t *testing.T, name, text string) {
		if !utf8.ValidString(text) || !IsPage(name) {
			return // source refuses it; nobody reads it
		}
		h, problems := ParseHead(name, source.Text{Bytes: []byte(text)}, languages, zone)
		lines := strings.Split(text, "\n")
		for _, p := range problems {
			if p.Path != name || p.Line < 0 || p.Line > len(lines) || p.Line > 0 && (p.Col < 1 || p.Col > utf8.RuneCountInString(lines[p.Line-1])+1) {
				t.Errorf("%s is outside of the file", p.Pos)
			}
		}
		if h == nil {
			if len(problems) == 0 {
				t.Error("there is no page, and nobody says why")
			}
			return
		}
		if before := strings.TrimRight(text[:h.Start], " \t\n"); !strings.HasSuffix(before, fence) {
			t.Errorf("the text begins after %q", before)
		}
		for _, key := range []string{"title", "item", "aliases", "translation"} {
			if pos := h.Pos(key); pos.Line < 1 || pos.Line > strings.Count(text[:h.Start], "\n")+1 {
				t.Errorf("%s of %s", pos, key)
			}
		}
	})
}
