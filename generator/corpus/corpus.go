// Package corpus arranges the pages of one site: which of them are published at the moment of the build, their addresses, their language
// versions, and the columns that list them. Everything in it is immutable after [Arrange], but that a preview which goes on from its last build gives
// pages new heads that differ in words alone.
package corpus

import (
	"path"
	"slices"
	"strings"
	"time"

	"courtsite/generator/catalogue"
	"courtsite/generator/config"
	"courtsite/generator/locale"
	"courtsite/generator/page"
)

// Corpus is a site's published pages, arranged.
type Corpus struct {
	Site      *config.Site
	Catalogue *catalogue.Catalogue
	Locales   *locale.Table
	Editions  []*Edition // one for each language, the default language first
	Pages     []*Page    // all, sorted by file; Page.Seq is the index here
	Now       time.Time
	Held      Held

	sets     map[page.ID]*Set
	byFile   map[string]*Page
	hidden   map[string]Hidden
	withheld withheld
}

// Hidden says why a page that exists is not published.
type Hidden uint8

const (
	Draft     Hidden = iota + 1 // draft = true
	Embargo                     // published lies ahead
	NotPublic                   // it is for the parties or for internal use
)

// Page is a published page in its place.
type Page struct {
	*page.Head
	Seq     int    // its number in Corpus.Pages
	Held    Hidden // why only a preview shows it; 0 for a page that is public
	Address string // from the site's root, not percent-encoded: "/ug/basic/news/opening/"
	Index   string // 索引号
	Set     *Set
	Edition *Edition
	Column  *Column // nil for a page outside the catalogue
	Related []*Set  // named by either side
	// Subjects are the page's keywords, in its own order.
	Subjects []*Subject
	at       int // its number in Column.Pages
}

// Set is one document in all its languages.
type Set struct {
	ID    page.ID
	Pages []*Page // in the site's order of languages
}

// In finds the set's page in a language; nil where there is none.
func (s *Set) In(tag string) *Page {
	for _, p := range s.Pages {
		if p.Lang == tag {
			return p
		}
	}
	return nil
}

// Edition is the site in one language.
type Edition struct {
	config.Language
	Locale  *locale.Language
	Root    string     // address of its home: "/" or "/ug/"
	Pages   []*Page    // filed under the catalogue, newest first
	Outside []*Page    // about, privacy, ...: by weight, then identity, so that they stand in one order in every language
	Default *Edition   // the default language's; itself for that one
	Groups  []Category // the catalogue's categories with their columns
	columns map[string]*Column
	// Subjects are the keywords of all pages, in the order in which readers of the language look words up.
	Subjects []*Subject
}

// Category is a category of the catalogue with its columns in one language.
type Category struct {
	catalogue.Category
	Columns []*Column
	Pages   []*Page // newest first
}

// Column is an item of the catalogue in one language.
type Column struct {
	Item    catalogue.Item
	Address string  // "/ug/basic/news/"
	Pages   []*Page // pinned pages by weight, then newest first
}

// Year is the year of the build in the site's time zone; the catalogue is that of this year.
func (c *Corpus) Year() int { return c.Now.In(c.Site.Zone).Year() }

// Changed is when the page's text last changed, as its front matter says.
func (p *Page) Changed() time.Time {
	if p.Updated.After(p.Published) {
		return p.Updated
	}
	return p.Published
}

// Expired tells whether the page's time is over.
func (p *Page) Expired(now time.Time) bool { return !p.Expires.IsZero() && !p.Expires.After(now) }

// Dir is the folder that addresses in the page's text are relative to.
func (p *Page) Dir() string { return p.Path[:strings.LastIndexByte(p.Path, '/')] }

// Neighbours are the next older and the next newer page of the page's column; nil at its ends.
func (p *Page) Neighbours() (older, newer *Page) {
	if p.Column == nil {
		return nil, nil
	}
	i := p.at
	if i+1 < len(p.Column.Pages) {
		older = p.Column.Pages[i+1]
	}
	if i > 0 {
		newer = p.Column.Pages[i-1]
	}
	return older, newer
}

// Edition finds the edition of a language.
func (c *Corpus) Edition(tag string) *Edition {
	i := slices.IndexFunc(c.Editions, func(e *Edition) bool { return e.Tag == tag })
	if i < 0 {
		return nil
	}
	return c.Editions[i]
}

// Column finds an item's column in the edition; nil where it has none: a language other than the default one has a column only where it has pages.
func (e *Edition) Column(item string) *Column { return e.columns[item] }

// Group finds a category in the edition; nil where it has none.
func (e *Edition) Group(id string) *Category {
	for i := range e.Groups {
		if e.Groups[i].ID == id {
			return &e.Groups[i]
		}
	}
	return nil
}

// Set finds a document by its identity.
func (c *Corpus) Set(id page.ID) *Set { return c.sets[id] }

// ByFile finds a published page by its file.
func (c *Corpus) ByFile(name string) *Page { return c.byFile[name] }

// Hidden tells why a page's file is not published; 0 where that is not the case.
func (c *Corpus) Hidden(name string) Hidden { return c.hidden[name] }

// HiddenIn tells whether a folder holds a page that is not published; the files beside it wait with it.
func (c *Corpus) HiddenIn(folder string) bool {
	for name := range c.hidden {
		if path.Dir(name) == folder {
			return true
		}
	}
	return false
}

// IDs lists the identities of all published documents, sorted.
func (c *Corpus) IDs() []string {
	ids := make([]string, 0, len(c.sets))
	for id := range c.sets {
		ids = append(ids, string(id))
	}
	slices.Sort(ids)
	return ids
}
