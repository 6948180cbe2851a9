package config

import (
	"slices"

	"golang.org/x/text/language"

	"courtsite/generator/diag"
	"courtsite/generator/source"
)

func (r *reader) languages(s *Site, t *source.Table) {
	for _, tag := range t.Keys() {
		l := t.Table(tag)
		r.tag(tag, l.Pos())
		entry := Language{
			Tag:         tag,
			Title:       r.required(l, "title", `title = "明镜县人民法院"`),
			Court:       l.String("court"),
			Description: l.String("description"),
			Keywords:    l.Strings("keywords"),
			Organizer:   l.String("organizer"),
			Address:     l.String("address"),
		}
		entry.Court = orElse(entry.Court, entry.Title)
		entry.Organizer = orElse(entry.Organizer, entry.Court)
		l.Done()
		s.Languages = append(s.Languages, entry)
	}
	slices.SortStableFunc(s.Languages, func(a, b Language) int {
		switch {
		case a.Tag == s.Default && b.Tag != s.Default:
			return -1
		case b.Tag == s.Default && a.Tag != s.Default:
			return 1
		}
		return 0
	})
	if _, ok := s.Language(s.Default); !ok && s.Default != "" {
		r.add(diag.SiteDefaultLanguage, t.Pos(), s.Default)
	}
}

// tag checks that a language's tag is one, in the usual form: folders and files are named after it.
func (r *reader) tag(tag string, pos diag.Pos) {
	parsed, err := language.Raw.Parse(tag)
	switch {
	case err != nil:
		r.add(diag.SiteLanguageTag, pos, tag, "zh-Hans, ug, bo, mn-Mong, kk-Arab, ko, ii, za, en, ru, ...")
	case parsed.String() != tag:
		r.add(diag.SiteLanguageTag, pos, tag, parsed.String())
	}
}
