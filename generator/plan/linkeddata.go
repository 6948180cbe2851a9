package plan

import (
	"cmp"
	"encoding/json"
	"html/template"
	"strconv"
	"strings"
	"unicode/utf8"

	"courtsite/generator/corpus"
	"courtsite/generator/locale"
	"courtsite/generator/view"
)

// thing is a page that is no article, in the terms of schema.org. What is empty is left out.
type thing struct {
	ID         string `json:"@id,omitempty"`
	Type       string `json:"@type,omitempty"`
	InLanguage string `json:"inLanguage,omitempty"`
	Name       string `json:"name,omitempty"`
	Publisher  *thing `json:"publisher,omitempty"`
	URL        string `json:"url,omitempty"`
}

// linkedData describes the page to machines with schema.org terms: the court, the page, the way to it. What is written for every article is put together from
// texts, which takes a fraction of the time that encoding/json takes.
func (s *site) linkedData(f *view.Frame, sh sheet) template.JS {
	if sh.kind == "missing" || sh.kind == "gone" {
		return ""
	}
	var buf [2048]byte
	b := append(buf[:0], s.signs.editions[sh.edition].court...)
	if sh.article != nil {
		b = s.appendArticle(b, f, sh)
	} else {
		b = s.appendPage(b, f, sh)
	}
	if len(f.Crumbs) > 0 {
		b = s.appendCrumbs(append(b, ','), f)
	}
	return template.JS(append(b, "]}"...))
}

// appendCourt begins the linked data of an edition's pages: with the court, which they refer to.
func (s *site) appendCourt(b []byte, e *corpus.Edition) []byte {
	b = append(b, `{"@context":"https://schema.org","@graph":[{`...)
	b = appendField(b, "@id", s.court())
	b = appendField(b, "@type", "GovernmentOrganization")
	b = appendField(b, "name", e.Court)
	b = appendField(b, "url", s.Corpus.Site.BaseURL)
	return append(b, "},"...)
}

// court identifies the court.
func (s *site) court() string { return s.Corpus.Site.BaseURL + "#court" }

// appendPage describes a page that is no article.
func (s *site) appendPage(b []byte, f *view.Frame, sh sheet) []byte {
	page := thing{Type: "CollectionPage", ID: f.Canonical, URL: f.Canonical, Name: f.Title, InLanguage: f.Lang, Publisher: &thing{ID: s.court()}}
	if sh.kind == "home" {
		page.Type, page.Name = "WebSite", f.SiteTitle
	}
	return appendJSON(b, page)
}

func (s *site) appendArticle(b []byte, f *view.Frame, sh sheet) []byte {
	p, zone := sh.article, s.Corpus.Site.Zone
	b = appendField(append(b, '{'), "@id", f.Canonical)
	b = appendField(b, "@type", "Article")
	b = append(b, `,"author":{"@type":"GovernmentOrganization"`...)
	b = append(appendField(b, "name", cmp.Or(p.Office, sh.edition.Court)), '}')
	b = appendField(b, "dateModified", locale.ISO(p.Changed().In(zone)))
	b = appendField(b, "datePublished", locale.ISO(p.Published.In(zone)))
	b = appendField(b, "headline", p.Title)
	b = appendField(b, "image", sh.image)
	b = appendField(b, "inLanguage", p.Lang)
	if len(p.Keywords) > 0 {
		b = appendJSON(append(b, `,"keywords":`...), p.Keywords)
	}
	b = appendField(b, "mainEntityOfPage", f.Canonical)
	b = append(appendField(append(b, `,"publisher":{`...), "@id", s.court()), '}')
	original := p.Set.Pages[0]
	if original != p {
		b = append(appendField(append(b, `,"translationOfWork":{`...), "@id", s.abs(original.Address)), '}')
	}
	b = appendField(b, "url", f.Canonical)
	if translations := p.Set.Pages[1:]; original == p && len(translations) > 0 {
		b = append(b, `,"workTranslation":[`...)
		for i, t := range translations {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(appendField(append(b, '{'), "@id", s.abs(t.Address)), '}')
		}
		b = append(b, ']')
	}
	return append(b, '}')
}

func (s *site) appendCrumbs(b []byte, f *view.Frame) []byte {
	b = append(b, `{"@type":"BreadcrumbList","itemListElement":[`...)
	step := func(n int, address, name string) {
		b = append(b, `{"@type":"ListItem"`...)
		b = appendField(b, "item", address)
		b = appendField(b, "name", name)
		b = append(strconv.AppendInt(append(b, `,"position":`...), int64(n), 10), "},"...)
	}
	for i, c := range f.Crumbs {
		step(i+1, s.Corpus.Site.Origin+c.Href, c.Text)
	}
	step(len(f.Crumbs)+1, f.Canonical, f.Title)
	return append(b[:len(b)-1], "]}"...)
}

// appendField appends a field of an object, unless its value is empty.
func appendField(b []byte, name, value string) []byte {
	if value == "" {
		return b
	}
	if b[len(b)-1] != '{' {
		b = append(b, ',')
	}
	b = append(append(append(b, '"'), name...), `":`...)
	if plainText(value) {
		return append(append(append(b, '"'), value...), '"')
	}
	return appendJSON(b, value)
}

// plainText tells that a text stands in JSON as it is. Only some punctuation does not, or a separator of lines.
func plainText(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case c < 0x20, c == '"', c == '\\', c == '<', c == '>', c == '&', c == 0x7f:
			return false
		case c == 0xe2 && strings.HasPrefix(text[i:], "\xe2\x80"):
			return false
		}
	}
	return utf8.ValidString(text)
}

// appendJSON appends a value as encoding/json writes it: <, > and & are escaped, so that nothing in it can end the script element.
func appendJSON(b []byte, v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // texts and numbers only
	}
	return append(b, data...)
}
