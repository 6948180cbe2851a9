package config

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"courtsite/generator/diag"
	"courtsite/generator/source"
)

func (r *reader) languages(s *Site, root, t *source.Table) {
	s.Default = r.usualForm(s.Default, root, t.Keys())
	for _, tag := range t.Keys() {
		l := t.Table(tag)
		entry := Language{
			Tag:         r.tag(tag, l.Pos()),
			Title:       r.required(l, "title", `title = "明镜县人民法院"`),
			Court:       l.Line("court"),
			Description: l.Line("description"),
			Keywords:    l.Lines("keywords"),
			Organizer:   l.Line("organizer"),
			Address:     l.Line("address"),
			Required:    l.Strings("required"),
			RequiredPos: l.Pos("required"),
		}
		switch order := l.String("order"); {
		case order == "":
		case order != "pinyin" && order != "stroke":
			r.add(diag.SiteOrder, l.Pos("order"), order)
		case !strings.HasPrefix(entry.Tag, "zh"):
			r.add(diag.SiteOrderChinese, l.Pos("order"), tag)
		default:
			entry.Order = order
		}
		switch level := l.String("missing"); level {
		case "", "warning":
		case "error":
			entry.Strict = true
		default:
			r.add(diag.SiteMissingLevel, l.Pos("missing"))
		}
		entry.Court = cmp.Or(entry.Court, entry.Title)
		entry.Organizer = cmp.Or(entry.Organizer, entry.Court)
		l.Done()
		if _, twice := s.Language(entry.Tag); entry.Tag == "" || twice {
			continue
		}
		s.Languages = append(s.Languages, entry)
	}
	if _, ok := s.Language(s.Default); !ok && s.Default != "" && !t.Broken() {
		r.add(diag.SiteDefaultLanguage, root.Pos("default_language"), s.Default, strings.Join(s.Tags(), ", "))
	}
	s.standIn()
}

// usualForm gives the tag of the site that default_language means when it is written in another form, so that the site isn't also told to lack it.
func (r *reader) usualForm(written string, root *source.Table, tags []string) string {
	for _, tag := range tags {
		if tag != written && strings.EqualFold(tag, strings.ReplaceAll(written, "_", "-")) && !slices.Contains(tags, written) {
			r.add(diag.SiteLanguageTag, root.Pos("default_language"), written, tag)
			return tag
		}
	}
	if parsed, err := language.Raw.Parse(written); err == nil && slices.Contains(tags, written) {
		return parsed.String() // the table's name is told to be in another form than the usual one
	}
	return written
}

// standIn puts the default language first, made up where the file is wrong, so that the stages after this one can go on and tell what else is wrong.
func (s *Site) standIn() {
	if s.Default == "" {
		s.Default = "zh-Hans"
	}
	stands := slices.IndexFunc(s.Languages, func(l Language) bool { return l.Tag == s.Default })
	first := Language{Tag: s.Default}
	if stands >= 0 {
		first = s.Languages[stands]
		s.Languages = slices.Delete(s.Languages, stands, stands+1)
	}
	s.Languages = slices.Insert(s.Languages, 0, first)
}

// tag checks that a language's tag is one, in the usual form: folders and files are named after it. It gives the tag in that form, or "".
func (r *reader) tag(tag string, pos diag.Pos) string {
	parsed, err := language.Raw.Parse(tag)
	if err != nil {
		r.add(diag.SiteLanguageTag, pos, tag, "zh-Hans, ug, bo, mn-Mong, kk-Arab, ko, ii, za, en, ru, ...")
		return ""
	}
	if parsed.String() != tag {
		r.add(diag.SiteLanguageTag, pos, tag, parsed.String())
	}
	return parsed.String()
}
