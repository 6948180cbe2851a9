package theme_test

import (
	"bytes"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"courtsite/generator/diag"
	"courtsite/generator/theme"
	"courtsite/themes"
)

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

func TestProblems(t *testing.T) {
	tests := []struct {
		name, theme string
		site        fstest.MapFS
		want        []string // place and code
	}{
		{"a site without a theme of its own", "default", fstest.MapFS{}, nil},
		{"an unknown theme", "elegant", fstest.MapFS{}, []string{"site.toml theme-unknown"}},
		{"a name that is a path", "../secrets", fstest.MapFS{}, []string{"site.toml theme-unknown"}},
		{"themes that inherit each other", "a", fstest.MapFS{
			"themes/a/theme.toml": file(`inherits = "b"`), "themes/b/theme.toml": file(`inherits = "a"`),
		}, []string{"themes/b/theme.toml theme-loop"}},
		{"an unknown key", "a", fstest.MapFS{"themes/a/theme.toml": file("title = \"A\"\ncolour = \"red\"\n")},
			[]string{"themes/a/theme.toml:2:1 toml-unknown-key"}},
		{"broken TOML", "a", fstest.MapFS{"themes/a/theme.toml": file("title = \"A\"\ninherits = default\n")},
			[]string{"themes/a/theme.toml:2:12 toml-syntax"}},
		{"a template that does not parse", "a", fstest.MapFS{"themes/a/layouts/gone.html": file("<p>\n<b>\n{{if .Title}}\n</b>")},
			[]string{"themes/a/layouts/gone.html:4 theme-layout"}},
		{"an unknown function", "default", fstest.MapFS{"themes/default/layouts/gone.html": file("<p>\r\n\r\n{{upper .Title}}</p>")},
			[]string{"themes/default/layouts/gone.html:3 theme-layout"}},
		{"a template that cannot be escaped", "a", fstest.MapFS{"themes/a/layouts/gone.html": file("<p>\n\n  <a href='{{if .X}}'>{{end}}")},
			[]string{"themes/a/layouts/gone.html:3:17 theme-layout"}},
		{"a template that is not there", "a", fstest.MapFS{"themes/a/layouts/gone.html": file("<p>\n\n  {{template \"footnote\"}}")},
			[]string{"themes/a/layouts/gone.html:3:14 theme-layout"}},
		{"one name for two templates", "a", fstest.MapFS{"themes/a/layouts/zzz.html": file(`{{define "gone"}}x{{end}}`)},
			[]string{"themes/a/layouts/zzz.html theme-layout-twice"}},
		{"files that nothing uses", "a", fstest.MapFS{
			"themes/a/layouts/home.htm": file("x"), "themes/a/assets/css/.DS_Store": file("x"), "themes/a/README.md": file("x"),
		}, []string{"themes/a/layouts/home.htm theme-stray"}},
		{"a script that is none", "a", fstest.MapFS{"themes/a/assets/js/90-own.js": file("var a = 1;\nvar b = (;\n")},
			[]string{"themes/a/assets/js/90-own.js:2:10 theme-asset"}},
		{"text in another encoding", "a", fstest.MapFS{"themes/a/assets/css/90-own.css": file("/* \xc3\xf7\xbe\xb5 */")},
			[]string{"themes/a/assets/css/90-own.css theme-file"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, problems := theme.Load(tt.site, tt.theme, themes.FS, languages(t, nil))
			var got []string
			for _, p := range problems {
				got = append(got, p.Pos.String()+" "+p.Kind.Code)
			}
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("got %q, want %q", got, tt.want)
				for _, p := range problems {
					t.Log(p.Text(diag.EN))
				}
			}
		})
	}
}

// Without a base there is nothing to inherit: every layout is missing, and each is named.
func TestMissingLayouts(t *testing.T) {
	bare := fstest.MapFS{"default/layouts/home.html": file("<!doctype html>")}
	_, problems := theme.Load(fstest.MapFS{}, "default", bare, languages(t, nil))
	if len(problems) != len(theme.Views)-1 {
		t.Errorf("%d problems, want one for each view but home", len(problems))
	}
}

// A site lays single files over the theme; everything else is inherited.
func TestOverride(t *testing.T) {
	standard := builtin(t)
	site := fstest.MapFS{
		"themes/ours/theme.toml":                   file("\uFEFFtitle = \"Ours\"\ninherits = \"province\"\n"),
		"themes/ours/layouts/gone.html":            file("\uFEFF<p>\n  {{.Reason}}\n</p>\n"),
		"themes/ours/assets/fonts/han.woff2":       file("font"),
		"themes/province/assets/css/00-colour.css": file("body { color: #123456; src: url(fonts/han.woff2) }"),
		"themes/province/layouts/gone.html":        file("never seen"),
	}
	ours, problems := theme.Load(site, "ours", themes.FS, languages(t, nil))
	if len(problems) > 0 {
		t.Fatal(problems[0].Text(diag.EN))
	}
	var out bytes.Buffer
	if err := ours.Template().ExecuteTemplate(&out, "gone", struct{ Reason string }{"<why>"}); err != nil {
		t.Fatal(err)
	}
	if got, want := out.String(), "<p>&lt;why&gt;</p>"; got != want {
		t.Errorf("gone = %q, want %q", got, want)
	}
	sheet := asset(t, ours, "style.css")
	font := strings.TrimPrefix(ours.Path("fonts/han.woff2"), "assets/")
	for _, want := range []string{"#123456", `url("` + font + `")`, ".masthead"} {
		if !bytes.Contains(sheet, []byte(want)) && !bytes.Contains(sheet, []byte(strings.ReplaceAll(want, `"`, ""))) {
			t.Errorf("style sheet lacks %s", want)
		}
	}
	if ours.Path("style.css") == standard.Path("style.css") || ours.Path("site.js") != standard.Path("site.js") {
		t.Error("fingerprints do not follow the contents")
	}
	if ours.Digest() == standard.Digest() {
		t.Error("the digest does not follow the files")
	}
}

// What fails while a page is rendered is reported at the author's line, though the template was minified.
func TestLinesSurviveMinifying(t *testing.T) {
	site := fstest.MapFS{"themes/default/layouts/gone.html": file("<div>\n\n   <p>\n{{with .Reason}}\n<b>{{.}}</b>{{end}}\n   {{.Nothing}}</p>\n</div>")}
	th, problems := theme.Load(site, "default", themes.FS, languages(t, nil))
	if len(problems) > 0 {
		t.Fatal(problems[0].Text(diag.EN))
	}
	err := th.Template().ExecuteTemplate(&bytes.Buffer{}, "gone", struct{ Reason string }{"x"})
	if err == nil {
		t.Fatal("a field that is not there was rendered")
	}
	if got, want := theme.Failure(err).Pos.String(), "themes/default/layouts/gone.html:6:6"; got != want {
		t.Errorf("error at %s, want %s: %v", got, want, err)
	}
}

// The list of phrases and the templates say the same.
func TestPhrases(t *testing.T) {
	listed := phrases(t, "en")
	for _, p := range builtin(t).Phrases() {
		if _, ok := listed[p.Key]; !ok {
			t.Errorf("%s: phrase %q is not in phrases.txt", p.Pos, p.Key)
		}
		delete(listed, p.Key)
	}
	for key := range listed {
		t.Errorf("phrases.txt: no template uses %q", key)
	}
}

var (
	comment  = regexp.MustCompile(`(?s)/\*.*?\*/`)
	physical = regexp.MustCompile(`[{;]\s*(?:` + strings.Join([]string{
		`(?:min-|max-)?(?:width|height)\s*:`, `(?:top|right|bottom|left)\s*:`, `overflow-[xy]\s*:`,
		`(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:top|right|bottom|left)[a-z-]*\s*:`,
		`(?:text-align|float|clear)\s*:\s*(?:left|right)`, `(?:margin|padding)\s*:\s*[^;}\s]+ [^;}]+`,
	}, "|") + `)`)
	query = regexp.MustCompile(`@(?:media|page)[^{]*\{`)
)

// Only logical measures: right-to-left and vertical pages share the one style sheet.
func TestStyleSheetIsLogical(t *testing.T) {
	for _, bad := range []string{"p { margin-left: 1px }", "p{width:3em}", "p { margin: 0 auto; }", "p { text-align: right }", "p{left:0}"} {
		if !physical.MatchString(bad) {
			t.Errorf("the pattern does not find %q", bad)
		}
	}
	sheets, err := fs.Glob(themes.FS, "default/assets/css/*.css")
	if err != nil || len(sheets) == 0 {
		t.Fatal("no style sheets", err)
	}
	for _, name := range sheets {
		data, err := fs.ReadFile(themes.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		text := query.ReplaceAll(comment.ReplaceAll(data, nil), []byte("{"))
		for _, found := range physical.FindAll(text, -1) {
			t.Errorf("%s: %q is not logical", name, found)
		}
	}
}

func asset(t *testing.T, th *theme.Theme, name string) []byte {
	t.Helper()
	for _, f := range th.Files() {
		if f.Path == th.Path(name) {
			return f.Data
		}
	}
	t.Fatalf("no %s", name)
	return nil
}
