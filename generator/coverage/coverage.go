// Package coverage tells how far a site covers the disclosure catalogue: for each item its pages, its languages, when it was last updated, whether that is
// too long ago, who answers for it, and why it is empty where it may be. Beside that it counts what translations are owed.
//
// In goes an arranged corpus, whose moment decides what is overdue; out comes a [Report] that is plain data. The same corpus gives the same report.
package coverage

import (
	"slices"
	"time"

	"courtsite/generator/catalogue"
	"courtsite/generator/corpus"
)

// Status says how an item stands.
type Status string

const (
	Covered Status = "covered" // it has pages, and they are recent enough
	Overdue Status = "overdue" // it has pages, and the newest is older than the item's period
	Blank   Status = "blank"   // it has none, and ought to
	Open    Status = "open"    // it has none, and needs none: the open end of a category
	Exempt  Status = "exempt"  // it does not apply to the court
	Retired Status = "retired" // the court gave it up
)

// Statuses are all of them, in the order in which reports count them.
var Statuses = []Status{Covered, Overdue, Blank, Open, Exempt, Retired}

// Report is how a site stands at a moment. Its JSON form is a contract; docs/report.md explains it.
type Report struct {
	Site         string         `json:"site"`
	Court        string         `json:"court"` // its code
	Level        string         `json:"level"`
	Kind         string         `json:"kind"`
	At           string         `json:"at"` // RFC 3339
	Catalogue    Source         `json:"catalogue"`
	Counts       map[Status]int `json:"counts"`
	Items        []Item         `json:"items"`
	Languages    []Language     `json:"languages"`
	Translations []Translation  `json:"translations"` // owed: drafts, outdated, orphaned, and missing ones that site.toml asks for
	Changes      *Changes       `json:"changes,omitempty"`
}

// Source is the catalogue that the report is of.
type Source struct {
	Title string `json:"title"`
	Date  string `json:"date"`
	Year  int    `json:"year"` // that it was adjusted for
}

// Item is one row.
type Item struct {
	ID         string `json:"id"`
	Category   string `json:"category"`
	Article    int    `json:"article"` // of the opinion
	Name       string `json:"name"`
	Official   string `json:"official"`
	Added      bool   `json:"added,omitempty"` // by the court
	Since      int    `json:"since,omitempty"`
	Until      int    `json:"until,omitempty"`
	Status     Status `json:"status"`
	Documents  int    `json:"documents"` // each counts once, in however many languages it is
	Pages      int    `json:"pages"`
	Languages  []Tag  `json:"languages"`             // those that it has pages in
	Updated    string `json:"updated,omitempty"`     // RFC 3339, of the newest change
	Newest     string `json:"newest,omitempty"`      // file of the page that changed last
	Period     string `json:"period,omitempty"`      // week, two-weeks, month, quarter, half-year, year
	PeriodNorm string `json:"period_norm,omitempty"` // where the site did not set it
	Due        string `json:"due,omitempty"`         // RFC 3339: something new is due on that day
	Office     string `json:"office,omitempty"`
	// OfficeFrom is "site.toml", or "pages" where the newest page that names an office has to do.
	OfficeFrom string `json:"office_from,omitempty"`
	Reason     string `json:"reason,omitempty"` // why it does not apply, or was given up

	Exemption catalogue.Exemption `json:"-"`
	Names     catalogue.Names     `json:"-"`
}

// Tag counts the pages in one language.
type Tag struct {
	Tag   string `json:"tag"`
	Pages int    `json:"pages"`
}

// Make reports on a corpus. Reports count what the public sees: the corpus must be arranged without drafts.
func Make(c *corpus.Corpus) *Report {
	zone := c.Site.Zone
	r := &Report{
		Site: c.Editions[0].Title, Court: c.Site.Court.Code, Level: c.Site.Court.Level, Kind: c.Site.Court.Kind, At: c.Now.In(zone).Format(time.RFC3339),
		Catalogue: Source{Title: c.Catalogue.Source, Date: c.Catalogue.Date.Format(time.DateOnly), Year: c.Year()},
		Counts:    map[Status]int{}, Items: Items(c), Languages: languages(c),
		Translations: slices.DeleteFunc(Translations(c), func(t Translation) bool { return !t.Owed() }),
	}
	for _, s := range Statuses {
		r.Counts[s] = 0
	}
	for _, item := range r.Items {
		r.Counts[item.Status]++
	}
	return r
}

// Items makes the row of every item that courts of the level have, in the catalogue's order.
func Items(c *corpus.Corpus) []Item {
	filed := map[string][]*corpus.Page{}
	for _, p := range c.Pages {
		filed[p.Item] = append(filed[p.Item], p)
	}
	items := []Item{}
	for _, category := range c.Catalogue.Categories(c.Site.Court.Level) {
		for _, item := range category.Items {
			items = append(items, row(c, category, item, filed[item.ID]))
		}
	}
	return items
}

func row(c *corpus.Corpus, category catalogue.Category, item catalogue.Item, pages []*corpus.Page) Item {
	name, _ := item.Name(c.Site.Default)
	i := Item{
		ID: item.ID, Category: category.ID, Article: category.Article, Name: name, Official: item.Official, Added: item.Added, Since: item.Since, Until: item.Retired,
		Pages: len(pages), Languages: tags(c, pages), Reason: item.Reason, Office: item.Office, Exemption: item.Exempt, Names: item.Names,
	}
	if item.Update.Period.Timed() {
		i.Period, i.PeriodNorm = string(item.Update.Period), item.Update.Norm
	}
	if i.Office != "" {
		i.OfficeFrom = "site.toml"
	}
	var last, lastOffice *corpus.Page
	documents := map[*corpus.Set]bool{}
	for _, p := range pages {
		documents[p.Set] = true
		if later(p, last) {
			last = p
		}
		if p.Office != "" && p.Edition == p.Edition.Default && later(p, lastOffice) {
			lastOffice = p
		}
	}
	i.Documents = len(documents)
	if i.Office == "" && lastOffice != nil {
		i.Office, i.OfficeFrom = lastOffice.Office, "pages"
	}
	overdue := false
	if last != nil {
		i.Updated, i.Newest = last.Changed().In(c.Site.Zone).Format(time.RFC3339), last.Path
		if item.Update.Period.Timed() && !item.Over(c.Year()) {
			due := item.Update.Period.After(last.Changed().In(c.Site.Zone))
			i.Due, overdue = due.Format(time.RFC3339), due.Before(today(c))
		}
	}
	i.Status = status(item, c.Year(), len(pages), overdue)
	return i
}

// today is the day of the report as it begins: what is due on a day is not overdue before the day has ended, and a report stays the same for a day.
func today(c *corpus.Corpus) time.Time {
	now := c.Now.In(c.Site.Zone)
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, c.Site.Zone)
}

// later tells whether a page changed after another; the file decides between equals.
func later(p, than *corpus.Page) bool {
	if than == nil {
		return true
	}
	n := p.Changed().Compare(than.Changed())
	return n > 0 || n == 0 && p.Path < than.Path
}

func status(item catalogue.Item, year, pages int, overdue bool) Status {
	switch {
	case item.Over(year):
		return Retired
	case item.Exempt == catalogue.Declared, item.Exempt == catalogue.ByKind && pages == 0:
		return Exempt
	case overdue:
		return Overdue
	case pages > 0:
		return Covered
	case item.Wanted(year):
		return Blank
	}
	return Open
}

func tags(c *corpus.Corpus, pages []*corpus.Page) []Tag {
	list := []Tag{}
	for _, e := range c.Editions {
		t := Tag{Tag: e.Tag}
		for _, p := range pages {
			if p.Edition == e {
				t.Pages++
			}
		}
		if t.Pages > 0 {
			list = append(list, t)
		}
	}
	return list
}
