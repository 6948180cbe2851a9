package locale

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"courtsite/generator/diag"
	"courtsite/generator/source"
)

// phraseFile is one i18n/<tag>.toml while it is read.
type phraseFile struct {
	table    *source.Table
	problems []diag.Problem
}

// refuse reports an unusable value, with what was expected in English and in Chinese.
func (f *phraseFile) refuse(t *source.Table, key, en, zh string) {
	f.problems = append(f.problems, diag.New(diag.PhrasesValue, t.Pos(key), key, en, zh))
}

// lay puts the file's values over those of the language.
func (f *phraseFile) lay(l *Language) {
	t := f.table
	text(&l.Name, t, "name")
	f.choice(&l.Dir, t, "dir", "ltr", "rtl")
	f.choice(&l.WritingMode, t, "writing_mode", "horizontal-tb", "vertical-lr")
	f.review(l)
	if sources := t.Strings("sources"); len(sources) > 0 {
		l.Sources = sources
	}
	f.fonts(&l.Fonts, t.Table("fonts"))
	f.dates(&l.dates, t.Table("date"))
	f.numbers(&l.numbers, t.Table("number"))
	f.phrases(l.phrases, t.Table("phrases"))
	f.counted(l.counted, t.Table("counted"))
	f.phrases(l.columns, t.Table("columns"))
	for _, id := range t.Table("columns").Keys() {
		l.named[id] = t.Pos("columns", id)
	}
	t.Done()
}

func text(into *string, t *source.Table, key string) {
	if s := t.String(key); s != "" {
		*into = s
	}
}

func (f *phraseFile) choice(into *string, t *source.Table, key string, choices ...string) {
	switch s := t.String(key); {
	case s == "":
	case slices.Contains(choices, s):
		*into = s
	default:
		list := strings.Join(choices, ", ")
		f.refuse(t, key, list, list)
	}
}

// review reads what state the phrases are in. Nobody can check a review that doesn't say whose it was and when, so it counts as none.
func (f *phraseFile) review(l *Language) {
	t, before := f.table, l.Status
	f.choice(&l.Status, t, "status", "source", "reviewed", "draft")
	reviewer, reviewed := t.String("reviewer"), t.Time("reviewed", time.UTC)
	if t.String("status") != "reviewed" {
		return
	}
	l.Reviewer, l.Reviewed = reviewer, reviewed
	if (reviewer == "" || reviewed.IsZero()) && !t.Broken() {
		l.Status = before
		f.problems = append(f.problems, diag.New(diag.PhrasesReview, t.Pos("status")))
	}
}

func (f *phraseFile) dates(d *dates, t *source.Table) {
	before := *d
	f.pattern(&d.Long, t, "long", inDay)
	f.pattern(&d.Full, t, "full", inFull)
	f.pattern(&d.Short, t, "short", inDay)
	f.pattern(&d.Month, t, "month", inMonth)
	f.pattern(&d.Year, t, "year", inYear)
	f.pattern(&d.Time, t, "time", inTime)
	f.pattern(&d.DateTime, t, "datetime", inBoth)
	f.names(&d.Months, t, "months", 12, "twelve names of months", "十二个月份名称")
	f.names(&d.MonthsAlone, t, "months_alone", 12, "twelve names of months", "十二个月份名称")
	f.names(&d.Weekdays, t, "weekdays", 7, "seven names of days, from Sunday on", "自星期日起的七个星期名称")
	patterns := d.Long + d.Full + d.Short + d.Month
	if len(d.Months) == 0 && strings.Contains(patterns, "{month}") {
		f.refuse(t, "months", "twelve names, as a pattern has {month}", "十二个月份名称（日期格式中用到 {month}）")
		*d = before
	}
	if len(d.Weekdays) == 0 && strings.Contains(patterns, "{weekday}") {
		f.refuse(t, "weekdays", "seven names from Sunday on, as a pattern has {weekday}", "自星期日起的七个名称（日期格式中用到 {weekday}）")
		*d = before
	}
	t.Done()
}

var placeholder = regexp.MustCompile(`\{[^{}]*\}?`)

func (f *phraseFile) pattern(into *string, t *source.Table, key string, known []string) {
	s := t.String(key)
	if s == "" {
		return
	}
	for _, p := range placeholder.FindAllString(s, -1) {
		if !slices.Contains(known, p) {
			f.refuse(t, key, strings.Join(known, " "), strings.Join(known, " "))
			return
		}
	}
	*into = s
}

func (f *phraseFile) names(into *[]string, t *source.Table, key string, count int, en, zh string) {
	switch names := t.Strings(key); {
	case len(names) == count && !slices.Contains(names, ""):
		*into = names
	case len(names) > 0:
		f.refuse(t, key, en, zh)
	}
}

func (f *phraseFile) numbers(n *numbers, t *source.Table) {
	if t.Has("group") {
		n.Group = t.String("group")
	}
	text(&n.Decimal, t, "decimal")
	text(&n.Minus, t, "minus")
	if from := t.Int("group_from"); from > 0 {
		n.GroupFrom = from
	}
	f.frame(&n.Percent, t, "percent")
	f.frame(&n.Money, t, "money")
	f.frame(&n.MoneyWan, t, "money_wan")
	units := t.Strings("bytes")
	whole := func(unit string) bool { return strings.Contains(unit, "{n}") }
	switch {
	case len(units) == 4 && !slices.ContainsFunc(units, func(unit string) bool { return !whole(unit) }):
		n.Bytes = units
	case len(units) > 0:
		f.refuse(t, "bytes", `["{n} B", "{n} KB", "{n} MB", "{n} GB"]`, `["{n} B", "{n} KB", "{n} MB", "{n} GB"]`)
	}
	t.Done()
}

// frame reads a text that a number stands in.
func (f *phraseFile) frame(into *string, t *source.Table, key string) {
	switch s := t.String(key); {
	case s == "":
	case strings.Contains(s, "{n}"):
		*into = s
	default:
		f.refuse(t, key, "a text with {n} where the number stands", "含 {n}（数字的位置）的文字")
	}
}

func (f *phraseFile) phrases(into map[string]string, t *source.Table) {
	for _, key := range t.Keys() {
		switch s := t.String(key); {
		case s != "":
			into[key] = s
		case !t.Mistyped(key):
			f.refuse(t, key, "a text that is not empty; leave the key out where there is no translation", "不为空的文字；没有译文的，请删去此键")
		}
	}
	t.Done()
}

func (f *phraseFile) counted(into map[string]map[string]string, t *source.Table) {
	for _, key := range t.Keys() {
		phrase := t.Table(key)
		found := map[string]string{}
		for _, form := range forms {
			if s := phrase.String(form); s != "" {
				found[form] = s
			}
		}
		phrase.Done()
		if found["other"] == "" || !strings.Contains(found["other"], "{n}") {
			f.refuse(t, key, `{ one = "...", other = "{n} ..." }, with at least the form "other"`, `{ other = "{n}……" }，至少要有 other`)
			continue
		}
		into[key] = found
	}
	t.Done()
}
