package feed

import (
	"cmp"
	"encoding/xml"
	"io"
	"strconv"
	"time"

	"github.com/gorilla/feeds"

	"courtsite/generator/view"
)

// Atom writes a channel as Atom (RFC 4287) with each document in full; items are f's.
func Atom(w io.Writer, f *view.Feed, items []*Item) error {
	return writeXML(w, atomFeed{
		AtomFeed: feeds.AtomFeed{
			Xmlns:    "http://www.w3.org/2005/Atom",
			Title:    f.Title,
			Id:       f.ID,
			Updated:  atomDate(updated(f)),
			Icon:     f.Icon,
			Subtitle: f.Description,
			Author:   atomAuthor(cmp.Or(f.Author, f.Title)), // a feed must have one
		},
		Lang:  f.Lang,
		Links: channelLinks(f, AtomType),
	}, "</feed>", items, func(x *Item) []byte { return x.atom })
}

type atomFeed struct {
	feeds.AtomFeed
	Lang  string `xml:"xml:lang,attr,omitempty"`
	Links []atomLink
}

type atomEntry struct {
	feeds.AtomEntry
	Categories []atomCategory `xml:"category"`
	Links      []atomLink
	Content    *atomContent
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

// atomSummary is an entry's summary. One without any text has its title instead, since readers' programs want one of the two.
func atomSummary(item view.FeedItem) string {
	if item.Content == "" {
		return cmp.Or(item.Summary, item.Title)
	}
	return item.Summary
}

// atomContent is HTML in CDATA: the same to a reader as gorilla's escaped text, at less than half the cost.
type atomContent struct {
	XMLName xml.Name `xml:"content"`
	Type    string   `xml:"type,attr"`
	HTML    []byte   `xml:",cdata"`
}

type atomLink struct {
	feeds.AtomLink
	Language string `xml:"hreflang,attr,omitempty"`
	Title    string `xml:"title,attr,omitempty"`
}

func newAtomEntry(item view.FeedItem) atomEntry {
	x := atomEntry{
		AtomEntry: feeds.AtomEntry{
			Title:     item.Title,
			Id:        item.ID,
			Updated:   atomDate(changed(item)),
			Published: stamp(item.Published, time.RFC3339),
			Author:    atomAuthor(item.Author),
		},
		Links: []atomLink{newLink("alternate", "text/html", item.URL)},
	}
	if summary := atomSummary(item); summary != "" {
		x.Summary = &feeds.AtomSummary{Content: summary, Type: "text"}
	}
	if item.Content != "" {
		x.Content = &atomContent{Type: "html", HTML: raw(item.Content)}
	}
	for _, c := range item.Categories {
		x.Categories = append(x.Categories, atomCategory{Term: c})
	}
	for _, e := range item.Enclosures {
		x.Links = append(x.Links, enclosureLink(e))
	}
	return x
}

// atomDate gives the date that Atom wants even of a channel with nothing in it, and of what has none. A date that moves would make every
// build differ, so that is the epoch.
func atomDate(t time.Time) string {
	if t.IsZero() {
		t = time.Unix(0, 0).UTC()
	}
	return t.Format(time.RFC3339)
}

func atomAuthor(name string) *feeds.AtomAuthor {
	if name == "" {
		return nil
	}
	return &feeds.AtomAuthor{AtomPerson: feeds.AtomPerson{Name: name}}
}

// channelLinks leads from a channel in one format to itself, to its page and to the other formats.
func channelLinks(f *view.Feed, self string) []atomLink {
	page := newLink("alternate", "text/html", f.Home)
	page.Language = f.Lang
	links := []atomLink{page}
	for _, format := range [...]struct{ address, mediaType string }{{f.RSS, RSSType}, {f.Atom, AtomType}, {f.JSON, JSONType}} {
		switch {
		case format.mediaType == self:
			links = append(links, newLink("self", self, format.address))
		case format.address != "":
			links = append(links, newLink("alternate", format.mediaType, format.address))
		}
	}
	return links
}

func enclosureLink(e view.Enclosure) atomLink {
	x := newLink("enclosure", mediaType(e), e.URL)
	x.Length = strconv.FormatInt(e.Bytes, 10)
	x.Title = e.Title
	return x
}

func newLink(rel, mediaType, address string) atomLink {
	return atomLink{AtomLink: feeds.AtomLink{Href: address, Rel: rel, Type: mediaType}}
}
