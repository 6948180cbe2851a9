package view

import "time"

// Feed is one channel: the newest documents of a site, a category or an item, in one language.
type Feed struct {
	ID          string // urn:uuid, the same whatever the base address is
	Title       string
	Description string
	Lang        string
	Dir         string // "ltr" or "rtl"
	Home        string // absolute address of the page that the feed accompanies
	RSS         string // absolute addresses of the feed itself
	Atom        string
	JSON        string
	Author      string    // the court's name
	Icon        string    // absolute, or ""
	Updated     time.Time // of the newest change among the items
	Items       []FeedItem
}

// FeedItem is one document in a feed.
type FeedItem struct {
	ID         string // urn:uuid, the same whatever the base address is
	Title      string
	URL        string // absolute
	Summary    string // plain text
	Content    Content
	Source     string // stands for Content where the fingerprint of a feed is made: no text has to be rendered for it
	Published  time.Time
	Updated    time.Time
	Author     string // the office that answers for it, or the court
	Categories []string
	Enclosures []Enclosure
	Image      string // absolute, or ""
}

// Content is a document's HTML for a feed: every address in it absolute, every character one that XML allows, and inside an element that tells its
// language. feed.Content makes it.
type Content string

// Enclosure is a file that goes with a feed item.
type Enclosure struct {
	URL       string // absolute
	MediaType string
	Bytes     int64
	Title     string
}

// Address is one line of a machine-readable sitemap.
type Address struct {
	Loc        string // absolute
	LastMod    string // W3C date, or ""
	Alternates []Alternate
}
