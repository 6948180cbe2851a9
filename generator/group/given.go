package group

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"courtsite/generator/config"
	"courtsite/generator/directory"
	"courtsite/generator/output"
	"courtsite/generator/plan"
)

// What a court hands down stands on other sites as that court last published it: a page of its that is wrong must neither stop the others, nor take
// a page from their sites that they showed yesterday. So the last good state of such documents is kept in the cache,
//
//	<cache>/<id>/given.json          what is handed down, and what its links mean
//	<cache>/<id>/given-<digest>/     the files, with their times
//
// and is taken while the court's own site cannot be built. Which of the two it is, every run finds out by itself, since another machine may have the
// court in its part.

// given is the stock of a member as it last published it.
type given struct {
	Format    int              `json:"format"`
	Key       string           `json:"key"`    // of what it was made from
	Folder    string           `json:"folder"` // beside the file
	Names     []directory.Name `json:"names"`
	Origin    *plan.Origin     `json:"origin"`
	Documents []givenDocument  `json:"documents"`
	Ever      []string         `json:"ever"` // all that were ever handed down
}

type givenDocument struct {
	ID    string               `json:"id"`
	Pages map[string]givenFile `json:"pages"` // by language
	Files []givenFile          `json:"files,omitempty"`
}

type givenFile struct {
	Place     string `json:"place"`
	File      string `json:"file"`
	Canonical string `json:"canonical,omitempty"`
	Links     string `json:"links,omitempty"`
}

const givenFormat = 1

// senders builds, or else judges, those members first whose documents stand on other sites, those before that others of them show, and falls back to
// what they last published where they cannot be built. done are the chosen members that were seen to, by their places.
func (r *run) senders(ctx context.Context, chosen []*Member) (done map[int]bool, err error) {
	done = map[int]bool{}
	r.inner = r.Jobs
	for _, circle := range r.circles() {
		fallen := map[*Member]bool{}
		if len(circle) > 1 {
			if fallen, err = r.judge(ctx, circle); err != nil {
				return done, err
			}
		}
		for _, m := range circle {
			if err := r.see(ctx, m, chosen, fallen[m], done); err != nil {
				return done, err
			}
		}
	}
	return done, nil
}

// see sees to one member that hands documents down.
func (r *run) see(ctx context.Context, m *Member, chosen []*Member, fallen bool, done map[int]bool) error {
	at := slices.Index(chosen, m)
	in := r.inputs(m, r.common, r.Version+r.Program)
	sound := true
	refusals, same := r.unchanged(m, in, r.Now)
	switch {
	case m != r.Portal && !m.HasErrors() && (!r.Fresh || at < 0) && same:
		if at >= 0 {
			r.outcomes[at], done[at] = m.standing(refusals), true
		}
	case at >= 0:
		r.outcomes[at], done[at] = r.member(ctx, m, in), true
		r.done, r.pages = r.done+1, r.pages+r.outcomes[at].Pages
		if sound = r.outcomes[at].Status == Built; r.outcomes[at].Err != nil {
			sound = r.sound(ctx, m) // the disk refused its site, not the documents
		}
	case !fallen:
		sound = r.sound(ctx, m)
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case fallen:
	case !sound:
		r.fall(m)
	case at >= 0:
		if err := r.saveGiven(m, in); err != nil {
			r.outcomes[at].Status, r.outcomes[at].Err = Failed, err
		}
	}
	return nil
}

// fall hands down what members last published, in place of what they have now.
func (r *run) fall(members ...*Member) {
	for _, m := range members {
		r.stocks[m] = r.loadGiven(m)
	}
	r.hand()
}

// judge finds those of several members that cannot be built, where each shows documents of another, so that none can be built before all the others are
// judged. Those that can't fall back to what they last published, and the rest is judged again; so no order among them makes a difference.
func (r *run) judge(ctx context.Context, circle []*Member) (fallen map[*Member]bool, err error) {
	fallen = map[*Member]bool{}
	for {
		var unsound []*Member
		for _, m := range circle {
			if !fallen[m] && !r.unchangedOrSound(ctx, m) {
				unsound = append(unsound, m)
			}
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
		}
		if len(unsound) == 0 {
			return fallen, nil
		}
		for _, m := range unsound {
			fallen[m] = true
		}
		r.fall(unsound...)
	}
}

// unchangedOrSound tells whether a member's site could be published now, or is what a build would make.
func (r *run) unchangedOrSound(ctx context.Context, m *Member) bool {
	if m.HasErrors() {
		return false
	}
	_, same := r.unchanged(m, r.inputs(m, r.common, r.Version+r.Program), r.Now)
	return same || r.sound(ctx, m)
}

// circles are the members that a rule of push names: those whose documents others of them show before these, and the higher courts first. Members that
// show each other's, directly or by way of others, are together.
func (g *Group) circles() (circles [][]*Member) {
	left := g.givers()
	from := map[*Member][]*Member{} // by a member: those whose documents it shows
	for _, p := range g.settings.push {
		for _, m := range left {
			if s := g.byID(p.from); s != nil && s != m && m != g.Portal && p.covers(m) {
				from[m] = append(from[m], s)
			}
		}
	}
	for len(left) > 0 {
		var circle []*Member
		for _, m := range left { // the first that waits for nobody but those that wait for it
			above := reach(m, from, left)
			if !slices.ContainsFunc(above, func(s *Member) bool { return !slices.Contains(reach(s, from, left), m) && s != m }) {
				circle = append([]*Member{m}, slices.DeleteFunc(above, func(s *Member) bool { return s == m })...)
				break
			}
		}
		var next, together []*Member
		for _, m := range left { // in the order of all
			if slices.Contains(circle, m) {
				together = append(together, m)
			} else {
				next = append(next, m)
			}
		}
		circles, left = append(circles, together), next
	}
	return circles
}

// reach are the members that one comes to from another, among those that are left.
func reach(m *Member, from map[*Member][]*Member, left []*Member) (reached []*Member) {
	next := from[m]
	for len(next) > 0 {
		s := next[0]
		next = next[1:]
		if slices.Contains(left, s) && !slices.Contains(reached, s) {
			reached = append(reached, s)
			next = append(slices.Clone(next), from[s]...)
		}
	}
	return reached
}

// givers are the members that a rule of push names, the higher courts first.
func (g *Group) givers() []*Member {
	var list []*Member
	for _, p := range g.settings.push {
		if m := g.byID(p.from); m != nil && !slices.Contains(list, m) {
			list = append(list, m)
		}
	}
	height := func(m *Member) int {
		if m.Site == nil {
			return -1
		}
		return slices.Index(config.Levels, m.Site.Court.Level)
	}
	slices.SortFunc(list, func(a, b *Member) int {
		if d := height(b) - height(a); d != 0 {
			return d
		}
		return strings.Compare(a.ID, b.ID)
	})
	return list
}

// sound tells whether a member could be published now, and writes nothing.
func (r *run) sound(ctx context.Context, m *Member) bool {
	if m.HasErrors() {
		return false
	}
	previous, err := output.ReadManifest(os.DirFS(r.Out(m)))
	if err != nil {
		previous = nil
	}
	dry := &run{Group: r.Group, Options: r.Options, shared: r.shared, inner: r.Jobs, directory: r.directory}
	if m == r.Portal {
		dry.directory = &r.collect(r.Now).Directory
	}
	var o Outcome
	err = m.settle(&o, func(o *Outcome) error {
		o.Status = Failed
		_, err := dry.generate(ctx, m, previous, nil, o)
		return err
	})
	return err == nil && o.Status == Built
}

// saveGiven keeps what a member hands down, as its site that was just published has it.
func (g *Group) saveGiven(m *Member, in inputs) error {
	stock := g.stocks[m]
	if stock == nil || in.digest != g.inputs(m, in.common, in.version).digest {
		return nil // somebody is writing in its folder: the next build will keep what comes of it
	}
	keep := given{Format: givenFormat, Names: stock.names, Origin: stock.origin}
	key := sha256.New()
	fmt.Fprint(key, in.digest)
	for _, d := range stock.documents {
		if g.handed(m, d.id) {
			keep.Documents = append(keep.Documents, pack(d))
			keep.Ever = append(keep.Ever, d.id)
			fmt.Fprintf(key, "\x00%s", d.id)
		}
	}
	keep.Key = hex.EncodeToString(key.Sum(nil))
	dir := g.cache(m)
	var old given
	if load(filepath.Join(dir, "given.json"), &old) && old.Format == givenFormat && old.Key == keep.Key {
		return nil
	}
	keep.Ever = slices.Compact(slices.Sorted(slices.Values(append(keep.Ever, old.Ever...))))
	keep.Folder = "given-" + keep.Key[:16]
	if err := g.copyGiven(stock.root, filepath.Join(dir, keep.Folder), keep.Documents); err != nil {
		return err
	}
	if err := save(filepath.Join(dir, "given.json"), keep); err != nil {
		return err
	}
	debris, _ := filepath.Glob(filepath.Join(dir, "given-*"))
	for _, name := range debris {
		if filepath.Base(name) != keep.Folder {
			os.RemoveAll(name) // what cannot be removed is tried again after the next change
		}
	}
	return nil
}

// handed tells whether a rule hands a document of a member down.
func (g *Group) handed(m *Member, id string) bool {
	return slices.ContainsFunc(g.settings.push, func(p push) bool {
		return p.from == m.ID && slices.ContainsFunc(p.documents, func(pattern string) bool { return matches(pattern, id) })
	})
}

// matches tells whether a pattern of a rule names a document. That a pattern is none is told where it is read.
func matches(pattern, id string) bool {
	match, err := path.Match(pattern, id)
	return err == nil && match
}

// copyGiven copies the files of documents into a folder that appears in one step.
func (g *Group) copyGiven(from, to string, documents []givenDocument) error {
	root, err := os.OpenRoot(from)
	if err != nil {
		return err
	}
	defer root.Close()
	fresh := to + ".new"
	if err := cmp.Or(os.RemoveAll(fresh), os.RemoveAll(to), os.MkdirAll(fresh, 0o755)); err != nil { // one reason is enough
		return err
	}
	for _, d := range documents {
		files := slices.Clone(d.Files)
		for _, f := range d.Pages {
			files = append(files, f)
		}
		for _, f := range files {
			if err := copyFile(root, filepath.FromSlash(f.File), filepath.Join(fresh, filepath.FromSlash(f.File))); err != nil {
				return err
			}
		}
	}
	return os.Rename(fresh, to)
}

// copyFile copies a file with its mode and its time, by which builds know it again.
func copyFile(root *os.Root, name, to string) error {
	in, err := root.Open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err = errors.Join(err, out.Close()); err != nil {
		return err
	}
	return errors.Join(os.Chmod(to, info.Mode().Perm()), os.Chtimes(to, info.ModTime(), info.ModTime()))
}

// loadGiven reads what a member last published of what it hands down; nothing where it has not published yet.
func (g *Group) loadGiven(m *Member) *stock {
	var kept given
	s := &stock{origin: &plan.Origin{}, past: true}
	if !load(filepath.Join(g.cache(m), "given.json"), &kept) || kept.Format != givenFormat || kept.Origin == nil || kept.Folder != filepath.Base(kept.Folder) {
		return s
	}
	s.root = filepath.Join(g.cache(m), kept.Folder)
	if info, err := os.Lstat(s.root); err != nil || !info.IsDir() {
		return s
	}
	s.origin, s.names = kept.Origin, kept.Names
	for _, d := range kept.Documents {
		s.documents = append(s.documents, s.unpack(m, d))
	}
	return s
}

func pack(d sent) givenDocument {
	file := func(r received) givenFile { return givenFile{r.place, r.file, r.canonical, r.links} }
	doc := givenDocument{ID: d.id, Pages: map[string]givenFile{}}
	for tag, r := range d.pages {
		doc.Pages[tag] = file(r)
	}
	for _, r := range d.files {
		doc.Files = append(doc.Files, file(r))
	}
	return doc
}

func (s *stock) unpack(m *Member, d givenDocument) sent {
	file := func(f givenFile) received {
		return received{place: f.Place, from: m, file: f.File, canonical: f.Canonical, links: f.Links, stock: s}
	}
	doc := sent{id: d.ID, pages: map[string]received{}}
	for tag, f := range d.Pages {
		doc.pages[tag] = file(f)
	}
	for _, f := range d.Files {
		doc.files = append(doc.files, file(f))
	}
	return doc
}
