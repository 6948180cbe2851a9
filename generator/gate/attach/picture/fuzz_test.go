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
	f.Fuzz(func(t *testing.T, data []byte) {
		m, _ := Read(data, Sniff(data))
		for _, field := range append(m.Names, m.Words...) {
			if !utf8.ValidString(field.Value) || field.Value == "" {
				t.Errorf("%q is no text", field.Value)
			}
		}
	})
}
