package locale

import (
	"slices"
	"strings"

	"courtsite/generator/diag"
)

// remarks says what a translator should look at.
func (l *Language) remarks() []diag.Problem {
	pos, shownIn := diag.Pos{Path: sitePath(l.Tag)}, l.fallback[0].Tag
	if shownIn == l.Tag {
		shownIn = Base
	}
	if len(l.files) == 0 {
		return []diag.Problem{diag.New(diag.LanguageWithoutPhrases, pos, l.Tag, shownIn)}
	}
	var problems []diag.Problem
	if l.Status == "draft" {
		problems = append(problems, diag.New(diag.PhrasesDraft, pos, l.Tag))
	}
	if missing := l.Missing(); len(missing) > 0 {
		problems = append(problems, diag.New(diag.PhrasesMissing, pos, l.Tag, len(missing), len(l.keys), shownIn))
	}
	return append(append(problems, l.strays()...), l.incomplete()...)
}

// strays are phrases that no page can use, as neither the default language nor the base has them.
func (l *Language) strays() []diag.Problem {
	if l == l.fallback[0] {
		return nil
	}
	var problems []diag.Problem
	for _, f := range l.files {
		for _, table := range []string{"phrases", "counted"} {
			for _, key := range f.Table(table).Keys() {
				if _, ok := slices.BinarySearch(l.keys, key); !ok {
					problems = append(problems, diag.New(diag.PhraseUnknown, f.Pos(table, key), key, diag.Nearest(key, l.keys)))
				}
			}
		}
	}
	return problems
}

// incomplete are phrases that lose something of what the phrase that they translate says, or would show a placeholder to the reader.
func (l *Language) incomplete() []diag.Problem {
	var problems []diag.Problem
	for _, f := range l.files {
		phrases := f.Table("phrases")
		for _, key := range phrases.Keys() {
			want, known := l.placeholders(key)
			if text := phrases.String(key); known && text != "" && !slices.Equal(placeholdersIn(text), want) {
				problems = append(problems, diag.New(diag.PhrasesPlaceholder, phrases.Pos(key), key, strings.Join(want, " ")))
			}
		}
	}
	return problems
}

// placeholders gives those of a phrase in the language that it is translated from.
func (l *Language) placeholders(key string) (list []string, known bool) {
	for _, other := range slices.Backward(l.fallback) {
		if text, ok := other.phrases[key]; ok {
			return placeholdersIn(text), true
		}
	}
	return nil, false
}

func placeholdersIn(text string) []string {
	found := placeholder.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}
