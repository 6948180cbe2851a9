package locale

import (
	"regexp"
	"slices"
	"strings"

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
	l.files = append(l.files, t)
	text(&l.Name, t, "name")
	f.choice(&l.Dir, t, "dir", "ltr", "rtl")
	f.choice(&l.WritingMode, t, "writing_mode", "horizontal-tb", "vertical-lr")
	f.choice(&l.Status, t, "status", "source", "reviewed", "draft")
	t.Strings("sources") // for translators
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

func (f *phraseFile) dates(d *dates, t *source.Table) {
	before := *d
	f.pattern(&d.Long, t, "long", "{y}", "{M}", "{MM}", "{month}", "{d}", "{dd}")
	f.pattern(&d.Month, t, "month", "{y}", "{M}", "{MM}", "{month}")
	f.pattern(&d.Year, t, "year", "{y}")
	f.months(&d.Months, t, "months")
	f.months(&d.MonthsAlone, t, "months_alone")
	if len(d.Months) == 0 && strings.Contains(d.Long+d.Month, "{month}") {
		f.refuse(t, "months", "twelve names, as a pattern has {month}", "十二个月份名称（日期格式中用到 {month}）")
		*d = before
	}
	t.Done()
}

var placeholder = regexp.MustCompile(`\{[^{}]*\}?`)

func (f *phraseFile) pattern(into *string, t *source.Table, key string, known ...string) {
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

func (f *phraseFile) months(into *[]string, t *source.Table, key string) {
	switch names := t.Strings(key); len(names) {
	case 0:
	case 12:
		*into = names
	default:
		f.refuse(t, key, "twelve names of months", "十二个月份名称")
	}
}

func (f *phraseFile) numbers(n *numbers, t *source.Table) {
	if t.Has("group") {
		n.Group = t.String("group")
	}
	text(&n.Decimal, t, "decimal")
	if from := t.Int("group_from"); from > 0 {
		n.GroupFrom = from
	}
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
