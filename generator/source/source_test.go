package source

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestScan(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, name := range []string{
		"content/b.md", "content/a/x.md", "content/a/y.PNG", "content/a-b/z.md", "content/.git/x", "content/~$a.docx", "content/a.md~", "content/#a#",
		"content/a.md.swp", "content/a.tmp", "content/THUMBS.DB", "content/desktop.ini", "other/a.md", "site.toml",
	} {
		fsys[name] = &fstest.MapFile{Data: []byte("甲")}
	}
	s, problems, err := Scan(fsys, "site.toml", "content", "missing")
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	var got []string
	for _, f := range s.Files() {
		got = append(got, f.Path)
		if f.Size != 3 {
			t.Errorf("%s has %d bytes", f.Path, f.Size)
		}
	}
	want := []string{"content/a-b/z.md", "content/a/x.md", "content/a/y.PNG", "content/b.md", "site.toml"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if f, ok := s.Lookup("content/a/x.md"); !ok || f.Path != "content/a/x.md" {
		t.Error("a file that is there was not found")
	}
	if _, ok := s.Lookup("content/a"); ok {
		t.Error("a folder is a file")
	}
	if got := s.Folder("content/a"); len(got) != 2 {
		t.Errorf("the folder has %v", got)
	}
	if got := s.Folder("content"); len(got) != 1 {
		t.Errorf("the folder has %v", got)
	}
}

func TestText(t *testing.T) {
	gb, err := simplifiedchinese.GB18030.NewEncoder().String("明镜县人民法院公告")
	if err != nil {
		t.Fatal(err)
	}
	utf16, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String("公告")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, raw, want, problem string }{
		{"plain", "甲\n乙\n", "甲\n乙\n", ""},
		{"CRLF", "甲\r\n乙\r\n", "甲\n乙\n", ""},
		{"CR", "甲\r乙\r", "甲\n乙\n", ""},
		{"mixed", "甲\r\n\r乙\n", "甲\n\n乙\n", ""},
		{"BOM", "\ufeff甲", "甲", ""},
		{"empty", "", "", ""},
		{"GB18030", "a\n甲" + gb, "", "f:2:2 ?"},
		{"GB18030 alone", "a\n" + gb, "", "f:2:1 GB18030 (GBK, ANSI)"},
		{"UTF-16", utf16, "", "f:1:1 UTF-16"},
		{"binary", "a\x00b", "", "f:1:2 NUL"},
		{"Latin-1", "caf\xe9", "", "f:1:4 ?"},
		{"Big5", "\xa5\xbb\xb0|\xb8g", "", "f:1:1 ?"},
		{"cut off", "甲\xe4\xb9", "", "f:1:2 ?"},
	} {
		s, _, err := Scan(fstest.MapFS{"f": {Data: []byte(c.raw)}}, "f")
		if err != nil {
			t.Fatal(err)
		}
		text, ok, problems := s.Text("f")
		if string(text.Bytes) != c.want || ok != (c.problem == "") || ok == (len(problems) > 0) {
			t.Errorf("%s: got %q, %v", c.name, text.Bytes, problems)
		}
		if !ok && !strings.Contains(problems[0].Pos.String()+problems[0].Message("en"), strings.Fields(c.problem)[0]) {
			t.Errorf("%s: got %s %s", c.name, problems[0].Pos, problems[0].Message("en"))
		}
	}
}

// TestDigest: line ends and a byte-order mark do not make another text of a text; a space does.
func TestDigest(t *testing.T) {
	s, _, _ := Scan(fstest.MapFS{"a": {Data: []byte("甲\n")}, "b": {Data: []byte("\ufeff甲\r\n")}, "c": {Data: []byte("甲 \n")}}, ".")
	a, _, _ := s.Text("a")
	b, _, _ := s.Text("b")
	c, _, _ := s.Text("c")
	if a.Digest != b.Digest || a.Digest == c.Digest {
		t.Error("digests do not tell texts apart")
	}
}

// TestReread: a text that is what it was comes as it came; one that has changed is looked at like a new one.
func TestReread(t *testing.T) {
	files := fstest.MapFS{"a": {Data: []byte("甲\n")}, "b": {Data: []byte("\ufeff甲\r\n")}}
	s, _, _ := Scan(files, ".")
	for _, name := range []string{"a", "b"} {
		was, _, _ := s.Text(name)
		again, ok, problems := s.Reread(name, was.Digest)
		if !ok || string(again.Bytes) != "甲\n" || again.Digest != was.Digest {
			t.Errorf("%s: %q, %v", name, again.Bytes, problems)
		}
		files[name].Data = []byte("\ufeff乙\r\n")
		if changed, ok, _ := s.Reread(name, was.Digest); !ok || string(changed.Bytes) != "乙\n" || changed.Digest == was.Digest {
			t.Errorf("%s, changed: %q", name, changed.Bytes)
		}
		files[name].Data = []byte("\xff\n")
		if _, ok, problems := s.Reread(name, was.Digest); ok || len(problems) != 1 {
			t.Errorf("%s, damaged: %v", name, problems)
		}
	}
}

func TestUnreadable(t *testing.T) {
	s, _, _ := Scan(fstest.MapFS{}, ".")
	if _, ok, problems := s.Text("nothing"); ok || told(problems)[0] != "nothing source-unreadable" {
		t.Error(problems)
	}
}
