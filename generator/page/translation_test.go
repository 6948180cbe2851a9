package page

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"courtsite/generator/diag"
	"courtsite/generator/source"
)

const textHash = TextHash("0123456789abcdef0123456789abcdef")

var marked = time.Date(2026, 3, 5, 0, 0, 0, 0, time.UTC)

func TestMarkTranslation(t *testing.T) {
	const record = "source = \"0123456789abcdef0123456789abcdef\"\ntranslated = 2026-03-05\n"
	for _, c := range []struct{ name, front, want string }{
		{"no table", "title = \"a\"\n", "title = \"a\"\n\n[translation]\n" + record},
		{"an empty table", "[translation]\n", "[translation]\n" + record},
		{"a table", "[translation] # who\ntranslator = \"b\"\n\n", "[translation] # who\ntranslator = \"b\"\n" + record + "\n"},
		{"an old record", "[translation]\nsource = \"x\"\ntranslated=2025-01-01\nmachine = true\n", "[translation]\nmachine = true\n" + record},
		{"a table after it", "[translation]\ndraft = true\n[other]\nsource = \"y\"\n", "[translation]\ndraft = true\n" + record + "[other]\nsource = \"y\"\n"},
		{"an inline table", "translation = { draft = true }\n", ""},
		{"a dotted key", "translation.draft = true\n", ""},
		{"a text over several lines", "summary = \"\"\"\n[translation]\n\"\"\"\n", ""},
	} {
		const body = "+++\n\nText.\n"
		got, ok := MarkTranslation([]byte("+++\n"+c.front+body), textHash, marked)
		if ok != (c.want != "") || ok && string(got) != "+++\n"+c.want+body {
			t.Errorf("%s: %t\n%s", c.name, ok, got)
		}
	}
}

// A file as Windows' Notepad saves it takes the record, and keeps its byte-order mark and its line ends.
func TestMarkTranslationOfWindows(t *testing.T) {
	const before, after = "\ufeff+++\ntitle = \"a\"\n[translation]\ntranslator = \"b\"\nsource = \"x\"\n+++\n\nText.\n",
		"\ufeff+++\ntitle = \"a\"\n[translation]\ntranslator = \"b\"\nsource = \"0123456789abcdef0123456789abcdef\"\ntranslated = 2026-03-05\n+++\n\nText.\n"
	for _, end := range []string{"\n", "\r\n", "\r"} {
		got, ok := MarkTranslation([]byte(strings.ReplaceAll(before, "\n", end)), textHash, marked)
		if want := strings.ReplaceAll(after, "\n", end); !ok || string(got) != want {
			t.Errorf("lines that end in %q: %t, %q, want %q", end, ok, got, want)
		}
	}
	got, ok := MarkReview([]byte("+++\r\ntitle = \"a\"\r\n+++\r\n"), "b", marked)
	if want := "+++\r\ntitle = \"a\"\r\n\r\n[translation]\r\nreviewer = \"b\"\r\nreviewed = 2026-03-05\r\n+++\r\n"; !ok || string(got) != want {
		t.Errorf("a new table: %t, %q, want %q", ok, got, want)
	}
}

// FuzzMarkTranslation asks of any file that takes the record: it can be read, has the record and the same text, and taking it again changes nothing.
func FuzzMarkTranslation(f *testing.F) {
	for _, front := range []string{"title = \"a\"\n", "[translation]\ndraft = true\n", "a = \"\"\"\n[translation]\n\"\"\"\n[translation]\n", "[[translation]]\n", "[translation.x]\n"} {
		f.Add("+++\n" + front + "+++\n\nText.\n")
		f.Add(strings.ReplaceAll("\ufeff+++\n"+front+"+++\n\nText.\n", "\n", "\r\n"))
	}
	f.Fuzz(func(t *testing.T, file string) {
		once, ok := MarkTranslation([]byte(file), textHash, marked)
		if !ok {
			return
		}
		end := func(file []byte) int {
			mark := markLength(file)
			_, _, start, problem := front("", evened(file[mark:]))
			if problem != nil {
				t.Fatalf("%q cannot be read", file)
			}
			return mark + start
		}
		if string(once[end(once):]) != file[end([]byte(file)):] {
			t.Fatalf("the text changed: %q", once)
		}
		if twice, again := MarkTranslation(once, textHash, marked); !again || !bytes.Equal(once, twice) {
			t.Errorf("once %q, twice %q", once, twice)
		}
	})
}

func TestTranslationLines(t *testing.T) {
	for _, key := range []string{"translator", "reviewer", "source"} {
		src := "+++\ntitle = \"a\"\npublished = 2026-03-05\n[translation]\n" + key + " = \"one\\ntwo\"\n+++\n\nText.\n"
		_, problems := ParseHead("content/basic/news/a.en.md", source.Text{Bytes: []byte(src)}, Languages{Tags: []string{"zh-Hans", "en"}, Default: "zh-Hans"}, time.UTC)
		if !diag.HasErrors(problems) || !strings.Contains(problems[0].Text(diag.EN), ":5:") {
			t.Errorf("%s: %v", key, problems)
		}
	}
}
