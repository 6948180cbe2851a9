// Package catalogue is the disclosure catalogue: what a court opens to the public, as versioned data.
//
// The catalogue of 2018 is articles 4 to 10 of the Supreme People's Court's opinion on deepening judicial openness
// (法发〔2018〕20号): seven categories with 45 items. A page is filed under an item, whose id is that of its folder, such as
// "basic/news". A later opinion becomes a file of its own beside 2018.toml.
//
// Article 11 has courts adjust the catalogue every year. [Catalogue.For] does it: it gives the catalogue of one court in one year, with the items that the
// court added, retired or declared not applicable, and says of each how often it is due and which office answers for it. [Diff] tells what changed
// between two years.
//
// Everything here is immutable, and safe for concurrent use.
package catalogue

import (
	"slices"
	"strings"
	"time"
)

// Wording is the language of the official wording, in which every category and item has a name.
const Wording = "zh-Hans"

// Catalogue is one version of the disclosure catalogue.
type Catalogue struct {
	Source     string // the opinion's title and number
	Date       time.Time
	categories []Category
	items      map[string]Item
}

// Category is one article of the opinion.
type Category struct {
	Names
	ID      string // "basic"
	Article int    // of the opinion
	Items   []Item
}

// Item is one kind of information.
type Item struct {
	Names
	ID       string   // with its category: "basic/news"
	Category string   // "basic"
	Levels   []string // court levels that have it; nil for all
	Unless   []string // kinds of court that do no such work
	// Other is true for the open-ended last item of a category, which needs no page to be covered.
	Other bool

	Added   bool   // by the court, beyond the opinion
	Since   int    // the first year of an added item; 0 for always
	Retired int    // the last year of an item that the court gave up; 0 for none
	Reason  string // why it was retired, or does not apply, in the site's default language
	Exempt  Exemption
	Office  string // that answers for it
	Update  Update
}

// Exemption says on what grounds an item does not apply to a court.
type Exemption uint8

const (
	Applicable Exemption = iota
	Declared             // site.toml says so, with a reason
	ByKind               // courts of the kind do no such work [G]
)

// Wanted tells whether the catalogue asks for pages of the item in a year: an open-ended item needs none, nor does one that was retired or does not apply.
func (i Item) Wanted(year int) bool {
	return !i.Other && i.Exempt == Applicable && !i.Over(year)
}

// Over tells whether the item was retired before a year.
func (i Item) Over(year int) bool { return i.Retired != 0 && i.Retired < year }

// Applies tells whether a court of the level has the item (article 3: an item follows the function
// of the court's level). An empty level stands for any court.
func (i Item) Applies(level string) bool {
	return level == "" || len(i.Levels) == 0 || slices.Contains(i.Levels, level)
}

// Categories gives the categories with the items that apply to a court of the level, in the order of the opinion.
// The caller may change what it gets.
func (c *Catalogue) Categories(level string) []Category {
	categories := slices.Clone(c.categories)
	for n, category := range categories {
		categories[n].Items = nil
		for _, item := range category.Items {
			if item.Applies(level) {
				categories[n].Items = append(categories[n].Items, item)
			}
		}
	}
	return categories
}

// Category finds a category, with all its items, by its id.
func (c *Catalogue) Category(id string) (Category, bool) {
	n := slices.IndexFunc(c.categories, func(category Category) bool { return category.ID == id })
	if n < 0 {
		return Category{}, false
	}
	return c.categories[n], true
}

// Item finds an item by its full id.
func (c *Catalogue) Item(id string) (Item, bool) {
	item, ok := c.items[id]
	return item, ok
}

// Possible tells whether an id can be that of an item: of one of the catalogue, or of one that a court adds to a category.
func (c *Catalogue) Possible(id string) bool {
	category, _, _ := strings.Cut(id, "/")
	_, known := c.Category(category)
	return known && ownID.MatchString(id)
}

// Has tells whether an id is that of a category or an item.
func (c *Catalogue) Has(id string) bool {
	_, category := c.Category(id)
	_, item := c.Item(id)
	return category || item
}
