package generator

import (
	"context"
	"io"
	"slices"
	"time"

	"courtsite/generator/corpus"
	"courtsite/generator/feed"
	"courtsite/generator/output"
	"courtsite/generator/par"
	"courtsite/generator/plan"
	"courtsite/generator/view"
)

// feeds writes every channel in its three formats, and each language's list of channels. Texts are rendered for the channels that changed, and
// only those that were not rendered for their pages.
func (b *build) feeds(ctx context.Context) error {
	if b.skip() {
		return nil
	}
	issues, err := par.Map(ctx, b.in.Jobs, b.plan.Feeds, b.issue)
	if err != nil {
		return err
	}
	if err := b.contents(ctx, issues); err != nil {
		return err
	}
	err = par.Each(ctx, b.in.Jobs, len(issues), func(i int) error {
		defer b.progress()
		if len(issues[i].formats) == 0 {
			return nil
		}
		v := issues[i].feed.View(b.left)
		for _, f := range issues[i].formats {
			if err := b.stream(f.file, func(w io.Writer) error { return f.write(w, v) }); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, o := range b.plan.Outlines {
		title, sets := o.View()
		file := output.File{Path: o.Path, Kind: output.Feed, Language: o.Lang}
		if err := b.stream(file, func(w io.Writer) error { return feed.OPML(w, title, sets) }); err != nil {
			return err
		}
	}
	return nil
}

// issue is a channel with the formats of it that have to be written.
type issue struct {
	feed    *plan.Feed
	formats []format
}

type format struct {
	file  output.File
	write func(io.Writer, *view.Feed) error
}

// issue takes over what would be made of the same.
func (b *build) issue(f *plan.Feed) (issue, error) {
	i := issue{feed: f}
	v := f.View(b.left)
	file := output.File{Kind: output.Feed, Language: f.Lang, Item: f.Item, Updated: v.Updated.Format(time.RFC3339), Fingerprint: b.feedPrint(v)}
	for _, one := range []struct {
		path  string
		write func(io.Writer, *view.Feed) error
	}{{f.RSS, feed.RSS}, {f.Atom, feed.Atom}, {f.JSON, feed.JSON}} {
		file.Path = one.path
		kept, err := b.keep(file)
		if err != nil {
			return i, err
		}
		if !kept {
			i.formats = append(i.formats, format{file, one.write})
		}
	}
	return i, nil
}

// feedPrint digests all that a feed depends on. Texts are stood for by their sources.
func (b *build) feedPrint(v *view.Feed) string {
	bare := *v
	bare.Items = slices.Clone(v.Items)
	for i := range bare.Items {
		bare.Items[i].Content = ""
	}
	return b.render.Fingerprint(&bare)
}

// contents renders the texts of documents in feeds that have not been rendered yet.
func (b *build) contents(ctx context.Context, issues []issue) error {
	var pages []*corpus.Page
	seen := map[*corpus.Page]bool{}
	for _, i := range issues {
		if len(i.formats) == 0 {
			continue
		}
		for _, p := range i.feed.Pages {
			if b.left[p.Seq].Content == "" && !seen[p] {
				pages = append(pages, p)
				seen[p] = true
			}
		}
	}
	return par.Each(ctx, b.in.Jobs, len(pages), func(i int) error {
		p := pages[i]
		known := b.next.bodies[p.Path]
		if known == nil {
			return nil // it could not be read, which was told
		}
		text := borrow()
		defer giveBack(text)
		addresses, _ := b.addresses(p, known.links)
		if local, ok := b.html(text, p, nil, addresses); ok {
			b.left[p.Seq].Content = b.feedContent(p, b.left[p.Seq].Summary, text.Bytes(), local)
		}
		return nil
	})
}
