package generator

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/gate"
	"courtsite/generator/output"
	"courtsite/generator/page"
	"courtsite/generator/par"
	"courtsite/generator/plan"
)

// Amendable is a tree that can begin as the one that stands.
type Amendable interface {
	output.Tree
	// Stands tells whether the last tree stands as it was made.
	Stands(ctx context.Context, jobs int) bool
	// Amend makes the tree begin as the last one, after Stands has told that it may; what has changed is then written into it.
	Amend() error
}

// mostAmended is how many pages may have changed for a tree to be amended; with more of them a whole build costs little more.
const mostAmended = 200

// amendment is what has changed since the last build, where that is the text of some pages, with their titles and the like, and nothing else.
type amendment struct {
	was      map[string]*page.Head // what the pages were
	reworded map[string]bool       // those of which the front matter has changed
	signed   map[string]bool       // their files of signatures, whether there are such or not
}

// concerns tells whether what is wrong with a file has to be found out again.
func (a *amendment) concerns(path string) bool { return a.was[path] != nil || a.signed[path] }

// Amend builds the site where nothing but the texts of some pages has changed since the last build, and of their front matter what [page.Head.Rewords] allows. It comes to what
// [Build] would come to, but looks at what depends on these texts alone. It tells false, and nothing has happened, wherever more may have changed; so the result has no errors.
func Amend(ctx context.Context, in Input, tree Amendable) (*Result, bool, error) {
	if in.Past == nil || in.Past.outcome == nil || !in.Past.outcome.holds(in.Now) || in.Inherited != nil || in.Received != nil || in.Directory != nil || in.Keep {
		return nil, false, nil
	}
	pages := output.NewMemory() // what is made, until it is known that nothing else has to be
	b := &build{in: in, tree: pages, files: map[string]bool{}, amends: &amendment{map[string]*page.Head{}, map[string]bool{}, map[string]bool{}}}
	ok, err := b.amendable(ctx)
	if !ok || err != nil {
		return nil, false, err
	}
	stands := false
	err = par.Each(ctx, 2, 2, func(i int) (err error) {
		if i == 0 {
			stands = tree.Stands(ctx, in.Jobs)
			return nil
		}
		if ok, err = b.amend(ctx); errors.Is(err, errPast) {
			return nil // a whole build tells of it, and does without
		}
		return err
	})
	if !ok || !stands || err != nil {
		return nil, false, err
	}
	if err := tree.Amend(); err != nil {
		return nil, false, err
	}
	for _, f := range b.made {
		data, _ := pages.Get(f.Path)
		if _, err := tree.Write(f.Path, data); err != nil {
			return nil, false, err
		}
	}
	result, err := b.amended()
	return result, err == nil, err
}

// amend makes what depends on the texts that have changed.
func (b *build) amend(ctx context.Context) (bool, error) {
	if ok, err := b.prepare(ctx); !ok {
		return false, err
	}
	b.signatures()
	b.channels = newChannels(b.plan.Feeds, len(b.corpus.Pages))
	articles := b.rewritten()
	if articles == nil {
		return false, nil
	}
	all := append(b.quoting(articles), articles...)
	if err := par.Each(ctx, b.in.Jobs, len(all), func(i int) error { return b.article(all[i]) }); err != nil {
		return false, err
	}
	fresh := map[*corpus.Page]bool{}
	summaries := len(b.amends.reworded) > 0
	for _, a := range articles {
		fine, summary := b.sameToOthers(a.Page)
		if !fine {
			return false, nil
		}
		fresh[a.Page] = true
		summaries = summaries || summary
	}
	if !b.anchorsHold() || b.log.HasErrors() || b.waives() {
		return false, nil
	}
	if summaries {
		if err := b.relist(ctx, fresh); err != nil {
			return false, err
		}
	}
	if err := b.refeed(ctx, fresh); err != nil {
		return false, err
	}
	return b.sameOutputs(), nil
}

// rewritten gives the articles whose texts have changed; nil where one of them is not published, was changed in more than words, or once more just now. Pages outside the
// catalogue stand in every footer.
func (b *build) rewritten() []*plan.Article {
	list := make([]*plan.Article, 0, len(b.amends.was))
	for _, a := range b.plan.Articles {
		was := b.amends.was[a.Page.Path]
		switch {
		case was == nil:
		case !b.amends.reworded[a.Page.Path] && bytes.Equal(was.Front, a.Page.Front), b.amends.reworded[a.Page.Path] && a.Page.Column != nil && a.Page.Rewords(was):
			list = append(list, a)
		}
	}
	if len(list) < len(b.amends.was) {
		return nil
	}
	return list
}

// quoting gives the articles of other pages that may show words of front matter which has changed: of the versions in other languages, of the neighbours in the column, and of
// pages that call one of these related.
func (b *build) quoting(articles []*plan.Article) (list []*plan.Article) {
	quoted, sets := map[*corpus.Page]bool{}, map[*corpus.Set]bool{}
	for _, a := range articles {
		if !b.amends.reworded[a.Page.Path] {
			continue
		}
		sets[a.Page.Set] = true
		older, newer := a.Page.Neighbours()
		quoted[older], quoted[newer] = true, true
	}
	if len(sets) == 0 {
		return nil
	}
	for _, a := range b.plan.Articles {
		p := a.Page
		if b.amends.was[p.Path] == nil && (quoted[p] || sets[p.Set] || slices.ContainsFunc(p.Related, func(s *corpus.Set) bool { return sets[s] })) {
			list = append(list, a)
		}
	}
	return list
}

// sameToOthers tells whether a text says the same to other pages that it said: the places that links may lead to, the files that it names, and what its translations
// translate; and whether its summary changes.
func (b *build) sameToOthers(p *corpus.Page) (fine, summary bool) {
	was := b.amends.was[p.Path]
	old := b.past.said(was)
	if old == nil || gate.Mask(p.Path) != p.Path {
		return false, false
	}
	if p.Head.Text != was.Text && slices.ContainsFunc(p.Set.Pages, func(q *corpus.Page) bool { return q != p && q.Translation.Source != "" }) {
		return false, false
	}
	known := b.next.bodies[p.Path]
	if known == nil || !slices.Equal(known.anchors, old.anchors) && !b.addsPlaces(old.anchors, known.anchors) {
		return false, false
	}
	return slices.Equal(b.named(p, old.links), b.named(p, known.links)), p.Summary == "" && known.summary != old.summary
}

// waives tells whether something was, or is, found in the new texts that a waiver lets pass: which waivers are of use is for a whole build to tell.
func (b *build) waives() bool {
	concerns := func(w Waived) bool { return b.toldAgain(w.Problem) }
	was, err := waivedOf(b.in.Past.outcome.Waived)
	return err != nil || slices.ContainsFunc(was, concerns) || slices.ContainsFunc(b.waived, concerns)
}

// addsPlaces tells that a text has all the places that it had, and that nobody asked for others.
func (b *build) addsPlaces(old, now []string) bool {
	for _, place := range old {
		if !slices.Contains(now, place) {
			return false
		}
	}
	return !slices.ContainsFunc(b.in.Past.outcome.Problems, func(r diag.Record) bool { return r.Code == diag.LinkAnchor.Code })
}

// named lists the files that links lead to.
func (b *build) named(p *corpus.Page, links []page.Link) []string {
	var files []string
	for _, l := range links {
		if target, _ := b.plan.Resolve(p, l); target.File != "" {
			files = append(files, target.File)
		}
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// anchorsHold checks the links of the new texts to places inside of pages.
func (b *build) anchorsHold() bool {
	for _, a := range b.anchors {
		known := b.next.bodies[a.target.Path]
		if known == nil {
			known = b.past.said(a.target.Head)
		}
		if known == nil {
			return false
		}
		if !slices.Contains(known.anchors, a.fragment) {
			b.log.Add(diag.New(diag.LinkAnchor, a.pos, a.dest, a.target.Path, places(known.anchors, a.fragment)))
		}
	}
	return true
}

// remember fills in what is known of the text of a page that has not changed.
func (b *build) remember(p *corpus.Page) bool {
	b.mu.Lock()
	known := b.next.bodies[p.Path]
	b.mu.Unlock()
	if known != nil {
		return true
	}
	if known = b.past.said(p.Head); known == nil {
		return false
	}
	if left := &b.left[p.Seq]; left.Source == "" {
		list := make([]string, len(known.links))
		for i, l := range known.links {
			target, _ := b.plan.Resolve(p, l)
			list[i] = target.Href
		}
		*left = leftOf(p, known, list)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.next.bodies[p.Path] = known
	return true
}

// relist makes the lists that show a title or a summary which has changed.
func (b *build) relist(ctx context.Context, fresh map[*corpus.Page]bool) error {
	if err := par.Each(ctx, b.in.Jobs, len(b.corpus.Pages), func(i int) error {
		if b.left[i].Source == "" && !b.remember(b.corpus.Pages[i]) {
			return errPast
		}
		return nil
	}); err != nil {
		return err
	}
	return par.Each(ctx, b.in.Jobs, len(b.plan.Lists), func(i int) error {
		l := b.plan.Lists[i]
		if l.Of != nil && !slices.ContainsFunc(l.Of, func(p *corpus.Page) bool { return fresh[p] }) {
			return nil
		}
		v := l.View(b.left)
		print := b.render.Fingerprint(v)
		if last, found := b.past.output(l.Path); found && last.Fingerprint == print {
			return nil
		}
		return b.list(l, v, print)
	})
}

// refeed makes the feeds that carry a text which has changed.
func (b *build) refeed(ctx context.Context, fresh map[*corpus.Page]bool) error {
	var feeds []*plan.Feed
	for _, f := range b.plan.Feeds {
		if slices.ContainsFunc(f.Pages, func(p *corpus.Page) bool { return fresh[p] }) {
			feeds = append(feeds, f)
			for _, p := range f.Pages {
				if !b.remember(p) {
					return errPast
				}
			}
		}
	}
	return par.Each(ctx, b.in.Jobs, len(feeds), func(i int) error { return b.channel(feeds[i]) })
}

// sameOutputs tells that everything that was made had been there, with its compressed copy or without one.
func (b *build) sameOutputs() bool {
	made := map[string]bool{}
	for _, f := range b.made {
		made[f.Path] = true
	}
	for path := range made {
		_, was := b.past.output(path)
		_, packed := b.past.output(path + output.CompressedSuffix)
		if !was || packed != made[path+output.CompressedSuffix] {
			return false
		}
	}
	return !b.log.HasErrors()
}

// toldAgain tells whether a problem is found out again, or not. Which titles are alike depends on all of them.
func (b *build) toldAgain(p diag.Problem) bool { return b.amends.concerns(p.Path) || gate.OfTitles(p) }

// amended gives the result: what was said of other files is said again.
func (b *build) amended() (*Result, error) {
	past := b.in.Past
	said, err := problemsOf(past.outcome.Problems)
	if err != nil {
		return nil, err
	}
	waived, err := waivedOf(past.outcome.Waived)
	if err != nil {
		return nil, err
	}
	said = slices.DeleteFunc(said, b.toldAgain)
	for _, p := range gate.Hide(b.log.Problems()) {
		if b.toldAgain(p) {
			said = append(said, p)
		}
	}
	r := &Result{Problems: diag.Sort(said), Waived: waived, Counts: past.outcome.Counts, Window: b.window, Changed: b.made, Made: b.remade()}
	next := past.after()
	next.began, next.files, next.prepared = b.next.began, b.next.files, b.next.prepared
	for path := range b.amends.was {
		next.heads[path], next.bodies[path] = b.next.heads[path], b.next.bodies[path]
	}
	for _, f := range b.made {
		last, _ := b.past.output(f.Path)
		r.Bytes += f.Size - last.Size
		next.outputs[f.Path] = f
	}
	next.outcome = &outcome{Now: b.in.Now, Until: b.earliest(past.outcome.Until), Problems: records(r.Problems), Waived: past.outcome.Waived, Counts: r.Counts}
	r.Past = next
	return r, nil
}
