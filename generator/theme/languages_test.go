package theme_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"courtsite/generator/theme"
	"courtsite/themes"
)

// sheetFor is the style sheet of a site with the given languages and files.
func sheetFor(t *testing.T, site fstest.MapFS, tags ...string) string {
	t.Helper()
	th, problems := theme.Load(site, "default", themes.FS, languages(t, site, tags...))
	for _, p := range problems {
		t.Error(p.Text("en"))
	}
	return string(asset(t, th, "style.css"))
}

// What a language is set in comes from its file, else from its script; fonts of the base stand behind it.
func TestLanguagesAreSet(t *testing.T) {
	const latin = `"Segoe UI", "Helvetica Neue", "Arial", "Noto Sans", var(--base)`
	for _, c := range []struct{ name, tag, file, want string }{
		{"by its script", "ur", "", `:lang(ur){--text:"Arabic letters", ` + latin + `;--heading:var(--text);--leading:1.95`},
		{"by its own file", "ur", "[fonts]\ntext = [\"Nastaliq\", \"serif\"]\nline_height = 230\n", `:lang(ur){--text:"Nastaliq", serif, var(--base);--heading:var(--text);--leading:2.3`},
		{"headings alone", "pl", "[fonts]\nheading = [\"Lora\"]\n", `:lang(pl){--text:` + latin + `;--heading:"Lora", var(--base-heading);--leading:1.65`},
		{"in a script of which nothing is said", "th", "", `:lang(th){--text:var(--base);--heading:var(--text);--leading:1.8`},
		{"where one tag begins another", "kk", "", `:lang(kk):where(:not(:lang(kk-arab))){--text:` + latin},
		{"a language that is only quoted", "en", "", `:lang(bo){--text:"Tibetan letters", `},
		{"room for long dates", "bo", "", `--leading:2.1;--dates:14rem}`},
	} {
		site := fstest.MapFS{}
		if c.file != "" {
			site["i18n/"+c.tag+".toml"] = file(c.file)
		}
		if sheet := sheetFor(t, site, "zh-Hans", c.tag); !strings.Contains(sheet, c.want) {
			_, rest, _ := strings.Cut(sheet, ":lang("+c.tag)
			t.Errorf("%s: no %s, but %.300s", c.name, c.want, rest)
		}
	}
}

// Rules for a script hold for all languages that are written in it, and for no other.
func TestRulesByScript(t *testing.T) {
	site := fstest.MapFS{"themes/default/assets/css/95-own.css": file("em:script(Thai) { color: red }\nb:script( Arab, Thaa ) { color: lime }\ni:not(:script(Grek)) { color: blue }\n")}
	sheet := sheetFor(t, site, "zh-Hans", "dv", "ur")
	_, sheet, _ = strings.Cut(sheet, "em:not(*)")
	for _, want := range []string{"b:is(:lang(dv),:lang(ur),:lang(ug),:lang(kk-arab),:lang(ar),:lang(und-arab)){", "i:not(:not(*)){"} {
		if !strings.Contains(sheet, want) {
			t.Errorf("no %s in %s", want, sheet)
		}
	}
}

// A font that a language brings with it becomes an asset, for the letters of the language alone.
func TestLanguagesBringFonts(t *testing.T) {
	data, err := fs.ReadFile(themes.FS, "default/assets/fonts/mongolian.woff2")
	if err != nil {
		t.Fatal(err)
	}
	site := fstest.MapFS{
		"i18n/mine.woff2":    {Data: data},
		"i18n/mnc-Mong.toml": file("[fonts]\ntext = [\"Mine\"]\n[[fonts.files]]\nfamily = \"Mine\"\nfile = \"mine.woff2\"\nweight = 700\nsize = 90\n"),
	}
	sheet := sheetFor(t, site, "zh-Hans", "mnc-Mong")
	_, rule, _ := strings.Cut(sheet, "@font-face{font-family:mine;")
	rule, _, _ = strings.Cut(rule, "}")
	want := "font-weight:700;font-display:swap;size-adjust:90%;src:url(i18n/mine."
	if !strings.HasPrefix(rule, want) || !strings.HasSuffix(rule, `unicode-range:U+1800-1819,U+1820-1878,U+1880-18AA,U+200C-200D,U+202F,U+11660-1166C`) {
		t.Errorf("%q", rule)
	}
	if th, _ := theme.Load(site, "default", themes.FS, languages(t, site, "mnc-Mong")); th.Path("i18n/mine.woff2") == "" {
		t.Error("the font is no asset")
	}
}

func TestProblemsOfFonts(t *testing.T) {
	const own = "[fonts]\ntext = [\"A\"]\n[[fonts.files]]\nfamily = \"A\"\nfile = \"a.ttf\"\n"
	for _, c := range []struct {
		name, want string
		site       fstest.MapFS
	}{
		{"no file", "i18n/dv.toml:5:1 font-missing", fstest.MapFS{"i18n/dv.toml": file(own)}},
		{"no font", "i18n/dv.toml:5:1 font-format", fstest.MapFS{"i18n/dv.toml": file(own), "i18n/a.ttf": file("PK\x03\x04")}},
		{"no script", "themes/default/assets/css/95-own.css:2:3 theme-script", fstest.MapFS{"themes/default/assets/css/95-own.css": file("a { b: c }\nem:script(Arab, Arabic) { color: red }\n")}},
	} {
		_, problems := theme.Load(c.site, "default", themes.FS, languages(t, c.site, "zh-Hans", "dv"))
		var got []string
		for _, p := range problems {
			got = append(got, p.Pos.String()+" "+p.Kind.Code)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
