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

// fedPage is a page's text as feeds show it, and how many feeds have not been written yet.
type fedPage struct {
	once sync.Once
	text view.Content
	wait atomic.Int32
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
				fed.text = ""
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
	for _, o := range b.plan.Outlines {
		title, sets := o.View()
		file := output.File{Path: o.Path, Kind: output.Feed, Language: o.Lang}
		if err := b.stream(file, func(w io.Writer) error { return feed.OPML(w, title, sets) }); err != nil {
			return err
		}
	}
	return nil
}

// channel writes a feed in its three formats, unless it would be made of the same as the last time.
func (b *build) channel(f *plan.Feed) error {
	if b.skip() {
		return nil
	}
	defer b.progress()
	v := f.View(b.left)
	file := output.File{Kind: output.Feed, Language: f.Lang, Item: f.Item, Updated: v.Updated.Format(time.RFC3339), Fingerprint: b.render.Fingerprint(v)}
	whole := false
	for _, format := range []struct {
		path  string
		write func(io.Writer, *view.Feed) error
	}{{f.RSS, feed.RSS}, {f.Atom, feed.Atom}, {f.JSON, feed.JSON}} {
		file.Path = format.path
		if kept, err := b.keep(file); err != nil {
			return err
		} else if kept {
			continue
		}
		if !whole {
			b.fill(f, v)
			whole = true
		}
		if err := b.stream(file, func(w io.Writer) error { return format.write(w, v) }); err != nil {
			return err
		}
	}
	return nil
}

// fill puts the documents' texts into a feed. Those of pages that were not rendered, as nothing about them has changed, are rendered for it.
func (b *build) fill(f *plan.Feed, v *view.Feed) {
	for i, p := range f.Pages {
		fed := &b.channels.fed[p.Seq]
		fed.once.Do(func() { fed.text = b.feedText(p) })
		v.Items[i].Content = fed.text
	}
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
