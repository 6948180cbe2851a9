package locale

import (
	"math"
	"testing"
	"time"
)

var day = time.Date(2025, time.November, 3, 9, 0, 0, 0, time.FixedZone("CST", 8*3600))

// The dates are those of CLDR 48.2, or of the public texts that the phrase files name.
func TestDates(t *testing.T) {
	table, _ := load(t, every(t), Base, nil)
	golden := map[string][3]string{
		"zh-Hans": {"2025年11月3日", "2025年11月", "2025年"},
		"en":      {"3 November 2025", "November 2025", "2025"},
		"ug":      {"2025-يىلى 11-ئاينىڭ 3-كۈنى", "2025 نويابىر", "2025"},
		"bo":      {"སྤྱི་ལོ་2025 ཟླ་བ་བཅུ་གཅིག་པའི་ཚེས་3", "2025 ཟླ་བ་བཅུ་གཅིག་པ་", "2025"},
		"kk-Arab": {"2025، 3- قاراشا", "2025 قاراشا", "2025"},
		"mn-Mong": {"2025 ᠣᠨ ᠤ 11 ᠰᠠᠷᠠ ᠶᠢᠨ 3 ᠤ ᠡᠳᠦᠷ", "2025-11", "2025"},
		"ko":      {"2025년 11월 3일", "2025년 11월", "2025년"},
		"ii":      {"2025 ꊯꊪꆪ 3", "2025 ꊯꊪꆪ", "2025"},
		"za":      {"2025 nienz 11 nyied 3 hauh", "2025 nienz 11 nyied", "2025 nienz"},
		"ja":      {"2025年11月3日", "2025年11月", "2025年"},
		"ru":      {"3 ноября 2025 г.", "ноябрь 2025 г.", "2025 г."},
		"fr":      {"3 novembre 2025", "novembre 2025", "2025"},
		"ar":      {"3 نوفمبر 2025", "نوفمبر 2025", "2025"},
		"es":      {"3 de noviembre de 2025", "noviembre de 2025", "2025"},
	}
	for _, l := range table.Languages() {
		got := [3]string{l.Date(day), l.Month(2025, time.November), l.Year(2025)}
		if got != golden[l.Tag] {
			t.Errorf("%s: %q, want %q", l.Tag, got, golden[l.Tag])
		}
		if l.Date(time.Time{}) != "" {
			t.Errorf("%s: the zero time is %q", l.Tag, l.Date(time.Time{}))
		}
	}
	if got := ISO(day); got != "2025-11-03T09:00:00+08:00" {
		t.Errorf("ISO = %s", got)
	}
	if got := ISO(time.Time{}); got != "" {
		t.Errorf("ISO of the zero time = %s", got)
	}
}

func TestNumbers(t *testing.T) {
	table, _ := load(t, every(t), Base, nil)
	for _, c := range []struct {
		tag  string
		n    int
		want string
	}{
		{"zh-Hans", 0, "0"}, {"zh-Hans", 999, "999"}, {"zh-Hans", 1000, "1,000"}, {"en", -1234567, "-1,234,567"}, {"en", -999, "-999"},
		{"es", 1234, "1234"}, {"es", 12345, "12.345"}, {"ru", 12345, "12\u00a0345"}, {"fr", 123456, "123\u202f456"},
		{"en", math.MinInt64, "-9,223,372,036,854,775,808"},
	} {
		if got := table.Language(c.tag).Number(c.n); got != c.want {
			t.Errorf("%s: %d is %q, want %q", c.tag, c.n, got, c.want)
		}
	}
}

func TestBytes(t *testing.T) {
	table, _ := load(t, every(t), Base, nil)
	for _, c := range []struct {
		tag  string
		n    int64
		want string
	}{
		{"en", -1, "0 B"}, {"en", 0, "0 B"}, {"en", 1023, "1,023 B"}, {"en", 1024, "1 KB"}, {"en", 1536, "1.5 KB"},
		{"en", 120 * 1024, "120 KB"}, {"en", 10*1024 + 512, "11 KB"}, {"en", 10*1024 - 1, "10 KB"},
		{"en", 1024*1024 - 1, "1 MB"}, {"en", 5 << 30, "5 GB"}, {"en", math.MaxInt64, "8,589,934,592 GB"},
		{"ru", 1536, "1,5 КБ"}, {"fr", 3 << 20, "3\u202fMo"}, {"ar", 2048, "2 كيلوبايت"},
	} {
		if got := table.Language(c.tag).Bytes(c.n); got != c.want {
			t.Errorf("%s: %d bytes are %q, want %q", c.tag, c.n, got, c.want)
		}
	}
}

func TestCount(t *testing.T) {
	table, _ := load(t, []string{"zh-Hans", "en", "ug"}, "zh-Hans", nil)
	for _, c := range []struct {
		tag, key string
		n        int
		want     string
	}{
		{"zh-Hans", "documents_count", 1, "1 份文件"}, {"zh-Hans", "page_part", 3, "第 3 页"},
		{"en", "documents_count", 1, "1 document"}, {"en", "documents_count", 0, "0 documents"}, {"en", "documents_count", 1234, "1,234 documents"},
		{"ug", "documents_count", 12, "12"}, {"en", "no_such_phrase", 7, "7"},
	} {
		if got := table.Language(c.tag).Count(c.key, c.n); got != c.want {
			t.Errorf("%s %s %d: %q, want %q", c.tag, c.key, c.n, got, c.want)
		}
	}
}

func TestPluralForms(t *testing.T) {
	for _, c := range []struct {
		tag  string
		form string
		n    []int
	}{
		{"zh-Hans", "other", []int{0, 1, 2}}, {"bo", "other", []int{1, 5}}, {"ii", "other", []int{1}}, {"za", "other", []int{1, 2}}, {"ko", "other", []int{1}},
		{"ug", "one", []int{1}}, {"ug", "other", []int{0, 2, 11}}, {"kk-Arab", "one", []int{1}}, {"mn-Mong", "one", []int{1}}, {"mn-Mong", "other", []int{2}},
		{"en-GB", "one", []int{1, -1}}, {"en", "other", []int{0, 2, 21}},
		{"ru", "one", []int{1, 21, 101}}, {"ru", "few", []int{2, 4, 22}}, {"ru", "many", []int{0, 5, 11, 12, 14, 111, 112}},
		{"ar", "zero", []int{0}}, {"ar", "one", []int{1}}, {"ar", "two", []int{2}}, {"ar", "few", []int{3, 10, 103}}, {"ar", "many", []int{11, 99, 111}}, {"ar", "other", []int{100, 102, 200}},
		{"fr", "one", []int{0, 1}}, {"fr", "other", []int{2, 1001}}, {"fr", "many", []int{1000000}}, {"es", "one", []int{1}}, {"es", "other", []int{0, 2}},
	} {
		for _, n := range c.n {
			if got := pluralRule(c.tag)(n); got != c.form {
				t.Errorf("%s: %d is %q, want %q", c.tag, n, got, c.form)
			}
		}
	}
}
