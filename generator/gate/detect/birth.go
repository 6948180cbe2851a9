package detect

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Birth dates.
//
// Norm: 法释〔2016〕19号 10 [G]. A year alone, or a year and month, say little; year, month and day beside a name say who it is. Where the name is written
// with 某 the date is left alone, unless it is a child's (未成年人保护法 103 [A]).

var birthWords = words("出生日期", "出生年月日", "出生年月", "出生时间", "出生于", "出生在", "出生", "生于", "生日")

// birth judges the dates beside 出生, 生于 and 生日.
func (d *detector) birth(start, end int) {
	word := ""
	switch before, after := d.before(start), d.after(end); {
	case before == '出':
		start -= len("出")
		word = d.birthWord(start)
	case after == '于' || after == '日':
		word = d.birthWord(start)
	case (before == '日' || before == '号') && !goesOn(after):
		word = "出生" // 1980年1月2日生，
	}
	if word == "" || strings.HasPrefix(word, "生") && strings.ContainsRune("发产诞衍学", d.before(start)) {
		return // 发生于
	}
	if from, to, day, ok := dateBefore(d.text, start); ok && word == "出生" {
		if r := d.after(end); r == '后' || r == '前' || r == '以' { // of people in general
			return
		}
		d.birthDate(from, to, day, word)
		return
	}
	from := skipAny(d.text, start+len(word), "：: 　为是在于|\t*（(公历)）")
	if to, day, ok := dateAt(d.text, from); ok {
		d.birthDate(from, to, day, word)
	}
}

// birthWord gives the one of birthWords that stands at a place: each has 出 before 生, or 于 or 日 after it.
func (d *detector) birthWord(start int) string {
	for _, w := range birthWords.words {
		if strings.HasPrefix(d.text[start:], w) {
			d.births = true
			return w
		}
	}
	return ""
}

// goesOn: the word goes on, as in 生效 and 生产.
func goesOn(r rune) bool { return r != 0 && !unicode.IsPunct(r) && !unicode.IsSpace(r) }

// birthCell judges dates in a column or a field of birth dates.
func (d *detector) birthCell(first int) (last int, found bool) {
	g := d.number(first, first)
	if l := len(g.digits); l != 4 && l != 8 {
		return first, false
	}
	header, _ := d.header(g.start)
	if !birthWords.in(header) && !birthWords.in(d.context.Label) {
		return first, false
	}
	to, day, ok := dateAt(d.text, g.start)
	if !ok {
		return first, false
	}
	d.add(BirthDate, g.start, to, Likely, append(d.age(day), Evidence{keyword, "出生"})...)
	for last = first; last+1 < len(d.groups) && int(d.groups[last+1].start) < to; last++ {
	}
	return last, true
}

func (d *detector) birthDate(from, to int, day time.Time, word string) {
	context := d.around(from, to)
	age := d.age(day)
	before := context.lead(150)
	switch {
	case age != nil:
		d.add(BirthDate, from, to, Certain, append(age, Evidence{keyword, word})...)
		d.nameBefore(from)
	case strings.Contains(before[max(strings.LastIndexAny(before, "。；;\n"), 0):], "某"), hasAny(before, []string{"×", "公司", "同志诞辰"}):
	case personWords.in(strings.ReplaceAll(before, "出生", "")) || named(before):
		d.add(BirthDate, from, to, Likely, Evidence{keyword, word}, Evidence{Code: personal})
	default:
		d.add(BirthDate, from, to, Possible, Evidence{keyword, word})
	}
}

// age is evidence where the person is a minor on the day of publication.
func (d *detector) age(born time.Time) []Evidence {
	if d.context.Date.IsZero() || born.AddDate(18, 0, 0).Before(d.context.Date) {
		return nil
	}
	return []Evidence{{Code: underAge}}
}

// nameBefore finds the minor's name before the birth date: 李小明，男，2015年3月4日出生.
func (d *detector) nameBefore(i int) {
	before := d.text[boundary(d.text, max(0, i-60)):i]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	for _, sex := range []string{"，男", "，女", ",男", ",女", "（男", "（女"} {
		if j := strings.LastIndex(before, sex); j > 0 {
			from := i - len(before)
			if n := nameEnding(before[:j]); n > 0 {
				d.add(MinorName, from+j-n, from+j, Likely, Evidence{Code: underAge})
				return
			}
		}
	}
}

// dateBefore reads a date that ends at a place.
func dateBefore(s string, end int) (from, to int, day time.Time, ok bool) {
	for end > 0 && strings.HasSuffix(s[:end], " ") {
		end--
	}
	for i := end; i > 0 && end-i < 42; {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if to, day, ok = dateAt(s, i); ok && to == end && !number10(lastRune(s[:i])) {
			return i, to, day, true
		}
	}
	return 0, 0, time.Time{}, false
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	if s == "" {
		return 0
	}
	return r
}

// dateAt reads a date: 1980年1月2日, 1980-01-02, 1980.1.2, 1980/1/2, 19800102, 一九八〇年一月二日.
func dateAt(s string, from int) (end int, day time.Time, ok bool) {
	year, width, i := numberAt(s, from)
	month, date := 0, 0
	switch {
	case width == 8:
		year, month, date = year/10000, year/100%100, year%100
	case width != 4:
		return 0, time.Time{}, false
	default:
		if month, i, ok = part(s, i, "年-.．/－"); ok {
			date, i, ok = part(s, i, "月-.．/－")
		}
		if !ok {
			return 0, time.Time{}, false
		}
		if strings.HasPrefix(s[i:], "日") || strings.HasPrefix(s[i:], "号") {
			i += len("日")
		}
	}
	if year < 1900 || !possibleDay(year, month, date) {
		return 0, time.Time{}, false
	}
	return i, time.Date(year, time.Month(month), date, 0, 0, 0, 0, time.UTC), true
}

// part reads one of the separators and a number of one or two digits.
func part(s string, i int, separators string) (value, end int, ok bool) {
	i = skipAny(s, i, " ")
	j := i
	if r, size := utf8.DecodeRuneInString(s[i:]); strings.ContainsRune(separators, r) {
		j = skipAny(s, i+size, " ")
	}
	value, width, end := numberAt(s, j)
	return value, end, j > i && width >= 1 && width <= 3 && value <= 31
}

// numberAt reads an Arabic or a Chinese number; width counts its digits.
func numberAt(s string, i int) (value, width, end int) {
	const chinese = "〇一二三四五六七八九"
	for i < len(s) && width < 9 {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch at := strings.IndexRune(chinese, r); {
		case r < 1<<16 && trigger(triggers[r]) == digit:
			value = value*10 + int(values[r])
		case r == '零' || r == '○':
			value *= 10
		case r == '十' && value < 10:
			value = max(value, 1)*10 + ten(s[i+size:])
			if ten(s[i+size:]) > 0 {
				size += len("一")
			}
			return value, width + 2, i + size
		case at >= 0 && r != utf8.RuneError:
			value = value*10 + at/len("一")
		default:
			return value, width, i
		}
		width++
		i += size
	}
	return value, width, i
}

// ten is the digit after 十.
func ten(s string) int {
	r, _ := utf8.DecodeRuneInString(s)
	if at := strings.IndexRune("〇一二三四五六七八九", r); at > 0 && r != utf8.RuneError {
		return at / len("一")
	}
	return 0
}
