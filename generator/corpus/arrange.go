package corpus

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"courtsite/generator/catalogue"
	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/locale"
	"courtsite/generator/page"
)

// Arrange puts heads, sorted by file, in their places. now decides embargoes; with drafts, drafts and embargoed pages count as published.
func Arrange(site *config.Site, cat *catalogue.Catalogue, locales *locale.Table, heads []*page.Head, now time.Time, drafts bool) (*Corpus, []diag.Problem) {
	c := &Corpus{
		Site: site, Catalogue: cat, Locales: locales, Now: now,
		sets: map[page.ID]*Set{}, byFile: map[string]*Page{}, hidden: map[string]Hidden{},
	}
	a := arranger{Corpus: c, known: knownItems(cat, site.Court.Level)}
	a.editions()
	a.audiences(heads)
	a.named(heads)
	for _, h := range heads {
		a.doubt(h)
		if a.withhold(h) {
			continue
		}
		why := hide(h, now)
		a.hold(h, why)
		if why != 0 && !drafts {
			c.hidden[h.Path] = why
			continue
		}
		a.add(h, why)
	}
	a.columns()
	a.subjects()
	a.relate()
	a.number()
	a.translations()
	return c, a.problems
}

func hide(h *page.Head, now time.Time) Hidden {
	switch {
	case h.Draft:
		return Draft
	case h.Published.After(now):
		return Embargo
	}
	return 0
}

type arranger struct {
	*Corpus
	known    map[string]bool
	audience map[page.ID]page.Audience // of documents that are not for the public
	problems []diag.Problem
}

func knownItems(cat *catalogue.Catalogue, level string) map[string]bool {
	known := map[string]bool{}
	for _, group := range cat.Categories(level) {
		for _, item := range group.Items {
			known[item.ID] = true
		}
	}
	return known
}

func (a *arranger) report(kind *diag.Kind, pos diag.Pos, args ...any) {
	a.problems = append(a.problems, diag.New(kind, pos, args...))
}

func (a *arranger) editions() {
	for i, l := range a.Site.Languages {
		e := &Edition{Language: l, Locale: a.Locales.Language(l.Tag), Root: "/", columns: map[string]*Column{}}
		if i > 0 {
			e.Root = "/" + strings.ToLower(l.Tag) + "/"
		}
		a.Editions = append(a.Editions, e)
		e.Default = a.Editions[0]
	}
}

// add puts one page into its set and its edition.
func (a *arranger) add(h *page.Head, why Hidden) {
	if h.Item != "" && !a.known[h.Item] {
		kind, hint := diag.PageItem, a.Catalogue.Nearest(h.Item)
		if _, exists := a.Catalogue.Item(h.Item); exists {
			kind, hint = diag.PageItemLevel, a.Site.Court.Level
		}
		a.report(kind, h.Pos("item"), h.Item, hint)
		return
	}
	if item, _ := a.Catalogue.Item(h.Item); item.Retired != 0 && item.Over(h.Published.In(a.Site.Zone).Year()) {
		a.report(diag.CatalogueRetired, h.Pos("item"), h.Item, item.Retired)
	}
	e := a.Edition(h.Lang)
	p := &Page{Head: h, Seq: len(a.Pages), Held: why, Edition: e, Address: e.address(h)}
	set := a.sets[h.ID]
	if set == nil {
		set = &Set{ID: h.ID}
		a.sets[h.ID] = set
	}
	if twin := set.In(h.Lang); twin != nil {
		a.report(diag.PageTwice, diag.Pos{Path: h.Path}, p.Address, twin.Path)
		return
	}
	p.Set = set
	set.Pages = append(set.Pages, p)
	a.Pages = append(a.Pages, p)
	a.byFile[h.Path] = p
	if h.Item == "" {
		e.Outside = append(e.Outside, p)
	} else {
		e.Pages = append(e.Pages, p)
	}
}

// newest orders pages by their date of publication, the newest first; the file decides between equals.
func newest(a, b *Page) int {
	return cmp.Or(b.Published.Compare(a.Published), cmp.Compare(a.Path, b.Path))
}

// pinned puts pages with a weight before all others.
func pinned(a, b *Page) int {
	switch {
	case a.Weight != 0 && b.Weight != 0:
		return cmp.Or(cmp.Compare(a.Weight, b.Weight), newest(a, b))
	case a.Weight != 0:
		return -1
	case b.Weight != 0:
		return 1
	}
	return newest(a, b)
}

// columns makes each edition's columns. The default language has one for every item that applies to the court; another language has those
// in which it has pages. An item that the court gave up, or that does not apply to it, keeps the column of the pages that it has.
func (a *arranger) columns() {
	for _, set := range a.sets {
		slices.SortFunc(set.Pages, func(x, y *Page) int {
			return cmp.Compare(a.language(x.Lang), a.language(y.Lang))
		})
	}
	for i, e := range a.Editions {
		slices.SortFunc(e.Pages, newest)
		slices.SortFunc(e.Outside, func(x, y *Page) int {
			return cmp.Or(cmp.Compare(x.Weight, y.Weight), cmp.Compare(x.ID, y.ID))
		})
		filed := map[string][]*Page{}
		for _, p := range e.Pages {
			filed[p.Item] = append(filed[p.Item], p)
		}
		for _, category := range a.Catalogue.Categories(a.Site.Court.Level) {
			e.group(category, filed, func(item catalogue.Item) bool { return i == 0 && item.Exempt == 0 && !item.Over(a.Year()) })
		}
	}
}

func (e *Edition) group(category catalogue.Category, filed map[string][]*Page, always func(catalogue.Item) bool) {
	group := Category{Category: category}
	for _, item := range category.Items {
		pages := filed[item.ID]
		if len(pages) == 0 && !always(item) {
			continue
		}
		col := &Column{Item: item, Address: e.Root + item.ID + "/", Pages: slices.Clone(pages)}
		slices.SortFunc(col.Pages, pinned)
		for i, p := range col.Pages {
			p.Column, p.at = col, i
		}
		e.columns[item.ID] = col
		group.Columns = append(group.Columns, col)
		group.Pages = append(group.Pages, pages...)
	}
	if len(group.Columns) > 0 {
		slices.SortFunc(group.Pages, newest)
		e.Groups = append(e.Groups, group)
	}
}

func (c *Corpus) language(tag string) int {
	return slices.IndexFunc(c.Editions, func(e *Edition) bool { return e.Tag == tag })
}

// relate follows the front matter's related documents, and joins both sides.
func (a *arranger) relate() {
	for _, p := range a.Pages {
		for _, id := range p.Head.Related {
			other := a.sets[page.ID(id)]
			switch audience := a.audience[page.ID(id)]; {
			case audience != page.Unstated:
				a.report(diag.AudienceLink, p.Pos("related"), id, audience.Words())
			case other == nil:
				a.report(diag.FrontRelated, p.Pos("related"), id, a.nearestDocument(id))
			case other == p.Set:
				a.report(diag.FrontRelatedSelf, p.Pos("related"))
			default:
				join(p.Set, other)
				join(other, p.Set)
			}
		}
	}
}

func join(from, to *Set) {
	for _, p := range from.Pages {
		if !slices.Contains(p.Related, to) {
			p.Related = append(p.Related, to)
		}
	}
}
