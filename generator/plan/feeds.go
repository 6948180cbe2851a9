package plan

import (
	"cmp"
	"crypto/sha1"
	"fmt"
	"html/template"
	"path"
	"slices"
	"strings"
	"time"

	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/page"
	"courtsite/generator/view"
)

// feeds plans the channels of an edition: the site, each category, each item. What has no document yet has no feed: a feed has to say
// when it changed, and an empty one never did.
func (m *maker) feeds(e *corpus.Edition) {
	if len(e.Pages) == 0 {
		return
	}
	m.feed(e, e.Root, "", view.Link{Text: e.Title, In: e.Tag}, e.Pages)
	for i := range e.Groups {
		g := &e.Groups[i]
		if len(g.Pages) == 0 {
			continue
		}
		m.feed(e, e.Root+g.ID+"/", "", m.site.category(g), g.Pages)
		for _, col := range g.Columns {
			if len(col.Pages) > 0 {
				m.feed(e, col.Address, col.Item.ID, m.site.column(col), newestOf(col))
			}
		}
	}
	opml := outputPath(e.Root + "feeds.opml")
	m.claim(opml, diag.Pos{Path: opml}, opml)
	m.Outlines = append(m.Outlines, &Outline{Path: opml, Lang: e.Tag, View: func() (string, []view.FeedSet) {
		whole, categories := m.site.feedSets(e)
		return e.Title, m.absolute(append([]view.FeedSet{whole}, categories...))
	}})
}

func (m *maker) feed(e *corpus.Edition, address, item string, name view.Link, pages []*corpus.Page) {
	changed := changedLast(pages)
	pages = head(m.current(pages), m.Corpus.Site.FeedSize)
	f := &Feed{RSS: outputPath(address + "feed.xml"), Atom: outputPath(address + "atom.xml"), JSON: outputPath(address + "feed.json"), Lang: e.Tag, Item: item, Pages: pages}
	f.View = func(left []Left) *view.Feed { return m.site.feed(e, address, name, pages, changed, left) }
	for _, path := range []string{f.RSS, f.Atom, f.JSON} {
		m.claim(path, diag.Pos{Path: path}, path)
	}
	m.Feeds = append(m.Feeds, f)
}

func (s *site) feed(e *corpus.Edition, address string, name view.Link, pages []*corpus.Page, changed time.Time, left []Left) *view.Feed {
	title := e.Title
	if name.Text != e.Title {
		title = name.Text + " - " + e.Title
	}
	f := &view.Feed{
		ID: s.urn("feed", address), Title: title, Description: cmp.Or(e.Description, title), Lang: e.Tag, Dir: e.Locale.Dir, Author: e.Court,
		Home: s.abs(address), RSS: s.abs(address + "feed.xml"), Atom: s.abs(address + "atom.xml"), JSON: s.abs(address + "feed.json"),
	}
	if s.assets.Icon != "" {
		f.Icon = s.Corpus.Site.Origin + s.assets.Icon
	}
	for _, p := range pages {
		item := s.feedItem(e, p, left[p.Seq])
		f.Items = append(f.Items, item)
		if item.Updated.After(f.Updated) {
			f.Updated = item.Updated
		}
	}
	if len(pages) == 0 { // all have expired: subscribers must still find their feed
		f.Updated = changed.In(s.Corpus.Site.Zone)
	}
	return f
}

func (s *site) feedItem(e *corpus.Edition, p *corpus.Page, left Left) view.FeedItem {
	zone := s.Corpus.Site.Zone
	item := view.FeedItem{
		ID: s.urn("page", string(p.ID)+"#"+p.Lang), Title: p.Title, URL: s.abs(p.Address), Summary: left.Summary, Source: left.Source,
		Published: p.Published.In(zone), Updated: p.Changed().In(zone), Author: cmp.Or(p.Office, e.Court),
		Categories: append([]string{s.column(p.Column).Text}, p.Keywords...),
	}
	for _, a := range p.Attachments {
		item.Enclosures = append(item.Enclosures, view.Enclosure{
			URL: s.abs(fileAddress(p, a.File)), MediaType: MediaType(a.File), Bytes: s.sizes[fileName(p, a.File)], Title: cmp.Or(a.Title, path.Base(a.File)),
		})
	}
	if p.Image != "" {
		item.Image = s.abs(fileAddress(p, p.Image))
	}
	return item
}

// mostContent is how many bytes of text an item of a feed carries at most. Each document stands in three channels of three formats; a
// long one would be copied nine times, and readers' programs would load all of it again and again.
const mostContent = 256 << 10

// FeedText gives what a feed shows of a page: its text, or, where that is very long, its summary and a link to the page.
func (p *Plan) FeedText(pg *corpus.Page, summary string, text []byte, local page.Local) string {
	if len(text) <= mostContent {
		return local.Absolute(text, p.Corpus.Site.Origin, p.abs(pg.Address))
	}
	esc := template.HTMLEscapeString
	content := `<p><a href="` + esc(p.abs(pg.Address)) + `">` + esc(pg.Title) + "</a></p>\n"
	if summary != "" {
		content = "<p>" + esc(summary) + "</p>\n" + content
	}
	return content
}

// namespace of the identifiers: a random UUID made for courtsite once and for all.
var namespace = [16]byte{0x6f, 0x1d, 0x2b, 0x0e, 0x5a, 0x43, 0x4c, 0x8e, 0x9d, 0x57, 0x21, 0x7b, 0xe4, 0x30, 0xc2, 0x96}

// urn names a feed or a document for ever, whatever the site's base address becomes: a UUID of version 5 (RFC 9562, 5.5) of the court's code
// and the thing's place in the site.
func (s *site) urn(kind, name string) string { return urn(s.Corpus.Site.Court.Code, kind, name) }

func urn(code, kind, name string) string {
	h := sha1.New()
	h.Write(namespace[:])
	fmt.Fprintf(h, "%s\x00%s\x00%s", code, kind, name)
	u := h.Sum(nil)[:16]
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", u[0:4], u[4:6], u[6:8], u[8:10], u[10:16])
}

// Outline is the list of an edition's feeds for readers' programs (OPML).
type Outline struct {
	Path string
	Lang string
	View func() (title string, sets []view.FeedSet)
}

// absolute gives the same channels with whole addresses, for files that are read far from the site.
func (s *site) absolute(sets []view.FeedSet) []view.FeedSet {
	list := make([]view.FeedSet, len(sets))
	origin := s.Corpus.Site.Origin
	for i, set := range sets {
		set.Href, set.RSS, set.Atom, set.JSON = origin+set.Href, origin+set.RSS, origin+set.Atom, origin+set.JSON
		set.Items = s.absolute(set.Items)
		list[i] = set
	}
	return list
}

// sitemap plans the machine-readable list of an edition's addresses: articles and the lists' own addresses.
func (m *maker) sitemap(e *corpus.Edition) {
	path := "sitemap-" + strings.ToLower(e.Tag) + ".xml"
	m.claim(path, diag.Pos{Path: path}, path)
	m.Sitemaps = append(m.Sitemaps, &Sitemap{Path: path, Lang: e.Tag, LastMod: m.lastMod(changedLast(e.Pages)), Addresses: func() []view.Address { return m.site.addresses(e) }})
}

// addresses are those of an edition's pages and lists.
func (s *site) addresses(e *corpus.Edition) (list []view.Address) {
	add := func(address string, changed time.Time, versions []string) {
		a := view.Address{Loc: s.abs(address), LastMod: s.lastMod(changed)}
		if slices.ContainsFunc(versions, func(v string) bool { return v != "" && v != address }) {
			a.Alternates = s.alternates(sheet{versions: versions})
		}
		list = append(list, a)
	}
	add(e.Root, changedLast(e.Pages), s.every(""))
	if s.group.Directory != nil {
		for _, l := range portalLists {
			add(e.Root+l.address, time.Time{}, s.every(l.address))
		}
	}
	for i := range e.Groups {
		g := &e.Groups[i]
		add(e.Root+g.ID+"/", changedLast(g.Pages), nil)
		for _, col := range g.Columns {
			add(col.Address, changedLast(col.Pages), nil)
		}
	}
	for _, pages := range [][]*corpus.Page{e.Outside, e.Pages} {
		for _, p := range pages {
			if _, elsewhere := s.group.Received[p.Path]; elsewhere {
				continue // its canonical address is on another site
			}
			add(p.Address, p.Changed(), s.versionsOf(p))
		}
	}
	return list
}

// versionsOf are the addresses of a page's versions.
func (s *site) versionsOf(p *corpus.Page) []string {
	return s.versions(func(e *corpus.Edition) string {
		if v := p.Set.In(e.Tag); v != nil {
			return v.Address
		}
		return ""
	})
}

func (s *site) lastMod(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.In(s.Corpus.Site.Zone).Format(time.RFC3339)
}

// changedLast is the time of the newest change among pages.
func changedLast(pages []*corpus.Page) (last time.Time) {
	for _, p := range pages {
		if p.Changed().After(last) {
			last = p.Changed()
		}
	}
	return last
}

// SitemapPart is the file of the n-th part (from 0) of a sitemap that is too large for one.
func SitemapPart(path string, n int) string {
	if n == 0 {
		return path
	}
	return fmt.Sprintf("%s-%d.xml", strings.TrimSuffix(path, ".xml"), n+1)
}
