package pdf

import (
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// font says what the codes of a text are: which characters, and how wide.
type font struct {
	composite bool
	vertical  bool
	unicode   *cmap           // ToUnicode
	codes     *cmap           // where the font's encoding is a map in the file
	chinese   string          // a predefined encoding of composite fonts that is an encoding of characters: "utf16" or "gbk"
	simple    *[256]string    // of fonts with codes of one byte
	guessed   bool            // simple rests on nothing that the file says
	widths    map[int]float64 // in thousandths
	width     float64         // of all others
	scale     float64         // of widths: 1/1000, or what a Type 3 font says
}

// glyph is one code of a text.
type glyph struct {
	chars string // "" if unknown
	width float64
	blank bool // the code for which word spacing counts
}

func (f *file) font(v any) *font {
	d := f.dict(v)
	if d == nil {
		return &font{width: 500, scale: 0.001, simple: &standardEncoding, guessed: true}
	}
	t := &font{widths: map[int]float64{}, width: 0, scale: 0.001}
	if s, ok := f.get(d["ToUnicode"]).(*stream); ok {
		if data, err := f.unpack(s); err == nil || len(data) > 0 {
			t.unicode = readCMap(data, f.work)
		}
	}
	if d["Subtype"] == name("Type0") {
		f.compositeFont(t, d)
		return t
	}
	f.simpleFont(t, d)
	return t
}

func (f *file) compositeFont(t *font, d dict) {
	t.composite, t.width = true, 1000
	switch e := f.get(d["Encoding"]).(type) {
	case name:
		t.vertical = strings.HasSuffix(string(e), "-V")
		switch base := strings.TrimSuffix(strings.TrimSuffix(string(e), "-H"), "-V"); {
		case strings.HasSuffix(base, "UCS2"), strings.HasSuffix(base, "UTF16"):
			t.chinese = "utf16"
		case strings.HasPrefix(base, "GB"):
			t.chinese = "gbk"
		}
	case *stream:
		if data, err := f.unpack(e); err == nil {
			t.codes = readCMap(data, f.work)
		}
		t.vertical = f.number(e.dict["WMode"]) == 1
	}
	var descendant dict
	if list := f.array(d["DescendantFonts"]); len(list) > 0 {
		descendant = f.dict(list[0])
	}
	if dw, ok := f.get(descendant["DW"]).(float64); ok {
		t.width = dw
	}
	f.cidWidths(t, f.array(descendant["W"]))
}

// cidWidths reads the widths of a composite font (9.7.4.3): c [w ...], or first last w.
func (f *file) cidWidths(t *font, w array) {
	for i := 0; i+1 < len(w) && len(t.widths) < 1<<16; {
		first := int(f.number(w[i]))
		if list, ok := f.get(w[i+1]).(array); ok {
			for j, v := range list {
				t.widths[first+j] = f.number(v)
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			return
		}
		for c := first; c <= int(f.number(w[i+1])) && c-first < 1<<16; c++ {
			t.widths[c] = f.number(w[i+2])
		}
		i += 3
	}
}

func (f *file) simpleFont(t *font, d dict) {
	first := int(f.number(d["FirstChar"]))
	for i, v := range f.array(d["Widths"]) {
		if i > 255 {
			break
		}
		t.widths[first+i] = f.number(v)
	}
	if len(t.widths) == 0 {
		t.width = 500
	}
	if m := f.numbersOf(d["FontMatrix"]); d["Subtype"] == name("Type3") && len(m) == 6 {
		t.scale = m[0]
	}
	encoding := standardEncoding
	flags := int(f.number(f.dict(d["FontDescriptor"])["Flags"]))
	t.guessed = flags&4 != 0 || d["Subtype"] == name("Type3")
	base := f.get(d["Encoding"])
	if e := f.dict(base); e != nil {
		base = f.get(e["BaseEncoding"])
		t.guessed = t.guessed && base == nil
		encoding = encodingOf(base)
		c := 0
		for _, v := range f.array(e["Differences"]) {
			switch v := f.get(v).(type) {
			case float64:
				c = int(v)
			case name:
				if c >= 0 && c < 256 {
					encoding[c] = glyphChars(string(v))
				}
				c++
			}
		}
	} else if base != nil {
		encoding, t.guessed = encodingOf(base), false
	}
	t.simple = &encoding
}

// next takes the next glyph off a text.
func (t *font) next(s text) (glyph, int) {
	if !t.composite {
		c := s[0]
		g := glyph{width: t.widthOf(int(c)), blank: c == ' '}
		if g.chars = t.unicode.lookup(uint32(c)); g.chars == "" && t.simple != nil && !(t.guessed && t.unicode != nil) {
			g.chars = t.simple[c]
		}
		return g, 1
	}
	if t.chinese != "" && t.unicode == nil {
		return t.direct(s)
	}
	c, size := t.codes.next(s, 2)
	if size == 0 {
		size = 1
	}
	return glyph{chars: t.unicode.lookup(c), width: t.widthOf(int(c)), blank: size == 1 && c == ' '}, size
}

// direct reads a text whose codes are those of characters.
func (t *font) direct(s text) (glyph, int) {
	size := min(2, len(s))
	var chars string
	if t.chinese == "utf16" {
		if size == 2 && s[0] >= 0xd8 && s[0] < 0xdc {
			size = min(4, len(s))
		}
		chars = string(utf16BE(s[:size]))
	} else {
		if s[0] < 0x80 {
			size = 1
		}
		chars, _ = simplifiedchinese.GBK.NewDecoder().String(string(s[:size]))
	}
	width := t.width
	if len(chars) == 1 {
		width /= 2
	}
	return glyph{chars: chars, width: width, blank: size == 1 && s[0] == ' '}, size
}

func (t *font) widthOf(c int) float64 {
	if w, ok := t.widths[c]; ok {
		return w
	}
	return t.width
}
