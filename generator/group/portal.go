package group

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"courtsite/generator"
	"courtsite/generator/catalogue"
	"courtsite/generator/diag"
	"courtsite/generator/directory"
	"courtsite/generator/gate/detect"
	"courtsite/generator/par"
)

// BuildPortal makes the portal's site from its own pages and the members' records. Members that have none yet are missing from it. The outcome has no status where the group has no portal.
func BuildPortal(ctx context.Context, g *Group, o Options) (Outcome, error) {
	if g.Portal == nil {
		return Outcome{}, nil
	}
	r := &run{Group: g, Options: o, shared: &generator.Shared{}, inner: o.Jobs, total: 1}
	m := g.Portal
	if m.HasErrors() {
		out := Outcome{ID: m.ID, Status: Failed, Problems: m.Problems}
		if m.Site == nil && !m.HasOwnErrors() { // let the pipeline say what is wrong with its site.toml
			_, out.Err = r.generate(ctx, m, nil, nil, &out)
			out.Status = Failed
		}
		return out, ctx.Err()
	}
	in := g.portalInputs(o.Version + o.Program)
	if _, same := g.unchanged(m, in, o.Now); same && !o.Fresh && !o.Check {
		return Outcome{ID: m.ID, Status: Unchanged, Problems: m.Problems}, g.saveGiven(m, g.inputs(m, in.common, in.version))
	}
	c := g.collect(o.Now)
	r.directory, r.window = &c.Directory, c.window
	out := r.member(ctx, m, in)
	out.Problems = append(out.Problems, c.problems...)
	if len(c.problems) > 0 && !o.Check { // they are told until somebody has mended them
		os.Remove(filepath.Join(g.cache(m), "state.json"))
	}
	if out.Status == Built && !o.Check {
		if err := g.saveGiven(m, g.inputs(m, in.common, in.version)); err != nil {
			out.Status, out.Err = Failed, err
		}
	}
	return out, ctx.Err()
}

// portalInputs digests all that the portal is made from: its own files, group.toml, and what the members' builds left.
func (g *Group) portalInputs(version string) inputs {
	s := &stamper{sum: sha256.New()}
	own := g.inputs(g.Portal, g.common(), version)
	s.newest = own.newest
	fmt.Fprintf(s.sum, "%s\x00%s\x00", own.digest, g.settings.fingerprint)
	for _, m := range g.Members {
		fmt.Fprintf(s.sum, "%s\x00", m.ID)
		name := filepath.Join(g.cache(m), "record.json")
		info, err := os.Lstat(name)
		s.stamp("", info, err)
	}
	return inputs{hex.EncodeToString(s.sum.Sum(nil)), s.newest, own.common, version}
}

// collector gathers what the portal shows from the members' records, one at a time. What it keeps is bounded by the number of courts and of channels.
type collector struct {
	directory.Directory
	group    *Group
	size     int
	now      time.Time
	byKey    map[channelKey]*directory.Channel
	window   generator.Window
	problems []diag.Problem
}

type channelKey struct{ lang, category, item, region string }

// collect reads the records of all members.
func (g *Group) collect(now time.Time) *collector {
	c := &collector{group: g, size: g.kept(), now: now, byKey: map[channelKey]*directory.Channel{}}
	c.Regions = g.Regions
	for batch := range slices.Chunk(g.Members, recordsAtOnce) {
		// The work cannot fail or be cancelled: a record that cannot be read is none.
		records, _ := par.Map(context.Background(), 0, batch, func(m *Member) (*record, error) { return g.whole(m), nil })
		for i, r := range records {
			if r != nil {
				c.court(batch[i], r)
			}
		}
	}
	slices.SortFunc(c.Courts, func(a, b *directory.Court) int {
		return cmp.Or(cmp.Compare(a.Region, b.Region), cmp.Compare(a.ID, b.ID))
	})
	for _, ch := range c.byKey {
		c.trim(ch)
		c.Channels = append(c.Channels, *ch)
	}
	slices.SortFunc(c.Channels, func(a, b directory.Channel) int {
		return cmp.Or(cmp.Compare(a.Lang, b.Lang), cmp.Compare(a.Region, b.Region), cmp.Compare(c.place(a.Category), c.place(b.Category)),
			cmp.Compare(a.Category, b.Category), cmp.Compare(a.Item, b.Item))
	})
	return c
}

// recordsAtOnce is how many records are in memory at a time, so that it does not grow with the number of members.
const recordsAtOnce = 64

// whole reads a member's record with its documents; nil for none.
func (g *Group) whole(m *Member) *record {
	r, ok := g.loadRecord(m)
	if !ok {
		return nil
	}
	r.Documents = loadDocuments(g.documentsOf(m))
	return r
}

// place is a category's number in the catalogue.
func (c *collector) place(category string) int {
	return slices.IndexFunc(catalogue.Default().Categories(""), func(x catalogue.Category) bool { return x.ID == category })
}

func (c *collector) court(m *Member, r *record) {
	court := &directory.Court{
		ID: r.ID, Code: r.Code, Names: r.Names, BaseURL: r.BaseURL, Level: r.Level, Kind: r.Kind, Region: r.Region, Parent: r.Parent,
		Pages: r.Pages, Updated: r.Updated, Feeds: r.Feeds, Items: map[string]string{},
	}
	c.Courts = append(c.Courts, court)
	for _, id := range slices.Sorted(maps.Keys(r.Items)) {
		if c.clean(court, id, "name", r.Items[id], time.Time{}, diag.Words{EN: "name", ZH: "名称"}) {
			court.Items[id] = r.Items[id]
		}
	}
	for _, d := range r.Documents {
		if c.wanted(m, d) {
			c.document(court, d)
		}
	}
}

// wanted tells whether a rule takes a document in. Without rules the portal takes all.
func (c *collector) wanted(m *Member, d document) bool {
	if !d.Expires.IsZero() && !d.Expires.After(c.now) {
		return false
	}
	if !d.Expires.IsZero() && (c.window.Until.IsZero() || d.Expires.Before(c.window.Until)) {
		c.window.Until = d.Expires
	}
	rules := c.group.settings.take
	return len(rules) == 0 || slices.ContainsFunc(rules, func(t take) bool {
		category, _, _ := strings.Cut(d.Item, "/")
		return (len(t.items) == 0 || slices.Contains(t.items, d.Item) || slices.Contains(t.items, category)) &&
			(!t.offered || d.Offered) && t.covers(m) && t.speaks(d.Lang)
	})
}

// document puts a document into the channels that it belongs to, unless newer ones fill them.
func (c *collector) document(court *directory.Court, d document) {
	doc := &directory.Document{
		Court: court, ID: d.ID, Lang: d.Lang, Item: d.Item, Title: d.Title, Summary: d.Summary, Office: d.Office, Address: d.Address, Published: d.Published, Updated: d.Updated,
	}
	lang := c.language(d.Lang)
	category, _, _ := strings.Cut(d.Item, "/")
	checked := false
	for _, key := range append(c.regions(court, lang), channelKey{lang: lang}, channelKey{lang: lang, category: category}, channelKey{lang: lang, category: category, item: d.Item}) {
		ch := c.byKey[key]
		if ch == nil {
			ch = &directory.Channel{Lang: key.lang, Category: key.category, Item: key.item, Region: key.region}
			c.byKey[key] = ch
		}
		if len(ch.Documents) == c.size && directory.Newest(ch.Documents[c.size-1], doc) < 0 {
			continue
		}
		if !checked && !c.pass(doc) {
			return
		}
		checked = true
		if ch.Documents = append(ch.Documents, doc); len(ch.Documents)%c.size == 0 { // whenever it is just full, its last one is the oldest
			c.trim(ch)
		}
	}
}

// pass holds a document that a member published against the gate once more: the portal answers for what it shows.
func (c *collector) pass(d *directory.Document) bool {
	for _, shown := range []struct {
		label, text string
		name        diag.Words
	}{
		{"title", d.Title, diag.Words{EN: "title", ZH: "标题"}}, {"summary", d.Summary, diag.Words{EN: "summary", ZH: "摘要"}},
		{"office", d.Office, diag.Words{EN: "office", ZH: "责任部门"}}, {"address", d.Address, diag.Words{EN: "address", ZH: "网址"}},
	} {
		if !c.clean(d.Court, d.Address, shown.label, shown.text, d.Published, shown.name) {
			return false
		}
	}
	return true
}

// clean tells whether the gate lets a text of a court's stand, and else says which.
func (c *collector) clean(court *directory.Court, of, label, text string, date time.Time, name diag.Words) bool {
	for _, f := range detect.Text(text, detect.Context{Label: label, Date: date}) {
		if f.Severity() == diag.Error {
			what := diag.Words{EN: f.Kind.Name(diag.EN), ZH: f.Kind.Name(diag.ZH)}
			c.problems = append(c.problems, diag.New(diag.GroupTaken, diag.Pos{Path: File}, detect.Mask(of), court.ID, name, what))
			return false
		}
	}
	return true
}

// language is the portal's edition that shows documents of a language: its own, or else the default one.
func (c *collector) language(tag string) string {
	site := c.group.Portal.Site
	if _, has := site.Language(tag); has {
		return tag
	}
	return site.Default
}

// regions are the channels of a court's divisions, from the widest on.
func (c *collector) regions(court *directory.Court, lang string) []channelKey {
	var keys []channelKey
	for _, r := range c.Regions {
		if strings.HasPrefix(court.Region, r.Code) {
			keys = append(keys, channelKey{lang: lang, region: r.Code})
		}
	}
	return keys
}

// trim keeps the newest documents of a channel, in their order.
func (c *collector) trim(ch *directory.Channel) {
	slices.SortFunc(ch.Documents, directory.Newest)
	ch.Documents = slices.Clip(ch.Documents[:min(c.size, len(ch.Documents))])
}
