// Package config reads site.toml, strictly: an unknown key, a missing one, or a value out of its range is a problem at its place.
package config

import (
	"cmp"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // time zones on machines that have none, such as Windows

	"courtsite/generator/diag"
	"courtsite/generator/source"
)

// File is the name of a site's configuration.
const File = "site.toml"

// Site is the configuration of one court's site. Immutable.
type Site struct {
	BaseURL       string // absolute, ends with "/"
	Origin        string // scheme and host of BaseURL, without a slash at the end
	BasePath      string // path of BaseURL, starts and ends with "/"
	Court         Court
	Default       string // tag of the default language
	Zone          *time.Location
	Theme         string
	Demonstration bool
	Languages     []Language // as written, the default language first
	Contact       Contact
	Registration  Registration
	PageTags      PageTags
	ListSize      int // entries on a full list page
	FeedSize      int // entries in a feed
	Strict        bool
	Gate          Gate
	Gone          []Gone
	Catalogue     Catalogue
	Hosting       Hosting
	Publish       []Publish // as written

	// Gaps tells that lines of the file could not be read, so that what seems not to be set may be: the languages, say, or an item.
	Gaps bool
}

// Court says which court the site is of. Level and kind decide which items of the catalogue apply.
type Court struct {
	Code   string // such as "A101"
	Level  string // one of Levels
	Kind   string // general, maritime, military, ...
	Region string // code of the administrative division, such as "990101"; a longer code lies in the division of a shorter one that it begins with
	Parent string // in a group: the court above it, by its id
}

// Levels are those of courts, the lowest first.
var Levels = []string{"basic", "intermediate", "high", "supreme"}

// Language is what the site says of itself in one language.
type Language struct {
	Tag         string // BCP 47
	Title       string // of the site
	Court       string // the court's name; the title where it is not given
	Description string
	Keywords    []string
	Organizer   string // 主办单位; the court's name where it is not given
	Address     string
	Required    []string // categories, items or documents that must exist in it
	RequiredPos diag.Pos
	Strict      bool   // what is missing of them is an error, not a warning
	Order       string // of Chinese words: pinyin, stroke, or "" for what is usual
}

// Contact is how to reach the court, the same in every language.
type Contact struct{ Postcode, Telephone, Email string }

// Registration are the numbers and marks that a site's footer shows.
type Registration struct {
	ICP        string // ICP 备案号
	Police     string // 公安备案号
	SiteCode   string // 网站标识码
	PartyMark  string // address of the 党政机关标识
	FindErrors string // address of the 找错 service
}

// PageTags is the profile of page tags of 国办发〔2017〕47号, which binds governments; a court may switch it on.
type PageTags struct{ Enabled bool }

// Gone is an address that was published once and is not any more; a page there says so.
type Gone struct {
	Address string
	Reason  string
	Pos     diag.Pos
}

// Language finds a language of the site by its tag.
func (s *Site) Language(tag string) (Language, bool) {
	for _, l := range s.Languages {
		if l.Tag == tag {
			return l, true
		}
	}
	return Language{}, false
}

// Tags lists the languages' tags, the default language first.
func (s *Site) Tags() []string {
	var tags []string
	for _, l := range s.Languages {
		tags = append(tags, l.Tag)
	}
	return tags
}

// Load reads site.toml. baseURL, where it is not empty, stands in for the file's base_url. inherited, where it is not nil, has the values that site.toml
// need not say; a site that inherits all of them may do without the file.
func Load(snap *source.Snapshot, baseURL string, inherited *source.Table) (*Site, []diag.Problem) {
	if _, ok := snap.Lookup(File); !ok {
		if inherited == nil {
			return nil, []diag.Problem{diag.New(diag.SiteMissing, diag.Pos{Path: File})}
		}
		return ParseOver(nil, baseURL, inherited)
	}
	text, ok, problems := snap.Text(File)
	if !ok {
		return nil, problems
	}
	return ParseOver(text.Bytes, baseURL, inherited)
}

// Parse reads the text of a site.toml. The site is nil only where the text cannot be read at all.
func Parse(src []byte, baseURL string) (*Site, []diag.Problem) { return ParseOver(src, baseURL, nil) }

// ParseOver reads a site.toml that is laid over what the site inherits.
func ParseOver(src []byte, baseURL string, inherited *source.Table) (*Site, []diag.Problem) {
	doc, root := source.ParseTOML(File, src, 0, len(src))
	if !root.Readable() {
		return nil, doc.Problems()
	}
	gaps := len(doc.Problems()) > 0
	if inherited != nil {
		root = root.Over(inherited)
	}
	r := &reader{}
	site := r.site(root, baseURL)
	site.Gaps = gaps
	root.Done()
	return site, append(root.Problems(), r.problems...)
}

type reader struct{ problems []diag.Problem }

func (r *reader) add(kind *diag.Kind, pos diag.Pos, args ...any) {
	r.problems = append(r.problems, diag.New(kind, pos, args...))
}

func (r *reader) site(t *source.Table, baseURL string) *Site {
	s := &Site{
		Default:       r.required(t, "default_language", `default_language = "zh-Hans"`),
		Theme:         cmp.Or(t.String("theme"), "default"),
		Demonstration: t.Bool("demonstration"),
		Court:         r.court(t),
		Zone:          r.zone(t),
		ListSize:      r.within(t.Table("lists"), "size", 20, 5, 200),
		FeedSize:      r.within(t.Table("feeds"), "size", 20, 1, 200),
	}
	r.base(s, t, baseURL)
	r.languages(s, t, t.Table("languages"))
	r.footer(s, t)
	r.gate(s, t)
	r.gone(s, t)
	s.Catalogue = r.catalogue(t)
	s.Hosting = r.hosting(t)
	r.publish(s, t.Table("publish"))
	return s
}

func (r *reader) court(t *source.Table) Court {
	c := t.Table("court")
	defer c.Done()
	court := Court{
		Code:   r.required(c, "code", `court = { code = "A101", level = "basic", kind = "general" }`),
		Level:  cmp.Or(c.String("level"), "basic"),
		Kind:   cmp.Or(c.String("kind"), "general"),
		Region: c.Line("region"),
		Parent: c.Line("parent"),
	}
	if !slices.Contains(Levels, court.Level) {
		r.add(diag.SiteLevel, c.Pos("level"), court.Level)
	}
	return court
}

func (r *reader) zone(t *source.Table) *time.Location {
	name := cmp.Or(t.String("timezone"), "Asia/Shanghai")
	zone, err := time.LoadLocation(name)
	if err != nil || name == "Local" {
		r.add(diag.SiteTimezone, t.Pos("timezone"), name)
		return time.UTC
	}
	return zone
}

func (r *reader) footer(s *Site, t *source.Table) {
	c := t.Table("contact")
	s.Contact = Contact{c.Line("postcode"), c.Line("telephone"), r.email(c)}
	c.Done()
	g := t.Table("registration")
	s.Registration = Registration{g.Line("icp"), g.Line("police"), g.Line("site_code"), r.address(g, "party_mark"), r.address(g, "find_errors")}
	g.Done()
	p := t.Table("page_tags")
	s.PageTags = PageTags{p.Bool("enabled")}
	p.Done()
}

func (r *reader) gone(s *Site, t *source.Table) {
	for _, g := range t.Tables("gone") {
		entry := Gone{Address: r.required(g, "address", `address = "/basic/news/old-page/"`), Reason: g.String("reason"), Pos: g.Pos()}
		g.Done()
		if entry.Address != "" {
			s.Gone = append(s.Gone, entry)
		}
	}
}

// required reads a text that has to be there.
func (r *reader) required(t *source.Table, key, example string) string {
	s := t.Line(key)
	if strings.TrimSpace(s) == "" && !t.Broken() && !t.Mistyped(key) {
		r.add(diag.SiteRequired, t.Pos(key), key, example)
	}
	return s
}

// within reads a table whose only key is a number.
func (r *reader) within(t *source.Table, key string, standard, least, most int) int {
	defer t.Done()
	return r.number(t, key, standard, least, most)
}

// number reads a number with a default and limits.
func (r *reader) number(t *source.Table, key string, standard, least, most int) int {
	if !t.Has(key) {
		return standard
	}
	n := t.Int(key)
	if t.Mistyped(key) {
		return standard
	}
	if n < least || n > most {
		r.add(diag.SiteRange, t.Pos(key), key, least, most)
		return standard
	}
	return n
}
