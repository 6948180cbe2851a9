// Package page turns one Markdown file with TOML front matter into a [Head] and a [Body].
//
// A Head is everything that addresses, lists, feeds and languages need, and is read for every page
// before anything else. A Body is the parsed text: a tree whose links are resolved later, when all addresses are
// known. Both are immutable after their constructor returned, with one exception that the type names: [Body.Resolve].
// The functions are pure: problems are returned, never printed.
package page

import (
	"reflect"
	"time"

	"courtsite/generator/diag"
	"courtsite/generator/source"
)

// ID is the identity that all language versions of a document share: its path below content/ without
// language and extension, such as "administration/budgets/budget-2026".
type ID string

// Head is the front matter of one page with what its path says. Immutable.
type Head struct {
	Path   string // of the file in the site: "content/basic/news/opening.ug.md"
	ID     ID
	Slug   string // last part of the address, the same in every language
	Lang   string // BCP 47 tag
	Bundle bool   // <slug>/index.md: the folder's other files belong to the page

	Item  string // "basic/news", or "" for a page outside the catalogue
	Title string
	// Summary is the author's; where there is none, the body's first paragraph stands in for it.
	Summary     string
	Number      string // 发文字号
	Index       string // 索引号, as written; "" to have one made
	Issued      time.Time
	Published   time.Time
	Updated     time.Time
	Expires     time.Time
	Source      string
	Author      string
	Office      string   // 责任部门
	CoOffices   []string // 协办部门: they answer for the page too
	Keywords    []string
	Aliases     []string
	Attachments []Attachment
	Image       string
	ImageAlt    string
	Weight      int
	Draft       bool
	Audience    Audience
	Sensitive   bool // a risk assessment has to be signed before it is published
	Offer       bool // to the portal of the site's group
	Related     []string
	Translation Translation

	Digest [32]byte // of the whole file's text
	Text   TextHash // of what a translation of this page translates; "" where its language is not the default one, as nothing translates it
	Start  int      // byte offset at which the body starts
	Front  []byte   // the file's text up to the fence that ends the front matter, for the places of its keys
}

// Rewords tells whether h differs from what a page's head was in words alone: where the page stands, when, in which lists, with what, and for whom is the
// same. Other pages quote these words, if anything.
func (h *Head) Rewords(was *Head) bool {
	return reflect.DeepEqual(h.wordless(), was.wordless())
}

// wordless is the head without its words, and without what stands for the file's text or its places.
func (h *Head) wordless() Head {
	x := *h
	x.Title, x.Summary, x.Number, x.Source, x.Author, x.Office, x.CoOffices, x.ImageAlt = "", "", "", "", "", "", nil, ""
	x.Digest, x.Text, x.Start, x.Front = [32]byte{}, "", 0, nil
	for _, at := range []*time.Time{&x.Issued, &x.Published, &x.Updated, &x.Expires, &x.Translation.Translated, &x.Translation.Reviewed} {
		_, offset := at.Zone()
		*at = at.In(time.FixedZone("", offset)) // a head that was kept between builds does not know what its zone is called
	}
	return x
}

// Attachment is a file that goes with a page.
type Attachment struct {
	File  string // relative to the page's folder
	Title string // "" to show the file's name
}

// Pos is the place of a front-matter key; the start of the file where the key was not written.
func (h *Head) Pos(key string) diag.Pos {
	if len(h.Front) < 2*len(fence) {
		return diag.Pos{Path: h.Path, Line: 1, Col: 1} // it was not read from a file
	}
	doc, _ := source.ParseTOML(h.Path, h.Front, len(fence), len(h.Front)-len(fence))
	pos := doc.Pos(key)
	if pos.Line <= 1 {
		return diag.Pos{Path: h.Path, Line: 1, Col: 1}
	}
	return pos
}
