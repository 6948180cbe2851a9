package group

import (
	"time"

	"courtsite/generator"
	"courtsite/generator/corpus"
	"courtsite/generator/coverage"
	"courtsite/generator/diag"
)

// Figures are what supervision counts of one site; docs/groups.md defines each. They are made from what was published.
type Figures struct {
	Items     int            `json:"items"`           // of the site's catalogue that the court has to open: without those that may be empty
	Covered   int            `json:"covered"`         // of them, those with a document
	Blank     []string       `json:"blank,omitempty"` // the others
	Due       []Due          `json:"due,omitempty"`   // items with a period, whether overdue yet or not
	Documents int            `json:"documents"`       // each counts once, in however many languages it is
	Languages []LanguageDebt `json:"languages"`
	Held      int            `json:"held,omitempty"`     // drafts, and pages whose time has not come
	Findings  map[string]int `json:"findings,omitempty"` // warnings of the last build by their code
	Waived    int            `json:"waived,omitempty"`   // findings that somebody took upon them to publish in spite of
	Waivers   []Waived       `json:"waivers,omitempty"`  // the first hundred of them
}

// Waived is a finding that somebody took upon them to publish in spite of.
type Waived struct {
	Code   string `json:"code"`
	Path   string `json:"path"`
	By     string `json:"by"`
	Office string `json:"office,omitempty"`
	Reason string `json:"reason"`
	Until  string `json:"until"` // the day
}

// mostWaivers is how many the board lists of one court.
const mostWaivers = 100

// Due is an item in which something new has to stand by a moment.
type Due struct {
	Item string `json:"item"`
	By   string `json:"by"` // RFC 3339, of the day
}

// LanguageDebt is how far a site is translated into one language.
type LanguageDebt struct {
	Lang     string    `json:"lang"`
	Pages    int       `json:"pages"`
	Updated  time.Time `json:"updated,omitzero"`   // of the newest change
	Missing  int       `json:"missing,omitempty"`  // documents of the default language that it lacks
	Outdated int       `json:"outdated,omitempty"` // whose original has changed since
	Draft    int       `json:"draft,omitempty"`    // that nobody has reviewed
}

// figures counts a site that was just built.
func figures(c *corpus.Corpus, result *generator.Result) *Figures {
	f := &Figures{Held: result.Held.Drafts + result.Held.Embargoed, Findings: map[string]int{}, Waived: len(result.Waived)}
	sets := map[*corpus.Set]bool{}
	for _, p := range c.Pages {
		if p.Item != "" {
			sets[p.Set] = true
		}
	}
	f.Documents = len(sets)
	for _, item := range coverage.Items(c) {
		if item.Due != "" {
			f.Due = append(f.Due, Due{item.ID, item.Due})
		}
		if known, _ := c.Catalogue.Item(item.ID); known.Other {
			continue
		}
		switch item.Status {
		case coverage.Covered, coverage.Overdue:
			f.Items, f.Covered = f.Items+1, f.Covered+1
		case coverage.Blank:
			f.Items++
			f.Blank = append(f.Blank, item.ID)
		}
	}
	for _, e := range c.Editions {
		f.Languages = append(f.Languages, debt(c, e))
	}
	for _, w := range result.Waived[:min(len(result.Waived), mostWaivers)] {
		f.Waivers = append(f.Waivers, Waived{w.Problem.Kind.Code, w.Problem.Path, w.Waiver.By, w.Waiver.Office, w.Waiver.Reason, dayOf(w.Waiver.Expires)})
	}
	for _, p := range result.Problems {
		if p.Severity == diag.Warning {
			f.Findings[p.Kind.Code]++
		}
	}
	return f
}

func debt(c *corpus.Corpus, e *corpus.Edition) LanguageDebt {
	d := LanguageDebt{Lang: e.Tag, Pages: len(e.Pages) + len(e.Outside)}
	for _, p := range append(e.Pages[:len(e.Pages):len(e.Pages)], e.Outside...) {
		if p.Changed().After(d.Updated) {
			d.Updated = p.Changed().In(c.Site.Zone)
		}
		switch p.State() {
		case corpus.Outdated:
			d.Outdated++
		case corpus.DraftText:
			d.Draft++
		}
	}
	if e == e.Default {
		return d
	}
	for _, p := range e.Default.Pages {
		if p.Set.In(e.Tag) == nil {
			d.Missing++
		}
	}
	return d
}
