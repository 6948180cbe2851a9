package corpus

import (
	"slices"
	"strings"

	"courtsite/generator/locale"
	"courtsite/generator/page"
)

// Subject is a keyword (主题词) with the documents of one language that it describes.
type Subject struct {
	Name  string       // as the newest of them writes it
	Slug  string       // its part of addresses
	Place locale.Place // in the language's alphabetical order
	Pages []*Page      // newest first
}

// subjects gathers each edition's keywords. Two that give one slug, such as those that differ in capitals only, are one. One that leaves
// nothing for a slug is none.
func (a *arranger) subjects() {
	for _, e := range a.Editions {
		order := e.Locale.Order(e.Order)
		known := map[string]*Subject{}
		pages := slices.Concat(e.Pages, e.Outside)
		slices.SortStableFunc(pages, newest)
		for _, p := range pages {
			for _, word := range p.Keywords {
				slug := strings.ToLower(page.Slug(word))
				if slug == "" {
					continue
				}
				s := known[slug]
				if s == nil {
					s = &Subject{Name: strings.TrimSpace(word), Slug: slug, Place: order.Place(word)}
					known[slug] = s
					e.Subjects = append(e.Subjects, s)
				}
				if !slices.Contains(p.Subjects, s) {
					p.Subjects = append(p.Subjects, s)
					s.Pages = append(s.Pages, p)
				}
			}
		}
		slices.SortFunc(e.Subjects, func(x, y *Subject) int { return x.Place.Compare(y.Place) })
	}
}
