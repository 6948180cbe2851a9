package feed

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode"

	"courtsite/generator/view"
)

// What one sitemap may hold (https://www.sitemaps.org/protocol.html).
const (
	maxAddresses = 50_000
	maxBytes     = 50 << 20
)

const (
	sitemapHead = xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n"
	sitemapTail = "</urlset>\n"
	indexHead   = xml.Header + `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n"
	indexTail   = "</sitemapindex>\n"
)

// SplitSitemap cuts the addresses of a site into parts that one sitemap each may hold, in their order.
func SplitSitemap(addresses []view.Address) [][]view.Address {
	return split(addresses, maxAddresses, maxBytes)
}

func split(addresses []view.Address, most, limit int) [][]view.Address {
	var parts [][]view.Address
	var b bytes.Buffer
	start, size := 0, 0
	for i, a := range addresses {
		b.Reset()
		writeAddress(&b, "url", a)
		full := i-start == most || len(sitemapHead)+size+b.Len()+len(sitemapTail) > limit
		if full && i > start {
			parts = append(parts, addresses[start:i])
			start, size = i, 0
		}
		size += b.Len()
	}
	if start < len(addresses) {
		parts = append(parts, addresses[start:])
	}
	return parts
}

// Sitemap writes one sitemap, with the other languages of each page. Use SplitSitemap first.
func Sitemap(w io.Writer, addresses []view.Address) error {
	return writeAddresses(w, sitemapHead, "url", addresses, sitemapTail)
}

// SitemapIndex writes the list of a site's sitemaps.
func SitemapIndex(w io.Writer, sitemaps []view.Address) error {
	return writeAddresses(w, indexHead, "sitemap", sitemaps, indexTail)
}

// writeAddresses hands over one address at a time, so that memory does not grow with the site.
func writeAddresses(w io.Writer, head, element string, addresses []view.Address, tail string) error {
	var b bytes.Buffer
	b.WriteString(head)
	for _, a := range addresses {
		writeAddress(&b, element, a)
		if b.Len() >= 1<<15 {
			if _, err := b.WriteTo(w); err != nil {
				return err
			}
		}
	}
	b.WriteString(tail)
	_, err := b.WriteTo(w)
	return err
}

// writeAddress is written by hand: encoding/xml takes three times as long, and a large site has a million of these.
func writeAddress(b *bytes.Buffer, element string, a view.Address) {
	b.WriteString("<" + element + "><loc>")
	escape(b, a.Loc)
	b.WriteString("</loc>")
	if a.LastMod != "" {
		b.WriteString("<lastmod>")
		escape(b, a.LastMod)
		b.WriteString("</lastmod>")
	}
	for _, other := range a.Alternates {
		b.WriteString(`<xhtml:link rel="alternate" hreflang="`)
		escape(b, other.Lang)
		b.WriteString(`" href="`)
		escape(b, other.Href)
		b.WriteString(`"/>`)
	}
	b.WriteString("</" + element + ">\n")
}

// escape never fails: a Buffer takes everything. An address is mostly written as it is.
func escape(b *bytes.Buffer, s string) {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ', c > '~', c == '"', c == '&', c == '\'', c == '<', c == '>':
			_ = xml.EscapeText(b, []byte(s))
			return
		}
	}
	b.WriteString(s)
}

// Robots writes robots.txt (RFC 9309): everything may be read, and the sitemap is here.
func Robots(w io.Writer, sitemap string) error {
	line := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1 // a line break would begin another rule
		}
		return r
	}, sitemap)
	_, err := fmt.Fprintf(w, "User-agent: *\nDisallow:\n\nSitemap: %s\n", line)
	return err
}
