package plan

import (
	"time"

	"courtsite/generator/corpus"
	"courtsite/generator/coverage"
	"courtsite/generator/view"
)

// catalogueAddress is where an edition's page of the catalogue stands, below its root.
const catalogueAddress = "catalogue/"

// cataloguePage is the court's disclosure catalogue for readers: every item with what it holds in their language, who answers for it, when it was last
// updated, and, where it is empty, why. site.toml switches it on.
func (s *site) cataloguePage(e *corpus.Edition) *view.Catalogue {
	title, lang := e.Locale.Phrase("catalogue")
	page := &view.Catalogue{Frame: s.frame(sheet{edition: e, kind: "catalogue", address: e.Root + catalogueAddress, title: title, versions: s.every(catalogueAddress)})}
	page.TitleLang = other(lang, e.Tag)
	rows := map[string]coverage.Item{}
	for _, row := range s.coverage() {
		rows[row.ID] = row
	}
	for _, category := range s.Corpus.Catalogue.Categories(s.Corpus.Site.Court.Level) {
		name, lang := columnName(e, category.ID, category.Names)
		part := view.CataloguePart{Title: view.Link{Text: name, In: lang, Lang: other(lang, e.Tag), Dir: s.otherDir(lang, e.Tag)}}
		if e.Group(category.ID) != nil {
			part.Title.Href = s.href(e.Root + category.ID + "/")
		}
		for _, item := range category.Items {
			if row := rows[item.ID]; row.Status != coverage.Retired || row.Pages > 0 {
				part.Items = append(part.Items, s.catalogueItem(e, row))
			}
		}
		page.Parts = append(page.Parts, part)
	}
	return page
}

func (s *site) catalogueItem(e *corpus.Edition, row coverage.Item) view.CatalogueItem {
	name, lang := columnName(e, row.ID, row.Names)
	standard := s.Corpus.Site.Default
	item := view.CatalogueItem{
		Link:          view.Link{Text: name, In: lang, Lang: other(lang, e.Tag), Dir: s.otherDir(lang, e.Tag)},
		Office:        row.Office,
		NotApplicable: row.Status == coverage.Exempt,
		Reason:        row.Reason,
		Foreign:       other(standard, e.Tag),
		ForeignDir:    s.otherDir(standard, e.Tag),
	}
	col := e.Column(row.ID)
	if original := e.Default.Column(row.ID); col == nil && original != nil && len(original.Pages) > 0 {
		col = original // readers of this language find the original, under its name there
		item.Link = s.named(e, row.Name, standard, col.Address)
		item.To = other(standard, e.Tag)
	}
	if col == nil {
		return item
	}
	item.Href = s.href(col.Address)
	if len(col.Pages) == 0 {
		return item
	}
	item.Count = e.Locale.CountHTML("documents_count", len(col.Pages))
	var last time.Time
	for _, p := range col.Pages {
		if changed := p.Changed(); changed.After(last) {
			last = changed
		}
	}
	item.Updated = s.date(e, last)
	return item
}

// otherDir is the direction of a language, "" where it is the page's own.
func (s *site) otherDir(lang, than string) string {
	if lang == than {
		return ""
	}
	return s.dir(lang)
}
