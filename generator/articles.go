package generator

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"courtsite/generator/config"
	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/gate"
	"courtsite/generator/output"
	"courtsite/generator/page"
	"courtsite/generator/par"
	"courtsite/generator/plan"
	"courtsite/generator/signoff"
	"courtsite/generator/source"
)

// heads reads the front matter of every page. Heads that cannot be read are left out, and their problems told.
func (b *build) heads(ctx context.Context, site *config.Site) ([]*page.Head, error) {
	var files []source.File
	for _, f := range b.snap.Files() {
		if page.IsPage(f.Path) {
			files = append(files, f)
		}
	}
	langs := page.Languages{Tags: site.Tags(), Default: site.Default}
	known, err := par.Map(ctx, b.in.Jobs, files, func(f source.File) (knownHead, error) { return b.head(f, langs, site.Zone), nil })
	var heads []*page.Head
	for _, k := range known {
		b.log.Add(k.problems...)
		if k.head != nil {
			heads = append(heads, k.head)
			b.next.heads[k.file.Path] = k
		}
	}
	return b.relatedHere(heads), err
}

// relatedHere leaves of what documents of other sites call related those that were handed down with them: a document of the same name here is another.
func (b *build) relatedHere(heads []*page.Head) []*page.Head {
	given := map[string]bool{}
	for _, h := range heads {
		if _, received := b.in.Received[h.Path]; received {
			given[string(h.ID)] = true
		}
	}
	for i, h := range heads {
		if given[string(h.ID)] && len(h.Related) > 0 {
			own := *h
			own.Related = slices.DeleteFunc(slices.Clone(h.Related), func(id string) bool { return !given[id] })
			heads[i] = &own
		}
	}
	return heads
}

// head reads one page's front matter, unless it is known.
func (b *build) head(f source.File, langs page.Languages, zone *time.Location) knownHead {
	if known, ok := b.past.head(f); ok {
		return known
	}
	text, ok, problems := b.snap.Text(f.Path)
	if !ok {
		return knownHead{file: f, problems: problems}
	}
	known, same := b.past.same(f.Path, text.Digest)
	if !same {
		known.head, known.problems = page.ParseHead(f.Path, text, langs, zone)
		if known.head != nil && b.texts.keep(f.Path, text) {
			text = source.Text{} // its body will be parsed from it
		}
	}
	text.Release()
	known.file = f
	return known
}

// anchor is a link to a place inside a page.
type anchor struct {
	pos      diag.Pos
	dest     string
	target   *corpus.Page
	fragment string
}

// few is more than there are outputs in most sites that are neither articles, nor lists, nor feeds.
const few = 100

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// articles streams all bodies: parse, follow links, pass the gate, render, write.
func (b *build) articles(ctx context.Context) error {
	b.channels = newChannels(b.plan.Feeds, len(b.corpus.Pages))
	b.signatures()
	b.still = b.stillness()
	b.made = slices.Grow(b.made, len(b.plan.Articles)+len(b.plan.Lists)+3*len(b.plan.Feeds)+few)
	err := par.Each(ctx, b.in.Jobs, len(b.plan.Articles), func(i int) error {
		defer b.progress()
		a := b.plan.Articles[i]
		if b.wanted != nil && !b.wanted(a.Page.Path) {
			return nil
		}
		if err := b.article(a); err != nil {
			return err
		}
		return b.streamed(a.Page)
	})
	if err != nil {
		return err
	}
	for _, a := range b.anchors {
		if known := b.left[a.target.Seq].Anchors; !slices.Contains(known, a.fragment) {
			b.log.Add(diag.New(diag.LinkAnchor, a.pos, a.dest, a.target.Path, places(known, a.fragment)))
		}
	}
	return nil
}

func (b *build) article(a *plan.Article) error {
	p := a.Page
	known, body, src := b.study(p)
	defer src.Release()
	if known == nil {
		return nil
	}
	addresses, files := b.addresses(p, known.links)
	b.review(p, known, files)
	left := &b.left[p.Seq]
	*left = leftOf(p, known, addresses)
	if b.skip() {
		return nil
	}
	if still, err := b.stands(a); still || err != nil {
		return err
	}
	v := b.plan.View(a, *left, known.headings)
	v.Source = left.Source
	file := output.File{
		Path: a.Path, Kind: output.Page, Language: p.Lang, Item: p.Item, Title: p.Title, Source: p.Path, Fingerprint: b.render.Fingerprint(v),
		Published: b.stamp(p.Published), Updated: b.stamp(p.Updated), Expires: b.stamp(p.Expires), Office: p.Office,
		Canonical: b.in.Received[p.Path].Canonical, Offered: p.Offer,
	}
	if kept, err := b.keep(file); kept || err != nil {
		return err
	}
	text, buf := borrow(), borrow()
	defer giveBack(text)
	defer giveBack(buf)
	local, ok := b.html(text, p, body, addresses)
	if !ok {
		return nil
	}
	if len(b.channels.of[p.Seq]) > 0 {
		fed := &b.channels.fed[p.Seq]
		fed.read.Do(func() { fed.text = b.feedContent(p, text.Bytes(), local) })
	}
	b.log.Add(b.render.Article(buf, v, text.Bytes())...)
	return b.write(buf.Bytes(), file)
}

// leftOf is what a text leaves behind, but for what feeds show of it.
func leftOf(p *corpus.Page, known *said, addresses []string) plan.Left {
	return plan.Left{Summary: cmp.Or(p.Summary, known.summary), Anchors: known.anchors, Source: sourceOf(p, addresses)}
}

// study reads a page's body, unless all but its tree is known; then the body is nil. The body is of use until its text is released. There is nothing
// where the file cannot be read any more.
func (b *build) study(p *corpus.Page) (known *said, body *page.Body, src source.Text) {
	known = b.past.said(p.Head)
	if known == nil {
		var ok bool
		if src, ok = b.reread(p); !ok {
			return nil, nil, src
		}
		var problems []diag.Problem
		body, problems = page.ParseBody(p.Head, src.Bytes, p.Start)
		known = &said{
			digest: p.Digest, problems: diag.Detach(append(problems, gate.Body(p.Head, body, b.skin.Fonts())...)),
			summary: body.FirstParagraph(), anchors: body.Anchors(), headings: body.Headings(), links: body.Links(),
		}
		if b.signing {
			known.text = signoff.Text(src.Bytes[p.Start:])
		}
		known = known.compact(p.Path)
	}
	b.log.Add(known.problems...)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.next.bodies[p.Path] = known
	return known, body, src
}

// html writes a page's body, which is read where it was not yet.
func (b *build) html(w *bytes.Buffer, p *corpus.Page, body *page.Body, addresses []string) (page.Local, bool) {
	if body == nil {
		src, ok := b.reread(p)
		if !ok {
			return nil, false
		}
		defer src.Release()
		body, _ = page.ParseBody(p.Head, src.Bytes, p.Start)
	}
	defer body.Release()
	body.Resolve(addresses)
	return body.HTML(w, b.plan.Back(p)), true
}

// sourceOf stands for an article's body: the file that it was written in, and the addresses that its links lead to.
func sourceOf(p *corpus.Page, links []string) string {
	sum := sha256.New()
	sum.Write(p.Digest[:])
	for _, l := range links {
		fmt.Fprintf(sum, "%s\x00", l)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// reread gives a page's text once more. Where it has to be read from its file for the second time, it must not have changed since its head was read.
func (b *build) reread(p *corpus.Page) (source.Text, bool) {
	if text, kept := b.texts.take(p.Path); kept {
		return text, true
	}
	text, ok, problems := b.snap.Reread(p.Path, p.Digest)
	b.log.Add(problems...)
	if ok && text.Digest != p.Digest {
		b.log.Add(diag.New(diag.SourceChanged, diag.Pos{Path: p.Path}))
		return text, false
	}
	return text, ok
}

// addresses gives what a page's links lead to, and which of that are files.
func (b *build) addresses(p *corpus.Page, links []page.Link) (list, files []string) {
	list = make([]string, len(links))
	for i, l := range links {
		target := b.follow(p, l)
		list[i] = target.Href
		if target.File != "" {
			files = append(files, target.File)
		}
	}
	return list, files
}

// follow finds what a link leads to, and remembers what has to be copied or checked later.
func (b *build) follow(p *corpus.Page, l page.Link) plan.Target {
	target, problems := b.plan.Resolve(p, l)
	b.log.Add(problems...)
	if target.File == "" && (target.Page == nil || target.Fragment == "") {
		return target
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if target.File != "" {
		b.files[target.File] = true
	} else {
		b.anchors = append(b.anchors, anchor{l.Pos, l.Dest, target.Page, target.Fragment})
	}
	return target
}

// places writes the place that the author may have meant, or, where none is near, some that there are. Browsers tell capitals from small
// letters; authors may not.
func places(known []string, fragment string) string {
	const most = 3
	if i := slices.IndexFunc(known, func(a string) bool { return strings.EqualFold(a, fragment) }); i >= 0 {
		return "#" + known[i]
	}
	if near := diag.Nearest(fragment, known); near != "" {
		return "#" + near
	}
	if len(known) == 0 {
		return ""
	}
	return "#" + strings.Join(known[:min(most, len(known))], ", #")
}
