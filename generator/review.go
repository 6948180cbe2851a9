package generator

import (
	"context"
	"crypto/sha256"
	"io"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"courtsite/generator/config"
	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/gate"
	"courtsite/generator/page"
	"courtsite/generator/signoff"
)

// Review is how one page stands to those who have to sign it.
type Review struct {
	Page      *corpus.Page
	Standings []signoff.Standing
	Case      signoff.Case
}

// reviewing is what a build remembers of signatures.
type reviewing struct {
	signing bool              // the site has signatures, or asks for some
	wanted  func(string) bool // of which pages, by file, the standings are to be kept; nil for a build that publishes
	reviews []Review
	ends    []time.Time // when signatures and waivers will expire
	digests sync.Map    // of files that signed pages name: path to [sha256.Size]byte
}

// Reviews gives the standing of pages, drafts included: of those that wanted names by their files. Nothing is rendered. The problems are those of these
// pages, or what keeps the site from being read at all; then there is no corpus.
func Reviews(ctx context.Context, in Input, wanted func(path string) bool) ([]Review, *corpus.Corpus, []diag.Problem, error) {
	in.Drafts = true
	b := &build{in: in, tree: nowhere{}, files: map[string]bool{}}
	b.wanted = wanted
	result, err := b.run(ctx)
	if err != nil {
		return nil, nil, nil, err
	}
	slices.SortFunc(b.reviews, func(x, y Review) int { return strings.Compare(x.Page.Path, y.Page.Path) })
	problems := slices.DeleteFunc(result.Problems, func(p diag.Problem) bool { return b.corpus != nil && !wanted(p.Path) })
	return b.reviews, b.corpus, problems, nil
}

// signatures finds out whether the site has to do with signatures at all, and tells which ones belong to no page.
func (b *build) signatures() {
	b.signing = b.corpus.Site.Gate.Asked
	pages := map[string]bool{}
	for _, f := range b.snap.Files() {
		if page.IsPage(f.Path) {
			pages[signoff.File(f.Path)] = true
		}
	}
	for _, f := range b.snap.Files() {
		if !page.IsSignOffs(f.Path) {
			continue
		}
		b.signing = true
		if !pages[f.Path] {
			b.log.Add(diag.New(diag.SignOffStray, diag.Pos{Path: f.Path}))
		}
	}
}

// review holds a page against its signatures. files are those that its text names.
func (b *build) review(p *corpus.Page, known *said, files []string) {
	if !b.signing && b.wanted == nil {
		return
	}
	site := b.corpus.Site
	state := p.State()
	needs := site.Gate.Needs(p.ID, p.Item, state != corpus.Original, p.Sensitive)
	records := b.records(p)
	if len(needs) == 0 && len(records) == 0 && b.wanted == nil {
		return
	}
	matter := sync.OnceValue(func() signoff.Matter { return b.matter(p, known, files) })
	c := signoff.Case{
		Records: records, Needs: needs, Apart: site.Gate.Apart, Now: b.in.Now, Outdated: state == corpus.Outdated,
		Translator: p.Translation.Translator, Digest: func(role config.Role) string { return matter().Digest(role) },
	}
	standings := c.Judge()
	b.log.Add(gate.SignOffs(site, p, b.in.Preview, standings)...)
	if b.wanted != nil {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.reviews = append(b.reviews, Review{p, standings, c})
	}
}

// records reads the signatures of a page.
func (b *build) records(p *corpus.Page) []signoff.Record {
	name := signoff.File(p.Path)
	if _, there := b.snap.Lookup(name); !there {
		return nil
	}
	text, ok, problems := b.snap.Text(name)
	b.log.Add(problems...)
	if !ok {
		return nil
	}
	records := report(b, pair(signoff.Parse(name, text.Bytes, b.corpus.Site.Zone)))
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, r := range records {
		if !r.Expires.IsZero() {
			b.ends = append(b.ends, r.Expires)
		}
	}
	return records
}

// matter is what a signature of the page would be for.
func (b *build) matter(p *corpus.Page, known *said, files []string) signoff.Matter {
	for _, a := range p.Attachments {
		files = append(files, path.Join(p.Dir(), a.File))
	}
	if p.Image != "" {
		files = append(files, path.Join(p.Dir(), p.Image))
	}
	slices.Sort(files)
	s := signoff.Matter{Head: p.Head, Item: p.Item, Text: known.text}
	if s.Text == ([sha256.Size]byte{}) { // the last build knew the page, and of no signatures
		if text, ok := b.reread(p); ok {
			s.Text = signoff.Text(text.Bytes[p.Start:])
		}
	}
	for _, name := range slices.Compact(files) {
		s.Files = append(s.Files, signoff.NamedFile{Name: strings.TrimPrefix(name, p.Dir()+"/"), Digest: b.digest(name)})
	}
	return s
}

// digest is the SHA-256 of a file, read once for all pages that name it. One that cannot be read, which is told elsewhere, has none.
func (b *build) digest(name string) (sum [sha256.Size]byte) {
	if known, ok := b.digests.Load(name); ok {
		return known.([sha256.Size]byte)
	}
	if file, err := b.snap.Open(name); err == nil {
		defer file.Close()
		hash := sha256.New()
		if _, err := io.Copy(hash, file); err == nil {
			hash.Sum(sum[:0])
		}
	}
	b.digests.Store(name, sum)
	return sum
}
