package plan

import (
	"cmp"

	"courtsite/generator/corpus"
	"courtsite/generator/view"
)

// edition plans all lists, feeds and the sitemap of one language.
func (m *maker) edition(e *corpus.Edition) {
	m.list(e, e.Root, "home", "", func(left []Left) any { return m.homePage(e, left) })
	for i := range e.Groups {
		g := &e.Groups[i]
		m.list(e, e.Root+g.ID+"/", "category", "", func(left []Left) any { return m.categoryPage(e, g, left) })
		for _, col := range g.Columns {
			m.column(e, g, col)
		}
	}
	m.documents(e)
	m.archive(e)
	m.subjects(e)
	m.list(e, e.Root+"subscribe/", "subscribe", "", func([]Left) any { return m.subscribePage(e) })
	m.list(e, e.Root+"map/", "map", "", func([]Left) any { return m.mapPage(e) })
	if m.Corpus.Site.Catalogue.Page {
		m.list(e, e.Root+catalogueAddress, "catalogue", "", func([]Left) any { return m.cataloguePage(e) })
	}
	m.list(e, e.Root+"404.html", "missing", "", func([]Left) any { return m.missingPage(e) })
	m.feeds(e)
	m.portal(e)
	m.sitemap(e)
}

func (s *site) homePage(e *corpus.Edition, left []Left) *view.Home {
	h := &view.Home{
		Frame:     s.frame(sheet{edition: e, kind: "home", address: e.Root, title: e.Title, description: e.Description, keywords: e.Keywords, versions: s.every("")}),
		CourtName: e.Court,
		Intro:     e.Description,
		Platforms: s.platforms(e),
	}
	if col := e.Column("basic/news"); col != nil {
		h.News, h.Lead = s.lead(e, s.current(newestOf(col)), left)
		h.NewsMore = s.href(col.Address)
	}
	if len(h.News) == 0 {
		h.News = s.entries(e, head(s.current(e.Pages), 6), left)
		h.NewsMore = s.href(e.Root + "documents/")
	}
	if col := e.Column("service/announcements"); col != nil {
		h.Notices = s.entries(e, head(s.current(newestOf(col)), 6), left)
		h.NoticeMore = s.href(col.Address)
	}
	for i := range e.Groups {
		h.Categories = append(h.Categories, s.block(e, &e.Groups[i], left))
	}
	h.Group = s.groupBlock(e)
	return h
}

// lead takes the newest piece of news with an image out of the first few.
func (s *site) lead(e *corpus.Edition, news []*corpus.Page, left []Left) (list []view.Entry, lead *view.Entry) {
	for _, p := range head(news, 7) {
		entry := s.entry(e, p, left)
		if lead == nil && entry.Image != "" {
			lead = &entry
			continue
		}
		list = append(list, entry)
	}
	return head(list, 6), lead
}

// current leaves out what has expired.
func (s *site) current(pages []*corpus.Page) []*corpus.Page {
	var list []*corpus.Page
	for _, p := range pages {
		if !p.Expired(s.Corpus.Now) {
			if list = append(list, p); len(list) == 200 {
				break
			}
		}
	}
	return list
}

// block is a category with its items; left is nil where no entries are wanted.
func (s *site) block(e *corpus.Edition, g *corpus.Category, left []Left) view.CategoryBlock {
	b := view.CategoryBlock{Link: s.gathered(e, s.category(g), len(g.Pages), g.ID, "")}
	if len(g.Pages) > 0 {
		b.Feed = s.href(e.Root + g.ID + "/feed.xml")
	}
	for _, col := range g.Columns {
		item := s.itemLink(e, col, nil)
		item.Link = s.gathered(e, item.Link, len(col.Pages), g.ID, col.Item.ID)
		b.Items = append(b.Items, item)
	}
	if left != nil {
		b.Latest = s.entries(e, head(s.current(g.Pages), 3), left)
	}
	return b
}

func (s *site) itemLink(e *corpus.Edition, col *corpus.Column, left []Left) view.ItemLink {
	item := view.ItemLink{Link: s.column(col), Count: e.Locale.CountHTML("documents_count", len(col.Pages)), Empty: len(col.Pages) == 0}
	if !item.Empty {
		item.Feed = s.href(col.Address + "feed.xml")
	}
	if left != nil {
		pages := s.current(col.Pages)
		if len(pages) == 0 {
			pages = col.Pages // a column of old announcements is not empty
		}
		item.Latest = s.entries(e, head(pages, 3), left)
	}
	return item
}

func (s *site) categoryPage(e *corpus.Edition, g *corpus.Category, left []Left) *view.Category {
	link := s.category(g)
	page := &view.Category{
		Frame: s.frame(sheet{edition: e, kind: "category", address: e.Root + g.ID + "/", title: link.Text, category: g,
			versions: s.versions(func(e *corpus.Edition) string {
				if e.Group(g.ID) == nil {
					return ""
				}
				return e.Root + g.ID + "/"
			})}),
		Latest: s.entries(e, head(s.current(g.Pages), 10), left),
	}
	page.TitleLang = link.Lang
	for _, col := range g.Columns {
		page.Items = append(page.Items, s.itemLink(e, col, left))
	}
	if original := e.Default.Group(g.ID); e != e.Default && original != nil {
		name := s.category(original)
		page.Elsewhere = s.elsewhere(e, original.Pages, s.named(e, name.Text, cmp.Or(name.Lang, e.Default.Tag), e.Default.Root+g.ID+"/"), left)
	}
	return page
}

// versions asks each edition for its version's address.
func (s *site) versions(address func(*corpus.Edition) string) []string {
	list := make([]string, len(s.Corpus.Editions))
	for i, e := range s.Corpus.Editions {
		list[i] = address(e)
	}
	return list
}

func (s *site) subscribePage(e *corpus.Edition) *view.Subscribe {
	title, lang := e.Locale.Phrase("subscribe")
	page := &view.Subscribe{Frame: s.frame(sheet{edition: e, kind: "subscribe", address: e.Root + "subscribe/", title: title, versions: s.every("subscribe/")})}
	page.TitleLang = other(lang, e.Tag)
	if len(e.Pages) > 0 {
		page.OPML = s.href(e.Root + "feeds.opml")
	}
	page.Site, page.Categories = s.feedSets(e)
	return page
}

// feedSets lists all channels of an edition.
func (s *site) feedSets(e *corpus.Edition) (whole view.FeedSet, categories []view.FeedSet) {
	if len(e.Pages) > 0 {
		whole = s.feedSet(s.named(e, e.Title, e.Tag, e.Root), e.Root)
	}
	for i := range e.Groups {
		g := &e.Groups[i]
		if len(g.Pages) == 0 {
			continue
		}
		set := s.feedSet(s.category(g), e.Root+g.ID+"/")
		for _, col := range g.Columns {
			if len(col.Pages) > 0 {
				set.Items = append(set.Items, s.feedSet(s.column(col), col.Address))
			}
		}
		categories = append(categories, set)
	}
	return whole, categories
}

func (s *site) feedSet(link view.Link, address string) view.FeedSet {
	return view.FeedSet{Link: link, RSS: s.href(address + "feed.xml"), Atom: s.href(address + "atom.xml"), JSON: s.href(address + "feed.json")}
}

func (s *site) mapPage(e *corpus.Edition) *view.Map {
	title, lang := e.Locale.Phrase("site_map")
	page := &view.Map{Frame: s.frame(sheet{edition: e, kind: "map", address: e.Root + "map/", title: title, versions: s.every("map/")})}
	page.TitleLang = other(lang, e.Tag)
	for i := range e.Groups {
		page.Categories = append(page.Categories, s.block(e, &e.Groups[i], nil))
	}
	for _, p := range e.Outside {
		page.Pages = append(page.Pages, s.named(e, p.Title, p.Lang, p.Address))
	}
	page.Pages = append(page.Pages, s.siteLinks(e)...)
	return page
}

func (s *site) missingPage(e *corpus.Edition) *view.Missing {
	title, lang := e.Locale.Phrase("not_found")
	page := &view.Missing{Frame: s.frame(sheet{edition: e, kind: "missing", address: e.Root + "404.html", title: title, versions: s.every("404.html")})}
	page.TitleLang = other(lang, e.Tag)
	page.Canonical, page.Alternates = "", nil
	for _, o := range s.Corpus.Editions {
		if o == e {
			continue
		}
		if _, lang := o.Locale.Phrase("missing"); lang == o.Tag {
			page.Others = append(page.Others, view.MissingText{Lang: o.Tag, Dir: o.Locale.Dir, Text: s.phrases[o.Tag]["missing"],
				Home: view.Link{Text: o.Title, Href: s.href(o.Root), In: o.Tag, Lang: o.Tag, Dir: o.Locale.Dir, To: o.Tag}})
		}
	}
	return page
}
