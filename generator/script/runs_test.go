package script

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shown writes runs as {lang>text} where they are isolated, {lang|text} where not, {^12} where they are upright, and own text as it is.
func shown(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		switch {
		case r.Own():
			b.WriteString(r.Text)
		case r.Upright:
			b.WriteString("{^" + r.Text + "}")
		case r.Isolate && r.Dir == "rtl":
			b.WriteString("{" + r.Lang + "<" + r.Text + "}")
		case r.Isolate:
			b.WriteString("{" + r.Lang + ">" + r.Text + "}")
		default:
			b.WriteString("{" + r.Lang + "|" + r.Text + "}")
		}
	}
	return b.String()
}

func TestRuns(t *testing.T) {
	for _, c := range []struct{ name, tag, text, want string }{
		{"nothing", "ug", "", ""},
		{"Chinese alone", "zh-Hans", "依照《民法典》（2020年）第3条，GDP增长3.5%。", "依照《民法典》（2020年）第3条，GDP增长3.5%。"},
		{"accents in Chinese", "zh-Hans", "café与naïve", "café与naïve"},
		{"a language that nobody knows", "x-none", "中文 سوت", "中文 سوت"},

		{"Thaana with the Arabic comma", "dv", "ހުރިހާ އިންސާނުން، މިނިވަން؟", "ހުރިހާ އިންސާނުން، މިނިވަން؟"},
		{"case number in Thaana", "dv", "މައި (2025)新01民初123号، ޞަފްޙާ", "މައި {zh-Hans>(2025)新01民初123号}، ޞަފްޙާ"},
		{"Arabic in Thaana", "dv", "މައި العربية ޞަފްޙާ", "މައި {ar<العربية} ޞަފްޙާ"},
		{"Thaana in Chinese", "zh-Hans", "文字ދިވެހި、字", "文字{<ދިވެހި}、字"},
		{"Chinese in Thai", "th", "ศาล 法院 ศาล", "ศาล {zh-Hans|法院} ศาล"},

		{"Uyghur alone", "ug", "بۇ بىر سۆز، ئىككى سۆز.", "بۇ بىر سۆز، ئىككى سۆز."},
		{"case number", "ug", "سوت (2025)新01民初123号 ھۆكۈم", "سوت {zh-Hans>(2025)新01民初123号} ھۆكۈم"},
		{"case number after a letter", "ug", "سوت(2025)新01民初123号", "سوت{zh-Hans>(2025)新01民初123号}"},
		{"case number alone", "ug", "(2025)新01民初123号", "{zh-Hans>(2025)新01民初123号}"},
		{"case number with a space", "ug", "سوت (2025) 新01民初123号 دا", "سوت {zh-Hans>(2025) 新01民初123号} دا"},
		{"document number with a space", "ug", "سوت 〔2018〕 20号 دا", "سوت {zh-Hans>〔2018〕 20号} دا"},
		{"two case numbers", "ug", "(2025)新01民初1号、(2025)新01民初2-1号 دا", "{zh-Hans>(2025)新01民初1号、(2025)新01民初2-1号} دا"},
		{"a bracket before Chinese words", "ug", "سوت (2025) 新疆 دا", "سوت (2025) {zh-Hans>新疆} دا"},
		{"full-width brackets", "ug", "سوت （2025）新01民初123号", "سوت {zh-Hans>（2025）新01民初123号}"},
		{"document number", "ug", "〔2018〕20号 ھۆججەت", "{zh-Hans>〔2018〕20号} ھۆججەت"},
		{"document number with its office", "ug", "سوت法发〔2018〕20号نى", "سوت{zh-Hans>法发〔2018〕20号}نى"},
		{"brackets of the Uyghur text", "ug", "ئالىي سوت (最高法) دېدى", "ئالىي سوت ({zh-Hans>最高法}) دېدى"},
		{"book title", "ug", "قانۇن《民法典》دا", "قانۇن{zh-Hans>《民法典》}دا"},
		{"two book titles", "ug", "《民法典》、《刑法》 ۋە", "{zh-Hans>《民法典》、《刑法》} ۋە"},
		{"bracket that a run closes", "ug", "سوت (最高法) 民法 دا", "سوت {zh-Hans>(最高法) 民法} دا"},
		{"bracket opened in Chinese", "ug", "最高法 (民法 سوت)", "{zh-Hans>最高法} ({zh-Hans>民法} سوت)"},
		{"Chinese date", "ug", "سوت 2025年11月3日 دا", "سوت {zh-Hans>2025年11月3日} دا"},
		{"Latin words", "ug", "تور WTO ۋە Word, Excel دا", "تور {>WTO} ۋە {>Word, Excel} دا"},
		{"Latin and Chinese", "ug", "تور WTO规则 دا", "تور {zh-Hans>WTO规则} دا"},
		{"English with a Chinese name", "ug", "تور Supreme People's Court 最高法 دا", "تور {>Supreme People's Court 最高法} دا"},
		{"address", "ug", "تور https://a.cn/b?c=1 دا", "تور {>https://a.cn/b?c=1} دا"},
		{"address with a stroke at its end", "ug", "تور https://a.cn/ug/ دا", "تور {>https://a.cn/ug/} دا"},
		{"mail", "ug", "12368@court.cn غا", "{>12368@court.cn} غا"},
		{"file", "ug", "ھۆججەت .xlsx C++ دا", "ھۆججەت {>.xlsx C++} دا"},
		{"ISO date", "ug", "سوت 2025-11-03 دا", "سوت {>2025-11-03} دا"},
		{"ISO month", "ug", "سوت 2025-11 دا", "سوت {>2025-11} دا"},
		{"full-width digits", "ug", "سوت １２-ماددا 1２ ３", "سوت １２-ماددا 1２ ３"},
		{"Uyghur date", "ug", "2025-يىلى 11-ئاينىڭ 3-كۈنى", "2025-يىلى 11-ئاينىڭ 3-كۈنى"},
		{"ranges", "ug", "1-3-ماددا، 2020-2025 يىللار", "1-3-ماددا، 2020-2025 يىللار"},
		{"plain numbers", "ug", "سوت (2025) دا 1,234.56 ۋە 50% 12:30", "سوت (2025) دا 1,234.56 ۋە 50% 12:30"},
		{"telephones", "ug", "تېلېفون 0991-2345678، (0991)2345678، +86 991 2345678، 400-810-1234 غا", "تېلېفون {>0991-2345678}، {>(0991)2345678}، {>+86 991 2345678}، {>400-810-1234} غا"},
		{"index number", "ug", "A101-2-2025-0001", "{>A101-2-2025-0001}"},
		{"number in brackets", "ug", "سوت 〔2018〕20 دا", "سوت {>〔2018〕20} دا"},
		{"sizes", "ug", "سوت 210×297 دا", "سوت {>210×297} دا"},
		{"sizes with a unit", "ug", "سوت 210×297mm، 12°C، 120m² ۋە CO₂ دا", "سوت {>210×297mm}، {>12°C}، {>120m²} ۋە {>CO₂} دا"},
		{"heat", "ug", "سوت 36.5℃ ۋە -5℃ دا", "سوت {>36.5℃} ۋە {>-5℃} دا"},
		{"plus", "ug", "سوت +3.5% ۋە +1,234.50، +12 دا", "سوت {>+3.5%} ۋە {>+1,234.50}، {>+12} دا"},
		{"minus", "ug", "سوت -3.5% ۋە −1 234,50 دا (-12.5%)", "سوت {>-3.5%} ۋە {>−1 234,50} دا ({>-12.5%})"},
		{"minus at the start", "ug", "-1,234.50", "{>-1,234.50}"},
		{"minus and Chinese", "ug", "-1,234.50元 دا", "{zh-Hans>-1,234.50元} دا"},
		{"hyphens that are no minus", "ug", "10 -20 ۋە سوت-5، 5-10%، -3-ماددا", "10 -20 ۋە سوت-5، 5-10%، -3-ماددا"},
		{"minus in Hebrew", "he", "ב-12.5% או -12.5%", "ב-12.5% או {>-12.5%}"},
		{"a date after what is no minus", "ug", "10 -2025-11-03 دا", "10 -{>2025-11-03} دا"},
		{"groups of digits", "ug", "سوت 50 000,00 ۋە 1 234 567 يۈەن", "سوت {>50 000,00} ۋە {>1 234 567} يۈەن"},
		{"account", "ug", "ھېساب 6222 0210 0112 3456 789 دا", "ھېساب {>6222 0210 0112 3456 789} دا"},
		{"years and other numbers side by side", "ug", "2024 2025 2026 يىللار، 500 1000 دا", "2024 2025 2026 يىللار، 500 1000 دا"},
		{"Russian in Uyghur", "ug", "سوت Суд дома دا", "سوت {und-Cyrl>Суд дома} دا"},
		{"scripts that cannot be one", "ug", "سوت 法院 Суд བོད دا", "سوت {zh-Hans>法院} {und-Cyrl>Суд} {bo>བོད} دا"},

		{"Uyghur in Chinese", "zh-Hans", "名称为“ئۇيغۇر تىلى”。", "名称为“{ug<ئۇيغۇر تىلى}”。"},
		{"Uyghur with a number", "zh-Hans", "见 2025-يىلى، 11-ئاي。", "见 {und-Arab<2025-يىلى، 11-ئاي}。"},
		{"Kazakh in Chinese", "zh-Hans", "即ٴتىل。", "即{kk-Arab<ٴتىل}。"},
		{"Kazakh without the high hamza", "zh-Hans", "即جالپى جاعداي قوعامدىق كەپىلدىك", "即{kk-Arab<جالپى جاعداي قوعامدىق كەپىلدىك}"},
		{"Persian in Chinese", "zh-Hans", "即دادگاه عالی کشور", "即{und-Arab<دادگاه عالی کشور}"},
		{"Arabic in Chinese", "zh-Hans", "即محكمة。", "即{ar<محكمة}。"},
		{"Arabic letters that tell nothing", "zh-Hans", "即باش。", "即{und-Arab<باش}。"},
		{"Tibetan in Chinese", "zh-Hans", "藏文（བོད་ཡིག）版", "藏文（{bo|བོད་ཡིག}）版"},
		{"Tibetan date in Chinese", "zh-Hans", "于 2018ལོའི་ཟླ 发布", "于 {bo|2018ལོའི་ཟླ} 发布"},
		{"Mongolian in Chinese", "zh-Hans", "蒙古文ᠮᠣᠩᠭᠣᠯ ᠤᠨ（", "蒙古文{mn-Mong|ᠮᠣᠩᠭᠣᠯ ᠤᠨ}（"},
		{"Yi in Chinese", "zh-Hans", "彝文ꆈꌠ", "彝文{ii|ꆈꌠ}"},
		{"Korean in Chinese", "zh-Hans", "第3조、한국어", "第3{ko|조、한국어}"},
		{"kana in Chinese", "zh-Hans", "商标“のはら”", "商标“{ja|のはら}”"},
		{"Russian in Chinese", "zh-Hans", "俄文Постановление суда。", "俄文{ru|Постановление суда}。"},
		{"Kazakh in Cyrillic", "zh-Hans", "即Қазақстан", "即{und-Cyrl|Қазақстан}"},
		{"Greek in Chinese", "zh-Hans", "α粒子", "α粒子"},

		{"Chinese in English", "en", "The court (最高人民法院, SPC) issued 法发〔2018〕20号.", "The court ({zh-Hans|最高人民法院}, SPC) issued {zh-Hans|法发〔2018〕20号}."},
		{"case number in English", "en", "Case (2025)京01民终5号 was", "Case {zh-Hans|(2025)京01民终5号} was"},
		{"a number apart", "en", "最高人民法院 (2018) said", "{zh-Hans|最高人民法院} (2018) said"},
		{"traditional Chinese in English", "en", "of 臺灣 law", "of {zh-Hant|臺灣} law"},
		{"Japanese in English", "en", "law 民法の基礎 book", "law {ja|民法の基礎} book"},
		{"Chinese in Zhuang", "za", "Fazyen 法院", "Fazyen {zh-Hans|法院}"},
		{"Chinese in Tibetan", "bo", "ཁྲིམས་《WTO规则》ཡིག", "ཁྲིམས་《WTO{zh-Hans|规则}》ཡིག"},
		{"brackets in Tibetan", "bo", "《ཁྲིམས》", "《ཁྲིམས》"},
		{"Latin in Tibetan", "bo", "ཁྲིམས་ PDF 3-5", "ཁྲིམས་ PDF 3-5"},
		{"Chinese in Mongolian", "mn-Mong", "ᠰᠢᠭᠦᠭᠰᠡᠨ (2025)内01民初1号 ᠤᠨ", "ᠰᠢᠭᠦᠭᠰᠡᠨ {zh-Hans|(2025)内01民初1号} ᠤᠨ"},
		{"date in Mongolian", "mn-Mong", "2026 ᠣᠨ ᠤ 11 ᠰᠠᠷ\u180eᠠ ᠶᠢᠨ 3 ᠤ ᠡᠳᠦᠷ", "2026 ᠣᠨ ᠤ {^11} ᠰᠠᠷ\u180eᠠ ᠶᠢᠨ {^3} ᠤ ᠡᠳᠦᠷ"},
		{"short numbers in Mongolian", "mn-Mong", "1 ᠳᠦᠭᠡᠷ (12) ᠵᠦᠢᠯ 7᠂ 8.", "{^1} ᠳᠦᠭᠡᠷ ({^12}) ᠵᠦᠢᠯ {^7}᠂ {^8}."},
		{"parts of longer numbers in Mongolian", "mn-Mong", "3,000.00 12:30 3-5 25% −4 A4 4G 2/3 100 5.", "3,000.00 12:30 3-5 25% −4 A4 4G 2/3 100 {^5}."},
		{"full-width digits in Mongolian", "mn-Mong", "１２ ᠤ 1２", "１２ ᠤ 1２"},
		{"a number alone in Mongolian", "mn-Mong", "12", "{^12}"},
		{"short numbers elsewhere", "bo", "ཟླ་ 11 ཚེས་ 3", "ཟླ་ 11 ཚེས་ 3"},
		{"Chinese in Korean", "ko", "법원 (2025)吉24民初1号 판결", "법원 {zh-Hans|(2025)吉24民初1号} 판결"},
		{"Korean's own Chinese characters", "ko", "법원(法院)과 大法院", "법원(法院)과 大法院"},
		{"Japanese alone", "ja", "民法の基礎、号", "民法の基礎、号"},
		{"Chinese in Russian", "ru", "Суд (法院) решил", "Суд ({zh-Hans|法院}) решил"},
		{"Uyghur in English", "en", "the word “سوت”.", "the word “{und-Arab<سوت}”."},
		{"Hebrew in English", "en", "the word בית.", "the word {<בית}."},
	} {
		t.Run(c.name, func(t *testing.T) {
			runs := Runs(c.text, c.tag)
			if diff := cmp.Diff(c.want, shown(runs)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// FuzzRuns asks of any text that its runs are the text, that no two of its own stand side by side, that brackets of one kind are kept together
// and that another look at a run finds nothing new.
func FuzzRuns(f *testing.F) {
	for _, text := range []string{"سوت (2025)新01民初123号", "《民法典》، [最高 (法", "a(法)b) 2025-11-03 〔2018〕20", "第3조 ئاي 3-5", "é́\u200dᠠ ᠤᠨ\xff", "3 ᠤ 12,5 1２ 7."} {
		for _, tag := range []string{"ug", "zh-Hans", "en", "ko", "mn-Mong", "bo", ""} {
			f.Add(text, tag)
		}
	}
	f.Fuzz(func(t *testing.T, text, tag string) {
		w := For(tag)
		runs := w.Runs(text)
		var whole strings.Builder
		for i, r := range runs {
			whole.WriteString(r.Text)
			if r.Text == "" && text != "" {
				t.Errorf("an empty run in %+v", runs)
			}
			if i > 0 && r.Own() && runs[i-1].Own() && !w.RightToLeft() {
				t.Errorf("two runs of its own side by side in %+v", runs)
			}
			if r.Isolate != (r.Dir != "") {
				t.Errorf("run %+v", r)
			}
		}
		if whole.String() != text {
			t.Errorf("%q became %q", text, whole.String())
		}
		if w.Plain(text) && len(runs) != 1 {
			t.Errorf("%q is plain, but %+v", text, runs)
		}
	})
}

func TestHTML(t *testing.T) {
	for _, c := range []struct{ tag, text, html, isolated string }{
		{"zh-Hans", "甲 & <乙>", "甲 &amp; &lt;乙&gt;", "甲 & <乙>"},
		{"zh-Hans", "即 سوت <", `即 <bdi lang="und-Arab" dir="rtl">سوت</bdi> &lt;`, "即 \u2067سوت\u2069 <"},
		{"zh-Hans", "即བོད", `即<span lang="bo">བོད</span>`, "即བོད"},
		{"ug", "سوت (2025)新1号", `سوت <bdi lang="zh-Hans" dir="ltr">(2025)新1号</bdi>`, "سوت \u2066(2025)新1号\u2069"},
		{"mn-Mong", "ᠣᠨ 11 & 2026", `ᠣᠨ <span class="upright">11</span> &amp; 2026`, "ᠣᠨ 11 & 2026"},
		{"ug", "سوت A&B", `سوت <bdi dir="ltr">A&amp;B</bdi>`, "سوت \u2066A&B\u2069"},
	} {
		if diff := cmp.Diff(c.html, For(c.tag).HTML(c.text)); diff != "" {
			t.Errorf("HTML of %q (-want +got):\n%s", c.text, diff)
		}
		if diff := cmp.Diff(c.isolated, For(c.tag).Isolated(c.text)); diff != "" {
			t.Errorf("isolated %q (-want +got):\n%s", c.text, diff)
		}
	}
}

// BenchmarkPlain is the way that nearly all text of nearly all pages goes.
func BenchmarkPlain(b *testing.B) {
	text := []byte(strings.Repeat("为规范“司法公开”工作，根据《中华人民共和国人民法院组织法》第3条的规定，制定本意见。", 20))
	w := For("zh-Hans")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if !w.PlainBytes(text) {
			b.Fatal("not plain")
		}
	}
}

func BenchmarkUyghur(b *testing.B) {
	text := strings.Repeat("ئالىي سوت (2025)新01民初123号 دېلو ھەققىدە ھۆكۈم چىقاردى، ", 20)
	w := For("ug")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		w.Runs(text)
	}
}
