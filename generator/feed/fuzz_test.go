package feed

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"courtsite/generator/view"
)

// FuzzFeed puts arbitrary text into every field: each document must be well-formed and of its kind.
func FuzzFeed(f *testing.F) {
	f.Add("标题", "<p>正文</p>", "https://court.example/%E9%A2%84/", int64(1770685200), int64(42))
	f.Add("]]>", "a]]>b]]]]>><![CDATA[", "javascript:\"'<>&", int64(-62135596800), int64(-1))
	f.Add("\x00\x1b\u0085\ufffe", "\xff\xfe\x80]]>\r\n", "\u2028\ud7ff\U0010ffff", int64(0), int64(1)<<62)
	f.Fuzz(func(t *testing.T, text, html, address string, seconds, size int64) {
		const last = 253402300799 // the end of the year 9999: RFC 3339 has four digits
		date := time.Unix(seconds%last, 0).UTC()
		if date.Year() < 0 {
			date = time.Time{}
		}
		feed := &view.Feed{
			ID: text, Title: text, Description: html, Lang: text, Home: address, RSS: address, Atom: address, JSON: address,
			Author: html, Icon: address, Updated: date,
			Items: []view.FeedItem{{
				ID: address, Title: html, URL: text, Summary: html, Content: Content(html, text, "ltr"), Published: date, Updated: date,
				Author: text, Categories: []string{text, html}, Image: address,
				Enclosures: []view.Enclosure{
					{URL: address, MediaType: text, Bytes: size, Title: html}, {URL: text, MediaType: html, Bytes: size, Title: address},
				},
			}, {Title: text}},
		}
		for i, format := range formats[:2] {
			root := wellFormed(t, func(w io.Writer) error { return format.write(w, feed) })
			if want := [2]string{"rss", "feed"}[i]; root != want {
				t.Errorf("%s: the root is %q", format.name, root)
			}
		}
		var b bytes.Buffer
		if err := formats[2].write(&b, feed); err != nil || !json.Valid(b.Bytes()) {
			t.Errorf("JSON: %v\n%s", err, b.Bytes())
		}
		checkLists(t, text, html, address)
	})
}

func checkLists(t *testing.T, text, html, address string) {
	list := []view.Address{{Loc: address, LastMod: text, Alternates: []view.Alternate{{Lang: text, Href: html}}}}
	wellFormed(t, func(w io.Writer) error { return Sitemap(w, list) })
	wellFormed(t, func(w io.Writer) error { return SitemapIndex(w, list) })
	set := view.FeedSet{Link: view.Link{Text: text, Href: address, Lang: html}, RSS: address + "x"}
	wellFormed(t, func(w io.Writer) error {
		return OPML(w, html, []view.FeedSet{set, {Link: set.Link, Items: []view.FeedSet{set}}})
	})
	var b bytes.Buffer
	if err := Robots(&b, address); err != nil || strings.Count(b.String(), "\n") != 4 {
		t.Errorf("robots.txt: %v\n%s", err, b.Bytes())
	}
}

// wellFormed gives the name of a document's root.
func wellFormed(t *testing.T, write func(io.Writer) error) string {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	root := ""
	for d := xml.NewDecoder(bytes.NewReader(b.Bytes())); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return root
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, b.Bytes())
		}
		if e, is := token.(xml.StartElement); is && root == "" {
			root = e.Name.Local
		}
	}
}
