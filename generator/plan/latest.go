package plan

import (
	"strings"

	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/directory"
	"courtsite/generator/view"
)

// latest plans the group's newest documents in an edition: all, by category, by item, by region; each as a page and as a feed.
func (m *maker) latest(e *corpus.Edition) {
	for i := range m.group.Directory.Channels {
		c := &m.group.Directory.Channels[i]
		if c.Lang != e.Tag || len(c.Documents) == 0 {
			continue
		}
		address := channelAddress(e, c)
		m.list(e, address, "documents", "", func([]Left) any { return m.latestPage(e, c, address) })
		f := &Feed{RSS: outputPath(address + "feed.xml"), Atom: outputPath(address + "atom.xml"), JSON: outputPath(address + "feed.json"), Lang: e.Tag, Item: c.Item}
		f.View = func([]Left) *view.Feed { return m.site.combined(e, c, address) }
		for _, path := range []string{f.RSS, f.Atom, f.JSON} {
			m.claim(path, diag.Pos{Path: path}, path)
		}
		m.Feeds = append(m.Feeds, f)
	}
	m.outline(e, e.Root+"latest/feeds.opml", e.Title, func() []view.FeedSet { return m.combinedFeeds(e) })
	if m.channel(e, "", "", "") == nil {
		m.list(e, e.Root+"latest/", "documents", "", func([]Left) any {
			return m.latestPage(e, &directory.Channel{Lang: e.Tag}, e.Root+"latest/")
		})
	}
}

func channelAddress(e *corpus.Edition, c *directory.Channel) string {
	address := e.Root + "latest/"
	switch {
	case c.Region != "":
		return address + "region/" + strings.ToLower(c.Region) + "/"
	case c.Item != "":
		return address + c.Item + "/"
	case c.Category != "":
		return address + c.Category + "/"
	}
	return address
}

// channel finds the group's newest documents of one sort in an edition; nil where there are none.
func (s *site) channel(e *corpus.Edition, category, item, region string) *directory.Channel {
	for i := range s.group.Directory.Channels {
		c := &s.group.Directory.Channels[i]
		if c.Lang == e.Tag && c.Category == category && c.Item == item && c.Region == region && len(c.Documents) > 0 {
			return c
		}
	}
	return nil
}

// gathered leads, on the portal of a group, from a column in which the portal has no documents of its own to what the courts have in it.
func (s *site) gathered(e *corpus.Edition, link view.Link, own int, category, item string) view.Link {
	if s.group.Directory == nil || own > 0 {
		return link
	}
	if c := s.channel(e, category, item, ""); c != nil {
		link.Href = s.href(channelAddress(e, c))
	}
	return link
}

// channelName says what is particular to a channel.
func (s *site) channelName(e *corpus.Edition, c *directory.Channel) (text, lang string) {
	switch {
	case c.Region != "":
		r, _ := s.group.Directory.Region(c.Region)
		return directory.In(r.Names, e.Tag)
	case c.Item != "":
		return s.itemName(e.Tag, c.Item, s.group.Directory.Courts...), e.Tag
	case c.Category != "":
		return s.itemName(e.Tag, c.Category), e.Tag
	}
	return e.Locale.Phrase("latest_group")
}

func (s *site) latestPage(e *corpus.Edition, c *directory.Channel, address string) *view.Column {
	name, lang := s.channelName(e, c)
	sh := sheet{edition: e, kind: "documents", address: address, title: name}
	page := &view.Column{}
	root := e.Root + "latest/"
	if address == root {
		sh.versions = s.every("latest/")
		for i := range s.group.Directory.Channels {
			other := &s.group.Directory.Channels[i]
			if other.Lang == e.Tag && (other.Category != "" && other.Item == "" || other.Region != "") {
				text, lang := s.channelName(e, other)
				page.Parts = append(page.Parts, s.named(e, text, lang, channelAddress(e, other)))
			}
		}
	} else {
		sh.parents = []view.Link{s.phrase(e, "latest_group", root)}
	}
	if len(c.Documents) > 0 {
		sh.feeds = address
	}
	for _, d := range head(c.Documents, s.Corpus.Site.ListSize) {
		page.Entries = append(page.Entries, s.documentEntry(e, d))
	}
	page.Frame = s.frame(sh)
	page.TitleLang = other(lang, e.Tag)
	return page
}

// documentEntry shows a document of a member, with the court that published it.
func (s *site) documentEntry(e *corpus.Edition, d *directory.Document) view.Entry {
	court, _ := directory.In(d.Court.Names, d.Lang)
	link := s.elsewhereLink(e, d.Title, d.Lang, d.Court.BaseURL+escape(d.Address))
	link.To = other(d.Lang, e.Tag)
	return view.Entry{
		Link: link, Published: s.date(e, d.Published), Summary: d.Summary, Office: court,
		Column: s.elsewhereLink(e, s.itemName(d.Lang, d.Item, d.Court), d.Lang, d.Court.BaseURL+escape(columnOf(d))),
	}
}

// columnOf is the address of a document's column: its own without the last part.
func columnOf(d *directory.Document) string {
	address := strings.TrimSuffix(d.Address, "/")
	return address[:strings.LastIndexByte(address, '/')+1]
}

// combined is the feed of a channel of the whole group.
func (s *site) combined(e *corpus.Edition, c *directory.Channel, address string) *view.Feed {
	name, _ := s.channelName(e, c)
	title := name + " - " + e.Title
	f := &view.Feed{
		ID: s.urn("feed", address), Title: title, Description: title, Lang: e.Tag, Dir: e.Locale.Dir, Author: e.Court,
		Home: s.abs(address), RSS: s.abs(address + "feed.xml"), Atom: s.abs(address + "atom.xml"), JSON: s.abs(address + "feed.json"),
		Updated: updatedLast(head(c.Documents, s.Corpus.Site.FeedSize)).In(s.Corpus.Site.Zone),
	}
	if s.assets.Icon != "" {
		f.Icon = s.Corpus.Site.Origin + s.assets.Icon
	}
	for _, d := range head(c.Documents, s.Corpus.Site.FeedSize) {
		court, _ := directory.In(d.Court.Names, d.Lang)
		url := d.Court.BaseURL + escape(d.Address)
		f.Items = append(f.Items, view.FeedItem{
			ID: urn(d.Court.Code, "page", d.ID+"#"+d.Lang), Title: d.Title, URL: url, Summary: d.Summary, Author: court, Categories: []string{s.itemName(d.Lang, d.Item, d.Court)},
			Published: d.Published.In(s.Corpus.Site.Zone), Updated: d.Updated.In(s.Corpus.Site.Zone),
		})
	}
	return f
}

// combinedFeeds lists the portal's own channels of the group.
func (s *site) combinedFeeds(e *corpus.Edition) []view.FeedSet {
	var sets []view.FeedSet
	for i := range s.group.Directory.Channels {
		c := &s.group.Directory.Channels[i]
		if c.Lang != e.Tag || len(c.Documents) == 0 {
			continue
		}
		text, _ := s.channelName(e, c)
		set := s.feedSet(view.Link{Text: text, Href: s.href(channelAddress(e, c)), Lang: e.Tag}, channelAddress(e, c))
		sets = append(sets, set)
	}
	return s.absolute(sets)
}

// groupBlock is what a portal's home page shows of the group; nil on every other site.
func (s *site) groupBlock(e *corpus.Edition) *view.Group {
	d := s.group.Directory
	if d == nil {
		return nil
	}
	block := &view.Group{
		Courts: s.phrase(e, "courts", e.Root+"courts/"), Count: e.Locale.CountHTML("courts_count", len(d.Courts)),
		Regions: s.regionLinks(e, ""), More: s.phrase(e, "latest_group", e.Root+"latest/"),
	}
	if c := s.channel(e, "", "", ""); c != nil {
		for _, doc := range head(c.Documents, 12) {
			block.Latest = append(block.Latest, s.documentEntry(e, doc))
		}
	}
	return block
}
