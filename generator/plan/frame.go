package plan

import (
	"slices"

	"courtsite/generator/corpus"
	"courtsite/generator/view"
)

// sheet says what is particular to one page's frame.
type sheet struct {
	edition     *corpus.Edition
	kind        string
	address     string
	title       string
	titleLang   string // of a list's title
	description string
	keywords    []string
	image       string // absolute
	category    *corpus.Category
	column      *corpus.Column
	article     *corpus.Page
	parents     []view.Link // crumbs after home
	crumbs      []view.Link // all of them, where they are known already
	// versions are the addresses of the same page in each of the corpus's editions, "" where there is none; nil for a page without versions.
	versions []string
	feeds    string // address of the folder of feeds of the page's own; "" for the usual ones
}

// held tells whether the sheet is of an article that only a preview shows.
func (sh sheet) held() bool { return sh.article != nil && sh.article.Held != 0 }

// frame makes what every page has.
func (s *site) frame(sh sheet) view.Frame {
	e := sh.edition
	f := view.Frame{
		Lang:          e.Tag,
		Dir:           e.Locale.Dir,
		WritingMode:   e.Locale.WritingMode,
		Kind:          sh.kind,
		Title:         sh.title,
		SiteTitle:     e.Title,
		Description:   sh.description,
		Alternates:    s.alternates(sh),
		Languages:     s.languages(sh),
		Feeds:         s.feedLinks(sh),
		Meta:          s.pageTags(sh),
		Assets:        s.assets,
		Home:          s.href(e.Root),
		Demonstration: s.Corpus.Site.Demonstration,
		Draft:         sh.held(),
		T:             s.phrases[e.Tag],
	}
	var here bool
	if f.Canonical, here = s.canonical(sh); !here {
		f.Alternates = nil
	}
	if sh.category != nil {
		f.Section = sh.category.ID
	}
	switch {
	case sh.crumbs != nil:
		f.Crumbs = sh.crumbs
	case sh.kind != "home":
		f.Crumbs = append([]view.Link{s.home(e)}, sh.parents...)
	}
	if f.Description == "" {
		f.Description = sh.title
		if sh.title != e.Title {
			f.Description += " - " + e.Title
		}
	}
	f.OpenGraph = s.openGraph(&f, sh)
	f.JSONLD = s.linkedData(&f, sh)
	return f
}

// alternates are the page's versions for machines: itself, the others, and the default language's for everybody else.
func (s *site) alternates(sh sheet) []view.Alternate {
	var list []view.Alternate
	for i, address := range sh.versions {
		if address != "" {
			list = append(list, view.Alternate{Lang: s.Corpus.Editions[i].Tag, Href: s.abs(address)})
		}
	}
	if len(list) > 0 && sh.versions[0] != "" {
		list = append(list, view.Alternate{Lang: "x-default", Href: s.abs(sh.versions[0])})
	}
	return list
}

// languages is the switch. A language that the page does not exist in leads to that language's home, and says so.
func (s *site) languages(sh sheet) []view.Language {
	list := slices.Clone(s.signs.editions[sh.edition].languages)
	for i, e := range s.Corpus.Editions {
		l := &list[i]
		if i < len(sh.versions) && sh.versions[i] != "" {
			l.Href, l.Home = s.href(sh.versions[i]), false
		}
		if e == sh.edition {
			l.Href, l.Home, l.Current = s.href(sh.address), false, true
		}
	}
	return list
}

// every gives the versions of a page that each edition has at the same place below its root.
func (s *site) every(rest string) []string {
	versions := make([]string, len(s.Corpus.Editions))
	for i, e := range s.Corpus.Editions {
		versions[i] = e.Root + rest
	}
	return versions
}

// Header gives the header fragment of an edition as it looks within a category ("" for none).
func (s *site) Header(tag, category string) view.Header {
	e := s.Corpus.Edition(tag)
	h := view.Header{
		Lang: e.Tag, Dir: e.Locale.Dir, SiteTitle: e.Title, CourtName: e.Court, Emblem: s.emblem,
		Home: s.href(e.Root), Subscribe: s.href(e.Root + "subscribe/"), T: s.phrases[e.Tag],
	}
	for i := range e.Groups {
		g := &e.Groups[i]
		nav := view.NavLink{Link: s.gathered(e, s.category(g), len(g.Pages), g.ID, ""), Current: g.ID == category}
		for _, col := range g.Columns {
			nav.Items = append(nav.Items, s.gathered(e, s.column(col), len(col.Pages), g.ID, col.Item.ID))
		}
		h.Nav = append(h.Nav, nav)
	}
	return h
}

// Footer gives the footer fragment of an edition.
func (s *site) Footer(tag string) view.Footer {
	e := s.Corpus.Edition(tag)
	contact, reg := s.Corpus.Site.Contact, s.Corpus.Site.Registration
	f := view.Footer{
		Lang: e.Tag, Dir: e.Locale.Dir,
		Organizer: e.Organizer, Address: e.Address, Postcode: contact.Postcode, Telephone: contact.Telephone, Email: contact.Email,
		SiteCode: reg.SiteCode, Platforms: s.platformLinks(e), T: s.phrases[e.Tag],
	}
	for _, p := range e.Outside {
		f.Links = append(f.Links, s.named(e, p.Title, p.Lang, p.Address))
	}
	f.Links = append(f.Links, s.siteLinks(e)...)
	if reg.ICP != "" {
		f.ICP = view.Link{Text: reg.ICP, Href: "https://beian.miit.gov.cn/"}
	}
	if reg.Police != "" {
		f.Police = view.Link{Text: reg.Police, Href: "https://beian.mps.gov.cn/"}
	}
	if reg.PartyMark != "" {
		f.PartyMark = s.outside(e, "party_mark", reg.PartyMark)
	}
	if reg.FindErrors != "" {
		f.FindErrors = s.outside(e, "find_errors", reg.FindErrors)
	}
	return f
}

// siteLinks leads to the lists that an edition has, and to the catalogue where the site has a page of it.
func (s *site) siteLinks(e *corpus.Edition) []view.Link {
	var links []view.Link
	if s.Corpus.Site.Catalogue.Page {
		links = append(links, s.phrase(e, "catalogue", e.Root+catalogueAddress))
	}
	for _, l := range s.lists() {
		if l.address != subjectsFolder || len(e.Subjects) > 0 {
			links = append(links, s.phrase(e, l.phrase, e.Root+l.address))
		}
	}
	return links
}

// siteLists are the lists that every edition has, in the footer's order; the index of subjects only where there are keywords.
var siteLists = []struct{ phrase, address string }{
	{"documents_all", "documents/"},
	{"archive", "archive/"},
	{"subjects", subjectsFolder},
	{"subscribe", "subscribe/"},
	{"site_map", "map/"},
}

// outside links to another site under an interface phrase, which may be in another language than the edition.
func (s *site) outside(e *corpus.Edition, key, href string) view.Link {
	text, lang := e.Locale.Phrase(key)
	link := view.Link{Text: text, Href: href, In: lang}
	if lang != e.Tag {
		link.Lang, link.Dir = lang, s.dir(lang)
	}
	return link
}

// portalLists are the lists that a group's portal has beside them.
var portalLists = []struct{ phrase, address string }{
	{"courts", "courts/"},
	{"latest_group", "latest/"},
}

func (s *site) lists() []struct{ phrase, address string } {
	if s.group.Directory == nil {
		return siteLists
	}
	return append(slices.Clone(portalLists), siteLists...)
}

func other(lang, than string) string {
	if lang == than {
		return ""
	}
	return lang
}

// The four national platforms (articles 21 of the Opinion).
var platforms = []struct{ phrase, href string }{
	{"platform_process", "https://splcgk.court.gov.cn/gzfwww/"},
	{"platform_hearings", "https://tingshen.court.gov.cn/"},
	{"platform_judgments", "https://wenshu.court.gov.cn/"},
	{"platform_enforcement", "https://zxgk.court.gov.cn/"},
}

func (s *site) platforms(e *corpus.Edition) []view.Platform {
	list := make([]view.Platform, len(platforms))
	for i, p := range platforms {
		list[i].Link = s.outside(e, p.phrase, p.href)
		if about, lang := e.Locale.Phrase(p.phrase + "_about"); lang == e.Tag {
			list[i].Description = about
		}
	}
	return list
}

func (s *site) platformLinks(e *corpus.Edition) []view.Link {
	var links []view.Link
	for _, p := range s.platforms(e) {
		links = append(links, p.Link)
	}
	return links
}
