package generator_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"courtsite/generator"
	"courtsite/generator/diag"
)

// TestHints: a hint names what the author most probably meant.
func TestHints(t *testing.T) {
	for _, c := range []struct{ site, code, hint string }{
		{"bad-site-unknown-keys", "toml-unknown-key", `"court"`},
		{"bad-site-unknown-keys", "toml-unknown-key", `"level"`},
		{"bad-site-unknown-keys", "toml-unknown-key", `"reason"`},
		{"bad-front-unknown-key", "toml-unknown-key", `"published"`},
		{"bad-front-unknown-key", "toml-unknown-key", `"translator"`},
		{"bad-page-item", "page-item", `"basic/news"`},
		{"bad-page-language", "page-language", `en`},
		{"bad-front-files", "front-file", `"budget.xlsx"`},
		{"bad-front-related", "front-related", `"reform/documents/plan-2026"`},
		{"bad-links", "link-broken", `"/basic/news/good/"`},
		{"bad-links", "link-broken", `"good.md"`},
		{"bad-links-of-windows", "link-broken", `"../institution/about.md"`},
		{"bad-links-of-windows", "link-broken", `"附件 1%232.pdf"`},
		{"bad-front-wide-quotes", "toml-full-width", `"`},
		{"bad-site-languages", "site-language-tag", "zh-Hans"},
		{"bad-site-missing", "site-missing", "courtsite new site"},
	} {
		archive, err := txtar.ParseFile("testdata/sites/" + c.site + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		result, err := generator.Check(t.Context(), parseSite(t, archive).in)
		if err != nil {
			t.Fatal(err)
		}
		if !hinted(result.Problems, c.code, c.hint) {
			t.Errorf("%s: no hint of %s says %s", c.site, c.code, c.hint)
		}
	}
}

// hinted finds a hint, which both languages of the tool have to give.
func hinted(problems []diag.Problem, code, hint string) bool {
	for _, p := range problems {
		if p.Kind.Code == code && strings.Contains(p.Hint(diag.EN), hint) && strings.Contains(p.Hint(diag.ZH), hint) {
			return true
		}
	}
	return false
}
