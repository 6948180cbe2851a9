package view

import "html/template"

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
	Years     []Link        // archive years, only on the list of all documents, and where the archive has them
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
