package generator

import (
	"context"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"courtsite/generator/corpus"
	"courtsite/generator/feed"
	"courtsite/generator/output"
	"courtsite/generator/page"
	"courtsite/generator/par"
	"courtsite/generator/plan"
	"courtsite/generator/view"
)

// channels are the site's feeds while the stream of bodies goes by. A feed is written as soon as the last of its documents has passed, and a document's
// text is kept no longer than a feed waits for it: pages come column by column, so few texts wait at any time.
type channels struct {
	of  [][]*channel // by Page.Seq: the feeds that a page stands in
	fed []fedPage    // by Page.Seq
}

// channel is a feed, and how many of its documents have not passed yet.
type channel struct {
	*plan.Feed
	wait atomic.Int32
}

// fedPage is a page's text as feeds show it, what they make of it, and how many feeds have not been written yet.
type fedPage struct {
	read, encoded sync.Once
	text          view.Content
	item          *feed.Item
	err           error
	wait          atomic.Int32
}

func newChannels(feeds []*plan.Feed, pages int) *channels {
	c := &channels{of: make([][]*channel, pages), fed: make([]fedPage, pages)}
	for _, f := range feeds {
		one := &channel{Feed: f}
		one.wait.Store(int32(len(f.Pages)))
		for _, p := range f.Pages {
			c.of[p.Seq] = append(c.of[p.Seq], one)
			c.fed[p.Seq].wait.Add(1)
		}
	}
	return c
}

// streamed writes the feeds that have waited for a page alone.
func (b *build) streamed(p *corpus.Page) error {
	for _, c := range b.channels.of[p.Seq] {
		if c.wait.Add(-1) > 0 {
			continue
		}
		if err := b.channel(c.Feed); err != nil {
			return err
		}
		for _, p := range c.Pages {
			if fed := &b.channels.fed[p.Seq]; fed.wait.Add(-1) == 0 {
				fed.text, fed.item = "", nil
			}
		}
	}
	return nil
}

// feeds writes the channels that wait for no page, and each language's list of channels.
func (b *build) feeds(ctx context.Context) error {
	if b.skip() {
		return nil
	}
	err := par.Each(ctx, b.in.Jobs, len(b.plan.Feeds), func(i int) error {
		if f := b.plan.Feeds[i]; len(f.Pages) == 0 {
			return b.channel(f)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return par.Each(ctx, b.in.Jobs, len(b.plan.Outlines), func(i int) error {
		o := b.plan.Outlines[i]
		title, sets := o.View()
		file := output.File{Path: o.Path, Kind: output.Feed, Language: o.Lang}
		return b.stream(file, func(w io.Writer) error { return feed.OPML(w, title, sets) })
	})
}

// channel writes a feed in its three formats, unless it would be made of the same as the last time.
func (b *build) channel(f *plan.Feed) error {
	if b.skip() {
		return nil
	}
	defer b.progress()
	v := f.View(b.left)
	file := output.File{Kind: output.Feed, Language: f.Lang, Item: f.Item, Updated: v.Updated.Format(time.RFC3339), Fingerprint: b.render.Fingerprint(v)}
	var items []*feed.Item
	for _, format := range []struct {
		path  string
		write func(io.Writer, *view.Feed, []*feed.Item) error
	}{{f.RSS, feed.RSS}, {f.Atom, feed.Atom}, {f.JSON, feed.JSON}} {
		file.Path = format.path
		kept, err := b.keep(file)
		if err != nil {
			return err
		}
		if kept {
			continue
		}
		if items == nil {
			if items, err = b.items(f, v); err != nil {
				return err
			}
		}
		if err := b.stream(file, func(w io.Writer) error { return format.write(w, v, items) }); err != nil {
			return err
		}
	}
	return nil
}

// items encodes a feed's documents. The texts of those pages that were not rendered, as nothing about them has changed, are rendered for it.
func (b *build) items(f *plan.Feed, v *view.Feed) ([]*feed.Item, error) {
	items := make([]*feed.Item, len(v.Items))
	for i, item := range v.Items {
		if len(f.Pages) == 0 { // documents of other sites
			var err error
			if items[i], err = feed.NewItem(item, v.Lang); err != nil {
				return nil, err
			}
			continue
		}
		fed := &b.channels.fed[f.Pages[i].Seq]
		fed.encoded.Do(func() {
			fed.read.Do(func() { fed.text = b.feedText(f.Pages[i]) })
			item.Content, fed.text = fed.text, ""
			fed.item, fed.err = feed.NewItem(item, v.Lang)
		})
		if fed.err != nil {
			return nil, fed.err
		}
		items[i] = fed.item
	}
	return items, nil
}

// feedText renders a page for feeds alone.
func (b *build) feedText(p *corpus.Page) view.Content {
	b.mu.Lock()
	known := b.next.bodies[p.Path]
	b.mu.Unlock()
	if known == nil {
		return "" // it could not be read, which was told
	}
	text := borrow()
	defer giveBack(text)
	addresses, _ := b.addresses(p, known.links)
	local, ok := b.html(text, p, nil, addresses)
	if !ok {
		return ""
	}
	return b.feedContent(p, text.Bytes(), local)
}

// feedContent makes a page's text ready for feeds.
func (b *build) feedContent(p *corpus.Page, text []byte, local page.Local) view.Content {
	return feed.Content(b.plan.FeedText(p, b.left[p.Seq].Summary, text, local), p.Lang, p.Edition.Locale.Dir)
}
