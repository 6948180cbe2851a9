package locale

import (
	"slices"
	"strings"
	"testing"
)

func TestOrder(t *testing.T) {
	for _, c := range []struct{ tag, file, want string }{
		{"zh-Hans", "", "阿明 北京 李四 王五 张三 长沙"}, // pinyin
		{"zh-Hans", "collation = \"pinyin\"\n", "阿明 北京 李四 王五 张三 长沙"},
		{"zh-Hans", "collation = \"stroke\"\n", "丁一 王五 张三 李四 阿明"}, // 2, 4, 7, 7, 7 strokes
		{"ug", "", "ئالما ئەمگەك باش پاختا جاي چاي ئۇيغۇر ۋاقىت ئېلان ئىش ياز"},
		{"ko", "", "가을 나라 법원 한국"},
		{"ru", "", "Акт ёлка ель жалоба"},
		{"es", "", "nación niño oso"},
		{"za", "", "Bouxcuengh ndei vunz"},
		{"not a tag", "", "a b"},
	} {
		table, _ := load(t, []string{c.tag}, c.tag, map[string]string{"i18n/" + c.tag + ".toml": c.file})
		words := strings.Fields(c.want)
		slices.Reverse(words)
		slices.SortFunc(words, table.Default().Order())
		if got := strings.Join(words, " "); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.tag, c.file, got, c.want)
		}
	}
}

// The letters of the Uyghur alphabet, as the CLDR lists them.
func TestUyghurAlphabet(t *testing.T) {
	table, _ := load(t, []string{"ug"}, "ug", nil)
	want := strings.Fields("ئا ئە ب پ ت ج چ خ د ر ز ژ س ش غ ف ق ك گ ڭ ل م ن ھ ئو ئۇ ئۆ ئۈ ۋ ئې ئى ي")
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, table.Default().Order())
	if !slices.Equal(got, want) {
		t.Errorf("%s", strings.Join(got, " "))
	}
}
