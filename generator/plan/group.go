package plan

import (
	"cmp"
	"html/template"
	"net/url"
	"path"
	"strings"

	"courtsite/generator/corpus"
	"courtsite/generator/directory"
	"courtsite/generator/page"
	"courtsite/generator/view"
)

// Group is what a site knows of the group that it is one of. The zero Group is that of a site alone.
type Group struct {
	Directory *directory.Directory // of the group's portal; nil for every other site
	Received  map[string]Received  // by the page's file; files that go with a page have no canonical address
}

// Received says where a document comes from that another court of the group gave this one.
type Received struct {
	Court     []directory.Name
	Canonical string // absolute address of the document on that court's own site
	Origin    *Origin
}

// Origin is what a document's own site has, for the links in its text: they mean that site's pages, not those of the site that received it. Immutable.
type Origin struct {
	BaseURL   string
	Default   string                       // language
	Documents map[string]string            // by a page's file: the document's identity
	Versions  map[string]map[string]string // by that and by language: the absolute address
	Addresses map[string]string            // by an address from the site's root: the same, absolute
}

// canonical is the address that machines are to take for the page's own, and whether that is on this site.
func (s *site) canonical(sh sheet) (address string, here bool) {
	if sh.article != nil {
		if r, received := s.group.Received[sh.article.Path]; received {
			return r.Canonical, false
		}
	}
	return s.abs(sh.address), true
}

// received says at the top of an article which court it comes from.
func (s *site) received(p *corpus.Page, v *view.Article) {
	r, ok := s.group.Received[p.Path]
	if !ok {
		return
	}
	e := p.Edition
	name, lang := directory.In(r.Court, p.Lang)
	text, from := e.Locale.Phrase("received_notice")
	phrase := template.HTMLEscapeString(text)
	shown := template.HTMLEscapeString(name)
	if lang != from {
		shown = s.span(shown, lang)
	}
	phrase = strings.ReplaceAll(phrase, "{court}", shown)
	if from != p.Lang {
		phrase = s.span(phrase, from)
	}
	link := view.Link{Text: p.Title, Href: r.Canonical}
	v.Notices = append(v.Notices, view.Notice{Kind: "received", Text: template.HTML(phrase), Original: &link})
	if v.SourceName == "" {
		v.SourceName = name
	}
}

// span marks HTML as being in another language than what stands around it.
func (s *site) span(html, lang string) string {
	return `<span lang="` + template.HTMLEscapeString(lang) + `" dir="` + s.dir(lang) + `">` + html + "</span>"
}

// originLink follows a link in a document that another court gave: to this site's copy where it received that document, or file, too; else to the other
// site, where it leads somewhere, as that site's own build has made sure. ok is false for what can only be a mistake, and for pictures.
func (p *Plan) originLink(from *corpus.Page, o *Origin, u *url.URL, link page.Link) (t Target, ok bool) {
	if to := o.Page(from.Dir(), from.Lang, u); to != "" {
		for file, r := range p.group.Received {
			if r.Canonical == to {
				if local := p.Corpus.ByFile(file); local != nil {
					return Target{Href: p.href(local.Address) + suffix(u), Page: local, Fragment: u.Fragment}, true
				}
			}
		}
		return Target{Href: to + suffix(u)}, true
	}
	name := path.Join(from.Dir(), u.Path)
	if strings.HasPrefix(u.Path, "/") {
		name = path.Join(page.Folder, o.inside(u.Path))
	}
	if _, here := p.group.Received[name]; here || link.Image || page.IsPage(name) {
		return t, false
	}
	address, inside := strings.CutPrefix(name+"/", page.Folder+"/")
	if !inside {
		return t, false
	}
	if !strings.HasSuffix(u.Path, "/") {
		address = strings.TrimSuffix(address, "/")
	}
	return Target{Href: o.BaseURL + directory.Escape(address) + suffix(u)}, true
}

// Page is the absolute address of the page that a link in one of the site's documents leads to, by the folder and the language of that document; "" for
// what is no page of the site.
func (o *Origin) Page(dir, lang string, u *url.URL) string {
	if strings.HasPrefix(u.Path, "/") {
		return o.Addresses[o.inside(u.Path)]
	}
	if id, known := o.Documents[path.Join(dir, u.Path)]; known {
		return cmp.Or(o.Versions[id][lang], o.Versions[id][o.Default])
	}
	if id, known := o.Documents[untagged(path.Join(dir, u.Path), o.Default)]; known {
		return o.Versions[id][lang]
	}
	return ""
}

// inside is an address without the base address's path, with which a link may be written or without.
func (o *Origin) inside(address string) string {
	base, err := url.Parse(o.BaseURL)
	if err == nil && base.Path != "/" && strings.HasPrefix(address, base.Path) {
		return address[len(base.Path)-1:]
	}
	return address
}

// untagged is a page's file without the tag of the language.
func untagged(file, tag string) string {
	ext := path.Ext(file)
	return strings.TrimSuffix(strings.TrimSuffix(file, ext), "."+tag) + ext
}
