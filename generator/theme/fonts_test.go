package theme_test

import (
	"bytes"
	"cmp"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/BurntSushi/toml"

	"courtsite/i18n"
	"courtsite/themes"
)

// face is one @font-face of the style sheet.
type face struct {
	family, file string
	ranges       [][2]rune
}

func (f face) has(r rune) bool {
	return slices.ContainsFunc(f.ranges, func(span [2]rune) bool { return span[0] <= r && r <= span[1] })
}

var (
	fontFace   = regexp.MustCompile(`(?s)@font-face \{(.*?)\}`)
	fontFamily = regexp.MustCompile(`font-family: "([^"]+)"`)
	fontFile   = regexp.MustCompile(`url\(([^)]+)\)`)
	fontRange  = regexp.MustCompile(`U\+([0-9A-Fa-f]+)(?:-([0-9A-Fa-f]+))?`)
)

func faces(t *testing.T) []face {
	t.Helper()
	sheet, err := fs.ReadFile(themes.FS, "default/assets/css/05-fonts.css")
	if err != nil {
		t.Fatal(err)
	}
	var all []face
	for _, rule := range fontFace.FindAllString(string(sheet), -1) {
		f := face{family: fontFamily.FindStringSubmatch(rule)[1], file: fontFile.FindStringSubmatch(rule)[1]}
		_, rule, _ = strings.Cut(rule, "unicode-range")
		for _, m := range fontRange.FindAllStringSubmatch(rule, -1) {
			f.ranges = append(f.ranges, [2]rune{codePoint(t, m[1]), codePoint(t, cmp.Or(m[2], m[1]))})
		}
		all = append(all, f)
	}
	return all
}

func codePoint(t *testing.T, hex string) rune {
	t.Helper()
	n, err := strconv.ParseUint(hex, 16, 21)
	if err != nil {
		t.Fatal(err)
	}
	return rune(n)
}

// Every font that the style sheet names is there, is WOFF2, and its licence goes into the site with it.
func TestFonts(t *testing.T) {
	th := builtin(t)
	licence := asset(t, th, "fonts/OFL.txt")
	all := faces(t)
	if len(all) == 0 {
		t.Fatal("no @font-face")
	}
	sheet := asset(t, th, "style.css")
	for _, f := range all {
		if !bytes.HasPrefix(asset(t, th, f.file), []byte("wOF2")) {
			t.Errorf("%s is not WOFF2", f.file)
		}
		if !bytes.Contains(licence, []byte(strings.TrimPrefix(f.file, "fonts/"))) {
			t.Errorf("OFL.txt does not name %s", f.file)
		}
		if to := strings.TrimPrefix(th.Path(f.file), "assets/"); !bytes.Contains(sheet, []byte(to)) {
			t.Errorf("the style sheet does not lead to %s", to)
		}
	}
}

// No font takes what is not its script's: Latin, digits and Chinese punctuation stay with the fonts after it.
func TestFontsTakeTheirScriptOnly(t *testing.T) {
	for _, f := range faces(t) {
		for _, r := range " 0129azAZ()\"'“”‘’—…·、。，；：？！《》〈〉（）〔〕【】日 \u00A0" {
			if f.has(r) {
				t.Errorf("%s takes %q", f.file, r)
			}
		}
	}
}

// The names of the languages that come with the program, as the switch on every page shows them, are in the small fonts.
func TestEndonyms(t *testing.T) {
	files, err := fs.Glob(i18n.FS, "*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal("no languages", err)
	}
	small := slices.DeleteFunc(faces(t), func(f face) bool { return f.family != "Endonyms" })
	found := 0
	for _, name := range files {
		data, err := fs.ReadFile(i18n.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		var language struct{ Name string }
		if _, err := toml.Decode(string(data), &language); err != nil {
			t.Fatal(err)
		}
		for _, r := range language.Name {
			if !unicode.In(r, unicode.Arabic, unicode.Tibetan, unicode.Mongolian, unicode.Yi) {
				continue
			}
			found++
			if !slices.ContainsFunc(small, func(f face) bool { return f.has(r) }) {
				t.Errorf("%s: %q (U+%04X) is in none of the small fonts; NOTICE.md tells how they are made", name, r, r)
			}
		}
	}
	if found == 0 {
		t.Error("no language has a name in these scripts")
	}
}
