package page

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"courtsite/generator/source"
)

// Translation says how a page came into its language: who made it, who reviewed it (the language office), when, and which text it translates.
// The zero value: nothing is said of it.
type Translation struct {
	Translator string
	Translated time.Time
	Reviewer   string
	Reviewed   time.Time
	Machine    bool
	Draft      bool
	// Source is the text that the translation matches, as "courtsite translate mark" recorded it; "" where nobody did.
	Source TextHash
}

// TextHash stands for the text that a translation translates: title, summary and body of the page in the default language. Blanks around the
// body and at the ends of its lines do not count. It is the first half of a SHA-256, in hexadecimal.
type TextHash string

func (h TextHash) valid() bool {
	b, err := hex.DecodeString(string(h))
	return err == nil && len(b) == sha256.Size/2
}

func hashText(title, summary string, body []byte) TextHash {
	sum := sha256.New()
	sum.Write(slices.Concat([]byte(title), []byte{0}, []byte(summary), []byte{0}))
	body = bytes.TrimSpace(body)
	from := 0 // what is not hashed yet; nearly all texts are hashed in one piece
	for at := 0; at < len(body); {
		end := len(body)
		if i := bytes.IndexByte(body[at:], '\n'); i >= 0 {
			end = at + i
		}
		if line := body[at:end]; len(line) > 0 && (line[len(line)-1] == ' ' || line[len(line)-1] == '\t') {
			sum.Write(body[from : at+len(bytes.TrimRight(line, " \t"))])
			from = end
		}
		at = end + 1
	}
	if len(body) > 0 {
		sum.Write(body[from:])
		sum.Write([]byte{'\n'})
	}
	return TextHash(hex.EncodeToString(sum.Sum(nil)[:sha256.Size/2]))
}

func (f *fields) translation() Translation {
	t := f.t.Table("translation")
	defer t.Done()
	return Translation{
		Translator: t.Line("translator"), Translated: t.Time("translated", f.zone),
		Reviewer: t.Line("reviewer"), Reviewed: t.Time("reviewed", f.zone),
		Machine: t.Bool("machine"), Draft: t.Bool("draft"), Source: TextHash(t.Line("source")),
	}
}

// MarkTranslation gives a page's file with the record that it now matches a text: [translation] source and translated. All else stays as it is
// to the byte. ok is false where the front matter is not one that a line can be put into, such as one in which the table is written in one line.
func MarkTranslation(file []byte, text TextHash, on time.Time) (marked []byte, ok bool) {
	return record(file, fmt.Sprintf("source = %s\ntranslated = %s\n", source.Quote(string(text)), on.Format(time.DateOnly)), string(text), "source", "translated")
}

// MarkReview gives a translation's file with the record of who reviewed it: [translation] reviewer and reviewed; it is no draft any more. All else stays as it is to
// the byte.
func MarkReview(file []byte, reviewer string, on time.Time) (marked []byte, ok bool) {
	return record(file, fmt.Sprintf("reviewer = %s\nreviewed = %s\n", source.Quote(reviewer), on.Format(time.DateOnly)), reviewer, "reviewer", "reviewed", "draft")
}

// record puts lines into [translation], in place of those of some keys; the first key must have the value then. The lines end as the file's do.
func record(file []byte, lines, value string, keys ...string) (marked []byte, ok bool) {
	mark, file := file[:markLength(file)], file[markLength(file):]
	even := evened(file)
	from, to, _, problem := front("", even)
	if problem != nil {
		return nil, false
	}
	table := translationTable(even[from:to])
	if table.inline {
		return nil, false
	}
	lines = strings.ReplaceAll(lines, "\n", lineEnd(file[:from]))
	var b bytes.Buffer
	b.Write(mark)
	if !table.found {
		b.Write(file[:to])
		b.WriteString(lineEnd(file[:from]) + "[translation]" + lineEnd(file[:from]) + lines)
	} else {
		at := from + table.start
		b.Write(file[:at])
		for line := range bytes.Lines(even[at : from+table.end]) {
			if !slices.Contains(keys, keyOf(line)) {
				b.Write(file[at : at+len(line)])
			}
			at += len(line)
		}
		b.WriteString(lines)
		b.Write(file[at:to])
	}
	b.Write(file[to:])
	return b.Bytes(), records(evened(b.Bytes()[len(mark):]), keys[0], value)
}

// evened gives a text with blanks for the carriage returns of Windows, so that every offset in it is one in the file. A carriage return alone ends a line.
func evened(text []byte) []byte {
	even := bytes.ReplaceAll(text, []byte("\r\n"), []byte(" \n"))
	return bytes.ReplaceAll(even, []byte("\r"), []byte("\n"))
}

// markLength gives the length of the byte-order mark that a file begins with, 0 for none.
func markLength(file []byte) int {
	if mark := []byte("\ufeff"); bytes.HasPrefix(file, mark) {
		return len(mark)
	}
	return 0
}

// lineEnd gives what ends the first line of a text.
func lineEnd(text []byte) string {
	switch i := bytes.IndexAny(text, "\r\n"); {
	case i >= 0 && bytes.HasPrefix(text[i:], []byte("\r\n")):
		return "\r\n"
	case i >= 0 && text[i] == '\r':
		return "\r"
	}
	return "\n"
}

// records tells whether a file can be read and has the record: a line can end up in the middle of a text that goes over several.
func records(file []byte, key, value string) bool {
	from, to, _, problem := front("", file)
	if problem != nil {
		return false
	}
	_, t := source.ParseTOML("", file, from, to)
	return t.Readable() && t.Table("translation").String(key) == value
}

// table is where the lines of [translation] stand in a front matter.
type table struct {
	found, inline bool
	start, end    int // of the lines below the header, up to the last one with a key
}

func translationTable(front []byte) (t table) {
	at, within := 0, false
	for line := range bytes.Lines(front) {
		trimmed := bytes.TrimSpace(line)
		next := at + len(line)
		switch {
		case bytes.HasPrefix(trimmed, []byte("[translation]")):
			t.found, within, t.start, t.end = true, true, next, next
		case bytes.HasPrefix(trimmed, []byte("[")):
			within = false
		case within && len(trimmed) > 0:
			t.end = next
		case keyOf(line) == "translation" || strings.HasPrefix(keyOf(line), "translation."):
			t.inline = true
		}
		at = next
	}
	return t
}

func keyOf(line []byte) string {
	key, _, found := bytes.Cut(line, []byte("="))
	if !found {
		return ""
	}
	return string(bytes.TrimSpace(key))
}
