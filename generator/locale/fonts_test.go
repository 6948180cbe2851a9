package locale

import (
	"slices"
	"strings"
	"testing"

	"courtsite/generator/font"
)

func TestFontsAreLaidOverThoseOfTheScript(t *testing.T) {
	table, problems := load(t, []string{"zh-Hans", "ug", "dv", "en"}, "zh-Hans", map[string]string{
		"i18n/dv.toml": `[fonts]
text = ["Thaana letters", "MV Boli"]
line_height = 190
[[fonts.files]]
family = "Thaana letters"
file = "thaana.woff2"
[[fonts.files]]
family = "Thaana letters"
file = "thaana-bold.ttf"
weight = 700
size = 110
range = ["U+0780-07BF", "U+060C"]
`,
		"i18n/en.toml": "[fonts]\ntext = [\"Gill Sans\"]\n",
	})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	ug, dv, en := table.Language("ug").Fonts, table.Language("dv").Fonts, table.Language("en").Fonts
	if len(ug.Text) == 0 || ug.Text[0] != "Arabic letters" || ug.LineHeight != 195 || ug.Heading != nil {
		t.Errorf("Uyghur: %+v", ug)
	}
	if !slices.Equal(en.Text, []string{"Gill Sans"}) || len(en.Heading) == 0 || en.LineHeight != 165 {
		t.Errorf("English: %+v", en)
	}
	if !slices.Equal(dv.Text, []string{"Thaana letters", "MV Boli"}) || dv.LineHeight != 190 || len(dv.Files) != 2 {
		t.Fatalf("Divehi: %+v", dv)
	}
	if f := dv.Files[0]; f.Path != "i18n/thaana.woff2" || f.Weight != 400 || f.Size != 100 || f.Ranges != nil || f.Pos.String() != "i18n/dv.toml:6:1" {
		t.Errorf("regular: %+v", f)
	}
	if f := dv.Files[1]; f.Weight != 700 || f.Size != 110 || !slices.Equal(f.Ranges, []font.Range{{First: 0x780, Last: 0x7bf}, {First: 0x60c, Last: 0x60c}}) {
		t.Errorf("bold: %+v", f)
	}
}

// What stands in a style sheet is made of names and numbers that cannot mean anything else there.
func TestUnusableFonts(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{`text = ["a\"; } * { display: none"]`, "2:1 phrases-value"},
		{`text = ["ok", ""]`, "2:1 phrases-value"},
		{`heading = ["a\\b"]`, "2:1 phrases-value"},
		{`line_height = 18`, "2:1 phrases-value"},
		{`line_height = "1.8"`, "2:1 toml-number"},
		{`size = 100`, "2:1 toml-unknown-key"},
		{"[[fonts.files]]\nfamily = \"A\"", "2:1 phrases-value"},
		{"[[fonts.files]]\nfile = \"a.ttf\"", "2:1 phrases-value"},
		{"[[fonts.files]]\nfamily = \"A\"\nfile = \"../a.ttf\"", "4:1 phrases-value"},
		{"[[fonts.files]]\nfamily = \"A\"\nfile = \"a.toml\"", "4:1 phrases-value"},
		{"[[fonts.files]]\nfamily = \"A\"\nfile = \"a.ttf\"\nweight = 7000", "5:1 phrases-value"},
		{"[[fonts.files]]\nfamily = \"A\"\nfile = \"a.ttf\"\nrange = [\"0780\"]", "5:1 phrases-value"},
		{"[[fonts.files]]\nfamily = \"A\"\nfile = \"a.ttf\"\nstyle = \"bold\"", "5:1 toml-unknown-key"},
	} {
		_, problems := load(t, []string{"zh-Hans", "ug"}, "zh-Hans", map[string]string{"i18n/ug.toml": "[fonts]\n" + c.file + "\n"})
		if got := strings.Join(problems, "\n"); len(problems) != 1 || !strings.HasPrefix(got, "i18n/ug.toml:"+c.want+" ") {
			t.Errorf("%s:\n%s\nwant %s", c.file, got, c.want)
		}
	}
}

func TestShownLanguages(t *testing.T) {
	table, _ := load(t, []string{"ug"}, "ug", nil)
	var tags []string
	for _, l := range table.Shown() {
		if slices.Contains(tags, l.Tag) {
			t.Errorf("%s twice", l.Tag)
		}
		tags = append(tags, l.Tag)
	}
	for _, tag := range []string{"ug", "zh-Hans", "bo", "und-Arab"} {
		if !slices.Contains(tags, tag) {
			t.Errorf("no %s in %v", tag, tags)
		}
	}
	if table.Base().Tag != Base || tags[0] != "ug" {
		t.Error(tags)
	}
}
