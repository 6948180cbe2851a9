package gate

import (
	"strings"
	"testing"

	"courtsite/generator/diag"
	"courtsite/generator/page"
)

// TestInLanguage: a text in another script is refused, one in two is doubted, and a short one says nothing.
func TestInLanguage(t *testing.T) {
	const (
		han     = "明镜县人民法院依法公开审判执行信息"
		latin   = "the court publishes its judgments "
		uyghur  = "مەھكىمە ئاشكرا سوت ئاچىدۇ "
		tibetan = "ཁྲིམས་ཁང་གིས་གཏན་འབེབས། "
	)
	for _, c := range []struct{ lang, text, want, title string }{
		{"zh-Hans", strings.Repeat(han, 5), "", ""},
		{"zh-Hans", strings.Repeat(latin, 5), "gate-language", ""},
		{"zh-Hans", latin, "gate-language-doubtful", ""},
		{"zh-Hans", "GB/T 15834", "", ""},
		{"zh-Hans", latin, "", "公告"},
		{"en", "Суд рассматривает дела открыто.", "gate-language-doubtful", ""},
		{"zh-Hans", strings.Repeat("2026-02-10 100.50% ", 20), "", ""},
		{"zh-Hans", strings.Repeat(han, 3) + strings.Repeat(latin, 3), "gate-language-doubtful", ""},
		{"en", strings.Repeat(han, 5), "gate-language", ""},
		{"en", strings.Repeat(latin, 5), "", ""},
		{"ug", strings.Repeat(uyghur, 5), "", ""},
		{"ug", strings.Repeat(han, 5), "gate-language", ""},
		{"bo", strings.Repeat(tibetan, 5), "", ""},
		{"bo", strings.Repeat(uyghur, 5), "gate-language", ""},
		{"kk-Arab", strings.Repeat(uyghur, 5), "", ""},
		{"kk", strings.Repeat(uyghur, 5), "gate-language", ""},
		{"ko", strings.Repeat("법원은 공개한다 ", 10), "", ""},
		{"ii", strings.Repeat("ꆈꌠꁱꂷ", 20), "", ""},
		{"mn-Mong", strings.Repeat("ᠰᠢᠭᠦᠬᠦ", 20), "", ""},
		{"za", strings.Repeat("Fapyuen gungkai ", 10), "", ""},
		{"", strings.Repeat(latin, 5), "", ""},
		{"en", "明镜县人民法院依法公开审判执", "gate-language", ""},
		{"en", "明镜县人民法院依法公开审判", "gate-language-doubtful", ""},
		{"en", "明镜县人民法院", "", "Notice"},
		{"en", "公开审判执行信息", "gate-language", "明镜县人民法院"},
		{"en", "明镜县", "", ""},
		{"en", strings.Repeat(latin, 5), "script-paragraph", "明镜县人民法院依法公开审判执行"},
		{"zh-Hans", "公开审判执行信息", "", "明镜县人民法院"},
		{"zh-Hans", "of the People's Courts of the county", "gate-language", "Notice of a public hearing"},
	} {
		h := &page.Head{Path: "a.md", Lang: c.lang, Title: c.title}
		body, _ := page.ParseBody(h, []byte(c.text), 0)
		var got string
		for _, p := range languageOf(h, body) {
			got = p.Kind.Code
		}
		if got != c.want {
			t.Errorf("%s %.40q: got %q, want %q", c.lang, c.text, got, c.want)
		}
	}
}

// languageOf tells what is wrong with the language of a page, as [Body] does.
func languageOf(h *page.Head, b *page.Body) []diag.Problem {
	_, foreign := letters(h, b, nil)
	return inLanguage(h, b, foreign)
}
