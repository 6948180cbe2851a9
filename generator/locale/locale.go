// Package locale knows the languages of a site: their names and directions, interface phrases, dates, numbers.
//
// A language is the file i18n/<tag>.toml. Those embedded in the program come first, and the site's own file of the same name overrides
// single values in them; adding a language is adding a file. A file has
//
//	name = "ئۇيغۇرچە"               # the language's own name for itself
//	dir = "rtl"                     # ltr or rtl; by default what the script asks for
//	writing_mode = "horizontal-tb"  # or vertical-lr
//	status = "draft"                # source, draft, or reviewed by a native court translator, and then:
//	reviewer = "..."                # who reviewed the phrases
//	reviewed = 2026-03-01           # and when
//	sources = ["..."]               # where the phrases were found
//	[fonts]                         # what texts are set in; by default what the script asks for
//	text = ["Arabic letters", "..."] # families: of the theme, of the reader's computer, or of a file beside this one:
//	[[fonts.files]]
//	family = "..."
//	file = "....woff2"              # in the site's folder i18n
//	[date]                          # patterns with {y} {M} {MM} {month} {d} {dd}
//	long = "{y}-يىلى {M}-ئاينىڭ {d}-كۈنى"
//	full = "{y} {d}-{month}، {weekday}"
//	short = "{y}-{MM}-{dd}"
//	month = "{y} {month}"
//	year = "{y}"
//	time = "{HH}:{mm}"              # or {H}
//	datetime = "{date}، {time}"
//	months = ["..."]                # twelve names for {month} in a day
//	months_alone = ["..."]          # and in month, where they differ
//	weekdays = ["..."]              # seven, from Sunday
//	[number]
//	group = ","                     # between groups of three digits, from group_from on
//	group_from = 1000
//	decimal = "."
//	minus = "-"
//	percent = "{n}%"
//	money = "¥{n}"                  # renminbi
//	money_wan = "{n}万元"           # the same in ten thousands, where the language counts so
//	bytes = ["{n} B", "{n} KB", "{n} MB", "{n} GB"]
//	[phrases]
//	home = "باش بەت"
//	[counted]                       # phrases with a number, in the plural forms of CLDR
//	documents_count = { one = "{n} ...", other = "{n} ..." }
//	[columns]                       # names for the catalogue's categories and items
//	"basic/news" = "..."
//
// What a file doesn't say of dates and numbers, the CLDR does (i18n/cldr, generated), for the languages that it was generated for.
//
// Nothing is passed off as another language: a phrase that a language lacks is the default language's (or, where that lacks it
// too, the Chinese one) and says so by its lang; a counted phrase is then the bare number, a date the ISO date.
package locale

import (
	"io/fs"
	"slices"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/script"
)

// Base is the language that the embedded phrases were written in. It has every phrase.
const Base = "zh-Hans"

// Table holds the languages of one site. Immutable, and safe for concurrent use.
type Table struct {
	languages []*Language
	def, base *Language
	foreign   []*Language // see [Table.Shown]
}

// Load reads the languages of the given tags, in their order, and def, the site's default language. builtin holds <tag>.toml at its
// root; site is the site's folder, whose i18n/<tag>.toml override single values, or nil. The table is whole even where there are problems.
func Load(tags []string, def string, builtin, site fs.FS) (*Table, []diag.Problem) {
	l := newLoader(builtin, site)
	base := l.language(Base)
	t := &Table{def: l.language(def), base: base}
	for _, tag := range tags {
		if lang := l.language(tag); !slices.Contains(t.languages, lang) {
			t.languages = append(t.languages, lang)
		}
	}
	if !slices.Contains(t.languages, t.def) {
		t.languages = append(t.languages, t.def)
	}
	for _, tag := range script.Guesses() {
		if t.Language(tag) == nil {
			t.foreign = append(t.foreign, l.foreign(tag))
		}
	}
	l.unused(t.languages)
	fallback := []*Language{t.def, base}
	keys := known(fallback)
	for _, lang := range t.languages {
		lang.link(fallback, keys)
		l.add(lang.remarks()...)
		lang.texts = lang.collect()
	}
	return t, diag.Sort(l.problems)
}

// Languages gives the site's languages in the site's order. The caller must not change the slice.
func (t *Table) Languages() []*Language { return t.languages }

// Shown gives all languages that a text on a page may be said to be in: the site's, and those that parts of texts are recognized as.
func (t *Table) Shown() []*Language { return slices.Concat(t.languages, t.foreign) }

// Base gives the language whose phrases and fonts stand in where another has none.
func (t *Table) Base() *Language { return t.base }

// Default gives the site's default language.
func (t *Table) Default() *Language { return t.def }

// Language finds a language by its tag, in any case; nil where the site does not have it.
func (t *Table) Language(tag string) *Language {
	i := slices.IndexFunc(t.languages, func(l *Language) bool { return strings.EqualFold(l.Tag, tag) })
	if i < 0 {
		return nil
	}
	return t.languages[i]
}

// CheckColumns reports names for categories and items that the catalogue does not have; nearest proposes another id.
func (t *Table) CheckColumns(known func(id string) bool, nearest func(id string) string) []diag.Problem {
	var problems []diag.Problem
	for _, lang := range t.languages {
		for id, pos := range lang.named {
			if !known(id) {
				problems = append(problems, diag.New(diag.ColumnUnknown, pos, id, nearest(id)))
			}
		}
	}
	return diag.Sort(problems)
}
