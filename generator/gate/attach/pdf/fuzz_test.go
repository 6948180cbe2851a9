package pdf

import (
	"os"
	"path/filepath"
	"testing"

	"courtsite/generator/gate/attach/inside"
	"courtsite/generator/gate/attach/inside/insidetest"
)

// FuzzRead asks of any bytes: no panic, an end, texts and places that can be told.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("../testdata/*.pdf")
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
	for _, contents := range []string{"BT /F1 12 Tf 10 10 Td (abc) Tj ET 0 0 100 100 re f", "BI /W 1 ID x EI q 1 0 0 1 0 0 cm /X Do Q", "/OC /A BDC [(a) -200 (b)] TJ EMC 1 1 1 rg 5 w 0 0 m 9 0 l S"} {
		f.Add([]byte(minimal(contents)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r := &insidetest.Recorder{}
		Read(data, r, inside.NewWork(8<<20))
		r.Sound(t)
	})
}

// FuzzContents asks the same of any contents of a page.
func FuzzContents(f *testing.F) {
	for _, contents := range []string{"BT /F1 12 Tf 10 10 Td (abc) Tj ET", "q 0 0 9 9 re W n f* Q", "0.1 w 1 0 0 rg 1 1 m 2 2 l 3 3 l h B", "BI /W 1 ID x EI", "[(a) 3 <0041>] TJ T* (x) ' 1 2 (y) \"", "/F1 12 Tf 1e300 0 0 1e300 0 0 cm (a) Tj"} {
		f.Add(contents)
	}
	f.Fuzz(func(t *testing.T, contents string) {
		r := &insidetest.Recorder{}
		Read([]byte(minimal(contents)), r, inside.NewWork(4<<20))
		r.Sound(t)
	})
}

// FuzzCMap asks the same of any map of characters.
func FuzzCMap(f *testing.F) {
	f.Add([]byte("1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <01> <05> <4e00> endbfrange 1 beginbfchar <07> <d83ddE00> endbfchar"), "\x01\x07\xff")
	f.Fuzz(func(t *testing.T, data []byte, s string) {
		m := readCMap(data, inside.NewWork(1<<20))
		for rest := text(s); len(rest) > 0; {
			c, size := m.next(rest, 2)
			if size < 1 || size > len(rest) {
				t.Fatalf("%d bytes of %d", size, len(rest))
			}
			m.lookup(c)
			rest = rest[size:]
		}
	})
}
