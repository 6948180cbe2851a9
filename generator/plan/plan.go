// Package plan decides every output of a site before any of it is made: its path, its template, and how its view comes about. Two sources for
// one output are a problem that names both.
//
// Bodies are not here. An article's view waits for its body; lists and feeds wait for what the stream of bodies leaves behind ([Left]).
package plan

import (
	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/hosting"
	"courtsite/generator/page"
	"courtsite/generator/source"
	"courtsite/generator/theme"
	"courtsite/generator/view"
)

// Left is what the body of one page leaves behind for lists, feeds and the check of links.
type Left struct {
	Summary string   // the page's own, or its first paragraph
	Source  string   // digest of all that the text depends on: it stands for the text
	Anchors []string // ids that a link may point at
}

// Plan is every output of a site. Immutable.
type Plan struct {
	Articles []*Article
	Lists    []*List
	Feeds    []*Feed
	Outlines []*Outline
	Sitemaps []*Sitemap
	Files    []theme.File
	Named    map[string]bool // files below content/ that front matter names

	*site
	claims    map[string]claim
	byAddress map[string]*corpus.Page
	reserved  map[string]*corpus.Withheld
}

// Article is the output of one page.
type Article struct {
	Path string
	Page *corpus.Page
}

// List is an output whose view is made of other pages' summaries.
type List struct {
	Path     string
	Kind     string // "list" or "redirect"
	Template string
	Lang     string
	Item     string
	Redirect string         // of a redirect: the percent-encoded address that it leads to
	Of       []*corpus.Page // the pages whose words it shows, where that is known; nil else. Of others it shows at most how many lists there are
	View     func(left []Left) any
}

// of notes the pages whose words a list shows, and no others.
func (l *List) of(pages []*corpus.Page) {
	if l != nil {
		l.Of = pages
	}
}

// Feed is one channel in its three formats.
type Feed struct {
	RSS, Atom, JSON string // paths
	Lang            string
	Item            string
	Pages           []*corpus.Page               // the items, newest first
	View            func(left []Left) *view.Feed // without the documents' texts
}

// Sitemap is a machine-readable list of a language's addresses.
type Sitemap struct {
	Path      string
	Lang      string
	LastMod   string // of the newest change in it, or ""
	Addresses func() []view.Address
}

// Make plans the outputs of a corpus. reserved are files that belong to pages which are not for the public.
func Make(c *corpus.Corpus, th *theme.Theme, snap *source.Snapshot, reserved map[string]*corpus.Withheld, group Group) (*Plan, []diag.Problem) {
	p := &Plan{site: newSite(c, th, group), claims: map[string]claim{}, Files: th.Files(), Named: map[string]bool{}, byAddress: map[string]*corpus.Page{}, reserved: reserved}
	m := &maker{Plan: p, snap: snap}
	for _, f := range p.Files {
		m.claim(f.Path, diag.Pos{Path: f.Path}, f.Path)
	}
	m.reserve("robots.txt", "sitemap.xml", "manifest.json")
	m.reserve(hosting.Paths(c.Site.Hosting.Servers)...)
	for _, f := range snap.Files() {
		if page.IsAttachment(f.Path) {
			p.sizes[f.Path] = f.Size
		}
	}
	m.articles()
	m.frontFiles()
	for _, e := range c.Editions {
		m.edition(e)
	}
	m.redirects()
	m.gone()
	m.folders()
	return p, m.problems
}

// Abs is an address of the site as an absolute one.
func (p *Plan) Abs(address string) string { return p.abs(address) }

type maker struct {
	*Plan
	snap     *source.Snapshot
	problems []diag.Problem
}

func (m *maker) articles() {
	for _, page := range m.Corpus.Pages {
		path := outputPath(page.Address)
		if m.claim(path, diag.Pos{Path: page.Path}, page.Path) {
			m.Articles = append(m.Articles, &Article{path, page})
			m.byAddress[page.Address] = page
		}
	}
}

// list plans one list page at an address.
func (m *maker) list(e *corpus.Edition, address, template, item string, view func(left []Left) any) *List {
	return m.listAt(diag.Pos{Path: outputPath(address)}, e, address, template, item, view)
}

// listAt plans a list page whose address comes of what an author wrote at a place. There is none where the address is taken.
func (m *maker) listAt(pos diag.Pos, e *corpus.Edition, address, template, item string, view func(left []Left) any) *List {
	path := outputPath(address)
	if !m.claim(path, pos, listed+template) {
		return nil
	}
	l := &List{Path: path, Kind: "list", Template: template, Lang: e.Tag, Item: item, View: view}
	m.Lists = append(m.Lists, l)
	return l
}

// redirects plans a page at every alias.
func (m *maker) redirects() {
	for _, page := range m.Corpus.Pages {
		for _, alias := range page.Aliases {
			path, ok := aliasPath(alias)
			if !ok {
				m.problems = append(m.problems, diag.New(diag.FrontAlias, page.Pos("aliases"), alias))
				continue
			}
			if m.claim(path, page.Pos("aliases"), page.Path) {
				m.Lists = append(m.Lists, &List{Path: path, Kind: "redirect", Template: "redirect", Lang: page.Lang, Item: page.Item,
					Redirect: m.href(page.Address), Of: []*corpus.Page{page}, View: func([]Left) any { return m.redirect(page) }})
			}
		}
	}
}

// gone plans a page at every address that site.toml says was withdrawn.
func (m *maker) gone() {
	e := m.Corpus.Editions[0]
	for _, g := range m.Corpus.Site.Gone {
		path, ok := aliasPath(g.Address)
		if !ok {
			m.problems = append(m.problems, diag.New(diag.FrontAlias, g.Pos, g.Address))
			continue
		}
		if m.claim(path, g.Pos, "site.toml") {
			m.Lists = append(m.Lists, &List{Path: path, Kind: "list", Template: "gone", Lang: e.Tag,
				View: func([]Left) any { return m.Plan.gone(e, g) }})
		}
	}
}
