package generator

import (
	"cmp"
	"strings"

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
	for _, f := range previous.Files {
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
