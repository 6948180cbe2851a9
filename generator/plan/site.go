package plan

import (
	"cmp"
	"html/template"
	"strings"
	"sync"
	"time"
	"unicode"

	"courtsite/generator/catalogue"
	"courtsite/generator/corpus"
	"courtsite/generator/coverage"
	"courtsite/generator/locale"
	"courtsite/generator/script"
	"courtsite/generator/theme"
	"courtsite/generator/view"
)

// site is what views of all kinds are made from.
type site struct {
	Corpus  *corpus.Corpus
	group   Group
	assets  view.Assets
	emblem  string
	phrases map[string]view.Phrases
	sizes   map[string]int64 // of all files below content/ that are not pages
	// subjectLinks lead from documents to their keywords: nearly every page has some of them.
	subjectLinks map[*corpus.Subject]view.Link
	periods      map[*corpus.Edition]map[[2]int]bool
	// coverage makes the rows of the catalogue, once for all languages.
	coverage func() []coverage.Item
	signs    signs
}

func newSite(c *corpus.Corpus, th *theme.Theme, group Group) *site {
	s := &site{Corpus: c, group: group, phrases: map[string]view.Phrases{}, sizes: map[string]int64{}, subjectLinks: map[*corpus.Subject]view.Link{}, periods: map[*corpus.Edition]map[[2]int]bool{},
		coverage: sync.OnceValue(func() []coverage.Item { return coverage.Items(c) })}
	asset := func(name string) string {
		if p := th.Path(name); p != "" {
			return s.href("/" + p)
		}
		return ""
	}
	s.assets = view.Assets{CSS: asset("style.css"), JS: asset("site.js"), Icon: asset("icon.svg")}
	s.emblem = asset("emblem.svg")
	for _, e := range c.Editions {
		s.phrases[e.Tag] = e.Locale.Phrases()
		s.linkSubjects(e)
		s.periods[e] = periodsOf(e, c.Site)
	}
	s.makeSigns()
	return s
}

// date writes a moment for machines and for readers of the edition.
func (s *site) date(e *corpus.Edition, at time.Time) view.Date {
	if at.IsZero() {
		return view.Date{}
	}
	at = at.In(s.Corpus.Site.Zone)
	return view.Date{ISO: locale.ISO(at), Text: template.HTML(script.For(e.Tag).HTML(e.Locale.Date(at)))}
}

// named links to an address under a name that may be in another language than the edition, or pretend to be in it: a title that nobody translated.
func (s *site) named(e *corpus.Edition, text, lang, address string) view.Link {
	if lang == e.Tag {
		lang = inTruth(text, lang)
	}
	link := view.Link{Text: text, Href: s.href(address), In: lang}
	if lang != e.Tag {
		link.Lang = lang
		link.Dir = s.dir(lang)
	}
	return link
}

// inTruth gives the language of a name that is wholly in another script than its language's.
func inTruth(text, lang string) string {
	w := script.For(lang)
	if w.Plain(text) {
		return lang
	}
	other := ""
	for _, run := range w.Runs(text) {
		switch {
		case run.Lang == "" && !strings.ContainsFunc(run.Text, unicode.IsLetter):
		case run.Lang == "", other != "" && other != run.Lang:
			return lang
		default:
			other = run.Lang
		}
	}
	return cmp.Or(other, lang)
}

// document links to a page, which may be in another language than the edition.
func (s *site) document(e *corpus.Edition, p *corpus.Page) view.Link {
	link := s.named(e, p.Title, p.Lang, p.Address)
	link.To = other(p.Lang, e.Tag)
	return link
}

func (s *site) dir(tag string) string {
	if l := s.Corpus.Locales.Language(tag); l != nil {
		return l.Dir
	}
	return "ltr"
}

// phrase links to an address under an interface phrase.
func (s *site) phrase(e *corpus.Edition, key, address string) view.Link {
	text, lang := e.Locale.Phrase(key)
	return s.named(e, text, lang, address)
}

// entry shows a page in a list of the edition, which may be of another language than the page.
func (s *site) entry(e *corpus.Edition, p *corpus.Page, left []Left) view.Entry {
	entry := view.Entry{
		Link:      s.document(e, p),
		In:        p.Lang,
		Published: s.date(e, p.Published),
		Summary:   left[p.Seq].Summary,
		Number:    p.Number,
		Office:    p.Office,
		Expired:   p.Expired(s.Corpus.Now),
	}
	if p.Lang != e.Tag {
		entry.Lang, entry.Dir = p.Lang, s.dir(p.Lang)
	}
	if p.Column != nil {
		entry.Column = s.column(p.Column)
		entry.Column.To = other(p.Lang, e.Tag)
	}
	if p.Image != "" {
		entry.Image = s.href(fileAddress(p, p.Image))
	}
	return entry
}

func (s *site) entries(e *corpus.Edition, pages []*corpus.Page, left []Left) []view.Entry {
	entries := make([]view.Entry, len(pages))
	for i, p := range pages {
		entries[i] = s.entry(e, p, left)
	}
	return entries
}

// head gives the first n of a list.
func head[T any](list []T, n int) []T { return list[:min(n, len(list))] }

// columnName is what a category or item is called in the edition: by its phrase file, else by the catalogue.
func columnName(e *corpus.Edition, id string, names catalogue.Names) (text, lang string) {
	if name, ok := e.Locale.Column(id); ok {
		return name, e.Tag
	}
	return names.Name(e.Tag)
}
