// Package catalogue is the disclosure catalogue: what a court opens to the public, as versioned data.
//
// The catalogue of 2018 is articles 4 to 10 of the Supreme People's Court's opinion on deepening judicial openness
// (法发〔2018〕20号): seven categories with 45 items. A page is filed under an item, whose id is that of its folder, such as
// "basic/news". A later opinion becomes a file of its own beside 2018.toml.
//
// Everything here is immutable, and safe for concurrent use.
package catalogue

import (
	"slices"
	"time"

	"courtsite/generator/diag"
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
	// Other is true for the open-ended last item of a category, which needs no page to be covered.
	Other bool
}

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

// Has tells whether an id is that of a category or an item.
func (c *Catalogue) Has(id string) bool {
	_, category := c.Category(id)
	_, item := c.Item(id)
	return category || item
}

// Nearest gives the id of an item that the author may have meant.
func (c *Catalogue) Nearest(id string) string {
	var ids []string
	for _, category := range c.categories {
		for _, item := range category.Items {
			ids = append(ids, item.ID)
		}
	}
	return diag.Nearest(id, ids)
}
