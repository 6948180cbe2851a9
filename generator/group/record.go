package group

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"courtsite/generator"
	"courtsite/generator/catalogue"
	"courtsite/generator/corpus"
	"courtsite/generator/directory"
	"courtsite/generator/output"
)

// record is what portal and board need to know of a member: facts of its published site, and nothing else of it. It is private: figures on what is
// missing are in it.
type record struct {
	Format    int               `json:"format"`
	ID        string            `json:"id"`
	Code      string            `json:"code"`
	Level     string            `json:"level"`
	Kind      string            `json:"kind"`
	Region    string            `json:"region,omitempty"`
	Parent    string            `json:"parent,omitempty"`
	BaseURL   string            `json:"base_url"`
	Default   string            `json:"default_language"`
	Names     []directory.Name  `json:"names"`
	Pages     int               `json:"pages"`
	Updated   time.Time         `json:"updated"`
	Feeds     []directory.Feed  `json:"feeds"`
	Items     map[string]string `json:"items,omitempty"` // names of those that the court adds to the catalogue
	Figures   *Figures          `json:"figures"`         // nil where the site is built elsewhere
	Documents []document        `json:"-"`               // the newest of each item in each language; in a file of their own, which the board does not need
}

// document is one of a member's own documents, as lists of the portal show it.
type document struct {
	ID        string    `json:"id"`
	Lang      string    `json:"lang"`
	Item      string    `json:"item"`
	Title     string    `json:"title"`
	Summary   string    `json:"summary,omitempty"`
	Office    string    `json:"office,omitempty"`
	Address   string    `json:"address"`
	Offered   bool      `json:"offered,omitempty"`
	Published time.Time `json:"published"`
	Updated   time.Time `json:"updated"`
	Expires   time.Time `json:"expires,omitzero"`
}

const recordFormat = 1

// mostSummary is how many characters of a summary the portal shows.
const mostSummary = 200

// record makes the record of a site that was just built.
func (g *Group) record(m *Member, result *generator.Result, now time.Time) *record {
	c := result.Corpus
	r := g.facts(m)
	r.Pages = len(c.Pages)
	r.Feeds = feedsOf(result.Manifest)
	r.Figures = figures(c, result)
	r.Items = added(c.Catalogue)
	foreign := map[string]bool{}
	for _, x := range m.received {
		foreign[x.place] = true
	}
	for _, e := range c.Editions {
		kept := map[string]int{}
		for _, p := range e.Pages {
			if p.Changed().After(r.Updated) {
				r.Updated = p.Changed().In(c.Site.Zone)
			}
			if foreign[p.Path] || p.Expired(now) || kept[p.Item] == g.kept() {
				continue
			}
			kept[p.Item]++
			r.Documents = append(r.Documents, summary(p, result.Summary(p), c.Site.Zone))
		}
	}
	return r
}

// added are the items that are not the opinion's, with their names.
func added(c *catalogue.Catalogue) map[string]string {
	names := map[string]string{}
	for _, category := range c.Categories("") {
		for _, item := range category.Items {
			if item.Added {
				names[item.ID] = item.Official
			}
		}
	}
	return names
}

// facts are what a member's configuration says of its court.
func (g *Group) facts(m *Member) *record {
	court := m.Site.Court
	return &record{
		Format: recordFormat, ID: m.ID, Code: court.Code, Level: court.Level, Kind: court.Kind, Region: court.Region, Parent: court.Parent,
		BaseURL: m.Site.BaseURL, Default: m.Site.Default, Names: m.names(),
	}
}

// kept is how many documents of an item in a language the portal may come to show of one court.
func (g *Group) kept() int {
	if g.Portal == nil || g.Portal.Site == nil {
		return 0
	}
	return max(g.Portal.Site.ListSize, g.Portal.Site.FeedSize)
}

func summary(p *corpus.Page, text string, zone *time.Location) document {
	d := document{
		ID: string(p.ID), Lang: p.Lang, Item: p.Item, Title: p.Title, Summary: short(text), Office: p.Office, Address: strings.TrimPrefix(p.Address, "/"), Offered: p.Offer,
		Published: p.Published.In(zone), Updated: p.Changed().In(zone),
	}
	if !p.Expires.IsZero() {
		d.Expires = p.Expires.In(zone)
	}
	return d
}

// short cuts a summary to what the portal shows.
func short(text string) string {
	if r := []rune(text); len(r) > mostSummary {
		return string(r[:mostSummary-1]) + "…"
	}
	return text
}

// feedsOf lists the channels of a site by its manifest, the widest first.
func feedsOf(m *output.Manifest) []directory.Feed {
	var list []directory.Feed
	for _, f := range m.Files {
		folder, ok := strings.CutSuffix(f.Path, "feed.xml")
		if f.Kind != output.Feed || !ok || folder != "" && !strings.HasSuffix(folder, "/") {
			continue
		}
		feed := directory.Feed{Lang: f.Language, Item: f.Item, Address: folder}
		if feed.Item == "" { // of a category, or of the whole site
			feed.Item = strings.Trim(strings.TrimPrefix(folder, strings.ToLower(f.Language)+"/"), "/")
		}
		list = append(list, feed)
	}
	slices.SortStableFunc(list, func(a, b directory.Feed) int {
		return cmp.Or(cmp.Compare(strings.Count(a.Address, "/"), strings.Count(b.Address, "/")), cmp.Compare(a.Address, b.Address))
	})
	return list
}

// saveRecord writes a record and its documents.
func (g *Group) saveRecord(m *Member, r *record) error {
	return cmp.Or(saveDocuments(g.documentsOf(m), r.Documents), save(filepath.Join(g.cache(m), "record.json"), r))
}

// documentsOf is where a member's documents are recorded. They are most of what a portal over thousands of courts reads each time, and gob is read several times
// faster than JSON.
func (g *Group) documentsOf(m *Member) string { return filepath.Join(g.cache(m), "documents.gob") }

func saveDocuments(path string, list []document) error {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(list); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return saveBytes(path, b.Bytes())
}

// loadDocuments reads what saveDocuments has written; nothing where that is missing or damaged.
func loadDocuments(path string) []document {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	var list []document
	if gob.NewDecoder(bytes.NewReader(data)).Decode(&list) != nil {
		return nil
	}
	return list
}

// loadRecord reads a member's record, without its documents. One that is missing or damaged is as if there were none: the next build writes it.
func (g *Group) loadRecord(m *Member) (*record, bool) {
	var r record
	if !load(filepath.Join(g.cache(m), "record.json"), &r) || r.Format != recordFormat || r.ID != m.ID {
		return nil, false
	}
	return &r, true
}

// newestOf keeps the newest n documents of each item in each language.
func newestOf(documents []document, n int) []document {
	slices.SortFunc(documents, func(a, b document) int {
		return cmp.Or(b.Published.Compare(a.Published), cmp.Compare(a.Address, b.Address))
	})
	kept := map[[2]string]int{}
	return slices.DeleteFunc(documents, func(d document) bool {
		kept[[2]string{d.Lang, d.Item}]++
		return kept[[2]string{d.Lang, d.Item}] > n
	})
}
