package plan

import (
	"encoding/json"
	"html/template"

	"courtsite/generator/locale"
	"courtsite/generator/view"
)

// thing is a node of schema.org linked data.
type thing map[string]any

// linkedData describes the page to machines with schema.org terms: the court, the page, the way to it.
func (s *site) linkedData(f *view.Frame, sh sheet) template.JS {
	court := s.Corpus.Site.BaseURL + "#court"
	graph := []thing{{"@type": "GovernmentOrganization", "@id": court, "name": sh.edition.Court, "url": s.Corpus.Site.BaseURL}}
	switch {
	case sh.article != nil:
		graph = append(graph, s.articleData(f, sh, court))
	case sh.kind == "home":
		graph = append(graph, thing{"@type": "WebSite", "@id": f.Canonical, "url": f.Canonical, "name": f.SiteTitle, "inLanguage": f.Lang, "publisher": ref(court)})
	case sh.kind == "missing" || sh.kind == "gone":
		return ""
	default:
		graph = append(graph, thing{"@type": "CollectionPage", "@id": f.Canonical, "url": f.Canonical, "name": f.Title, "inLanguage": f.Lang, "publisher": ref(court)})
	}
	if len(f.Crumbs) > 0 {
		graph = append(graph, s.crumbData(f))
	}
	// Marshal escapes <, > and &, so that nothing in it can end the script element.
	data, err := json.Marshal(thing{"@context": "https://schema.org", "@graph": graph})
	if err != nil {
		panic(err) // texts and numbers only
	}
	return template.JS(data)
}

func ref(id string) thing { return thing{"@id": id} }

func (s *site) articleData(f *view.Frame, sh sheet, court string) thing {
	p := sh.article
	zone := s.Corpus.Site.Zone
	data := thing{
		"@type": "Article", "@id": f.Canonical, "url": f.Canonical, "mainEntityOfPage": f.Canonical, "headline": p.Title, "inLanguage": p.Lang,
		"datePublished": locale.ISO(p.Published.In(zone)), "dateModified": locale.ISO(p.Changed().In(zone)),
		"publisher": ref(court), "author": thing{"@type": "GovernmentOrganization", "name": orElse(p.Office, sh.edition.Court)},
	}
	if sh.image != "" {
		data["image"] = sh.image
	}
	if len(p.Keywords) > 0 {
		data["keywords"] = p.Keywords
	}
	original := p.Set.Pages[0]
	if original != p {
		data["translationOfWork"] = ref(s.abs(original.Address))
		return data
	}
	var translations []thing
	for _, t := range p.Set.Pages[1:] {
		translations = append(translations, ref(s.abs(t.Address)))
	}
	if translations != nil {
		data["workTranslation"] = translations
	}
	return data
}

func (s *site) crumbData(f *view.Frame) thing {
	var items []thing
	for _, c := range f.Crumbs {
		items = append(items, thing{"@type": "ListItem", "position": len(items) + 1, "name": c.Text, "item": s.Corpus.Site.Origin + c.Href})
	}
	items = append(items, thing{"@type": "ListItem", "position": len(items) + 1, "name": f.Title, "item": f.Canonical})
	return thing{"@type": "BreadcrumbList", "itemListElement": items}
}
