package config

import (
	"courtsite/generator/diag"
	"courtsite/generator/source"
)

// Catalogue is how the court adjusts the disclosure catalogue (法发〔2018〕20号 11: every year).
type Catalogue struct {
	// Kept says that site.toml has the table: somebody looks after the catalogue, and wants to be told of blank and overdue columns.
	Kept  bool
	Page  bool // the site has a page of its catalogue
	Items []CatalogueItem
	Pos   diag.Pos
	Kind  diag.Pos // of court.kind, which the catalogue depends on
}

// CatalogueItem is what the court says of an item, or of all items of a category.
type CatalogueItem struct {
	ID            string
	Name          string // of an item that the court adds
	Since, Until  int    // years
	Reason        string // why it is retired
	NotApplicable string // why it does not apply to the court
	Office        string
	Update        string // period
	UpdatePos     diag.Pos
	Pos           diag.Pos
}

// The years that can be written: the first is that of the Opinion's predecessor.
const firstYear, lastYear = 1999, 2999

func (r *reader) catalogue(t *source.Table) Catalogue {
	c := t.Table("catalogue")
	defer c.Done()
	cat := Catalogue{Kept: t.Has("catalogue"), Page: c.Bool("page"), Pos: t.Pos("catalogue"), Kind: t.Pos("court", "kind")}
	items := c.Table("items")
	defer items.Done()
	for _, id := range items.Keys() {
		cat.Items = append(cat.Items, r.catalogueItem(items.Table(id), id))
	}
	return cat
}

func (r *reader) catalogueItem(t *source.Table, id string) CatalogueItem {
	defer t.Done()
	item := CatalogueItem{
		ID: id, Pos: t.Pos(), UpdatePos: t.Pos("update"),
		Name: t.Line("name"), Reason: t.Line("reason"), NotApplicable: t.Line("not_applicable"), Office: t.Line("office"), Update: t.String("update"),
		Since: r.year(t, "since", t.Int("since")), Until: r.year(t, "until", t.Int("until")),
	}
	if item.Until != 0 && item.Reason == "" && !t.Broken() && !t.Mistyped("reason") {
		r.add(diag.CatalogueReason, t.Pos("until"), id)
	}
	return item
}

// year checks the year that a key has.
func (r *reader) year(t *source.Table, key string, n int) int {
	if t.Has(key) && !t.Mistyped(key) && (n < firstYear || n > lastYear) {
		r.add(diag.SiteRange, t.Pos(key), key, firstYear, lastYear)
		return 0
	}
	return n
}
