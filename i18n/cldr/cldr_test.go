package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

func TestDatePatterns(t *testing.T) {
	for _, c := range []struct{ cldr, want string }{
		{"y年M月d日", "{y}年{M}月{d}日"}, {"d 'de' MMMM 'de' y", "{d} de {month} de {y}"}, {"EEEE، d MMMM y", "{weekday}، {d} {month} {y}"},
		{"dd.MM.y", "{dd}.{MM}.{y}"}, {"LLLL y\u202f'г'.", "{month} {y}\u202fг."}, {"h 'o''clock'", ""}, {"HH:mm", "{HH}:{mm}"},
		{"''d''", "'{d}'"}, {"y MMM d", ""}, {"'y", ""}, {"", ""},
	} {
		got, err := datePattern(c.cldr)
		if got != c.want || (err != nil) != (c.want == "" && c.cldr != "") {
			t.Errorf("%q is %q (%v), want %q", c.cldr, got, err, c.want)
		}
	}
}

func TestNumberPatterns(t *testing.T) {
	signs := strings.NewReplacer("¤", "¥", "%", "%")
	for _, c := range []struct{ cldr, want string }{
		{"¤#,##0.00", "¥{n}"}, {"¤\u00a0#,##0.00", "¥\u00a0{n}"}, {"#,##0.00\u00a0¤", "{n}\u00a0¥"}, {"#,##0%", "{n}%"}, {"%#,##0", "%{n}"},
		{"\u200f#,##0.00\u00a0¤;\u200f-#,##0.00\u00a0¤", "\u200f{n}\u00a0¥"}, {"#,##0.###", "{n}"}, {"#,##,##0.###", ""}, {"¤", ""},
	} {
		got, err := numberPattern(c.cldr, signs)
		if got != c.want || (err != nil) != (c.want == "") {
			t.Errorf("%q is %q (%v), want %q", c.cldr, got, err, c.want)
		}
	}
}

func TestPluralConditions(t *testing.T) {
	for _, c := range []struct{ rule, want string }{
		{"", ""}, {"n = 1", "n == 1"}, {"i = 1 and v = 0", "n == 1"}, {"v != 0", ""}, {"n = 1 or t != 0 and i = 0,1", "n == 1"}, {"v = 0", "true"},
		{"n % 10 = 2..4 and n % 100 != 12..14", "within(n%10, 2, 4) && !within(n%100, 12, 14)"},
		{"n % 10 = 3..4,9", "(within(n%10, 3, 4) || n%10 == 9)"}, {"n % 100 != 11,71", "n%100 != 11 && n%100 != 71"},
		{"e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5", "n != 0 && n%1000000 == 0"},
	} {
		if got, err := condition(c.rule); got != c.want || err != nil {
			t.Errorf("%q is %q (%v), want %q", c.rule, got, err, c.want)
		}
	}
	if got, err := condition("n is 1"); err == nil {
		t.Errorf("a rule of another form is %q", got)
	}
}

func TestSamples(t *testing.T) {
	got, err := expand(" 0, 2~4, 100, 1c6, …")
	if want := []string{"0", "2", "3", "4", "100"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%v %v", got, err)
	}
	if got, err := expand("1~x"); err == nil {
		t.Errorf("%v", got)
	}
}

// The committed files are those of the languages above, whole, and of the release that the program is for.
func TestFilesAreThoseOfTheTable(t *testing.T) {
	var want []string
	for _, l := range languages {
		want = append(want, l.tag+".toml")
		text, err := os.ReadFile(l.tag + ".toml")
		if err != nil {
			t.Error(err)
			continue
		}
		if head, _, _ := strings.Cut(string(text), "\n"); !strings.Contains(head, "CLDR "+version+" ("+l.cldr+")") {
			t.Errorf("%s: %s", l.tag, head)
		}
		var file struct {
			Date   struct{ Short, Year, Time, Datetime string }
			Number struct{ Group, Decimal, Minus, Percent, Money string }
		}
		if _, err := toml.Decode(string(text), &file); err != nil {
			t.Errorf("%s: %v", l.tag, err)
		}
		d, n := file.Date, file.Number
		if slices.Contains([]string{d.Short, d.Year, d.Time, d.Datetime, n.Group, n.Decimal, n.Minus, n.Percent, n.Money}, "") {
			t.Errorf("%s lacks a pattern: %+v", l.tag, file)
		}
	}
	slices.Sort(want)
	if got, _ := filepath.Glob("*.toml"); !slices.Equal(got, want) {
		t.Errorf("files %v, want %v", got, want)
	}
}
