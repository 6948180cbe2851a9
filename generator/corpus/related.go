package corpus

import (
	"path"
	"strings"

	"courtsite/generator/diag"
)

// nearestDocument gives the document that an author may have meant in related: one with the same last part, which people also write as a
// file's name or as a path from the page's own folder, or else the one whose last part is written most alike.
func (c *Corpus) nearestDocument(written string) string {
	last := strings.TrimSuffix(path.Base(written), ".md")
	if last == "index" {
		last = path.Base(path.Dir(written))
	}
	if name, tag, found := strings.Cut(last, "."); found && c.language(tag) >= 0 {
		last = name
	}
	byLast := map[string]string{}
	var lasts []string
	for _, id := range c.IDs() {
		part := path.Base(id)
		lasts = append(lasts, part)
		if byLast[part] == "" {
			byLast[part] = id
		}
	}
	return byLast[diag.Nearest(last, lasts)]
}
