package generator

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/directory"
	"courtsite/generator/feed"
	"courtsite/generator/gate"
	"courtsite/generator/output"
	"courtsite/generator/page"
	"courtsite/generator/par"
	"courtsite/generator/plan"
	"courtsite/generator/view"
)

// lists renders every output whose view is made of other pages' summaries.
func (b *build) lists(ctx context.Context) error {
	if b.skip() {
		return nil
	}
	return par.Each(ctx, b.in.Jobs, len(b.plan.Lists), func(i int) error {
		defer b.progress()
		l := b.plan.Lists[i]
		if still, err := b.listStands(l); still || err != nil {
			return err
		}
		v := l.View(b.left)
		return b.list(l, v, b.render.Fingerprint(v))
	})
}

// list renders one, unless it would be made of the same.
func (b *build) list(l *plan.List, v any, print string) error {
	file := output.File{Path: l.Path, Kind: output.Kind(l.Kind), Language: l.Lang, Item: l.Item, Redirect: l.Redirect, Fingerprint: print}
	if kept, err := b.keep(file); kept || err != nil {
		return err
	}
	buf := borrow()
	defer giveBack(buf)
	b.log.Add(b.render.Page(buf, l.Template, v)...)
	return b.write(buf.Bytes(), file)
}

// sitemaps writes each language's sitemap, in as many files as its size asks for, the index of them, and robots.txt.
func (b *build) sitemaps(ctx context.Context) error {
	if b.skip() {
		return nil
	}
	parts, err := par.Map(ctx, b.in.Jobs, b.plan.Sitemaps, b.sitemap)
	if err != nil {
		return err
	}
	err = b.stream(output.File{Path: "sitemap.xml", Kind: output.Sitemap}, func(w io.Writer) error { return feed.SitemapIndex(w, slices.Concat(parts...)) })
	if err != nil {
		return err
	}
	return b.stream(output.File{Path: "robots.txt", Kind: output.Sitemap}, func(w io.Writer) error { return feed.Robots(w, b.plan.Abs("/sitemap.xml")) })
}

// sitemap writes one language's sitemap and gives the addresses of its parts.
func (b *build) sitemap(s *plan.Sitemap) (parts []view.Address, err error) {
	for i, addresses := range feed.SplitSitemap(s.Addresses()) {
		file := output.File{Path: plan.SitemapPart(s.Path, i), Kind: output.Sitemap, Language: s.Lang}
		parts = append(parts, view.Address{Loc: b.plan.Abs("/" + file.Path), LastMod: s.LastMod})
		if err := b.stream(file, func(w io.Writer) error { return feed.Sitemap(w, addresses) }); err != nil {
			return nil, err
		}
	}
	return parts, nil
}

// places finds outputs that could not be a file on some system.
func (b *build) places(context.Context) error {
	for o := range b.plan.Outputs() {
		b.place(o.Path, o.Pos)
	}
	return nil
}

func (b *build) place(path string, pos diag.Pos) {
	var refused *output.PathError
	if err := output.CheckPath(path); errors.As(err, &refused) && path != output.ManifestName {
		b.log.Add(diag.New(diag.PathRefused, pos, "/"+strings.TrimSuffix(path, "index.html"), refused.Reason, inChinese(refused.Reason)))
	}
}

// inChinese says why a name cannot be a file's.
func inChinese(reason string) string {
	switch {
	case strings.Contains(reason, "device"):
		return "这是 Windows 留给设备的名称"
	case strings.Contains(reason, "longer"):
		return "名称太长"
	case strings.Contains(reason, "full stop"):
		return "名称以点或空格结尾"
	case strings.Contains(reason, "staging"):
		return "这是生成过程中使用的名称"
	case strings.HasPrefix(reason, "character"):
		return "含有不能使用的字符" + strings.TrimSuffix(strings.TrimPrefix(reason, "character"), "is not allowed")
	}
	return "名称不规范"
}

// unusedFile tells of a file that no page names. One may be meant to be a page: Notepad adds .txt to every name.
func unusedFile(name string) diag.Problem {
	for _, ending := range []string{".md.txt", ".markdown", ".mdown", ".mkd"} {
		if n := len(name) - len(ending); n > 0 && strings.EqualFold(name[n:], ending) {
			return diag.New(diag.PageExtension, diag.Pos{Path: name}, path.Base(name[:n])+".md")
		}
	}
	return diag.New(diag.FileUnused, diag.Pos{Path: name})
}

// copies copies the files that pages name, each once, and tells which files no page names.
func (b *build) copies(ctx context.Context) error {
	names := slices.Sorted(maps.Keys(b.files))
	for _, f := range b.snap.Files() {
		if page.IsAttachment(f.Path) && !b.files[f.Path] && !b.corpus.HiddenIn(path.Dir(f.Path)) {
			b.log.Add(unusedFile(f.Path))
		}
	}
	b.copyable(names)
	if b.skip() {
		return nil
	}
	return par.Each(ctx, b.in.Jobs, len(names), func(i int) error {
		to := attachmentPath(names[i])
		file := output.File{Path: to, Kind: output.Attachment, Source: names[i], Fingerprint: b.stamped(names[i])}
		if r, ok := b.in.Received[names[i]]; ok && r.Origin != nil {
			file.Canonical = r.Origin.BaseURL + directory.Escape(to)
		}
		if kept, err := b.keep(file); kept || err != nil {
			return err
		}
		digest, size, err := b.tree.Copy(to, func() (io.ReadCloser, error) { return b.snap.Open(names[i]) })
		if err != nil {
			return err
		}
		b.unlooked(names[i], digest, size)
		file.SHA256, file.Size = digest.String(), size
		b.record(file)
		return nil
	})
}

// copyable finds files, sorted by name, that cannot be read, or whose place something else has.
func (b *build) copyable(names []string) {
	seen := map[string]string{}
	for _, name := range names {
		path, pos := attachmentPath(name), diag.Pos{Path: name}
		key := strings.ToLower(path)
		if by, taken := b.plan.Taken(path); taken {
			b.log.Add(diag.New(diag.PlanTwice, pos, "/"+path, by))
		} else if seen[key] != "" {
			b.log.Add(diag.New(diag.PlanTwice, pos, "/"+path, seen[key]))
		}
		seen[key] = name
		b.place(path, pos)
		file, err := b.snap.Open(name)
		if err != nil {
			b.log.Add(diag.New(diag.SourceUnreadable, pos))
			continue
		}
		b.log.Add(doubtful(name, file)...)
		file.Close()
	}
}

func attachmentPath(name string) string { return strings.TrimPrefix(name, page.Folder+"/") }

// assets writes the theme's files.
func (b *build) assets(context.Context) error {
	if b.skip() {
		return nil
	}
	for _, f := range b.plan.Files {
		if err := b.write(f.Data, output.File{Path: f.Path, Kind: output.Asset, MediaType: f.MediaType}); err != nil {
			return err
		}
	}
	return nil
}

// skip tells that nothing is to be written, as it would be thrown away.
func (b *build) skip() bool { return b.wanted != nil || b.log.HasErrors() }

// stream writes one output through a writer.
func (b *build) stream(file output.File, make func(io.Writer) error) error {
	buf := borrow()
	defer giveBack(buf)
	if err := make(buf); err != nil {
		return err
	}
	return b.write(buf.Bytes(), file)
}

// write writes one output and records it for the manifest.
func (b *build) write(data []byte, file output.File) error {
	digest, err := b.tree.Write(file.Path, data)
	if err != nil {
		return err
	}
	file.SHA256, file.Size = digest.String(), int64(len(data))
	file.MediaType = cmp.Or(file.MediaType, plan.MediaType(file.Path))
	b.record(file)
	return b.compress(data, file)
}

func (b *build) record(file output.File) {
	file.MediaType = cmp.Or(file.MediaType, plan.MediaType(file.Path))
	b.mu.Lock()
	defer b.mu.Unlock()
	b.made = append(b.made, file)
}

// stamp writes a moment for the manifest.
func (b *build) stamp(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.In(b.corpus.Site.Zone).Format(time.RFC3339)
}

func (b *build) progress() {
	if b.in.Progress != nil {
		b.in.Progress(int(b.done.Add(1)), len(b.plan.Articles)+len(b.plan.Lists)+len(b.plan.Feeds))
	}
}

func (b *build) result() *Result {
	r := &Result{Problems: gate.Hide(b.causes(b.log.Problems())), Waived: b.told()}
	if b.corpus != nil {
		r.Languages, r.Pages, r.Held = b.corpus.Site.Tags(), len(b.corpus.Pages), b.corpus.Held
	}
	r.Past, r.Lost = b.next, b.lost
	r.Window = b.window
	if b.in.Keep {
		r.Corpus, r.Summary = b.corpus, func(p *corpus.Page) string { return b.left[p.Seq].Summary }
	}
	if b.tree == output.Tree(nowhere{}) || diag.HasErrors(r.Problems) {
		r.Past.outputs = b.past.standing() // of the tree that still stands
		return r
	}
	slices.SortFunc(b.made, func(x, y output.File) int { return cmp.Compare(x.Path, y.Path) })
	r.Made = b.remade()
	r.Manifest = &output.Manifest{Generator: "courtsite " + b.in.Version, BaseURL: b.corpus.Site.BaseURL, Gate: b.passed(), Files: b.made}
	r.Past.outputs = make(map[string]output.File, len(b.made))
	for _, f := range b.made {
		r.Past.outputs[f.Path] = f
		r.Files++
		r.Bytes += f.Size
	}
	r.Past.outcome = b.outcome(r)
	return r
}

// passed says which profile of the gate the site has passed. A preview with drafts has passed none.
func (b *build) passed() string {
	switch {
	case b.in.Drafts:
		return ""
	case b.corpus.Site.Strict:
		return "strict"
	}
	return "relaxed"
}

func borrow() *bytes.Buffer { return buffers.Get().(*bytes.Buffer) }

func giveBack(b *bytes.Buffer) {
	b.Reset()
	buffers.Put(b)
}
