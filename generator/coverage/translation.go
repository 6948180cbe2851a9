package coverage

import (
	"time"

	"courtsite/generator/corpus"
	"courtsite/generator/page"
)

// Translation is one document in one language.
type Translation struct {
	Language string       `json:"language"`
	State    corpus.State `json:"state"`
	Document string       `json:"document"`       // its identity: "basic/news/opening"
	Path     string       `json:"path,omitempty"` // of the translation; "" where it is missing
	Source   string       `json:"source,omitempty"`
	Required bool         `json:"required,omitempty"` // site.toml asks for it
}

// Owed tells whether the translation is somebody's work: it is there and not good, or it is not and site.toml asks for it.
func (t Translation) Owed() bool {
	switch t.State {
	case corpus.Original, corpus.Current:
		return false
	case corpus.Missing:
		return t.Required
	}
	return true
}

// Translations lists how every document stands in every language but the default one: by language in the site's order, then by document.
func Translations(c *corpus.Corpus) []Translation {
	list := []Translation{}
	for _, e := range c.Editions[1:] {
		for _, id := range c.IDs() {
			set := c.Set(page.ID(id))
			t := Translation{Language: e.Tag, Document: id, State: corpus.Missing, Required: e.Requires(page.ID(id))}
			if source := set.In(e.Default.Tag); source != nil {
				t.Source = source.Path
			}
			if p := set.In(e.Tag); p != nil {
				t.Path, t.State = p.Path, p.State()
			} else if t.Source == "" {
				continue // a document of a third language only
			}
			list = append(list, t)
		}
	}
	return list
}

// Language is how fresh one language's pages are, and what it is owed.
type Language struct {
	Tag     string               `json:"tag"`
	Pages   int                  `json:"pages"`
	Updated string               `json:"updated,omitempty"` // RFC 3339, of its newest change
	Recent  int                  `json:"recent"`            // pages that changed in the last 30 days
	Year    int                  `json:"year"`              // in the last 365 days
	Expired int                  `json:"expired"`           // pages whose time is over
	States  map[corpus.State]int `json:"states,omitempty"`  // of translations; not for the default language
}

const day = 24 * time.Hour

func languages(c *corpus.Corpus) []Language {
	list := make([]Language, len(c.Editions))
	for i, e := range c.Editions {
		l := Language{Tag: e.Tag}
		var last time.Time
		for _, p := range c.Pages {
			if p.Edition != e {
				continue
			}
			changed := p.Changed()
			l.Pages++
			if changed.After(last) {
				last = changed
			}
			l.Recent += one(c.Now.Sub(changed) <= 30*day)
			l.Year += one(c.Now.Sub(changed) <= 365*day)
			l.Expired += one(p.Expired(c.Now))
		}
		if l.Pages > 0 {
			l.Updated = last.In(c.Site.Zone).Format(time.RFC3339)
		}
		list[i] = l
	}
	for i := range list[1:] {
		list[i+1].States = map[corpus.State]int{corpus.Original: 0, corpus.Missing: 0, corpus.DraftText: 0, corpus.Current: 0, corpus.Outdated: 0, corpus.Orphaned: 0}
	}
	for _, t := range Translations(c) {
		for i := range list[1:] {
			if list[i+1].Tag == t.Language {
				list[i+1].States[t.State]++
			}
		}
	}
	return list
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}
