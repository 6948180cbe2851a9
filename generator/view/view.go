// Package view holds all that a template or a feed can see: typed values, immutable once made.
//
// A view of a page carries summaries of other pages (title, date, address), never their bodies, and
// nothing in it leads back to the corpus. So an output depends on its view and on nothing else,
// and the digest of a view tells whether the output has to be made again.
//
// Dates, numbers and sizes arrive as finished text in the page's language; addresses arrive percent-encoded
// and start with the base address's path, or with the whole base address where the field says "absolute".
package view

import "html/template"

// Phrases are a language's interface phrases by key, escaped for HTML. A phrase that the language
// lacks stands in the default language inside an element with that language's own lang; in an
// attribute html/template strips the element. Counts ("12 份文件") are such phrases too.
type Phrases map[string]template.HTML

// Link is an address and what to call it.
type Link struct {
	Text string
	Href string
	In   string // the language that the text is in, BCP 47; "" for a name that is in none
	// Lang and Dir are set only where that is another language than the page's.
	Lang string
	Dir  string
	// To is the language of what the link leads to, set only where that is known to be another than the page's.
	To string
}

// Date is a moment as machines and as readers write it. The zero Date is no date.
type Date struct {
	ISO  string        // RFC 3339, for <time datetime>
	Text template.HTML // in the page's language
}

// Meta is one <meta> element: its name (or property) and content.
type Meta struct{ Name, Content string }

// Alternate is the same page in another language.
type Alternate struct {
	Lang string // BCP 47 tag, or "x-default"
	Href string // absolute
}

// Language is one choice of the language switch.
type Language struct {
	Tag  string
	Name string // the language's own name for itself
	Dir  string
	Href string
	// Current: this page is in it. Home: the page does not exist in it, so the link leads to that language's home.
	Current, Home bool
}

// Assets are the addresses of the theme's files, with their fingerprints.
type Assets struct {
	CSS, JS, Icon string
}

// Frame is what every page has. Embedded in the view of each kind of page.
type Frame struct {
	Lang        string // of the page's text, BCP 47
	Dir         string // "ltr" or "rtl"
	WritingMode string // "horizontal-tb" or "vertical-lr"
	Section     string // id of the category that the page is in, or ""
	Kind        string // home, category, column, article, archive, documents, subjects, subject, subscribe, map, catalogue, missing, gone, directory
	Title       string // the page's own
	TitleLang   string // set only where the title is in another language than the page
	SiteTitle   string
	Description string
	Canonical   string // absolute
	Alternates  []Alternate
	Languages   []Language // the switch: one for each language of the site, in the site's order
	Crumbs      []Link     // from home to the parent; the page itself is not in it
	Feeds       []FeedLink // that carry this page's column, for <link rel="alternate">
	Meta        []Meta     // page tags: keywords, robots, and the profile of 国办发〔2017〕47号
	OpenGraph   []Meta     // property and content
	JSONLD      template.JS
	Assets      Assets
	Home        string // address of the language's home page
	// Header and Footer are rendered once for a language (and category) and shared by its pages.
	Header, Footer template.HTML
	// Demonstration: the site's content is invented, and every page says so.
	Demonstration bool
	// Draft: the page is not published, and only a preview shows it.
	Draft bool
	T     Phrases
}

// FeedLink is one way to subscribe.
type FeedLink struct {
	Title string
	Type  string // media type
	Href  string
}

// Header is the view of the header fragment: name, navigation, search for ways in.
type Header struct {
	Lang, Dir string
	SiteTitle string
	CourtName string
	Emblem    string // address, or ""
	Home      string
	Nav       []NavLink
	Subscribe string
	T         Phrases
}

// NavLink is a category in the navigation.
type NavLink struct {
	Link
	Current bool
	Items   []Link
}

// Footer is the view of the footer fragment: who answers for the site, how to reach them, and its registrations.
type Footer struct {
	Lang, Dir  string
	Organizer  string // 主办单位
	Address    string
	Postcode   string
	Telephone  string
	Email      string
	ICP        Link   // beian.miit.gov.cn
	Police     Link   // beian.mps.gov.cn
	PartyMark  Link   // 党政机关标识
	SiteCode   string // 网站标识码
	FindErrors Link   // 找错
	Links      []Link // site map, about, subscribe, documents, archive, statement
	Platforms  []Link
	T          Phrases
}

// Entry is another page, as a list shows it.
type Entry struct {
	Link
	// In, Lang and Dir are those of the document; Lang and Dir are set only where it is in another language than the page. Those of Link are its title's.
	In, Lang, Dir string
	Published     Date
	Summary       string
	Number        string // 发文字号
	Office        string
	Column        Link // the item that it is filed under
	Expired       bool
	Image         string
}

// ItemLink is an item column with the number of its pages.
type ItemLink struct {
	Link
	Count  template.HTML // "12 份文件"
	Latest []Entry
	Empty  bool
	Feed   string // its RSS address, or "" where it has no page yet
}

// CategoryBlock is a category with its items.
type CategoryBlock struct {
	Link
	Items  []ItemLink
	Latest []Entry
	Feed   string
}

// Home is a language's home page.
type Home struct {
	Frame
	CourtName  string
	Intro      string
	Lead       *Entry // the newest piece of news that has an image, or nil
	News       []Entry
	NewsMore   string
	Notices    []Entry
	NoticeMore string
	Categories []CategoryBlock
	Platforms  []Platform
	// Group is set on the home page of a group's portal only.
	Group *Group
}

// Group is what a portal's home page shows of the courts of its group.
type Group struct {
	Courts  Link // the directory
	Count   template.HTML
	Regions []Period
	Latest  []Entry
	More    Link // the newest documents of all courts
}

// Directory is a portal's list of courts: its entrance, or the courts of one region, level or kind.
type Directory struct {
	Frame
	Total    template.HTML // "12 个法院"
	Branches []Branch      // ways to narrow the list down
	Courts   []Court
	Newer    string // address of the page before, or ""
	Older    string // address of the page after, or ""
	OPML     string // address of the list of these courts' feeds
}

// Branch is one way to divide the courts: by region, by level, by kind.
type Branch struct {
	Name  template.HTML
	Links []Period
}

// Court is one court in a directory.
type Court struct {
	Link         // its site, under its name in the page's language where it has one
	Names []Link // its names in other languages
	Level template.HTML
	Kind  template.HTML // "" for an ordinary court
	// Region is the administrative division, or the zero Link.
	Region  Link
	Updated Date          // of its newest document
	Total   template.HTML // "128 份文件"
	Feed    string        // RSS of its whole site, or ""
}

// Platform is one of the four national platforms (article 21 of the Opinion).
type Platform struct {
	Link
	Description string
}

// Category is one of the seven categories.
type Category struct {
	Frame
	Items     []ItemLink
	Latest    []Entry
	Elsewhere Elsewhere
}

// Elsewhere lists the newest documents that a list could have but for their language: they exist in the default language only.
type Elsewhere struct {
	Entries []Entry
	More    *Link // to the list in the default language, where there are more, or nil
}

// Column is one list page of an item (or of all documents). The column's own address shows the newest
// entries; full pages behind it are numbered from the oldest, so that a new page changes few of them.
type Column struct {
	Frame
	Intro     string
	Entries   []Entry
	Total     template.HTML // "128 份文件", only at the column's own address
	Newer     string        // address of the list page with newer entries, or ""
	Older     string
	Years     []Link        // archive years, only on the list of all documents
	Parts     []Link        // categories and regions, only on a portal's list of the group's newest documents
	Part      template.HTML // "第 3 页" on a numbered page, "" at the column's own address
	Elsewhere Elsewhere     // only at the column's own address
}

// Subjects is the index of a language's keywords, or, of a long one, the part under one heading.
type Subjects struct {
	Frame
	Headings []Link // to the groups, on this page or each on its own
	Groups   []SubjectGroup
}

// SubjectGroup are the keywords under one heading of the index.
type SubjectGroup struct {
	ID       string // of the heading's element
	Heading  string // a letter, or a number of strokes; "" where the page's title says it, and for words without a letter
	Subjects []SubjectLink
}

// SubjectLink is a keyword of several documents with their number, or of a single one, which it then leads to.
type SubjectLink struct {
	Link
	ID    string        // of its place in the index
	Count template.HTML // "" for a single document
}

// Field is one row of an article's catalogue fields.
type Field struct {
	Key   string // index, number, issued, published, updated, expires, office, source, author, keywords
	Name  template.HTML
	Value string
	Time  string // RFC 3339 where the value is a date
	Links []Link // where the value is made of several, each with a page of its own: keywords
}

// Heading is a line of the table of contents.
type Heading struct {
	Level int // 2 to 6
	ID    string
	Text  string
}

// Attachment is a file to download.
type Attachment struct {
	Title     string
	Href      string
	Type      string // "PDF", "XLSX"
	MediaType string
	Size      string // "120 KB" in the page's language
	Bytes     int64
}

// Notice is a remark at the top of an article: not published, expired, draft translation, machine translation.
type Notice struct {
	Kind string // draft-page, expired, outdated, draft, machine
	Text template.HTML
	// Original is the text that a translation was made from, or nil.
	Original *Link
}

// Article is one document. Body is filled while rendering and is not part of the view's digest;
// Source stands for it.
type Article struct {
	Frame
	Fields      []Field
	Summary     string
	Notices     []Notice
	Contents    []Heading // empty for a short document
	Body        template.HTML
	Image       string
	ImageAlt    string
	Attachments []Attachment
	Previous    *Link // the next older page of the column
	Next        *Link // the next newer page of the column
	Related     []Entry
	Published   Date
	Office      string
	SourceName  string
	// InCatalogue is false for pages outside the catalogue (about, privacy).
	InCatalogue bool
	Source      string // digest of the source file
}

// Archive is the overview of years, one year's months, or one month's documents.
type Archive struct {
	Frame
	Periods []Period
	Entries []Entry
}

// Period is a year or a month of the archive.
type Period struct {
	Link
	Count template.HTML
}

// Subscribe lists all feeds and tells how to use them.
type Subscribe struct {
	Frame
	Site       FeedSet
	Categories []FeedSet
	OPML       string // address of the list of all feeds for readers' programs
}

// FeedSet is one channel in its three formats, with the channels below it.
type FeedSet struct {
	Link
	RSS, Atom, JSON string
	Items           []FeedSet
}

// Catalogue is the court's disclosure catalogue: every item, whether it has pages or not.
type Catalogue struct {
	Frame
	Parts []CataloguePart
}

// CataloguePart is a category of it. Its address is "" where the language has no page of the category.
type CataloguePart struct {
	Title Link
	Items []CatalogueItem
}

// CatalogueItem is one item. Where its language has no pages of it, it is the column of the default language; where that has none either, the address is "".
type CatalogueItem struct {
	Link
	Count         template.HTML // "12 份文件", "" where there are none
	Updated       Date          // when the newest of them changed
	Office        string        // that answers for it
	NotApplicable bool
	Reason        string // why it does not apply, or was given up
	// Foreign and ForeignDir are the language of Office and Reason, where that is not the page's.
	Foreign, ForeignDir string
}

// Map is the site map for readers.
type Map struct {
	Frame
	Categories []CategoryBlock
	Pages      []Link // pages outside the catalogue, and the site's own lists
}

// Missing is the page for an address that does not exist (404).
type Missing struct {
	Frame
	// Others says the same in the site's other languages, with a link to their home.
	Others []MissingText
}

// MissingText is the message of the 404 page in one more language.
type MissingText struct {
	Lang, Dir string
	Text      template.HTML
	Home      Link
}

// Redirect stands at an old address and leads to the new one.
type Redirect struct {
	Lang, Dir string
	Title     string
	Href      string
	Canonical string // absolute
	T         Phrases
}

// Gone stands where a withdrawn document was.
type Gone struct {
	Frame
	Reason string
}
