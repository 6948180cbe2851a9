package plan

import (
	"html/template"
	"slices"
	"strings"
	"time"

	"courtsite/generator/config"
	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/directory"
	"courtsite/generator/view"
)

// courtsOnPage is how many courts a page of the directory lists.
const courtsOnPage = 200

// courtWords are the phrases for levels and kinds of courts.
var courtWords = map[string]string{
	"level/supreme": "level_supreme", "level/high": "level_high", "level/intermediate": "level_intermediate", "level/basic": "level_basic",
	"kind/general": "kind_general", "kind/maritime": "kind_maritime", "kind/military": "kind_military", "kind/railway": "kind_railway", "kind/ip": "kind_ip", "kind/internet": "kind_internet",
	"kind/financial": "kind_financial", "kind/bankruptcy": "kind_bankruptcy", "kind/forestry": "kind_forestry", "kind/reclamation": "kind_reclamation", "kind/oilfield": "kind_oilfield",
}

// portal plans what a group's portal has beside the pages of its own: the directory of courts, and their newest documents.
func (m *maker) portal(e *corpus.Edition) {
	d := m.group.Directory
	if d == nil {
		return
	}
	root := e.Root + "courts/"
	m.list(e, root, "directory", "", func([]Left) any { return m.directoryPage(e, shelf{address: root}) })
	for _, sh := range m.shelves(e) {
		for number := range parts(len(sh.courts), courtsOnPage) + 1 {
			part := sh
			part.number = number
			m.list(e, partAddress(sh.address, number), "directory", "", func([]Left) any { return m.directoryPage(e, part) })
		}
		if sh.region != "" {
			// Every feed of every court of a province would be more than any reader's program takes: a long list has one feed for each court and language.
			all := len(sh.courts) <= courtsOnPage
			m.outline(e, sh.address+"feeds.opml", sh.title, func() []view.FeedSet { return m.courtFeeds(sh.courts, all) })
		}
	}
	m.outline(e, root+"feeds.opml", e.Title, func() []view.FeedSet { return m.courtFeeds(d.Courts, false) })
	m.latest(e)
}

func (m *maker) outline(e *corpus.Edition, address, title string, sets func() []view.FeedSet) {
	path := outputPath(address)
	m.claim(path, diag.Pos{Path: path}, path)
	m.Outlines = append(m.Outlines, &Outline{Path: path, Lang: e.Tag, View: func() (string, []view.FeedSet) { return title, sets() }})
}

// shelf is one part of the directory: the courts of a region, a level or a kind.
type shelf struct {
	address   string
	title     string
	titleLang string
	region    string
	courts    []*directory.Court
	number    int // of the page: 0 for the first
}

// shelves are all of them in an edition.
func (s *site) shelves(e *corpus.Edition) []shelf {
	d := s.group.Directory
	var list []shelf
	for _, r := range d.Regions {
		sh := shelf{address: e.Root + "courts/region/" + strings.ToLower(r.Code) + "/", region: r.Code}
		sh.title, sh.titleLang = directory.In(r.Names, e.Tag)
		sh.courts = pick(d.Courts, func(c *directory.Court) bool { return strings.HasPrefix(c.Region, r.Code) })
		list = append(list, sh)
	}
	for _, by := range []struct {
		name string
		of   func(*directory.Court) string
	}{{"level", func(c *directory.Court) string { return c.Level }}, {"kind", func(c *directory.Court) string { return c.Kind }}} {
		for _, value := range s.values(by.of) {
			sh := shelf{address: e.Root + "courts/" + by.name + "/" + value + "/"}
			sh.title, sh.titleLang = s.worded(e, by.name, value)
			sh.courts = pick(d.Courts, func(c *directory.Court) bool { return by.of(c) == value })
			list = append(list, sh)
		}
	}
	return list
}

// values lists the levels or kinds that courts of the group have: levels from the highest, others by name.
func (s *site) values(of func(*directory.Court) string) []string {
	var list []string
	for _, c := range s.group.Directory.Courts {
		if v := of(c); !slices.Contains(list, v) {
			list = append(list, v)
		}
	}
	levels := slices.Clone(config.Levels)
	slices.Reverse(levels)
	slices.SortFunc(list, func(a, b string) int {
		if x, y := slices.Index(levels, a), slices.Index(levels, b); x != y {
			return x - y
		}
		return strings.Compare(a, b)
	})
	return list
}

// worded is what a level or a kind of courts is called; its id where no language knows it.
func (s *site) worded(e *corpus.Edition, what, id string) (text, lang string) {
	if key, known := courtWords[what+"/"+id]; known {
		return e.Locale.Phrase(key)
	}
	return id, e.Tag
}

func pick(courts []*directory.Court, wanted func(*directory.Court) bool) []*directory.Court {
	var list []*directory.Court
	for _, c := range courts {
		if wanted(c) {
			list = append(list, c)
		}
	}
	return list
}

// directoryPage is the entrance of the directory, or one part of it.
func (s *site) directoryPage(e *corpus.Edition, sh shelf) *view.Directory {
	d, root := s.group.Directory, e.Root+"courts/"
	title, lang := e.Locale.Phrase("courts")
	page := &view.Directory{OPML: s.href(root + "feeds.opml")}
	frame := sheet{edition: e, kind: "directory", address: partAddress(sh.address, sh.number), title: title}
	if sh.address == root {
		page.Total = e.Locale.CountHTML("courts_count", len(d.Courts))
		page.Branches = s.branches(e)
		frame.versions = s.every("courts/")
	} else {
		frame.parents = append([]view.Link{s.named(e, title, lang, root)}, s.regionsAbove(e, sh.region)...)
		title, lang = sh.title, sh.titleLang
		frame.title = title
		if sh.number == 0 {
			frame.versions = s.every(strings.TrimPrefix(sh.address, e.Root))
		}
		s.shelve(e, page, sh)
	}
	page.Frame = s.frame(frame)
	page.TitleLang = other(lang, e.Tag)
	return page
}

// shelve fills a part of the directory.
func (s *site) shelve(e *corpus.Edition, page *view.Directory, sh shelf) {
	page.Total = e.Locale.CountHTML("courts_count", len(sh.courts))
	last := parts(len(sh.courts), courtsOnPage)
	// Courts are in their order, from the first page on: unlike documents, a directory begins at its beginning.
	from := sh.number * courtsOnPage
	to := from + courtsOnPage
	if sh.number == last {
		to = len(sh.courts)
	}
	for _, c := range sh.courts[from:to] {
		page.Courts = append(page.Courts, s.courtEntry(e, c))
	}
	if sh.number > 0 {
		page.Newer = s.href(partAddress(sh.address, sh.number-1))
	}
	if sh.number < last {
		page.Older = s.href(partAddress(sh.address, sh.number+1))
	}
	if sh.region == "" {
		return
	}
	page.OPML = s.href(sh.address + "feeds.opml")
	if below := s.regionLinks(e, sh.region); sh.number == 0 && len(below) > 0 {
		page.Branches = []view.Branch{{Name: s.phrases[e.Tag]["by_region"], Links: below}}
	}
}

func (s *site) branches(e *corpus.Edition) []view.Branch {
	t := s.phrases[e.Tag]
	var list []view.Branch
	if links := s.regionLinks(e, ""); len(links) > 0 {
		list = append(list, view.Branch{Name: t["by_region"], Links: links})
	}
	byLevel, byKind := view.Branch{Name: t["by_level"]}, view.Branch{Name: t["by_kind"]}
	for _, sh := range s.shelves(e) {
		if sh.region != "" {
			continue
		}
		branch := &byKind
		if strings.HasPrefix(sh.address, e.Root+"courts/level/") {
			branch = &byLevel
		}
		branch.Links = append(branch.Links, view.Period{Link: s.named(e, sh.title, sh.titleLang, sh.address), Count: e.Locale.CountHTML("courts_count", len(sh.courts))})
	}
	return append(list, byLevel, byKind)
}

// regionLinks lists the divisions right below one that have courts.
func (s *site) regionLinks(e *corpus.Edition, above string) []view.Period {
	var links []view.Period
	for _, r := range s.group.Directory.Below(above) {
		n := len(pick(s.group.Directory.Courts, func(c *directory.Court) bool { return strings.HasPrefix(c.Region, r.Code) }))
		if n > 0 {
			links = append(links, view.Period{Link: s.regionLink(e, r), Count: e.Locale.CountHTML("courts_count", n)})
		}
	}
	return links
}

func (s *site) regionLink(e *corpus.Edition, r directory.Region) view.Link {
	text, lang := directory.In(r.Names, e.Tag)
	return s.named(e, text, lang, e.Root+"courts/region/"+strings.ToLower(r.Code)+"/")
}

func (s *site) regionsAbove(e *corpus.Edition, code string) []view.Link {
	var links []view.Link
	for code = s.group.Directory.Above(code); code != ""; code = s.group.Directory.Above(code) {
		r, _ := s.group.Directory.Region(code)
		links = append(links, s.regionLink(e, r))
	}
	slices.Reverse(links)
	return links
}

// courtEntry shows a court under its name in the edition's language, with its names in others.
func (s *site) courtEntry(e *corpus.Edition, c *directory.Court) view.Court {
	name, lang := directory.In(c.Names, e.Tag)
	entry := view.Court{Link: s.elsewhereLink(e, name, lang, c.BaseURL), Updated: s.date(e, c.Updated), Total: e.Locale.CountHTML("documents_count", c.Pages)}
	for _, n := range c.Names {
		if n.Lang != lang {
			entry.Names = append(entry.Names, s.elsewhereLink(e, n.Text, n.Lang, c.BaseURL))
		}
	}
	entry.Level = s.tagged(e, "level", c.Level)
	if c.Kind != "general" {
		entry.Kind = s.tagged(e, "kind", c.Kind)
	}
	r, known := s.group.Directory.Region(c.Region)
	if !known {
		r, known = s.group.Directory.Region(s.group.Directory.Above(c.Region))
	}
	if known {
		entry.Region = s.regionLink(e, r)
	}
	if len(c.Feeds) > 0 {
		entry.Feed = c.BaseURL + escape(c.Feeds[0].Address) + "feed.xml"
	}
	return entry
}

func (s *site) tagged(e *corpus.Edition, what, id string) template.HTML {
	text, lang := s.worded(e, what, id)
	html := template.HTMLEscapeString(text)
	if lang != e.Tag {
		html = s.span(html, lang)
	}
	return template.HTML(html)
}

// elsewhereLink links to an address on another site.
func (s *site) elsewhereLink(e *corpus.Edition, text, lang, url string) view.Link {
	link := view.Link{Text: text, Href: url}
	if lang != e.Tag {
		link.Lang, link.Dir = lang, s.dir(lang)
	}
	return link
}

// courtFeeds lists the feeds of courts for readers' programs: of each court the whole site's in each language, or all.
func (s *site) courtFeeds(courts []*directory.Court, all bool) []view.FeedSet {
	var sets []view.FeedSet
	for _, c := range courts {
		name, _ := directory.In(c.Names, "")
		set := view.FeedSet{Link: view.Link{Text: name}}
		for _, f := range c.Feeds {
			if f.Item != "" && !all {
				continue
			}
			home := c.BaseURL + escape(f.Address)
			text, _ := directory.In(c.Names, f.Lang)
			if f.Item != "" {
				text = s.itemName(f.Lang, f.Item, c) + " - " + text
			}
			set.Items = append(set.Items, view.FeedSet{Link: view.Link{Text: text, Href: home, Lang: f.Lang}, RSS: home + "feed.xml", Atom: home + "atom.xml", JSON: home + "feed.json"})
		}
		if len(set.Items) > 0 {
			sets = append(sets, set)
		}
	}
	return sets
}

// itemName is what a category or an item is called in a language. One that only some courts have is called what the first of them calls it.
func (s *site) itemName(tag, id string, courts ...*directory.Court) string {
	if e := s.Corpus.Edition(tag); e != nil {
		if name, ok := e.Locale.Column(id); ok {
			return name
		}
	}
	if item, ok := s.Corpus.Catalogue.Item(id); ok {
		name, _ := item.Name(tag)
		return name
	}
	if category, ok := s.Corpus.Catalogue.Category(id); ok {
		name, _ := category.Name(tag)
		return name
	}
	for _, c := range courts {
		if name := c.Items[id]; name != "" {
			return name
		}
	}
	return id
}

// updatedLast is the time of the newest change among documents.
func updatedLast(documents []*directory.Document) (last time.Time) {
	for _, d := range documents {
		if d.Updated.After(last) {
			last = d.Updated
		}
	}
	return last
}
