package picture

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"
)

// FuzzRead asks of any bytes, read as each format: no panic, an end, words in UTF-8.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("../testdata/located.*")
	if err != nil || len(files) == 0 {
		f.Fatal("no files", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, s := range []string{
		"GIF89a\x01\x00\x01\x00\x80\x00\x00aaabbb!\xfe\x03abc\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x01D\x00;behind the picture's end", "\xff\xd8\xff\xfe\x00\x05abc\xff\xda\x00\x02x\xff\x00y\xff\xd9\xff\xd8\xff\xfe\x00\x03z\xff\xd9",
		"\x89PNG\r\n\x1a\n\x00\x00\x00\x0czTXta\x00\x00x\x9cKLJ\x06\x00\x02\x00\x00\x00\x00\x00\x00\x00\x00IEND\x00\x00\x00\x00",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, _ := Read(data, Sniff(data))
		for _, field := range append(m.Names, m.Words...) {
			if !utf8.ValidString(field.Value) || field.Value == "" {
				t.Errorf("%q is no text", field.Value)
			}
		}
	})
}
