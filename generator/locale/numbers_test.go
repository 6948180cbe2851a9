package locale

import (
	"math"
	"testing"
)

func TestNumbers(t *testing.T) {
	table, _ := load(t, every(t), Base, nil)
	for _, c := range []struct {
		tag  string
		n    int
		want string
	}{
		{"zh-Hans", 0, "0"}, {"zh-Hans", 999, "999"}, {"zh-Hans", 1000, "1,000"}, {"en", -1234567, "-1,234,567"}, {"en", -999, "-999"},
		{"es", 1234, "1234"}, {"es", 12345, "12.345"}, {"ru", 12345, "12\u00a0345"}, {"fr", 123456, "123\u202f456"},
		{"en", math.MinInt64, "-9,223,372,036,854,775,808"}, {"ug", 12345, "12,345"}, {"mn-Mong", 12345, "12,345"}, {"ar", -5, "\u200e-5"},
	} {
		if got := table.Language(c.tag).Number(c.n); got != c.want {
			t.Errorf("%s: %d is %q, want %q", c.tag, c.n, got, c.want)
		}
	}
}

func TestDecimals(t *testing.T) {
	table, _ := load(t, every(t), Base, nil)
	for _, c := range []struct {
		tag    string
		n      int64
		places int
		want   string
	}{
		{"en", 123456, 2, "1,234.56"}, {"en", 5, 2, "0.05"}, {"en", -5, 2, "-0.05"}, {"en", 0, 2, "0.00"}, {"ru", 123456, 2, "1\u00a0234,56"},
		{"en", math.MinInt64, 2, "-92,233,720,368,547,758.08"},
	} {
		if got := table.Language(c.tag).Decimal(c.n, c.places); got != c.want {
			t.Errorf("%s: %d with %d places is %q, want %q", c.tag, c.n, c.places, got, c.want)
		}
	}
}

func TestMoney(t *testing.T) {
	table, _ := load(t, every(t), Base, nil)
	const fen = 123450
	for tag, want := range map[string]string{
		"zh-Hans": "1,234.50元", "en": "¥1,234.50", "ug": "¥1,234.50", "kk-Arab": "¥\u00a01,234.50", "bo": "¥\u00a01,234.50", "ii": "¥\u00a01,234.50",
		"za": "¥\u00a01,234.50", "mn-Mong": "¥\u00a01,234.50", "ko": "¥1,234.50", "ja": "1,234.50元", "ru": "1\u00a0234,50\u00a0¥",
		"fr": "1\u202f234,50\u00a0¥", "es": "1234,50\u00a0¥", "ar": "1,234.50\u00a0¥",
	} {
		if got := table.Language(tag).Money(fen); got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
	if got := table.Language("en").Money(-500); got != "-¥5.00" {
		t.Errorf("a debt is %q", got)
	}
}

func TestMoneyInTenThousands(t *testing.T) {
	table, _ := load(t, every(t), Base, nil)
	for _, c := range []struct {
		tag  string
		fen  int64
		want string
	}{
		{"zh-Hans", 1_234_567_800, "1,234.57万元"}, {"zh-Hans", 5_000, "0.01万元"}, {"zh-Hans", 4_999, "0.00万元"}, {"zh-Hans", -5_000, "-0.01万元"},
		{"zh-Hans", math.MaxInt64, "9,223,372,036,854.78万元"}, {"ja", 100_000_000, "100.00万元"}, {"en", 1_234_567_800, "¥12,345,678.00"},
	} {
		if got := table.Language(c.tag).MoneyWan(c.fen); got != c.want {
			t.Errorf("%s: %d fen are %q, want %q", c.tag, c.fen, got, c.want)
		}
	}
}

func TestPercent(t *testing.T) {
	table, _ := load(t, every(t), Base, nil)
	for _, c := range []struct {
		tag         string
		part, whole int64
		want        string
	}{
		{"zh-Hans", 985, 1000, "98.5%"}, {"zh-Hans", 1, 3, "33.3%"}, {"zh-Hans", 2, 3, "66.7%"}, {"zh-Hans", 5, 5, "100%"}, {"zh-Hans", 0, 7, "0%"},
		{"zh-Hans", 1, 0, ""}, {"en", -1, 8, "-12.5%"}, {"fr", 1, 8, "12,5\u00a0%"}, {"ru", 3, 2, "150\u00a0%"},
		{"en", math.MaxInt64, math.MaxInt64, "100%"}, {"en", 1, math.MaxInt64, "0%"},
	} {
		if got := table.Language(c.tag).Percent(c.part, c.whole); got != c.want {
			t.Errorf("%s: %d of %d is %q, want %q", c.tag, c.part, c.whole, got, c.want)
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
		{"ru", 1536, "1,5\u00a0КБ"}, {"fr", 3 << 20, "3\u00a0Mo"}, {"ar", 2048, "2 كيلوبايت"},
	} {
		if got := table.Language(c.tag).Bytes(c.n); got != c.want {
			t.Errorf("%s: %d bytes are %q, want %q", c.tag, c.n, got, c.want)
		}
	}
}
