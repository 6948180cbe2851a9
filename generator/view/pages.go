package view

import "html/template"

// Archive is all documents or, where they are more than 60, the overview of years; one year, with its documents or, where they are more than 60, with its months; or one
// month's documents.
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
