package catalogue

import (
	"regexp"
	"slices"
	"strings"

	"courtsite/generator/diag"
)

// Adjustment is what a court's site.toml says of one item or category (article 11 of the opinion: yearly adjustment).
type Adjustment struct {
	ID            string // "basic/news", or "basic" for all items of a category
	Name          string // of an item that the opinion has not, in Lang
	Lang          string // the site's default language
	Since, Until  int    // first and last year; 0 for open
	NotApplicable string // the reason, else ""
	Reason        string // why it ended
	Office        string
	Update        Period
	Pos           diag.Pos
}

// ownID is the form of an id that a court makes up: it becomes a folder and an address.
var ownID = regexp.MustCompile(`^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$`)

// Court is what decides which items apply.
type Court struct{ Level, Kind string }

// Kinds of court that site.toml can name. general is an ordinary people's court.
var Kinds = []string{"general", "maritime", "military", "railway", "ip", "internet", "financial", "bankruptcy", "forestry", "reclamation", "oilfield"}

// For gives the catalogue of one court in one year: with the items that it added until then, and each item's office, period and exemption. Items that were
// retired stay, since their pages do.
func (c *Catalogue) For(court Court, year int, adjustments []Adjustment) (*Catalogue, []diag.Problem) {
	own := &adjusted{Catalogue: &Catalogue{Source: c.Source, Date: c.Date, items: map[string]Item{}}, base: c}
	for _, category := range c.categories {
		category.Items = slices.Clone(category.Items)
		for n := range category.Items {
			if slices.Contains(category.Items[n].Unless, court.Kind) {
				category.Items[n].Exempt = ByKind
			}
		}
		own.categories = append(own.categories, category)
	}
	// What is said of a category comes first, so that what is said of an item wins.
	for _, wide := range []bool{true, false} {
		for _, a := range adjustments {
			if strings.Contains(a.ID, "/") != wide {
				own.adjust(a, year)
			}
		}
	}
	for _, category := range own.categories {
		for _, item := range category.Items {
			own.items[item.ID] = item
		}
	}
	return own.Catalogue, own.problems
}

// adjusted is a catalogue in the making.
type adjusted struct {
	*Catalogue
	base     *Catalogue
	problems []diag.Problem
}

func (c *adjusted) add(kind *diag.Kind, pos diag.Pos, args ...any) {
	c.problems = append(c.problems, diag.New(kind, pos, args...))
}

func (c *adjusted) adjust(a Adjustment, year int) {
	if a.Since != 0 && a.Until != 0 && a.Until < a.Since {
		c.add(diag.CatalogueYears, a.Pos, a.ID, a.Since, a.Until)
	}
	name, _, below := strings.Cut(a.ID, "/")
	n := slices.IndexFunc(c.categories, func(category Category) bool { return category.ID == name })
	switch {
	case n < 0:
		c.add(diag.CatalogueUnknown, a.Pos, a.ID, c.base.Nearest(a.ID))
	case below:
		c.item(&c.categories[n], a, year)
	case a.Name != "" || a.Since != 0 || a.Until != 0 || a.NotApplicable != "":
		c.add(diag.CatalogueCategory, a.Pos, a.ID)
	default:
		for i := range c.categories[n].Items {
			c.categories[n].Items[i].take(a)
		}
	}
}

// item changes an item of the opinion, or adds one before the category's open end.
func (c *adjusted) item(category *Category, a Adjustment, year int) {
	if n := slices.IndexFunc(category.Items, func(item Item) bool { return item.ID == a.ID }); n >= 0 {
		if a.Name != "" || a.Since != 0 {
			c.add(diag.CatalogueNamed, a.Pos, a.ID)
		}
		category.Items[n].take(a)
		return
	}
	if a.Name == "" {
		c.add(diag.CatalogueUnknown, a.Pos, a.ID, c.base.Nearest(a.ID))
		return
	}
	if !ownID.MatchString(a.ID) {
		c.add(diag.CatalogueID, a.Pos, a.ID)
		return
	}
	if a.Since > year {
		return // its year has not come
	}
	item := Item{ID: a.ID, Category: category.ID, Added: true, Since: a.Since, Names: Names{Official: a.Name, wording: a.Lang, display: map[string]string{a.Lang: a.Name}}}
	item.take(a)
	at := len(category.Items)
	if at > 0 && category.Items[at-1].Other {
		at--
	}
	category.Items = slices.Insert(category.Items, at, item)
}

// take sets what an adjustment says.
func (i *Item) take(a Adjustment) {
	if a.Office != "" {
		i.Office = a.Office
	}
	if a.Update != "" {
		i.Update = Update{Period: a.Update}
	}
	if a.NotApplicable != "" {
		i.Exempt, i.Reason = Declared, a.NotApplicable
	}
	if a.Until != 0 {
		i.Retired, i.Reason = a.Until, a.Reason
	}
}
