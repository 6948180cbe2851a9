package feed

import (
	"encoding/xml"
	"io"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/gorilla/feeds"

	"courtsite/generator/view"
)

// RSS writes a channel as RSS 2.0 (https://www.rssboard.org/rss-specification) with each document in full; items are f's.
func RSS(w io.Writer, f *view.Feed, items []*Item) error {
	return writeXML(w, rssDocument{
		RssFeedXml: feeds.RssFeedXml{Version: "2.0", ContentNamespace: "http://purl.org/rss/1.0/modules/content/"},
		AtomSpace:  "http://www.w3.org/2005/Atom",
		DCSpace:    "http://purl.org/dc/elements/1.1/",
		Channel:    newRSSChannel(f),
	}, "</channel></rss>", items, func(x *Item) []byte { return x.rss })
}

type rssDocument struct {
	feeds.RssFeedXml
	AtomSpace string `xml:"xmlns:atom,attr"`
	DCSpace   string `xml:"xmlns:dc,attr"`
	Channel   rssChannel
}

type rssChannel struct {
	feeds.RssFeed
	Links []rssLink
}

type rssItem struct {
	feeds.RssItem
	Categories []string `xml:"category"`
	// Creator is who answers for the item. RSS's own author is an e-mail address.
	Creator string `xml:"dc:creator,omitempty"`
	Links   []rssLink
	Content *rssContent
}

// rssContent stands for gorilla's, whose text encoding/xml would copy to write it.
type rssContent struct {
	XMLName xml.Name `xml:"content:encoded"`
	HTML    []byte   `xml:",cdata"`
}

// rssLink is Atom's link inside RSS.
type rssLink struct {
	XMLName xml.Name `xml:"atom:link"`
	atomLink
}

func newRSSChannel(f *view.Feed) rssChannel {
	c := rssChannel{
		RssFeed: feeds.RssFeed{
			Title:         f.Title,
			Link:          f.Home,
			Description:   f.Description,
			Language:      f.Lang,
			LastBuildDate: stamp(updated(f), time.RFC1123Z),
			Image:         rssImage(f),
		},
	}
	for _, l := range channelLinks(f, RSSType) {
		c.Links = append(c.Links, rssLink{atomLink: l})
	}
	return c
}

func newRSSItem(item view.FeedItem) rssItem {
	x := rssItem{
		RssItem: feeds.RssItem{
			Title:       item.Title,
			Link:        item.URL,
			Description: htmlText.Replace(item.Summary),
			Guid:        &feeds.RssGuid{Id: item.ID, IsPermaLink: "false"},
			PubDate:     stamp(item.Published, time.RFC1123Z),
		},
		Categories: item.Categories,
		Creator:    item.Author,
	}
	if item.Content != "" {
		x.Content = &rssContent{HTML: raw(item.Content)}
	}
	// RSS readers agree on one enclosure an item; the others are Atom's.
	for i, e := range item.Enclosures {
		if i == 0 {
			x.Enclosure = &feeds.RssEnclosure{Url: e.URL, Length: strconv.FormatInt(e.Bytes, 10), Type: mediaType(e)}
			continue
		}
		x.Links = append(x.Links, rssLink{atomLink: enclosureLink(e)})
	}
	return x
}

// htmlText turns plain text into HTML: RSS readers take an item's description for HTML, always.
var htmlText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// rssImage is the channel's picture, which RSS wants as PNG, JPEG or GIF, with the title and the link of the channel.
func rssImage(f *view.Feed) *feeds.RssImage {
	address, err := url.Parse(f.Icon)
	if err != nil {
		return nil
	}
	switch strings.ToLower(path.Ext(address.Path)) {
	case ".png", ".jpg", ".jpeg", ".gif":
		return &feeds.RssImage{Url: f.Icon, Title: f.Title, Link: f.Home}
	}
	return nil
}
