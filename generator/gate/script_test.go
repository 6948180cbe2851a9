package gate

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"courtsite/generator/diag"
	"courtsite/generator/font"
	"courtsite/generator/locale"
	"courtsite/generator/page"
	"courtsite/generator/source"
	"courtsite/generator/theme"
	"courtsite/i18n"
	"courtsite/themes"
)

// said lists problems as line:column, code and the message's end.
func said(problems []diag.Problem) string {
	var all []string
	for _, p := range problems {
		all = append(all, strings.TrimPrefix(p.Pos.String(), "a.md:")+" "+strings.TrimPrefix(p.Kind.Code, "script-"))
	}
	return strings.Join(all, ", ")
}

func lettersOf(lang, src string) []diag.Problem {
	h := &page.Head{Path: "a.md", Lang: lang}
	b, _ := page.ParseBody(h, []byte(src), 0)
	return lettersIn(h, b, nil)
}

func lettersIn(h *page.Head, b *page.Body, fonts *font.Set) []diag.Problem {
	problems, _ := letters(h, b, fonts)
	return problems
}

func TestLetters(t *testing.T) {
	for _, c := range []struct{ name, lang, src, want string }{
		{"nothing", "zh-Hans", "依照《民法典》第3条“规定”……（2025）1号，café、100%？好——是。", ""},
		{"in code", "zh-Hans", "`&nbsp;锟斤拷`\n\n```\n汉字(hànzì)\n```", ""},

		{"high hamza", "kk-Arab", "ٴتىل \u0676\u0677 \u0678", "1:6 kazakh-hamza, 1:7 kazakh-hamza, 1:9 kazakh-hamza"},
		{"high hamza in Uyghur", "ug", "\u0677", ""},
		{"presentation forms", "ug", "بۇ \ufee1\ufee2 سۆز ﷼", "1:4 presentation-form"},
		{"Arabic brackets", "ar", "\ufd3fسوت\ufd3e", ""},

		{"Cyrillic in Mongolian", "mn-Mong", "ᠮᠣᠩᠭᠣᠯ Монгол хэл ᠪᠢᠴᠢᠭ", "1:8 cyrillic"},
		{"Cyrillic in Russian", "ru", "Монгол", ""},
		{"suffix after a space", "mn-Mong", "ᠮᠣᠩᠭᠣᠯ ᠤᠨ ᠪᠢᠴᠢᠭ ᠢ 29 ᠤ", "1:7 mongolian-space, 1:16 mongolian-space, 1:21 mongolian-space"},
		{"suffix after a narrow space", "mn-Mong", "ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠪᠢᠴᠢᠭ\u180eᠢ ᠤᠯᠤᠰ", ""},

		{"letter and hamza apart", "ug", "بۇ \u064a\u0654ا", "1:4 not-nfc"},
		{"accent apart", "fr", "e\u0301t", "1:1 not-nfc"},
		{"compatibility character", "zh-Hans", "第\uf9d1条", "1:2 not-nfc"},
		{"Tibetan", "bo", "སྒྲུབ\u0f0bརྒྱུ\u0f43", "1:11 not-nfc"},
		{"Hangul in pieces", "ko", "\u1112\u1161\u11ab", "1:1 not-nfc"},

		{"traditional in simplified", "zh-Hans", "本院\n關於審判執行事項", "2:1 mixed-chinese"},
		{"a name in traditional", "zh-Hans", "原告陳國華，被告某某，陳國華", "1:3 mixed-chinese"},
		{"simplified in traditional", "zh-Hant", "國家发关审执", "1:3 mixed-chinese"},
		{"Japanese", "ja", "関係國際發電廠號", ""},

		{"reading with tones", "zh-Hans", "汉字(hànzì)、民（mín）", "1:3 pinyin, 1:12 pinyin"},
		{"reading without tones", "zh-Hans", "中国汉字(hanzi)和银行(yin'hang)", "1:5 pinyin, 1:15 pinyin"},
		{"other letters in brackets", "zh-Hans", "利率（LPR）、苹果(iphone)、第一项(a)、表(men)、可乐(cola)、字(hanzi)、标准(naïve)", ""},
		{"reading in English", "en", "The word 汉字(hànzì)", ""},

		{"lost characters", "zh-Hans", "本院\ufffd\ufffd人", "1:3 damage"},
		{"UTF-8 as GBK", "zh-Hans", "锟斤拷锟斤拷", "1:1 damage"},
		{"memory", "zh-Hans", "烫烫烫 屯屯屯，烫烫的茶，屯屯", "1:1 damage, 1:5 damage"},
		{"UTF-8 as Latin", "en", "the courtâ€™s", "1:10 damage"},
		{"UTF-8 as GBK with punctuation", "zh-Hans", "涓浗浜轰汉娉曢櫌锛屽叕寮€銆傚叕", "1:14 damage"},
		{"a carpenter's tool", "zh-Hans", "用锛子", ""},

		{"rest of a tag", "zh-Hans", "甲?br>乙 ?/p> 丙？br", "1:2 markup, 1:8 markup"},
		{"spaces of the web", "zh-Hans", "甲&nbsp;乙&amp;nbsp;&amp;lt;", "1:2 markup, 1:9 markup, 1:19 markup"},
		{"Markdown's escapes", "zh-Hans", "A &amp; B &lt;甲&gt; A&B; &mdash;", ""},

		{"override", "en", "a\u202eb\u202c", "1:2 control, 1:4 control"},
		{"isolates", "en", "a\u2066b\u2069", ""},
		{"line separator", "en", "a\u2028b", "1:2 control"},
		{"byte-order mark", "zh-Hans", "甲\ufeff乙", "1:2 control"},
		{"zero-width space in Chinese", "zh-Hans", "甲\u200b乙", "1:2 control"},
		{"zero-width space in Thai", "th", "ก\u200bข", ""},
		{"private use", "mn-Mong", "\ue234\ue235", "1:1 private-use, 1:2 private-use"},
		{"emoji", "zh-Hans", "甲👩‍⚖️", ""},
		{"many", "zh-Hans", strings.Repeat("&nbsp;", 9), "1:1 markup, 1:7 markup, 1:13 markup, 1:19 markup, 1:25 markup"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, said(lettersOf(c.lang, c.src))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// head parses the front matter of a page.
func head(t *testing.T, name, src string) *page.Head {
	t.Helper()
	h, problems := page.ParseHead(name, source.Text{Bytes: []byte(src)}, page.Languages{Tags: []string{"zh-Hans"}, Default: "zh-Hans"}, time.UTC)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return h
}

// A few characters of the other kind may be somebody's name; many are a mistake.
func TestMixedSeverity(t *testing.T) {
	for text, want := range map[string]diag.Severity{"原告陳國華": diag.Note, "關於審判執行事項": diag.Warning} {
		if problems := lettersOf("zh-Hans", text); len(problems) != 1 || problems[0].Severity != want {
			t.Errorf("%s: %v", text, problems)
		}
	}
}

func TestLettersOfFrontMatter(t *testing.T) {
	src := "+++\ntitle = \"汉字(hànzì)\"\nsummary = \"甲&nbsp;乙\"\npublished = 2026-02-10\n+++\n\n甲&nbsp;乙\n"
	h := head(t, "content/basic/news/a.md", src)
	b, _ := page.ParseBody(h, []byte(src), h.Start)
	var got []string
	for _, p := range lettersIn(h, b, nil) {
		got = append(got, p.Pos.String()+" "+p.Kind.Code)
	}
	const file = "content/basic/news/a.md:"
	if diff := cmp.Diff([]string{file + "2:1 script-pinyin", file + "3:1 script-markup", file + "7:2 script-markup"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestLettersHints(t *testing.T) {
	for _, c := range []struct{ lang, src, message, hint string }{
		{"kk-Arab", "\u0677", "U+0677 is not used in Kazakh, and searches do not find it", "write U+0674 and the letter: \u0674\u06c7"},
		{"ug", "\ufee1\ufee2", "\ufee1\ufee2 is made of presentation forms (the first is U+FEE1), which searches and screen readers do not know", "write the letters themselves: \u0645\u0645"},
		{"ug", "\u064a\u0654", "\u064a\u0654 (U+064A U+0654) is not in Unicode's normal form NFC, and searches may not find it", "save the text in NFC; here it is U+0626"},
		{"zh-Hans", "關於審判執行", "characters that only traditional Chinese has, in a text in zh-Hans: 關審執國", ""},
	} {
		problems := lettersOf(c.lang, c.src+"國")
		if len(problems) == 0 {
			t.Errorf("nothing is said of %q", c.src)
			continue
		}
		if p := problems[0]; !strings.HasPrefix(p.Message(diag.EN), c.message) || !strings.HasPrefix(p.Hint(diag.EN), c.hint) {
			t.Errorf("%q: %s; hint %s", c.src, p.Message(diag.EN), p.Hint(diag.EN))
		}
	}
}

func TestUntranslated(t *testing.T) {
	const han, uyghur = "明镜县人民法院依法公开审判执行信息", "مەھكىمە ئاشكرا سوت ئاچىدۇ "
	for _, c := range []struct{ name, lang, src, want string }{
		{"a paragraph in a translation", "ug", strings.Repeat(uyghur, 20) + "\n\n" + strings.Repeat(han, 3) + "\n\n" + strings.Repeat(han, 3), "3:1 paragraph"},
		{"a short one", "ug", strings.Repeat(uyghur, 20) + "\n\n" + han, ""},
		{"a quotation in a Chinese page", "zh-Hans", strings.Repeat(han, 20) + "\n\n" + strings.Repeat(uyghur, 3), ""},
		{"the first of all", "ug", uyghur + "\n\n" + strings.Repeat(han, 9), "3:1 gate-language"},
		{"all in one paragraph", "ug", strings.Repeat(uyghur+han, 9), ""},
	} {
		h := &page.Head{Path: "a.md", Lang: c.lang}
		b, _ := page.ParseBody(h, []byte(c.src), 0)
		if got := said(languageOf(h, b)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// FuzzLetters asks of any text that every problem stands inside the file, and is told the same way twice.
func FuzzLetters(f *testing.F) {
	for _, lang := range []string{"zh-Hans", "ug", "kk-Arab", "mn-Mong", "en"} {
		f.Add("汉字(hànzì)&nbsp;\ufffd\ufeff\ue000\n關於審判執 ᠮ ᠤ Мон \u0677\ufee1 e\u0301", lang)
	}
	f.Fuzz(func(t *testing.T, src, lang string) {
		if !utf8.ValidString(src) {
			return
		}
		lines := strings.Split(src, "\n")
		problems := lettersOf(lang, src)
		for _, p := range problems {
			if p.Line < 1 || p.Line > len(lines) || p.Col < 1 || p.Col > utf8.RuneCountInString(lines[p.Line-1])+1 {
				t.Errorf("%s is outside of the file", p.Text(diag.EN))
			}
		}
		if again := said(lettersOf(lang, src)); again != said(problems) {
			t.Errorf("%s, then %s", said(problems), again)
		}
	})
}

// The letters of texts in the languages that the program comes with are in the theme's fonts; what is not is told, once for each character.
func TestGlyphs(t *testing.T) {
	table, _ := locale.Load([]string{"zh-Hans"}, "zh-Hans", i18n.FS, nil)
	look, problems := theme.Load(fstest.MapFS{}, "default", themes.FS, table)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, c := range []struct{ name, lang, src, want string }{
		{"Uyghur", "ug", "بۇ ئۇيغۇرچە تېكىست، شۇنداقمۇ؟", ""},
		{"Kazakh", "kk-Arab", "ٴتىل جانە سوت", ""},
		{"Mongolian", "mn-Mong", "ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠪᠢᠴᠢᠭ\u180eᠠ᠂ ᠤᠯᠤᠰ᠃", ""},
		{"Tibetan", "bo", "ཁྲིམས་ཁང་གིས་གཏན་འབེབས།", ""},
		{"Yi", "ii", "ꆈꌠꉙ、ꀨꏾꌠ。", ""},
		{"Chinese with everything usual", "zh-Hans", "龥〇㕮㙍鿏①㈱℃〔2025〕……—“”‘’·　：甲；乙（）％ＡＢ１２𬬻𬭚䲟", ""},
		{"other scripts", "en", "Ελλάδα Україна ไทย हिन्दी ქართული 한국어 ウ ∞ ≤ ★ ☎ 😀", ""},
		{"a letter that no font has, three times", "bo", "བོད\u0f48་ཡིག\u0f48\u0f48", "1:4 no-font"},
		{"where a font is for another script", "zh-Hans", "藏文\u0f48", "1:3 no-font"},
		{"a syllable that there is not", "ii", "ꆈ\ua48d", "1:2 no-font"},
		{"rare characters", "zh-Hans", "𪚥、鿾、䶶、\U00030000", "1:1 rare-character, 1:3 rare-character, 1:5 rare-character, 1:7 rare-character"},
		{"no character", "zh-Hans", "甲\u1c4a乙\U0001fbff", "1:2 unassigned, 1:4 unassigned"},
		{"private", "zh-Hans", "\ue000\U000f0000", "1:1 private-use, 1:2 private-use"},
	} {
		h := &page.Head{Path: "a.md", Lang: c.lang}
		b, _ := page.ParseBody(h, []byte(c.src), 0)
		if got := said(lettersIn(h, b, look.Fonts())); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// No phrase of a language that comes with the program is without a font.
func TestWording(t *testing.T) {
	files, err := i18n.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var tags []string
	for _, f := range files {
		if tag, ok := strings.CutSuffix(f.Name(), ".toml"); ok {
			tags = append(tags, tag)
		}
	}
	table, _ := locale.Load(tags, "zh-Hans", i18n.FS, nil)
	look, _ := theme.Load(fstest.MapFS{}, "default", themes.FS, table)
	for _, p := range Wording(table, look.Fonts()) {
		t.Error(p.Text(diag.EN))
	}
	lost, _ := locale.Load([]string{"bo"}, "zh-Hans", i18n.FS, fstest.MapFS{"i18n/bo.toml": {Data: []byte("name = \"\u0f48\"\n[date]\nmonth = \"{y}\u0f98\"\n[phrases]\nhome = \"བོད\u0f70\"\n")}})
	if got, want := strings.Join(places(Wording(lost, look.Fonts())), ", "), "i18n/bo.toml:1:1, i18n/bo.toml:3:1, i18n/bo.toml:5:1"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func places(problems []diag.Problem) (list []string) {
	for _, p := range diag.Sort(problems) {
		list = append(list, p.Pos.String())
	}
	return list
}
