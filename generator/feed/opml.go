package feed

import (
	"bytes"
	"encoding/xml"
	"io"

	"courtsite/generator/view"
)

// OPML writes the list of a site's channels as OPML 2.0 (http://opml.org/spec2.opml), for readers that subscribe to
// many at once. The addresses in sets must be absolute.
func OPML(w io.Writer, title string, sets []view.FeedSet) error {
	b := bytes.NewBufferString(xml.Header + `<opml version="2.0"><head><title>`)
	escape(b, title)
	b.WriteString("</title></head><body>")
	if err := writeOutlines(w, b, sets); err != nil {
		return err
	}
	b.WriteString("</body></opml>\n")
	_, err := b.WriteTo(w)
	return err
}

// writeOutlines makes a channel with channels below it a folder whose first entry is the channel itself: readers take an
// outline for a folder or for a channel, never for both. What has gathered in b is handed over now and then, so that memory does not grow with a group.
func writeOutlines(w io.Writer, b *bytes.Buffer, sets []view.FeedSet) error {
	for _, set := range sets {
		if len(set.Items) > 0 {
			b.WriteString("<outline")
			attributeTo(b, "text", set.Text)
			b.WriteString(">")
		}
		if set.RSS != "" {
			writeOutline(b, set)
		}
		if len(set.Items) > 0 {
			if err := writeOutlines(w, b, set.Items); err != nil {
				return err
			}
			b.WriteString("</outline>")
		}
		if b.Len() >= 1<<15 {
			if _, err := b.WriteTo(w); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeOutline is written by hand: encoding/xml takes several times as long, and a portal lists the channels of thousands of courts.
func writeOutline(b *bytes.Buffer, set view.FeedSet) {
	b.WriteString("<outline")
	attributeTo(b, "text", set.Text)
	for _, a := range [...]struct{ name, value string }{
		{"title", set.Text}, {"type", "rss"}, {"xmlUrl", set.RSS}, {"htmlUrl", set.Href}, {"version", "RSS2"}, {"language", set.Lang},
	} {
		if a.value != "" {
			attributeTo(b, a.name, a.value)
		}
	}
	b.WriteString("></outline>")
}

func attributeTo(b *bytes.Buffer, name, value string) {
	b.WriteString(" " + name + `="`)
	escape(b, value)
	b.WriteString(`"`)
}
