package generator

import (
	"context"

	"courtsite/generator/corpus"
	"courtsite/generator/diag"
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

// takeOver takes over what the last build prepared. Of the pages whose texts have changed it gets the new heads, which differ in what stands for the text
// alone; so nobody else can have it any more.
func (b *build) takeOver(last *prepared) bool {
	last.taken = true
	b.corpus, b.skin, b.plan, b.render, b.window = last.corpus, last.skin, last.plan, last.render, last.window
	b.policy(b.corpus.Site)
	b.log.Add(last.said...)
	site := b.corpus.Site
	langs := page.Languages{Tags: site.Tags(), Default: site.Default}
	for _, p := range b.corpus.Pages {
		if b.amends.was[p.Path] == nil {
			continue
		}
		f, _ := b.snap.Lookup(p.Path)
		known := b.head(f, langs, site.Zone)
		if known.head == nil {
			return false
		}
		p.Head, b.next.heads[p.Path] = known.head, known
	}
	b.stay(last.said)
	return !b.log.HasErrors()
}

// stay keeps what was prepared for the next build, where one is likely to come soon.
func (b *build) stay(said []diag.Problem) {
	if b.in.Preview {
		b.next.prepared = &prepared{corpus: b.corpus, skin: b.skin, plan: b.plan, render: b.render, window: b.window, said: said}
	}
}
