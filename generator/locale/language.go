package locale

import (
	"crypto/sha256"
	"encoding/json"
	"html/template"
	"maps"
	"slices"
	"strings"
	"time"

	"courtsite/generator/diag"
	"courtsite/generator/source"
)

// Language is one language of a site. Immutable once [Load] returned, and safe for concurrent use.
type Language struct {
	Tag         string // BCP 47, in the usual case: zh-Hans, mn-Mong
	Name        string // its own name for itself; the tag where no file tells it
	Dir         string // ltr or rtl
	WritingMode string // horizontal-tb or vertical-lr
	Status      string // source, reviewed or draft
	Reviewer    string // of the phrases, where they are reviewed
	Reviewed    time.Time
	Sources     []string // where the phrases and patterns are from
	Fonts       Fonts

	dates   dates
	numbers numbers
	phrases map[string]string
	counted map[string]map[string]string // key -> plural form -> phrase
	columns map[string]string
	named   map[string]diag.Pos // where the names of columns stand
	files   []*source.Table     // that the language was read from
	texts   []placed

	plural   func(n int) string
	fallback []*Language // the default language and the base, for phrases that are missing here
	keys     []string    // of all phrases that pages may use, sorted
	html     map[string]template.HTML
	digest   [sha256.Size]byte
}

// newLanguage is a language of which nothing is known but its tag.
func newLanguage(tag string) *Language {
	return &Language{
		Tag: tag, Name: tag, Dir: direction(tag), WritingMode: writingMode(tag), Status: "draft",
		dates: plainDates, numbers: plainNumbers,
		phrases: map[string]string{}, counted: map[string]map[string]string{}, columns: map[string]string{},
		named: map[string]diag.Pos{}, plural: pluralRule(tag),
	}
}

// Phrase gives an interface phrase and the language that it is in; two empty strings for a key that no language has.
func (l *Language) Phrase(key string) (text, lang string) {
	text, from := l.find(key)
	if from == nil {
		return "", ""
	}
	return text, from.Tag
}

func (l *Language) find(key string) (string, *Language) {
	if text, ok := l.phrases[key]; ok {
		return text, l
	}
	for _, other := range l.fallback {
		if text, ok := other.phrases[key]; ok {
			return text, other
		}
	}
	return "", nil
}

// Phrases gives every phrase, escaped for HTML; one that the language lacks stands in a span with the lang and dir of the
// language that it is in. The caller must not change the map.
func (l *Language) Phrases() map[string]template.HTML { return l.html }

// Count gives a phrase with a number in it, in the plural form that the number asks for, and the language that it is in. Where no language has the
// phrase, it is the bare number, which is true in every language.
func (l *Language) Count(key string, n int) (text, lang string) {
	text, from := l.count(key, n)
	return text, from.Tag
}

// CountHTML is [Language.Count] as HTML: a phrase that the language lacks stands in a span with the lang and dir of the language that it is in.
func (l *Language) CountHTML(key string, n int) template.HTML {
	text, from := l.count(key, n)
	return l.marked(text, from)
}

func (l *Language) count(key string, n int) (string, *Language) {
	for _, from := range append([]*Language{l}, l.fallback...) {
		forms := from.counted[key]
		form, ok := forms[from.plural(n)]
		if !ok {
			form, ok = forms["other"]
		}
		if ok {
			return strings.ReplaceAll(form, "{n}", from.Number(n)), from
		}
	}
	return l.Number(n), l
}

// Column gives the name of one of the catalogue's categories or items, where the language's files have one.
func (l *Language) Column(id string) (name string, ok bool) {
	name, ok = l.columns[id]
	return name, ok
}

// Missing lists the phrases that the language lacks, sorted.
func (l *Language) Missing() []string {
	var keys []string
	for _, key := range l.keys {
		if _, here := l.phrases[key]; !here && l.counted[key] == nil {
			keys = append(keys, key)
		}
	}
	return keys
}

// Digest changes when anything changes that the language puts on a page.
func (l *Language) Digest() [sha256.Size]byte { return l.digest }

// known lists all phrases that pages may use, sorted: those of the default language and of the base.
func known(languages []*Language) []string {
	var keys []string
	for _, l := range languages {
		keys = slices.AppendSeq(keys, maps.Keys(l.phrases))
		keys = slices.AppendSeq(keys, maps.Keys(l.counted))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// link tells the language where its missing phrases come from, and works out what does not change any more.
func (l *Language) link(fallback []*Language, keys []string) {
	l.fallback, l.keys = fallback, keys
	l.html = map[string]template.HTML{}
	for _, key := range slices.Concat(l.keys, slices.Collect(maps.Keys(l.phrases))) {
		if text, from := l.find(key); from != nil { // else a counted phrase
			l.html[key] = l.marked(text, from)
		}
	}
	everything, _ := json.Marshal([]any{l.Tag, l.Name, l.Dir, l.WritingMode, l.Status, l.dates, l.numbers, l.html, l.counted, l.columns})
	l.digest = sha256.Sum256(everything)
}

// marked writes a text of some language for this one's pages.
func (l *Language) marked(text string, from *Language) template.HTML {
	if from == l {
		return escape(text)
	}
	return `<span lang="` + escape(from.Tag) + `" dir="` + escape(from.Dir) + `">` + escape(text) + `</span>`
}

func escape(text string) template.HTML { return template.HTML(template.HTMLEscapeString(text)) }
