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
