package theme

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"

	"courtsite/generator/diag"
	"courtsite/generator/font"
	"courtsite/generator/locale"
	"courtsite/generator/script"
)

// bring reads the fonts that languages bring with them: the files, and a style sheet with an @font-face for each.
func bring(site fs.FS, languages []*locale.Language) (sources []source, problems []diag.Problem) {
	var sheet bytes.Buffer
	for _, l := range languages {
		for _, f := range l.Fonts.Files {
			data, err := fs.ReadFile(site, f.Path)
			if err != nil {
				problems = append(problems, diag.New(diag.FontMissing, f.Pos, f.Path))
				continue
			}
			chars, err := font.Read(data)
			if err != nil {
				problems = append(problems, diag.New(diag.FontFormat, f.Pos, f.Path))
				continue
			}
			if len(f.Ranges) == 0 {
				f.Ranges = chars.Ranges(script.For(l.Tag).Letter)
			}
			writeFace(&sheet, f, font.Format(data))
			sources = append(sources, source{name: "assets/" + f.Path, path: f.Path, data: data})
		}
	}
	slices.SortStableFunc(sources, byName)
	sources = slices.CompactFunc(sources, func(a, b source) bool { return a.name == b.name })
	return append(sources, source{name: facesName, path: "i18n", data: sheet.Bytes()}), problems
}

// facesName is where the style sheet of languages' own fonts stands among the theme's.
const facesName = "assets/css/06-languages.css"

func writeFace(sheet *bytes.Buffer, f locale.FontFile, format string) {
	fmt.Fprintf(sheet, "@font-face { font-family: \"%s\"; font-weight: %d; font-display: swap; size-adjust: %d%%; src: url(%s) format(\"%s\"); unicode-range: ",
		f.Family, f.Weight, f.Size, f.Path, format)
	for i, span := range f.Ranges {
		if i > 0 {
			sheet.WriteString(", ")
		}
		sheet.WriteString(span.String())
	}
	sheet.WriteString("; }\n")
}

// faces lists the webfonts of all style sheets.
func faces(sources []source) []font.Face {
	files := map[string][]byte{}
	for _, s := range sources {
		files[s.name] = s.data
	}
	var all []font.Face
	for _, s := range sources {
		if strings.HasPrefix(s.name, "assets/css/") {
			all = append(all, facesIn(s.data, files)...)
		}
	}
	return all
}

// facesIn reads the @font-face rules of one style sheet whose file is one of the theme's. A rule without unicode-range is for all characters.
func facesIn(sheet []byte, files map[string][]byte) []font.Face {
	var all []font.Face
	var f font.Face
	within := false
	for p := css.NewParser(parse.NewInputBytes(slices.Clone(sheet)), false); ; {
		switch grammar, _, data := p.Next(); grammar {
		case css.ErrorGrammar:
			if !p.HasParseError() {
				return all
			}
		case css.BeginAtRuleGrammar:
			within, f = strings.EqualFold(string(data), "@font-face"), font.Face{}
		case css.EndAtRuleGrammar:
			if within && f.Data != nil {
				all = append(all, f)
			}
			within = false
		case css.DeclarationGrammar:
			if within {
				read(&f, strings.ToLower(string(data)), p.Values(), files)
			}
		}
	}
}

// read reads one declaration of a rule.
func read(f *font.Face, property string, values []css.Token, files map[string][]byte) {
	for _, v := range values {
		switch {
		case property == "src" && v.TokenType == css.URLToken && f.Data == nil:
			if m := urlPattern.FindSubmatch(v.Data); m != nil {
				f.Data = files["assets/"+string(m[1])]
			}
		case property == "unicode-range" && v.TokenType == css.UnicodeRangeToken:
			if span, ok := font.ParseRange(string(v.Data)); ok {
				f.Ranges = append(f.Ranges, span)
			}
		}
	}
}
