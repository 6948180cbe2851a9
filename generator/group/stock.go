package group

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/directory"
	"courtsite/generator/page"
	"courtsite/generator/plan"
	"courtsite/generator/signoff"
	"courtsite/generator/source"
)

// stock is all that a member has to give.
type stock struct {
	documents []sent
	origin    *plan.Origin
	names     []directory.Name // of its court
	root      string           // the folder that has the files
	past      bool             // as the member last published it
	broken    bool             // some page could not be read, so others may be there than were found
}

// sent is a document that a member has to give: the pages of its languages, and the files that go with them.
type sent struct {
	id    string
	pages map[string]received // by language
	files []received
}

// documents lists what a member has to give. What cannot be read is left out: its own build tells why.
func (f *finder) documents(m *Member) *stock {
	o := &plan.Origin{BaseURL: m.Site.BaseURL, Default: m.Site.Default, Documents: map[string]string{}, Versions: map[string]map[string]string{}, Addresses: map[string]string{}}
	s := &stock{origin: o, names: m.names(), root: f.folder(m), broken: true}
	site, closeSite, err := f.open(m)
	defer closeSite()
	if err != nil {
		return s
	}
	snap, problems, err := source.Scan(site, config.File, page.Folder)
	if err != nil {
		return s
	}
	s.broken = diag.HasErrors(problems)
	at, withheld, links := map[page.ID]int{}, map[string]bool{}, map[string][]page.Link{}
	langs := page.Languages{Tags: m.Site.Tags(), Default: m.Site.Default}
	for _, file := range snap.Files() {
		if !page.IsPage(file.Path) {
			continue
		}
		text, ok, _ := snap.Text(file.Path)
		if !ok {
			s.broken = true
			continue
		}
		head, _ := page.ParseHead(file.Path, text, langs, m.Site.Zone)
		if head == nil {
			s.broken = true
			continue
		}
		if head.Audience.Withheld() || head.Audience == page.Unstated && m.Site.Gate.AudienceFor(head.ID, head.Item).Withheld() {
			withheld[string(head.ID)] = true // in every language, and whatever the receiving site's own settings say
			continue
		}
		if _, known := at[head.ID]; !known {
			at[head.ID] = len(s.documents)
			s.documents = append(s.documents, sent{id: string(head.ID), pages: map[string]received{}})
			o.Versions[string(head.ID)] = map[string]string{}
		}
		r := received{place: withTag(head), from: m, file: head.Path, canonical: m.address(head), stock: s}
		d := &s.documents[at[head.ID]]
		d.pages[head.Lang] = r
		if f.handed(m, d.id) {
			body, _ := page.ParseBody(head, text.Bytes, head.Start)
			links[head.Path] = body.Links()
		}
		d.files = append(d.files, companions(m, snap, head, links[head.Path], s)...)
		if !head.Draft { // an embargo that has not ended is for the receiving site's build to see
			o.Documents[head.Path], o.Versions[d.id][head.Lang] = d.id, r.canonical
			o.Addresses["/"+strings.TrimPrefix(r.canonical, m.Site.BaseURL)] = r.canonical
		}
	}
	s.documents = slices.DeleteFunc(s.documents, func(d sent) bool { return withheld[d.id] })
	maps.DeleteFunc(o.Documents, func(_, id string) bool { return withheld[id] })
	for _, d := range s.documents {
		for tag, r := range d.pages {
			r.links = leads(o, path.Dir(r.file), tag, links[r.file])
			d.pages[tag] = r
		}
	}
	return s
}

// leads digests where the links of a document lead on its own site: when one of those pages moves, the document has to be made anew wherever it stands.
func leads(o *plan.Origin, dir, lang string, links []page.Link) string {
	sum := sha256.New()
	for _, l := range links {
		if u, err := url.Parse(l.Dest); err == nil && u.Host == "" && u.Path != "" {
			fmt.Fprintf(sum, "%s\x00", o.Page(dir, lang, u))
		}
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// withTag is a page's file with its language in its name: the receiving site's default language may be another.
func withTag(h *page.Head) string {
	ext := path.Ext(h.Path)
	stem := strings.TrimSuffix(h.Path, ext)
	if tag := "." + h.Lang; len(stem) > len(tag) && strings.EqualFold(stem[len(stem)-len(tag):], tag) {
		stem = stem[:len(stem)-len(tag)]
	}
	return stem + "." + h.Lang + ext
}

// companions are the files that go with a page: its signatures, which hold for its text wherever that stands; those beside it in a folder of its own,
// else those that its front matter names, and the pictures in its text, which no page fetches from another site.
func companions(m *Member, snap *source.Snapshot, h *page.Head, links []page.Link, s *stock) []received {
	var files []received
	dir := path.Dir(h.Path)
	if signed := signoff.File(h.Path); inSnapshot(snap, signed) {
		files = append(files, received{place: signoff.File(withTag(h)), from: m, file: signed, stock: s})
	}
	if h.Bundle {
		for _, f := range snap.Files() {
			if strings.HasPrefix(f.Path, dir+"/") && !page.IsPage(f.Path) && !page.IsSignOffs(f.Path) {
				files = append(files, received{place: f.Path, from: m, file: f.Path, stock: s})
			}
		}
		return files
	}
	names := []string{h.Image}
	for _, a := range h.Attachments {
		names = append(names, a.File)
	}
	for _, l := range links {
		if u, err := url.Parse(l.Dest); l.Image && err == nil && u.Host == "" && u.Scheme == "" && !strings.HasPrefix(u.Path, "/") {
			names = append(names, u.Path)
		}
	}
	for _, name := range names {
		if file := path.Join(dir, name); name != "" && fs.ValidPath(file) && strings.HasPrefix(file, page.Folder+"/") && inSnapshot(snap, file) {
			files = append(files, received{place: file, from: m, file: file, stock: s})
		}
	}
	return files
}

func inSnapshot(snap *source.Snapshot, name string) bool {
	_, there := snap.Lookup(name)
	return there
}

// address is the whole address of a page on the member's site.
func (m *Member) address(h *page.Head) string {
	parts := []string{h.Slug}
	if h.Item != "" {
		parts = append([]string{h.Item}, parts...)
	}
	if h.Lang != m.Site.Default {
		parts = append([]string{strings.ToLower(h.Lang)}, parts...)
	}
	return m.Site.BaseURL + directory.Escape(strings.Join(parts, "/")) + "/"
}

// names are what the court is called, the default language first.
func (m *Member) names() []directory.Name {
	var names []directory.Name
	for _, l := range m.Site.Languages {
		names = append(names, directory.Name{Lang: l.Tag, Text: l.Court})
	}
	return names
}
