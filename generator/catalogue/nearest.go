package catalogue

import (
	"maps"
	"slices"
	"strings"

	"courtsite/generator/diag"
)

// Nearest gives the id of an item that the author may have meant, "" where none is near.
//
// The parts of an id are compared by themselves: two ids of one category have much in common that says nothing. In the order of trust: exactly this name in
// the category that is meant, exactly this name in another, a near name in the category that is meant, and, where no category is near, a near name anywhere.
func (c *Catalogue) Nearest(id string) string {
	category, name, _ := strings.Cut(id, "/")
	if found := c.called(id); found != "" {
		return found
	}
	if name == "" {
		return c.nearestWord(category)
	}
	near := c.nearCategory(category)
	if has(near, name) {
		return near.ID + "/" + name
	}
	if found := c.anywhere(name); found != "" {
		return found
	}
	if near.ID == "" {
		return c.anywhere(diag.Nearest(name, c.names()))
	}
	if inside := diag.Nearest(name, namesOf(near)); inside != "" {
		return near.ID + "/" + inside
	}
	return ""
}

// called is the item of a name in any language, as readers see it.
func (c *Catalogue) called(name string) string {
	for _, category := range c.categories {
		for _, item := range category.Items {
			if item.Official == name || slices.Contains(slices.Collect(maps.Values(item.display)), name) {
				return item.ID
			}
		}
	}
	return ""
}

// nearCategory is the category of the id, or the one that may have been meant.
func (c *Catalogue) nearCategory(id string) Category {
	category, ok := c.Category(id)
	if !ok {
		category, _ = c.Category(diag.Nearest(id, c.categoryIDs()))
	}
	return category
}

// nearestWord is for an id of one part: the name of an item alone, or of a category.
func (c *Catalogue) nearestWord(word string) string {
	near := diag.Nearest(word, append(c.categoryIDs(), c.names()...))
	if _, ok := c.Category(near); ok {
		return near
	}
	return c.anywhere(near)
}

// anywhere is the first item of this name.
func (c *Catalogue) anywhere(name string) string {
	for _, category := range c.categories {
		if name != "other" && has(category, name) {
			return category.ID + "/" + name
		}
	}
	return ""
}

func (c *Catalogue) categoryIDs() (ids []string) {
	for _, category := range c.categories {
		ids = append(ids, category.ID)
	}
	return ids
}

func (c *Catalogue) names() (names []string) {
	for _, category := range c.categories {
		names = append(names, namesOf(category)...)
	}
	return names
}

func namesOf(category Category) (names []string) {
	for _, item := range category.Items {
		names = append(names, strings.TrimPrefix(item.ID, category.ID+"/"))
	}
	return names
}

func has(category Category, name string) bool { return slices.Contains(namesOf(category), name) }
