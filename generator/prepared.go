package generator

import (
	"context"
	"slices"

	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/gate"
	"courtsite/generator/page"
	"courtsite/generator/plan"
	"courtsite/generator/render"
)

// prepared is all that a build makes before it reads bodies. The next one in the same process can have it where only texts have changed.
type prepared struct {
	corpus *corpus.Corpus
	skin   look
	plan   *plan.Plan
	render *render.Renderer
	window Window
	said   []diag.Problem
	left   []plan.Left // what the bodies left behind
	shared *Shared     // theme and languages
	taken  bool
}

// prepare makes what an amendment begins with, or takes it over from the last build.
func (b *build) prepare(ctx context.Context) (bool, error) {
	if last := b.in.Past.prepared; last != nil && !last.taken {
		return b.takeOver(last), nil
	}
	if err := b.arrange(ctx); err != nil || b.corpus == nil {
		return false, err
	}
	b.layOut()
	return !b.log.HasErrors(), nil
}

// takeOver takes over what the last build prepared. Of the pages whose texts have changed it gets the new heads, which differ in words alone; so nobody else can have it any more.
func (b *build) takeOver(last *prepared) bool {
	last.taken = true
	b.in.Shared = last.shared
	b.corpus, b.skin, b.plan, b.render, b.window, b.left = last.corpus, last.skin, last.plan, last.render, last.window, last.left
	b.policy(b.corpus.Site)
	site := b.corpus.Site
	langs := page.Languages{Tags: site.Tags(), Default: site.Default}
	for _, p := range b.corpus.Pages {
		if b.amends.was[p.Path] == nil {
			continue
		}
		f, _ := b.snap.Lookup(p.Path)
		known := b.head(f, langs, site.Zone)
		if known.head == nil || b.amends.reworded[p.Path] && (!known.head.Rewords(p.Head) || len(known.problems) > 0 || saidOf(last.said, p.Path)) {
			return false
		}
		p.Head, b.next.heads[p.Path] = known.head, known
	}
	said := last.said
	if len(b.amends.reworded) > 0 {
		said = append(slices.DeleteFunc(said, gate.OfTitles), gate.Titles(b.corpus)...)
	}
	b.log.Add(said...)
	b.stay(said)
	return !b.log.HasErrors()
}

// saidOf tells whether something was said of a file's front matter, by its place there.
func saidOf(said []diag.Problem, path string) bool {
	return slices.ContainsFunc(said, func(p diag.Problem) bool { return p.Path == path && !gate.OfTitles(p) })
}

// stay keeps what was prepared for the next build, where one is likely to come soon.
func (b *build) stay(said []diag.Problem) {
	if b.in.Preview {
		b.next.prepared = &prepared{corpus: b.corpus, skin: b.skin, plan: b.plan, render: b.render, window: b.window, said: said, left: b.left, shared: b.in.Shared}
	}
}
