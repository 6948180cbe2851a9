package locale

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"courtsite/generator/diag"
)

// Texts goes over the texts that the language itself puts on pages: phrases, names of columns, dates, and its own name. With each comes its place
// in the site's phrase file; where the program's own has it, the file that the site would write.
func (l *Language) Texts() iter.Seq2[diag.Pos, string] {
	return func(yield func(diag.Pos, string) bool) {
		for _, t := range l.texts {
			if !yield(t.pos, t.text) {
				return
			}
		}
	}
}

// placed is a text with its place.
type placed struct {
	pos  diag.Pos
	text string
}

// collect makes what [Language.Texts] goes over, while the language has one owner: to look for a key in a file makes notes there.
func (l *Language) collect() (list []placed) {
	d := l.dates
	texts := map[string]map[string]string{
		"": {"name": l.Name}, "phrases": l.phrases, "counted": {}, "columns": l.columns,
		"date": {
			"long": d.Long, "full": d.Full, "short": d.Short, "month": d.Month, "year": d.Year, "datetime": d.DateTime,
			"months": strings.Join(d.Months, " "), "months_alone": strings.Join(d.MonthsAlone, " "), "weekdays": strings.Join(d.Weekdays, " "),
		},
	}
	for key, forms := range l.counted {
		texts["counted"][key] = strings.Join(slices.Sorted(maps.Values(forms)), " ")
	}
	for _, table := range slices.Sorted(maps.Keys(texts)) {
		for _, key := range slices.Sorted(maps.Keys(texts[table])) {
			list = append(list, placed{l.place(table, key), texts[table][key]})
		}
	}
	return list
}

// place finds a key in the site's phrase file.
func (l *Language) place(table, key string) diag.Pos {
	for _, t := range l.files {
		if !strings.HasPrefix(t.Pos().Path, folder+"/") {
			continue
		}
		if table != "" {
			t = t.Table(table)
		}
		if t.Has(key) {
			return t.Pos(key)
		}
	}
	return diag.Pos{Path: sitePath(l.Tag)}
}
