package plan

import (
	"encoding/json"
	"html/template"

	"courtsite/generator/locale"
	"courtsite/generator/view"
)

// thing is a node of schema.org linked data, with the terms that a site uses of it. What is empty is left out.
type thing struct {
	Context           string   `json:"@context,omitempty"`
	Graph             []thing  `json:"@graph,omitempty"`
	ID                string   `json:"@id,omitempty"`
	Type              string   `json:"@type,omitempty"`
	Author            *thing   `json:"author,omitempty"`
	DateModified      string   `json:"dateModified,omitempty"`
	DatePublished     string   `json:"datePublished,omitempty"`
	Headline          string   `json:"headline,omitempty"`
	Image             string   `json:"image,omitempty"`
	InLanguage        string   `json:"inLanguage,omitempty"`
	ItemListElement   []crumb  `json:"itemListElement,omitempty"`
	Keywords          []string `json:"keywords,omitempty"`
	MainEntityOfPage  string   `json:"mainEntityOfPage,omitempty"`
	Name              string   `json:"name,omitempty"`
	Publisher         *thing   `json:"publisher,omitempty"`
	TranslationOfWork *thing   `json:"translationOfWork,omitempty"`
	URL               string   `json:"url,omitempty"`
	WorkTranslation   []thing  `json:"workTranslation,omitempty"`
}

// crumb is one step of the way to a page.
type crumb struct {
	Type     string `json:"@type"`
	Item     string `json:"item"`
	Name     string `json:"name"`
	Position int    `json:"position"`
}

// linkedData describes the page to machines with schema.org terms: the court, the page, the way to it.
func (s *site) linkedData(f *view.Frame, sh sheet) template.JS {
	court := thing{ID: s.Corpus.Site.BaseURL + "#court"}
	graph := make([]thing, 0, 3)
	graph = append(graph, thing{Type: "GovernmentOrganization", ID: court.ID, Name: sh.edition.Court, URL: s.Corpus.Site.BaseURL})
	switch {
	case sh.article != nil:
		graph = append(graph, s.articleData(f, sh, &court))
	case sh.kind == "home":
		graph = append(graph, thing{Type: "WebSite", ID: f.Canonical, URL: f.Canonical, Name: f.SiteTitle, InLanguage: f.Lang, Publisher: &court})
	case sh.kind == "missing" || sh.kind == "gone":
		return ""
	default:
		graph = append(graph, thing{Type: "CollectionPage", ID: f.Canonical, URL: f.Canonical, Name: f.Title, InLanguage: f.Lang, Publisher: &court})
	}
	if len(f.Crumbs) > 0 {
		graph = append(graph, s.crumbData(f))
	}
	// Marshal escapes <, > and &, so that nothing in it can end the script element.
	data, err := json.Marshal(thing{Context: "https://schema.org", Graph: graph})
	if err != nil {
		panic(err) // texts and numbers only
	}
	return template.JS(data)
}

func (s *site) articleData(f *view.Frame, sh sheet, court *thing) thing {
	p := sh.article
	zone := s.Corpus.Site.Zone
	data := thing{
		Type: "Article", ID: f.Canonical, URL: f.Canonical, MainEntityOfPage: f.Canonical, Headline: p.Title, InLanguage: p.Lang,
		DatePublished: locale.ISO(p.Published.In(zone)), DateModified: locale.ISO(p.Changed().In(zone)),
		Publisher: court, Author: &thing{Type: "GovernmentOrganization", Name: orElse(p.Office, sh.edition.Court)},
		Image: sh.image, Keywords: p.Keywords,
	}
	if original := p.Set.Pages[0]; original != p {
		data.TranslationOfWork = &thing{ID: s.abs(original.Address)}
		return data
	}
	for _, t := range p.Set.Pages[1:] {
		data.WorkTranslation = append(data.WorkTranslation, thing{ID: s.abs(t.Address)})
	}
	return data
}

func (s *site) crumbData(f *view.Frame) thing {
	items := make([]crumb, 0, len(f.Crumbs)+1)
	for _, c := range f.Crumbs {
		items = append(items, crumb{"ListItem", s.Corpus.Site.Origin + c.Href, c.Text, len(items) + 1})
	}
	items = append(items, crumb{"ListItem", f.Canonical, f.Title, len(items) + 1})
	return thing{Type: "BreadcrumbList", ItemListElement: items}
}
