// Package directory is what a group of courts has in common, as its portal shows it: who the courts are, where their sites stand, and their newest
// documents. It is plain data, made from what members published, and it grows with the number of courts, not of documents.
package directory

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"time"
)

// Directory is a group at one moment. Immutable.
type Directory struct {
	Courts   []*Court  // by region, then by id
	Regions  []Region  // by code
	Channels []Channel // in no particular order; one for each language, and in it for each category, item and region that has documents
}

// Court is one member of the group.
type Court struct {
	ID      string
	Code    string // of the court, from which its documents have their identities
	Names   []Name // the default language of the court's site first
	BaseURL string // absolute, ends with "/"
	Level   string
	Kind    string
	Region  string // code
	Parent  string // the court above it, by its id
	Pages   int
	Updated time.Time // of its newest document; zero for none
	Feeds   []Feed
	Items   map[string]string // what it calls the items that it adds to the catalogue, by their ids
}

// Name is what a court or a region is called in one language.
type Name struct{ Lang, Text string }

// Feed is a channel of a court's own site.
type Feed struct {
	Lang    string
	Item    string // a category, an item, or "" for the whole site
	Address string // of the folder of feed.xml, atom.xml and feed.json, below the court's BaseURL
}

// Region is an administrative division. One whose code begins with another's lies in it.
type Region struct {
	Code  string
	Names []Name
}

// Document is one page of a court's site.
type Document struct {
	Court     *Court
	ID        string // what all its language versions share, such as "basic/news/opening"
	Lang      string
	Item      string
	Title     string
	Summary   string
	Office    string
	Address   string // below the court's BaseURL, not percent-encoded
	Published time.Time
	Updated   time.Time
}

// Channel is the newest documents of the group in one language: of all kinds, of a category, of an item, or from a region.
type Channel struct {
	Lang, Category, Item, Region string
	Documents                    []*Document // newest first
}

// In finds the name in a language, or else the first there is; lang says which it is.
func In(names []Name, tag string) (text, lang string) {
	for _, n := range names {
		if n.Lang == tag {
			return n.Text, n.Lang
		}
	}
	if len(names) == 0 {
		return "", ""
	}
	return names[0].Text, names[0].Lang
}

// Region finds a division by its code.
func (d *Directory) Region(code string) (Region, bool) {
	i, found := slices.BinarySearchFunc(d.Regions, code, func(r Region, code string) int { return cmp.Compare(r.Code, code) })
	if !found {
		return Region{}, false
	}
	return d.Regions[i], true
}

// Above gives the division that a court's or a division's code lies in: the longest known code that it begins with, and is not; "" for none.
func (d *Directory) Above(code string) string {
	for n := len(code) - 1; n > 0; n-- {
		if _, known := d.Region(code[:n]); known {
			return code[:n]
		}
	}
	return ""
}

// Below lists the divisions right below one; "" for the uppermost.
func (d *Directory) Below(code string) []Region {
	var list []Region
	for _, r := range d.Regions {
		if r.Code != code && strings.HasPrefix(r.Code, code) && d.Above(r.Code) == code {
			list = append(list, r)
		}
	}
	return list
}

// Newest orders documents by their date of publication, the newest first; the address decides between equals.
func Newest(a, b *Document) int {
	return cmp.Or(b.Published.Compare(a.Published), cmp.Compare(a.Court.ID, b.Court.ID), cmp.Compare(a.Address, b.Address))
}

// Escape percent-encodes an address below a site's base address, as the sites' own pages write it.
func Escape(address string) string { return (&url.URL{Path: address}).EscapedPath() }
