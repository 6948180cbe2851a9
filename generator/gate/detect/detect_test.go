package detect

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"courtsite/generator/diag"
)

func codes(findings []Finding) (c []string) {
	for _, f := range findings {
		c = append(c, f.Kind.Code)
	}
	return c
}

func TestMask(t *testing.T) {
	for _, c := range [][2]string{
		{"身份证号11010519491231002X", "身份证号110105********002X"},
		{"身份证号110105 19491231 002X", "身份证号110105 ******** 002X"},
		{"身份证号１１０１０５１９４９１２３１００２Ｘ", "身份证号１１０１０５********００２Ｘ"},
		{"身份证号110105491231002", "身份证号110105******002"},
		{"张三，手机13812345678", "张三，手机138****5678"},
		{"户名：张三 账号：6217001234567890123", "户名：张三 账号：6217***********0123"},
		{"护照号E12345678", "护照号E1*****78"},
		{"家庭电话：0571-88881234", "家庭电话：****-*****234"},
		{"车牌浙A12345", "车牌浙A***45"},
		{"原告邮箱zhangsan@qq.com", "原告邮箱z***@qq.com"},
		{"被告微信号：zhangsan_1980", "被告微信号：z*******_****"},
		{"被告李四，男，1980年1月2日出生，住明镜县松霭镇和平路12号3单元501室。", "被告李四，男，1980年*月*日出生，住明镜县松霭镇和平路**号*单元***室。"},
		{"未成年被害人王小红，就读于明镜县第一小学。", "未成年被害人王某，就读于某小学。"},
		{"被害人阿依夏·买买提，女", "被害人阿某，女"},
		{"被害人欧阳小红，女", "被害人欧阳某，女"},
		{"秘密★10年\n（2024）×01民初×号", "秘密★10年\n（2024）×01民初×号"},
		{"咨询电话：13812345678", "咨询电话：13812345678"},
	} {
		if got := Mask(c[0]); got != c[1] {
			t.Errorf("Mask(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func TestFileName(t *testing.T) {
	for name, want := range map[string][]string{
		"涉密案件统计.xlsx":               {"secret-file-name"},
		"files/2024/机密-汇报.docx":     {"secret-file-name"},
		`C:\审判\内部资料汇编.pdf`:          {"secret-file-name"},
		"绝密.doc":                    {"secret-file-name"},
		"秘密★10年 通知.pdf":             {"secrecy-mark"},
		"张三_110101199003077475.pdf": {"identity-number"},
		"会议纪要（内部使用）.docx":           {"internal-phrase"},
		"不公开审理案件名单.csv":             {"secret-file-name"},
		"不涉密培训材料.pdf":               nil,
		"关于审理侵犯商业秘密民事案件适用法律若干问题的规定.pdf": nil,
		"内部审计报告.pdf":              nil,
		"保密法宣传.png":               nil,
		"budget-2026-tables.xlsx": nil,
		"涉密/budget.xlsx":          nil, // the folder's name is told once, for the folder
		"（2024）明01民终123号.pdf":     nil,
		"20240315093012.jpg":      nil,
		"":                        nil,
		"a/":                      nil,
		"最高人民法院关于保守国家秘密的规定(2024).docx": nil,
	} {
		if got := codes(FileName(name)); !slices.Equal(got, want) {
			t.Errorf("FileName(%q) = %v, want %v", name, got, want)
		}
	}
}

// TestMinor: with the day of publication a birth date tells a minor, and then even an anonymous one is identified by it.
func TestMinor(t *testing.T) {
	published := Context{Date: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)}
	for text, want := range map[string][]string{
		"李小明，男，2015年3月4日出生":      {"minor-name", "birth-date"},
		"李某，男，2015年3月4日出生":       {"birth-date"},
		"李某，男，2008年3月2日出生":       {"birth-date"},
		"李某，男，2008年2月28日出生":      nil,
		"王建国，男，1980年3月4日出生":      {"birth-date"},
		"阿里木·买买提，男，2015-03-04出生": {"minor-name", "birth-date"},
	} {
		if got := codes(Text(text, published)); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// TestBoxes: forms have a cell for each digit. Digits that stand in cells by chance make no number.
func TestBoxes(t *testing.T) {
	const number = "11010519491231002X"
	boxes := strings.Join(strings.Split(number, ""), " | ")
	for text, want := range map[string][]string{
		"| 身份证号 | " + boxes + " |":                                                  {"identity-number"},
		"|" + strings.ReplaceAll(boxes, " ", "") + "|":                              {"identity-number"},
		"| 4 | 4 | 0 | 5 | 2 | 4 | 1 | 8 | 8 | 0 | 0 | 1 | 0 | 1 | 0 | 0 | 1 | 4 |": {"identity-number"},
		"| 110105 | 19491231 | 002X |":                                              nil,
		"| 1 | 1 | 0 |\n| 1 | 0 | 5 |":                                              nil,
	} {
		if got := codes(Text(text, Context{})); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	for text, want := range map[string]diag.Severity{
		"行政区划代码\t日期\t序号\n110105\t19491231\t002X":   diag.Warning,
		"身份证号前六位\t生日\t后四位\n110105\t19491231\t002X": diag.Error,
		strings.ReplaceAll(boxes, " | ", "\t"):     diag.Error,
	} {
		if found := Text(text, Context{}); len(found) != 1 || found[0].Severity() != want {
			t.Errorf("%q: %v, want one of severity %v", text, found, want)
		}
	}
}

// TestForm: in a form × stands for what is to be filled in.
func TestForm(t *testing.T) {
	const text = "审判员×××，×××人民法院（2024）×01民初×号"
	if got := codes(Text(text, Context{Form: true})); len(got) > 0 {
		t.Errorf("a form gives %v", got)
	}
	want := []string{"masked-judge", "masked-court", "masked-case-number"}
	if got := codes(Text(text, Context{})); !slices.Equal(got, want) {
		t.Errorf("a judgment gives %v, want %v", got, want)
	}
}

// TestSeverity: what rests on a weak source never stops a site.
func TestSeverity(t *testing.T) {
	for text, want := range map[string]diag.Severity{
		"11010519491231002X":          diag.Error,
		"秘密★10年":                      diag.Error,
		"310105491231002":             diag.Warning, // no check digit, no word
		"原告张三，手机13812345678":          diag.Warning, // certain, but [G]
		"被害人王小红，女":                    diag.Warning,
		"×××人民法院":                     diag.Warning,
		"1980年1月2日出生":                 diag.Note,
		"户名：张三 账号6217001234567890123": diag.Error,
	} {
		findings := Text(text, Context{})
		if len(findings) != 1 || findings[0].Severity() != want {
			t.Errorf("%q: %v, want one of severity %v", text, findings, want)
		}
	}
}

// TestKinds: every kind can be told in both languages, and its code is its own.
func TestKinds(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range Kinds() {
		if seen[k.Code] {
			t.Errorf("code %s twice", k.Code)
		}
		seen[k.Code] = true
		for _, lang := range []diag.Lang{diag.EN, diag.ZH} {
			if k.Name(lang) == "" || k.Norm(lang) == "" || k.Advice(lang) == "" {
				t.Errorf("%s says nothing in %s", k.Code, lang)
			}
		}
		if !strings.Contains("[A][B][C][G]", k.Trust.String()) {
			t.Errorf("%s has trust %s", k.Code, k.Trust)
		}
	}
}

func TestEvidence(t *testing.T) {
	for _, f := range Text("身份证号11010519491231002X，原告张三电话13812345678，浙A12345，6222600260001072444", Context{}) {
		if len(f.Evidence) == 0 {
			t.Errorf("%s without evidence", f.Kind.Code)
		}
		for _, e := range f.Evidence {
			if e.Text(diag.EN) == "" || e.Text(diag.ZH) == "" || e.Text(diag.EN) == e.Text(diag.ZH) {
				t.Errorf("%s: evidence %q has no words", f.Kind.Code, e.Code)
			}
		}
	}
	if got := (Evidence{keyword, "账号"}).Text(diag.EN); got != "named so (账号)" {
		t.Errorf("evidence reads %q", got)
	}
}

func TestArticleIsSilent(t *testing.T) {
	if got := Text(article, Context{}); len(got) > 0 {
		t.Errorf("an article gives %v", codes(got))
	}
	if n := testing.AllocsPerRun(10, func() { Text(article, Context{}) }); n > 0 {
		t.Errorf("an article without findings takes %v allocations", n)
	}
}

// FuzzText: findings lie inside the text on boundaries of characters, in order; masking is stable and leaves no identity number.
func FuzzText(f *testing.F) {
	for _, e := range append(readCases(f, "testdata/written.txt"), generatedCases(f)...) {
		f.Add(e.text, e.label)
	}
	f.Add("\xff\xfe1\xe2\x9811010519491231002\xc3", "\xff")
	f.Add("E1234567 护照 1 2 3 4 5 6 7 8 X * × 某人民法院", "住址")
	f.Fuzz(func(t *testing.T, text, label string) {
		last := 0
		for _, m := range Text(text, Context{Label: label, Date: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}) {
			if m.Start < last || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("%s at %d to %d in %q after %d", m.Kind.Code, m.Start, m.End, text, last)
			}
			last = m.End
			if !onBoundary(text, m.Start) || !onBoundary(text, m.End) {
				t.Fatalf("%s at %d to %d cuts a character of %q", m.Kind.Code, m.Start, m.End, text)
			}
			if m.Kind.Maskable && m.Masked == text[m.Start:m.End] && m.Kind == IdentityNumber {
				t.Fatalf("%s %q is not masked", m.Kind.Code, m.Masked)
			}
		}
		FileName(text)
		masked := Mask(text)
		if again := Mask(masked); again != masked {
			t.Fatalf("Mask(%q) = %q, and again %q", text, masked, again)
		}
		if i := slices.IndexFunc(Text(masked, Context{}), func(m Finding) bool { return m.Kind == IdentityNumber }); i >= 0 {
			t.Fatalf("Mask(%q) = %q leaves an identity number", text, masked)
		}
		if utf8.ValidString(text) && !utf8.ValidString(masked) {
			t.Fatalf("Mask(%q) = %q breaks characters", text, masked)
		}
	})
}

// onBoundary: reading the text character by character meets the place.
func onBoundary(text string, place int) bool {
	for i := range text {
		if i >= place {
			return i == place
		}
	}
	return place == len(text)
}

// TestManyFindings: a text that is a list of guesses does not fill the memory, and does not hide what is sure behind them.
func TestManyFindings(t *testing.T) {
	text := strings.Repeat("电话13800138000 ", 2*mostFound) + "11010519491231002X"
	found := Text(text, Context{})
	if last := found[len(found)-1]; len(found) != mostFound+1 || last.Kind != IdentityNumber || last.Confidence != Certain {
		t.Errorf("%d findings, the last %v", len(found), last.Kind.Code)
	}
}
