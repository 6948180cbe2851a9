package font

import (
	"encoding/binary"
	"io/fs"
	"slices"
	"testing"
	"unicode"

	"courtsite/themes"
)

func themeFont(t testing.TB, name string) []byte {
	t.Helper()
	data, err := fs.ReadFile(themes.FS, "default/assets/fonts/"+name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The fonts of the default theme have the letters of the languages that they are there for, and not those of others.
func TestRead(t *testing.T) {
	for _, c := range []struct{ file, has, lacks string }{
		{"arabic.woff2", "ئۇيغۇرچەېۆۈۋڭھقازاقشاٴ،؟", "漢aㄅᠠ"},
		{"arabic-bold.woff2", "ئۇيغۇرچەېۆۈۋڭھ", "ᠠ"},
		{"tibetan.woff2", "བོད་ཡིག།༠༩ཁྲིམས", "\u0f48ئ"},
		{"mongolian.woff2", "ᠮᠣᠩᠭᠣᠯ\u180e\u202f\u180b\u200d", "\u181fꆈ"},
		{"yi.woff2", "ꆈꌠꉙꀀꒌ", "\ua48dབ"},
		{"endonyms-yi.woff2", "ꆈꌠꉙ", "ꀀ"},
	} {
		chars, err := Read(themeFont(t, c.file))
		if err != nil {
			t.Errorf("%s: %v", c.file, err)
			continue
		}
		for _, r := range c.has {
			if !chars.Has(r) {
				t.Errorf("%s seems to lack %q", c.file, r)
			}
		}
		for _, r := range c.lacks {
			if chars.Has(r) {
				t.Errorf("%s seems to have %q", c.file, r)
			}
		}
	}
}

// sfnt makes a font that is nothing but a table of characters with one subtable.
func sfnt(encoding uint16, subtable ...uint16) []byte {
	table := []uint16{0, 1, 3, encoding, 0, 12}
	table = append(table, subtable...)
	data := []byte{0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 'c', 'm', 'a', 'p', 0, 0, 0, 0, 0, 0, 0, 28}
	data = binary.BigEndian.AppendUint32(data, uint32(2*len(table)))
	for _, n := range table {
		data = binary.BigEndian.AppendUint16(data, n)
	}
	return data
}

func TestTablesOfCharacters(t *testing.T) {
	for _, c := range []struct {
		name string
		data []byte
		want []Range
	}{
		{"segments by difference", sfnt(1, 4, 32, 0, 4, 0, 0, 0, 0x45, 0xffff, 0, 0x41, 0xffff, 0xffc0, 1, 0, 0), []Range{{0x41, 0x45}}},
		{"segments by a list, with a hole", sfnt(1, 4, 38, 0, 4, 0, 0, 0, 0x43, 0xffff, 0, 0x41, 0xffff, 0, 1, 4, 0, 7, 0, 8), []Range{{0x41, 0x41}, {0x43, 0x43}}},
		{"groups", sfnt(10, 12, 0, 0, 40, 0, 0, 0, 2, 0, 0x20, 0, 0x22, 0, 0, 2, 0, 2, 5, 0, 9), []Range{{0x21, 0x22}, {0x20000, 0x20005}}},
	} {
		chars, err := Read(c.data)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := chars.Ranges(func(rune) bool { return true }); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestSet(t *testing.T) {
	yi := themeFont(t, "endonyms-yi.woff2")
	set := NewSet([]Face{
		{Ranges: []Range{{0xa000, 0xa4cf}}, Data: yi},
		{Ranges: []Range{{0x780, 0x7bf}}, Data: []byte("not a font")},
		{Data: sfnt(10, 12, 0, 0, 28, 0, 0, 0, 1, 0x2, 0xa6a5, 0x2, 0xa6a5, 0, 1)},
	})
	for _, c := range []struct {
		name         string
		r            rune
		meant, drawn bool
	}{
		{"the font has it", 'ꆈ', true, true},
		{"the font lacks it", 'ꀀ', true, false},
		{"no font is for it", 'ᠮ', false, false},
		{"the font cannot be read", '\u0780', true, true},
		{"a font that is for nothing in particular", '𪚥', false, true},
		{"beyond Unicode", unicode.MaxRune + 1, false, false},
	} {
		if meant, drawn := set.Look(c.r); meant != c.meant || drawn != c.drawn {
			t.Errorf("%s: %t %t", c.name, meant, drawn)
		}
	}
	var none *Set
	if meant, drawn := none.Look('ꆈ'); meant || drawn {
		t.Error("no font has it")
	}
}

func TestParseRange(t *testing.T) {
	for text, want := range map[string]Range{"U+0780-07BF": {0x780, 0x7bf}, "u+25cc": {0x25cc, 0x25cc}, " U+0-10FFFF ": {0, unicode.MaxRune}} {
		if got, ok := ParseRange(text); !ok || got != want {
			t.Errorf("%q: %v %t", text, got, ok)
		}
	}
	for _, text := range []string{"", "0780", "U+", "U+07BF-0780", "U+110000", "U+1-", "U+4??", "U+780-7BF;"} {
		if got, ok := ParseRange(text); ok {
			t.Errorf("%q: %v", text, got)
		}
	}
	if got := (Range{0x780, 0x7bf}).String() + " " + (Range{0xa, 0xa}).String(); got != "U+780-7BF U+A" {
		t.Error(got)
	}
}

// Whatever stands in a file: characters come out, or an error; never more of them than Unicode has.
func FuzzRead(f *testing.F) {
	for _, seed := range [][]byte{nil, []byte("wOF2"), []byte("OTTO"), sfnt(1, 4, 32, 0, 4, 0, 0, 0, 0x45, 0xffff, 0, 0x41, 0xffff, 0xffc0, 1, 0, 0),
		sfnt(10, 12, 0, 0, 28, 0, 0, 0, 1, 0, 0, 0xffff, 0xffff, 0, 1), themeFont(f, "endonyms-yi.woff2"), themeFont(f, "endonyms-tibetan.woff2")} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		chars, err := Read(data)
		if (chars == nil) == (err == nil) {
			t.Fatalf("characters %t, error %v", chars != nil, err)
		}
		if err != nil {
			return
		}
		if Format(data) == "" {
			t.Error("a font of no format")
		}
		last := rune(-2)
		for _, span := range chars.Ranges(func(rune) bool { return true }) {
			if span.First <= last+1 || span.Last < span.First || span.Last > unicode.MaxRune {
				t.Fatalf("%v after %X", span, last)
			}
			last = span.Last
		}
	})
}
