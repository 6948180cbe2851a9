package locale

import (
	"math"
	"slices"
	"testing"

	"github.com/BurntSushi/toml"
)

// samples are the CLDR's whole numbers for each form, for languages with one rule.
type samples struct {
	Languages                        []string
	Zero, One, Two, Few, Many, Other []int
}

func (s samples) of(form string) []int {
	return [][]int{s.Zero, s.One, s.Two, s.Few, s.Many, s.Other}[slices.Index(forms, form)]
}

// Every language that the CLDR has a rule for has it here: a site may add any of them.
func TestPluralsAreThoseOfTheCLDR(t *testing.T) {
	var file struct{ Group []samples }
	if _, err := toml.DecodeFile("../../i18n/cldr/testdata/plurals.toml", &file); err != nil {
		t.Fatal(err)
	}
	languages := 0
	for _, group := range file.Group {
		for _, tag := range group.Languages {
			languages++
			rule := pluralRule(tag)
			for _, form := range forms {
				for _, n := range group.of(form) {
					if got := rule(n); got != form {
						t.Errorf("%s: %d is %q, want %q", tag, n, got, form)
					}
				}
			}
		}
	}
	if languages < 200 {
		t.Errorf("only %d languages", languages)
	}
}

func TestPluralForms(t *testing.T) {
	for _, c := range []struct {
		tag  string
		form string
		n    []int
	}{
		{"za", "other", []int{0, 1, 2}}, {"mn-Mong", "one", []int{1}}, {"mn-Mong", "other", []int{0, 2}}, {"kk-Arab", "one", []int{1}},
		{"zh-Hans", "other", []int{0, 1, 2}}, {"en-GB", "one", []int{1, -1}}, {"fr", "one", []int{0, 1, -1}}, {"fr", "many", []int{-1000000}},
		{"ru", "one", []int{-21}}, {"pl", "few", []int{2, -22}}, {"x-unknown", "one", []int{1}}, {"ZA-Latn", "other", []int{1}}, {"not a tag", "other", []int{2}}, {"", "other", []int{0}},
	} {
		for _, n := range c.n {
			if got := pluralRule(c.tag)(n); got != c.form {
				t.Errorf("%s: %d is %q, want %q", c.tag, n, got, c.form)
			}
		}
	}
	for _, tag := range []string{"ar", "ru", "fr", "en", "pl", "zh"} {
		if got := pluralRule(tag)(math.MinInt); !slices.Contains(forms, got) {
			t.Errorf("%s: the least number is %q", tag, got)
		}
	}
}

func TestCount(t *testing.T) {
	table, _ := load(t, append(every(t), "pl"), "zh-Hans", map[string]string{
		"i18n/pl.toml": "[counted]\ndocuments_count = { one = \"{n} dokument\", few = \"{n} dokumenty\", many = \"{n} dokumentów\", other = \"{n} dokumentu\" }\n",
	})
	for _, c := range []struct {
		tag, key string
		n        int
		want     string
	}{
		{"zh-Hans", "documents_count", 1, "1 份文件"}, {"zh-Hans", "page_part", 3, "第 3 页"},
		{"en", "documents_count", 1, "1 document"}, {"en", "documents_count", 0, "0 documents"}, {"en", "documents_count", 1234, "1,234 documents"},
		{"ru", "documents_count", 21, "21 документ"}, {"ru", "documents_count", 3, "3 документа"}, {"ru", "documents_count", 11, "11 документов"},
		{"ar", "documents_count", 2, "وثيقتان"}, {"ar", "documents_count", 103, "103 وثائق"}, {"fr", "documents_count", 1000000, "1\u202f000\u202f000 de documents"},
		{"pl", "documents_count", 22, "22 dokumenty"}, {"pl", "documents_count", 12, "12 dokumentów"},
		{"ug", "documents_count", 1, "zh-Hans: 1 份文件"}, {"en", "no_such_phrase", 7, "7"},
	} {
		got, lang := table.Language(c.tag).Count(c.key, c.n)
		if lang != c.tag {
			got = lang + ": " + got
		}
		if got != c.want {
			t.Errorf("%s %s %d: %q, want %q", c.tag, c.key, c.n, got, c.want)
		}
	}
}
