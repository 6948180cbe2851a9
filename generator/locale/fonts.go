package locale

import (
	"fmt"
	"regexp"

	"courtsite/generator/diag"
	"courtsite/generator/font"
	"courtsite/generator/source"
)

// Fonts are what a language's texts are set in. A family is one of the theme's webfonts, one of [Fonts.Files], or a font that the reader's
// computer may have. Where the language says nothing, its script does (i18n/script).
type Fonts struct {
	Text       []string // families; the first that has a letter draws it
	Heading    []string // the same for headings; none: those of the text
	LineHeight int      // per cent of the size of the letters; 0: as the theme has it
	Files      []FontFile
}

// FontFile is a font that stands in the site beside the phrase file that names it.
type FontFile struct {
	Family string
	Path   string       // in the site: "i18n/thaana.woff2"
	Weight int          // 100 to 900, as in CSS
	Size   int          // per cent, for letters that are small or large for their size
	Ranges []font.Range // characters that it is meant for; none: those of the language's script
	Pos    diag.Pos
}

// Names that mean themselves in a style sheet and in an address, whatever stands around them.
var (
	familyName = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{N} ._-]*$`)
	fontName   = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*\.(?:woff2|ttf|otf)$`)
)

// fonts reads what a language is set in.
func (f *phraseFile) fonts(into *Fonts, t *source.Table) {
	f.families(&into.Text, t, "text")
	f.families(&into.Heading, t, "heading")
	f.whole(&into.LineHeight, t, "line_height", 100, 400)
	for _, file := range t.Tables("files") {
		if read, ok := f.fontFile(file); ok {
			into.Files = append(into.Files, read)
		}
		file.Done()
	}
	t.Done()
}

func (f *phraseFile) families(into *[]string, t *source.Table, key string) {
	names := t.Strings(key)
	for _, name := range names {
		if !familyName.MatchString(name) {
			f.refuse(t, key, `names of fonts, such as ["Noto Sans"]`, `字体名称，如 ["Noto Sans"]`)
			return
		}
	}
	if len(names) > 0 {
		*into = names
	}
}

// whole reads a whole number between two others, beyond which it would be a slip of the pen.
func (f *phraseFile) whole(into *int, t *source.Table, key string, least, most int) {
	switch n := t.Int(key); {
	case n >= least && n <= most:
		*into = n
	case t.Has(key) && !t.Mistyped(key):
		between := fmt.Sprintf("%d–%d", least, most)
		f.refuse(t, key, between, between)
	}
}

func (f *phraseFile) fontFile(t *source.Table) (FontFile, bool) {
	name := t.String("file")
	file := FontFile{Family: t.String("family"), Path: folder + "/" + name, Weight: 400, Size: 100, Pos: t.Pos("file")}
	switch {
	case !familyName.MatchString(file.Family):
		f.refuse(t, "family", `a name for the font, such as "Thaana letters"`, `字体名称，如 "Thaana letters"`)
		return file, false
	case !fontName.MatchString(name):
		f.refuse(t, "file", "the name of a file in the folder i18n, such as thaana.woff2 (or .ttf, .otf)", "文件夹 i18n 中的文件名，如 thaana.woff2（或 .ttf、.otf）")
		return file, false
	}
	f.whole(&file.Weight, t, "weight", 1, 1000)
	f.whole(&file.Size, t, "size", 50, 200)
	for _, text := range t.Strings("range") {
		span, ok := font.ParseRange(text)
		if !ok {
			f.refuse(t, "range", `ranges of characters, such as ["U+0780-07BF"]`, `字符范围，如 ["U+0780-07BF"]`)
			return file, false
		}
		file.Ranges = append(file.Ranges, span)
	}
	return file, true
}
