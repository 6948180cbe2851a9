package feed

import (
	"encoding/xml"
	"io"

	"courtsite/generator/view"
)

// OPML writes the list of a site's channels as OPML 2.0 (http://opml.org/spec2.opml), for readers that subscribe to
// many at once. The addresses in sets must be absolute.
func OPML(w io.Writer, title string, sets []view.FeedSet) error {
	return writeXML(w, opml{Version: "2.0", Title: title, Outlines: outlines(sets)})
}

type opml struct {
	XMLName  xml.Name  `xml:"opml"`
	Version  string    `xml:"version,attr"`
	Title    string    `xml:"head>title"`
	Outlines []outline `xml:"body>outline"`
}

type outline struct {
	Text     string    `xml:"text,attr"`
	Title    string    `xml:"title,attr,omitempty"`
	Type     string    `xml:"type,attr,omitempty"`
	Feed     string    `xml:"xmlUrl,attr,omitempty"`
	Page     string    `xml:"htmlUrl,attr,omitempty"`
	Version  string    `xml:"version,attr,omitempty"`
	Language string    `xml:"language,attr,omitempty"`
	Outlines []outline `xml:"outline"`
}

// outlines makes a channel with channels below it a folder whose first entry is the channel itself: readers take an
// outline for a folder or for a channel, never for both.
func outlines(sets []view.FeedSet) []outline {
	var list []outline
	for _, set := range sets {
		below := outlines(set.Items)
		if set.RSS != "" {
			below = append([]outline{subscription(set)}, below...)
		}
		if len(set.Items) == 0 {
			list = append(list, below...)
			continue
		}
		list = append(list, outline{Text: set.Text, Outlines: below})
	}
	return list
}

func subscription(set view.FeedSet) outline {
	return outline{
		Text: set.Text, Title: set.Text, Type: "rss", Version: "RSS2",
		Feed: set.RSS, Page: set.Href, Language: set.Lang,
	}
}
