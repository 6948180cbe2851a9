package generator

import (
	"net/url"
	"path"
	"strings"

	"courtsite/generator/config"
	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/page"
)

// forget leaves nothing to the next build of pages that are not for the public: they are in their own files only.
func (b *build) forget() {
	for _, w := range b.corpus.Withheld() {
		delete(b.next.heads, w.Path)
	}
}

// reserved finds the files that belong to pages which are not for the public: what lies in such a page's own folder, and what such a page attaches,
// shows or links to from elsewhere, unless it lies in the own folder of a page that is for the public.
func (b *build) reserved() map[string]*corpus.Withheld {
	withheld := b.corpus.Withheld()
	if len(withheld) == 0 {
		return nil
	}
	public := map[string]bool{}
	for _, p := range b.corpus.Pages {
		if p.Bundle {
			public[p.Dir()] = true
		}
	}
	files, folders := map[string]*corpus.Withheld{}, map[string]*corpus.Withheld{}
	for _, w := range withheld {
		if dir := path.Dir(w.Path); w.Bundle && !public[dir] {
			folders[dir] = w
		}
	}
	for _, f := range b.snap.Files() {
		if w := within(folders, f.Path); w != nil && page.IsAttachment(f.Path) {
			files[f.Path] = w
		}
	}
	for _, w := range withheld {
		for _, name := range b.uses(w) {
			if !public[path.Dir(name)] {
				files[name] = w
			}
		}
	}
	return files
}

// within gives the page in whose own folder, or below it, a file lies; nil for none.
func within(folders map[string]*corpus.Withheld, name string) *corpus.Withheld {
	for dir := path.Dir(name); dir != page.Folder && dir != "."; dir = path.Dir(dir) {
		if w := folders[dir]; w != nil {
			return w
		}
	}
	return nil
}

// uses lists the files that a page which is not published names: in its front matter, and in its text.
func (b *build) uses(w *corpus.Withheld) []string {
	var names []string
	add := func(name string) {
		if name, found := strings.CutPrefix(name, "/"); found {
			names = append(names, path.Join(page.Folder, name))
			return
		}
		names = append(names, path.Join(path.Dir(w.Path), name))
	}
	for _, a := range w.Attachments {
		add(a.File)
	}
	if w.Image != "" {
		add(w.Image)
	}
	if text, ok, _ := b.snap.Text(w.Path); ok && text.Digest == w.Digest {
		body, _ := page.ParseBody(w.Head, text.Bytes, w.Start) // nobody will read it: its mistakes can wait
		for _, l := range body.Links() {
			if u, err := url.Parse(l.Dest); err == nil && u.Host == "" && u.Path != "" {
				add(u.Path)
			}
		}
	}
	return names
}

// proof goes over everything that the site will be made of and finds what comes from a page that is not for the public, or would stand at its address. The
// stages before it leave such pages out; this holds them to it.
func (b *build) proof() []diag.Problem {
	withheld := b.corpus.Withheld()
	if len(withheld) == 0 {
		return nil
	}
	sources, addresses, listed := map[string]*corpus.Withheld{}, map[string]*corpus.Withheld{}, map[string]*corpus.Withheld{}
	for _, w := range withheld {
		sources[w.Path], addresses[strings.ToLower(w.Address)], listed[b.plan.Abs(w.Address)] = w, w, w
	}
	var problems []diag.Problem
	refuse := func(w *corpus.Withheld, pos diag.Pos, what string) {
		if w != nil {
			problems = append(problems, diag.New(diag.AudienceOutput, pos, what, w.Path, w.Audience.Words()))
		}
	}
	for o := range b.plan.Outputs() {
		w := sources[o.By]
		if w == nil && o.By != config.File { // an address that was withdrawn may say so
			w = addresses[strings.ToLower("/"+strings.TrimSuffix(o.Path, "index.html"))]
		}
		refuse(w, o.Pos, "/"+strings.TrimSuffix(o.Path, "index.html"))
	}
	for _, s := range b.plan.Sitemaps {
		for _, a := range s.Addresses() {
			refuse(listed[a.Loc], diag.Pos{Path: s.Path}, a.Loc)
		}
	}
	return problems
}
