package generator

import (
	"cmp"
	"net/url"
	"strings"

	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/output"
	"courtsite/generator/page"
)

// fewPages is how many pages may vanish from any site in one build.
const fewPages = 10

// compare finds addresses of the previous site that the new one lacks.
func (b *build) compare(previous *output.Manifest) {
	if previous == nil || b.skip() {
		return
	}
	pages, lost := 0, 0
	others := b.others(previous)
	for _, f := range previous.Files {
		if other := others[f.Path]; other != "" {
			if f.Kind == output.Page && b.vanishes(f) {
				b.log.Add(diag.New(diag.GroupWithdrawn, diag.Pos{Path: config.File}, other))
			}
			continue
		}
		if f.Kind == output.Page {
			pages++
		}
		if !b.vanishes(f) {
			continue
		}
		if f.Kind == output.Page {
			lost++
		}
		problem := diag.New(diag.AddressVanished, diag.Pos{Path: cmp.Or(f.Source, f.Path)}, "/"+strings.TrimSuffix(f.Path, "index.html"))
		if b.corpus.Site.Strict {
			problem = problem.As(diag.Error)
		}
		b.log.Add(problem)
	}
	b.oversight(pages, lost)
}

// others finds what of a site another court of its group had given: pages, files that went with them, and old addresses of these pages, by path. That it
// is not there any more is that court's decision, or the receiving gate's; the receiving court could not mend it, and its site must not wait for it.
func (b *build) others(previous *output.Manifest) map[string]string {
	given := map[string]string{}
	for _, f := range previous.Files {
		if f.Canonical != "" {
			given[f.Path] = f.Canonical
		}
	}
	if len(given) == 0 {
		return nil
	}
	for _, f := range previous.Files {
		address, err := url.PathUnescape(strings.TrimPrefix(f.Redirect, b.corpus.Site.BasePath))
		if f.Kind == output.Redirect && err == nil && given[address+"index.html"] != "" {
			given[f.Path] = given[address+"index.html"]
		}
	}
	return given
}

// vanishes tells whether readers may have the address of a file that will not be there any more.
func (b *build) vanishes(f output.File) bool {
	_, taken := b.plan.Taken(f.Path)
	switch f.Kind {
	case output.Page, output.Redirect:
		return !taken
	case output.Attachment:
		return !taken && !b.files[page.Folder+"/"+f.Path]
	}
	return false
}

// oversight refuses what nobody does on purpose without saying so: a folder that was renamed, or a wrong time of the build, would replace the
// public site by an empty one.
func (b *build) oversight(pages, lost int) {
	at := diag.Pos{Path: page.Folder}
	switch {
	case pages > 0 && len(b.corpus.Pages) == 0:
		b.log.Add(diag.New(diag.SiteEmptied, at, pages))
	case lost >= fewPages && 2*lost > pages && !b.in.Vanish && !b.corpus.Site.Strict:
		b.log.Add(diag.New(diag.PagesVanish, at, lost, pages))
	}
}
