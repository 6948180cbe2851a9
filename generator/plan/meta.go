package plan

import (
	"cmp"
	"net/url"
	"strings"

	"golang.org/x/text/language"

	"courtsite/generator/corpus"
	"courtsite/generator/view"
)

// pageTags are the page's <meta> elements. With the profile of page tags (annex of 国办发〔2017〕47号) they carry the site's, the column's and
// the article's tags too.
func (s *site) pageTags(sh sheet) []view.Meta {
	var tags []view.Meta
	add := func(name, content string) {
		if content != "" {
			tags = append(tags, view.Meta{Name: name, Content: content})
		}
	}
	if !s.Corpus.Site.PageTags.Enabled || sh.article == nil {
		add("keywords", strings.Join(sh.keywords, ","))
	}
	if sh.kind == "missing" || sh.kind == "gone" || sh.held() {
		add("robots", "noindex")
	}
	if !s.Corpus.Site.PageTags.Enabled {
		return tags
	}
	add("SiteName", sh.edition.Title)
	if u, err := url.Parse(s.Corpus.Site.BaseURL); err == nil {
		add("SiteDomain", u.Host)
	}
	add("SiteIDCode", s.Corpus.Site.Registration.SiteCode)
	if name := s.columnName(sh); name != "" {
		add("ColumnName", name)
		add("ColumnDescription", cmp.Or(sh.columnWording(), name))
		add("ColumnKeywords", name)
		add("ColumnType", columnType(sh))
	}
	if p := sh.article; p != nil {
		add("ArticleTitle", p.Title)
		add("PubDate", p.Published.In(s.Corpus.Site.Zone).Format("2006-01-02 15:04"))
		add("ContentSource", cmp.Or(p.Source, cmp.Or(p.Office, sh.edition.Court)))
		add("Keywords", strings.Join(p.Keywords, ","))
		add("Author", p.Author)
		// The tag Description is the page's own <meta name="description">: names of tags do not differ by case.
		add("Image", sh.image)
		add("Url", s.abs(sh.address))
	}
	return tags
}

func (s *site) columnName(sh sheet) string {
	switch {
	case sh.kind == "home":
		return sh.edition.Title
	case sh.column != nil:
		return s.column(sh.column).Text
	case sh.category != nil:
		return s.category(sh.category).Text
	case sh.article == nil:
		return sh.title
	}
	return ""
}

// columnWording is the catalogue's own wording of the column.
func (sh sheet) columnWording() string {
	if sh.column != nil {
		return sh.column.Item.Official
	}
	return ""
}

// columnTypes are the closest of the annex's types for the items of the catalogue.
var columnTypes = map[string]string{
	"basic/institution": "机构职能", "basic/news": "工作动态", "basic/normative-documents": "政策文件", "basic/interpretations": "政策文件",
	"basic/work-reports": "信息公开年报", "trial/statistics": "数据发布", "trial/data-reports": "数据发布",
	"service/guides": "办事服务", "service/petitions": "咨询投诉", "service/announcements": "工作动态",
	"reform/documents": "政策文件", "administration/budgets": "信息公开目录", "team/personnel": "工作动态",
}

func columnType(sh sheet) string {
	switch {
	case sh.kind == "home":
		return "首页"
	case sh.column == nil:
		return "概况信息"
	}
	return cmp.Or(columnTypes[sh.column.Item.ID], "信息公开目录")
}

// openGraph describes the page to those who share its address.
func (s *site) openGraph(f *view.Frame, sh sheet) []view.Meta {
	kind := "website"
	if sh.article != nil {
		kind = "article"
	}
	tags := []view.Meta{
		{Name: "og:type", Content: kind}, {Name: "og:title", Content: cmp.Or(f.Title, f.SiteTitle)}, {Name: "og:url", Content: f.Canonical},
		{Name: "og:site_name", Content: f.SiteTitle}, {Name: "og:description", Content: f.Description},
		{Name: "og:locale", Content: s.signs.territory[f.Lang]},
	}
	for _, a := range f.Alternates {
		if a.Lang != f.Lang && a.Lang != "x-default" {
			tags = append(tags, view.Meta{Name: "og:locale:alternate", Content: s.signs.territory[a.Lang]})
		}
	}
	if sh.image != "" {
		tags = append(tags, view.Meta{Name: "og:image", Content: sh.image})
	}
	return tags
}

// territory writes a language the way of Open Graph, with the place where it is mostly used: zh_CN.
func territory(tag string) string {
	t := language.Make(tag)
	base, _ := t.Base()
	region, _ := t.Region()
	return base.String() + "_" + region.String()
}

// feedLinks are the feeds that carry the page: its column's, its category's, the site's.
func (s *site) feedLinks(sh sheet) []view.FeedLink {
	e := sh.edition
	switch {
	case sh.feeds != "":
		return s.feedsAt(cmp.Or(sh.title, e.Title), sh.feeds)
	case sh.column != nil && len(sh.column.Pages) > 0:
		return s.signs.columns[sh.column].feeds
	case sh.category != nil && len(sh.category.Pages) > 0:
		return s.feedsAt(s.category(sh.category).Text, e.Root+sh.category.ID+"/")
	case len(e.Pages) > 0:
		return s.feedsAt(e.Title, e.Root)
	}
	return nil
}

// feedsAt links to a channel's three formats.
func (s *site) feedsAt(title, address string) []view.FeedLink {
	links := make([]view.FeedLink, len(feedFiles))
	for i, f := range feedFiles {
		links[i] = view.FeedLink{Title: title + " (" + f.name + ")", Type: f.mediaType, Href: s.href(address + f.file)}
	}
	return links
}

// feedFiles are the three formats of every channel.
var feedFiles = []struct{ name, file, mediaType string }{
	{"RSS", "feed.xml", "application/rss+xml"},
	{"Atom", "atom.xml", "application/atom+xml"},
	{"JSON", "feed.json", "application/feed+json"},
}

// categoryOf finds the category of a column in its edition.
func categoryOf(e *corpus.Edition, col *corpus.Column) *corpus.Category {
	if col == nil {
		return nil
	}
	return e.Group(col.Item.Category)
}
