package generator

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"sync"
	"sync/atomic"

	"courtsite/generator/config"
	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/gate"
	"courtsite/generator/output"
	"courtsite/generator/page"
	"courtsite/generator/plan"
	"courtsite/generator/render"
	"courtsite/generator/source"
	"courtsite/generator/waiver"
)

// Build compiles the site into tree; with none, it goes through all the work and keeps nothing. What is wrong with the site is in the result's problems: with an error among them the tree is not whole, and
// has to be thrown away. The returned error is about the machine (disk, cancelled context).
func Build(ctx context.Context, in Input, tree output.Tree) (*Result, error) {
	b := &build{in: in, tree: tree, files: map[string]bool{}}
	if tree == nil {
		b.tree = nowhere{}
	}
	return b.run(ctx)
}

// run is the pipeline.
func (b *build) run(ctx context.Context) (*Result, error) {
	in := b.in
	if err := b.arrange(ctx); err != nil {
		return nil, err
	}
	if b.corpus == nil {
		return b.result(), nil
	}
	b.layOut()

	// With errors so far nothing is written any more, but the stages go on to tell all that is wrong.
	for _, stage := range []func(context.Context) error{b.places, b.articles, b.attachments, b.lists, b.feeds, b.sitemaps, b.copies, b.assets, b.hosting} {
		if err := stage(ctx); err != nil {
			return nil, err
		}
	}
	b.unused()
	b.said = b.log.Problems()
	b.compare(in.Previous)
	return b.result(), nil
}

// layOut plans what the site will consist of, and makes what renders it; there is no renderer where something is wrong so far.
func (b *build) layOut() {
	b.left = make([]plan.Left, len(b.corpus.Pages))
	b.log.Add(gate.Structure(b.corpus)...)
	b.skin = report(b, b.theme(b.corpus.Site.Theme))
	b.plan = report(b, pair(plan.Make(b.corpus, b.skin.Theme, b.snap, b.reserved(), plan.Group{Directory: b.in.Directory, Received: b.in.Received})))
	b.log.Add(b.proof()...)
	if b.skip() {
		return
	}
	b.render = report(b, pair(render.New(b.in.Version, b.skin.Theme, b.skin.set, b.plan)))
	b.stay(b.log.Problems())
}

// arrange is the pipeline's first half: files, configuration, languages, heads, and the corpus that they make. There is no corpus where site.toml
// cannot be read.
func (b *build) arrange(ctx context.Context) error {
	if b.amends == nil {
		snap, problems, err := b.scan()
		if err != nil {
			return err
		}
		b.snap = snap
		b.log.Add(problems...)
		if err := b.since(ctx); err != nil {
			return err
		}
		if slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Path == config.File }) {
			return nil // all that it seems not to say follows from that
		}
	}
	site := report(b, pair(config.Load(b.snap, b.in.BaseURL, b.in.Inherited)))
	if site == nil {
		return nil
	}
	b.policy(site)
	b.content()
	b.settings()
	cat := report(b, pair(Catalogue(site, b.in.Now)))
	locales := report(b, b.locales(site))
	b.log.Add(locales.CheckColumns(cat.Has, cat.Nearest)...)
	heads, err := b.heads(ctx, site)
	if err != nil {
		return err
	}
	b.window = window(heads, b.in.Now, site.Zone, b.daily(site))
	b.corpus = report(b, pair(corpus.Arrange(site, cat, locales, heads, b.in.Now, b.in.Drafts)))
	b.forget()
	return nil
}

// scan lists what a build reads but for the theme and the phrases; where it is known what has changed, without looking at the rest.
func (b *build) scan() (*source.Snapshot, []diag.Problem, error) {
	if b.in.Past != nil && b.in.Past.files != nil {
		if snap, ok := b.touched(b.in.Past.files); ok {
			return snap, nil, nil
		}
	}
	return scan(b.in.Site)
}

// scan lists what a build reads but for the theme and the phrases.
func scan(site fs.FS) (*source.Snapshot, []diag.Problem, error) {
	return source.Scan(site, config.File, waiver.File, page.Folder)
}

// content wants the folder of pages: one that was renamed must not empty the site.
func (b *build) content() {
	info, err := fs.Lstat(b.in.Site, page.Folder)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() && info.Mode()&fs.ModeSymlink == 0 {
		b.log.Add(diag.New(diag.ContentMissing, diag.Pos{Path: page.Folder}))
	}
}

// Check finds all that Build finds, templates that fail included, and keeps nothing of what it makes.
func Check(ctx context.Context, in Input) (*Result, error) { return Build(ctx, in, nil) }

// build is one run of the pipeline.
type build struct {
	in       Input
	tree     output.Tree
	snap     *source.Snapshot
	corpus   *corpus.Corpus
	skin     look
	plan     *plan.Plan
	render   *render.Renderer
	texts    texts
	past     *Past // what is known from the last build
	window   Window
	left     []plan.Left // by Page.Seq: what the stream of bodies leaves behind
	channels *channels
	still    *stillness
	policed
	reviewing

	log     diag.Log
	done    atomic.Int64
	again   sync.Map        // outputs that were asked for and could not be taken over
	copied  sync.Map        // compressed copies that were kept
	mu      sync.Mutex      // guards what follows
	files   map[string]bool // files that pages name, to be copied
	anchors []anchor        // links to places inside pages, checked when all bodies are known
	made    []output.File
	next    *Past          // what the next build will know
	amends  *amendment     // what has changed since, where that is all that is looked at
	lost    bool           // what the last one left cannot be read
	said    []diag.Problem // what the next build would say again, if nothing changed
}

// found is what a stage gives: its product and its problems.
type found[T any] struct {
	product  T
	problems []diag.Problem
}

func pair[T any](product T, problems []diag.Problem) found[T] { return found[T]{product, problems} }

// report adds a stage's problems to the log and gives its product.
func report[T any](b *build, f found[T]) T {
	b.log.Add(f.problems...)
	return f.product
}
