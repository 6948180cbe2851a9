package locale

import (
	"slices"
	"strings"
	"testing"
)

// order loads the order of a language that has no file of its own.
func order(t *testing.T, tag, by string) *Order {
	t.Helper()
	table, _ := load(t, []string{tag}, tag, map[string]string{})
	return table.Default().Order(by)
}

func (o *Order) compare(a, b string) int { return o.Place(a).Compare(o.Place(b)) }

// TestOrder: words in their order, with a heading before the first word that stands under it.
func TestOrder(t *testing.T) {
	for _, c := range []struct{ tag, by, want string }{
		{"zh-Hans", "", "A: App 阿明 案件 B: 北京 L: 李四 W: 王五 Z: 张三 长子"},
		{"zh-Hans", Pinyin, "0–9: 12368 2026年 A: App 安置 C: 财产保全 长沙 重整 D: 调查 F: 法官 H: 行业 K: 会计 M: 《民法典》 （民事诉讼） Q: 强制执行 S: 沈阳 T: 调解 X: 行政诉讼 Y: “一站式”建设 Z: 执行 仲裁 重大案件"},
		{"zh-Hans", Stroke, "0–9: 2026年 一画: 一审 二画: 丁一 人民陪审员 四画: 《公报》 王五 五画: 民事诉讼 六画: 执行 七画: 张三 李四 阿明 陈述 九画: 院长 十一画: 检察 二十画: 譬喻"},
		{"zh-Hant", "", "一畫: 一審 五畫: 民事 十二畫: 裁判 十五畫: 調解"},
		{"ug", "", "ئا: ئالما ئە: ئەمگەك ب: باش پ: پاختا ج: جاي چ: چاي ئۇ: ئۇيغۇر ۋ: ۋاقىت ئې: ئېلان ئى: ئىش ي: ياز"},
		{"kk-Arab", "", "ا: ادىلەت ب: باس ٴبىر ي: يس"},
		{"bo", "", "ཀ: ཀ ཀྲུང་གོ བཀའ རྐང བརྐྱང ཁ: ཁྲིམས་ཁང མཁན ག: གངས དགོས རྒྱལ་ཁབ སྒྲ བསྒྲུབས ཅ: ལྕང ཏ: ཏ གཏམ ཐ: ཐབས མཐའ ད: མདའ བ: བོད འབྲས མ: མ མིའི"},
		{"ko", "", "ㄱ: 가을 까치 ㄴ: 나라 ㅂ: 법원 ㅎ: 한국"},
		{"ja", "", "あ: うみ か: がくせい さ: サイト 裁: 裁判"},
		{"ru", "", "А: Акт Е: ёлка ель Ж: жалоба И: иск Й: йод"},
		{"es", "", "N: nación niño Ñ: ñandú O: oso"},
		{"en", "", "0–9: 2026 B: budget “Burden” E: Édouard evidence"},
		{"za", "", "B: Bouxcuengh N: ndei V: vunz"},
		{"mn-Mong", "", "ᠮ: ᠮᠣᠩᠭᠣᠯ ᠰ: ᠰᠢᠭᠦᠬᠦ"},
		{"ii", "", "ꅇ: ꅇꂷ ꅇꎹ ꏦ: ꏦꃤ"},
		{"not-a-tag-at-all", "", "A: a B: b"},
	} {
		o := order(t, c.tag, c.by)
		words := slices.DeleteFunc(strings.Fields(c.want), func(s string) bool { return strings.HasSuffix(s, ":") })
		slices.Reverse(words)
		slices.SortFunc(words, o.compare)
		var got []string
		heading := ""
		for _, w := range words {
			if h := o.Place(w).Heading; h != heading {
				got = append(got, h+":")
				heading = h
			}
			got = append(got, w)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s %s:\n%s, want\n%s", c.tag, c.by, g, c.want)
		}
	}
}

// The letters of the Uyghur alphabet, as the CLDR lists them.
func TestUyghurAlphabet(t *testing.T) {
	o := order(t, "ug", "")
	want := strings.Fields("ئا ئە ب پ ت ج چ خ د ر ز ژ س ش غ ف ق ك گ ڭ ل م ن ھ ئو ئۇ ئۆ ئۈ ۋ ئې ئى ي")
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, o.compare)
	if !slices.Equal(got, want) {
		t.Errorf("%s", strings.Join(got, " "))
	}
	for _, letter := range want {
		if got := o.Place(letter + "پ").Heading; got != letter {
			t.Errorf("the heading of %s is %s", letter, got)
		}
	}
}

// The bounds follow each other as golang.org/x/text orders them: a newer version could order them in another way.
func TestPinyinBounds(t *testing.T) {
	o := order(t, "zh-Hans", Pinyin)
	for i, bound := range pinyinFirst.first {
		if i > 0 && o.words.CompareString(string(pinyinFirst.first[i-1]), string(bound)) >= 0 {
			t.Errorf("%c is not before %c", pinyinFirst.first[i-1], bound)
		}
		if got := o.Place(string(bound)).Heading; got != string(pinyinFirst.names[i]) {
			t.Errorf("%c stands under %s, not %c", bound, got, pinyinFirst.names[i])
		}
	}
}

func TestChineseNumbers(t *testing.T) {
	for n, want := range map[int]string{1: "一", 9: "九", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 30: "三十", 48: "四十八"} {
		if got := chineseNumber(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}

// FuzzOrder asks of any three words that their order is one, and that a word has a heading where it has a letter.
func FuzzOrder(f *testing.F) {
	f.Add("zh-Hans", "调解", "《民法典》", "A")
	f.Add("ug", "ئالما", "ئ", "\u0674")
	f.Add("bo", "བཀའ", "\u0f0b", "1")
	f.Fuzz(func(t *testing.T, tag, a, b, c string) {
		l := newLanguage(tag)
		o := l.Order("")
		if o.compare(a, b) != -o.compare(b, a) && (o.compare(a, b) < 0) == (o.compare(b, a) < 0) {
			t.Errorf("%q and %q", a, b)
		}
		if o.compare(a, b) <= 0 && o.compare(b, c) <= 0 && o.compare(a, c) > 0 {
			t.Errorf("%q, %q, %q", a, b, c)
		}
		for _, word := range []string{a, b, c} {
			if strings.ContainsFunc(word, func(r rune) bool { return r >= 'a' && r <= 'z' }) && o.Place(word).Heading == "" {
				t.Errorf("%q has no heading", word)
			}
		}
	})
}
