package locale

import (
	"testing"
	"time"
)

var day = time.Date(2025, time.November, 3, 9, 5, 0, 0, time.FixedZone("CST", 8*3600))

// The forms are those of CLDR 48.2, or of the public texts that the phrase files name.
func TestDates(t *testing.T) {
	table, _ := load(t, every(t), Base, nil)
	for tag, want := range map[string]struct{ long, full, short, month, year, both string }{
		"zh-Hans": {"2025年11月3日", "2025年11月3日星期一", "2025-11-03", "2025年11月", "2025年", "2025年11月3日 09:05"},
		"en":      {"3 November 2025", "Monday, 3 November 2025", "2025-11-03", "November 2025", "2025", "3 November 2025, 09:05"},
		"ug":      {"2025-يىلى 11-ئاينىڭ 3-كۈنى", "2025 3-نويابىر، دۈشەنبە", "2025-11-03", "2025 نويابىر", "2025", "2025-يىلى 11-ئاينىڭ 3-كۈنى، 09:05"},
		"bo": {"སྤྱི་ལོ་2025 ཟླ་བ་བཅུ་གཅིག་པའི་ཚེས་3", "2025 ཟླ་བ་བཅུ་གཅིག་པའི་ཚེས་3, གཟའ་ཟླ་བ་", "2025-11-03", "2025 ཟླ་བ་བཅུ་གཅིག་པ་", "2025",
			"སྤྱི་ལོ་2025 ཟླ་བ་བཅུ་གཅིག་པའི་ཚེས་3 09:05"},
		"kk-Arab": {"2025 - جىلى 11 - ايدىڭ 3 - كۇنى", "2025، 3- قاراشا، دۇيسەنبى", "03-11-2025", "2025 قاراشا", "2025", "2025 - جىلى 11 - ايدىڭ 3 - كۇنى, 09:05"},
		"mn-Mong": {"2025 ᠣᠨ\u202fᠤ 11 ᠰᠠᠷᠠ\u202fᠶᠢᠨ 3\u202fᠤ ᠡᠳᠦᠷ", "2025 ᠣᠨ\u202fᠤ 11 ᠰᠠᠷᠠ\u202fᠶᠢᠨ 3\u202fᠤ ᠡᠳᠦᠷ", "2025-11-03", "2025-11", "2025", "2025 ᠣᠨ\u202fᠤ 11 ᠰᠠᠷᠠ\u202fᠶᠢᠨ 3\u202fᠤ ᠡᠳᠦᠷ 09:05"},
		"ko":      {"2025년 11월 3일", "2025년 11월 3일 월요일", "2025. 11. 3.", "2025년 11월", "2025년", "2025년 11월 3일 09:05"},
		"ii":      {"2025 ꊯꊪꆪ 3", "2025 ꊯꊪꆪ 3, ꆏꊂꋍ", "2025-11-03", "2025 ꊯꊪꆪ", "2025", "2025 ꊯꊪꆪ 3 09:05"},
		"za":      {"2025 nienz 11 nyied 3 hauh", "2025 nienz 11 nyied 3 hauh, singhgizit", "2025-11-03", "2025 nienz 11 nyied", "2025 nienz", "2025 nienz 11 nyied 3 hauh 09:05"},
		"ja":      {"2025年11月3日", "2025年11月3日月曜日", "2025/11/03", "2025年11月", "2025年", "2025年11月3日 9:05"},
		"ru":      {"3 ноября 2025\u202fг.", "понедельник, 3 ноября 2025\u202fг.", "03.11.2025", "ноябрь 2025\u202fг.", "2025\u202fг.", "3 ноября 2025\u202fг., 09:05"},
		"fr":      {"3 novembre 2025", "lundi 3 novembre 2025", "03/11/2025", "novembre 2025", "2025", "3 novembre 2025, 09:05"},
		"ar":      {"3 نوفمبر 2025", "الاثنين، 3 نوفمبر 2025", "3\u200f/11\u200f/2025", "نوفمبر 2025", "2025", "3 نوفمبر 2025، 09:05"},
		"es":      {"3 de noviembre de 2025", "lunes, 3 de noviembre de 2025", "3/11/2025", "noviembre de 2025", "2025", "3 de noviembre de 2025, 9:05"},
	} {
		l := table.Language(tag)
		for _, c := range []struct{ what, got, want string }{
			{"date", l.Date(day), want.long}, {"full date", l.FullDate(day), want.full}, {"short date", l.ShortDate(day), want.short},
			{"month", l.Month(2025, time.November), want.month}, {"year", l.Year(2025), want.year}, {"date and time", l.DateTime(day), want.both},
		} {
			if c.got != c.want {
				t.Errorf("%s: the %s is %q, want %q", tag, c.what, c.got, c.want)
			}
		}
	}
}

// The dates of public texts that LANGUAGES' sources and the phrase files cite.
func TestDatesAsPublicTextsWriteThem(t *testing.T) {
	table, _ := load(t, every(t), Base, nil)
	on := func(year int, month time.Month, day int) time.Time {
		return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	}
	for _, c := range []struct {
		tag  string
		date time.Time
		want string
	}{
		{"ug", on(2025, 11, 3), "2025-يىلى 11-ئاينىڭ 3-كۈنى"},
		{"kk-Arab", on(2021, 2, 12), "2021 - جىلى 2 - ايدىڭ 12 - كۇنى"},               // kazakh.people.com.cn, 15 January 2021
		{"za", on(2016, 3, 19), "2016 nienz 3 nyied 19 hauh"},                         // Guangxi Minzu Bao
		{"mn-Mong", on(2001, 4, 28), "2001 ᠣᠨ\u202fᠤ 4 ᠰᠠᠷᠠ\u202fᠶᠢᠨ 28\u202fᠤ ᠡᠳᠦᠷ"}, // mgl.nmg.gov.cn, which writes ordinary spaces before suffixes
	} {
		if got := table.Language(c.tag).Date(c.date); got != c.want {
			t.Errorf("%s: %q, want %q", c.tag, got, c.want)
		}
	}
}

func TestNoDate(t *testing.T) {
	table, _ := load(t, every(t), Base, nil)
	for _, l := range table.Languages() {
		var none time.Time
		if got := l.Date(none) + l.FullDate(none) + l.ShortDate(none) + l.Time(none) + l.DateTime(none); got != "" {
			t.Errorf("%s: the zero time is %q", l.Tag, got)
		}
	}
	if got := ISO(time.Time{}); got != "" {
		t.Errorf("ISO of the zero time = %s", got)
	}
}

func TestISO(t *testing.T) {
	if got := ISO(day); got != "2025-11-03T09:05:00+08:00" {
		t.Errorf("ISO = %s", got)
	}
}

func TestAfternoonIsNotMorning(t *testing.T) {
	table, _ := load(t, every(t), Base, nil)
	for _, l := range table.Languages() {
		if got := l.Time(day.Add(12 * time.Hour)); got != "21:05" {
			t.Errorf("%s: %q", l.Tag, got)
		}
	}
}
