package generator

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"sync"

	"courtsite/generator/config"
	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/feed"
	"courtsite/generator/gate"
	"courtsite/generator/output"
	"courtsite/generator/page"
	"courtsite/generator/par"
	"courtsite/generator/plan"
	"courtsite/generator/source"
)

// heads reads the front matter of every page. Heads that cannot be read are left out, and their problems told.
func (b *build) heads(ctx context.Context, site *config.Site) ([]*page.Head, error) {
	var files []string
	for _, f := range b.snap.Files() {
		if page.IsPage(f.Path) {
			files = append(files, f.Path)
		}
	}
	langs := page.Languages{Tags: site.Tags(), Default: site.Default}
	heads, err := par.Map(ctx, b.in.Jobs, files, func(name string) (*page.Head, error) {
		text, ok, problems := b.snap.Text(name)
		b.log.Add(problems...)
		if !ok {
			return nil, nil
		}
		head, problems := page.ParseHead(name, text, langs, site.Zone)
		b.log.Add(problems...)
		if head != nil {
			b.texts.keep(name, text)
		}
		return head, nil
	})
	var good []*page.Head
	for _, h := range heads {
		if h != nil {
			good = append(good, h)
		}
	}
	return good, err
}

// anchor is a link to a place inside a page.
type anchor struct {
	pos      diag.Pos
	dest     string
	target   *corpus.Page
	fragment string
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// articles streams all bodies: parse, follow links, pass the gate, render, write.
func (b *build) articles(ctx context.Context) error {
	b.left = make([]plan.Left, len(b.corpus.Pages))
	err := par.Each(ctx, b.in.Jobs, len(b.plan.Articles), func(i int) error {
		defer b.progress()
		return b.article(b.plan.Articles[i])
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
	src, ok := b.reread(p)
	if !ok {
		return nil
	}
	body, problems := page.ParseBody(p.Head, src.Bytes, p.Start)
	b.log.Add(problems...)
	b.log.Add(gate.Body(p.Head, body)...)
	var links []string
	body.Resolve(func(l page.Link) string {
		links = append(links, b.follow(p, l))
		return links[len(links)-1]
	})
	left := &b.left[p.Seq]
	left.Summary = orElse(p.Summary, body.FirstParagraph())
	left.Anchors = body.Anchors()
	if b.skip() {
		return nil
	}
	text, buf := borrow(), borrow()
	defer giveBack(text)
	defer giveBack(buf)
	local := body.HTML(text, b.plan.Back(p))
	v := b.plan.View(a, *left, body.Headings())
	v.Source = sourceOf(p, links)
	if b.plan.Fed(p) {
		left.Content = feed.Content(b.plan.FeedText(p, left.Summary, text.Bytes(), local), p.Lang, v.Dir)
	}
	fingerprint, problems := b.render.Article(buf, v, text.Bytes())
	b.log.Add(problems...)
	return b.write(buf.Bytes(), output.File{
		Path: a.Path, Kind: output.Page, Language: p.Lang, Item: p.Item, Title: p.Title, Source: p.Path, Fingerprint: output.Digest(fingerprint).String(),
		Published: b.stamp(p.Published), Updated: b.stamp(p.Updated),
	})
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
	text, ok, problems := b.snap.Text(p.Path)
	b.log.Add(problems...)
	if ok && text.Digest != p.Digest {
		b.log.Add(diag.New(diag.SourceChanged, diag.Pos{Path: p.Path}))
		return text, false
	}
	return text, ok
}

// follow gives the address that a link leads to, and remembers what has to be copied or checked later.
func (b *build) follow(p *corpus.Page, l page.Link) string {
	target, problems := b.plan.Resolve(p, l)
	b.log.Add(problems...)
	if target.File == "" && (target.Page == nil || target.Fragment == "") {
		return target.Href
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if target.File != "" {
		b.files[target.File] = true
	} else {
		b.anchors = append(b.anchors, anchor{l.Pos, l.Dest, target.Page, target.Fragment})
	}
	return target.Href
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

func orElse(s, standard string) string {
	if s == "" {
		return standard
	}
	return s
}
