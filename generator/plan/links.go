package plan

import (
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/page"
)

// Target is where a link of a page's text leads.
type Target struct {
	Href     string
	Page     *corpus.Page // where it is a page of this site
	Fragment string       // the part after "#", decoded
	File     string       // where it is a file beside a page, which then has to be copied
}

// Resolve follows a link of a page: to another page by the path of its file, in the reader's language where it exists in it; to a file; to an
// address of the site; or out of it.
func (p *Plan) Resolve(from *corpus.Page, link page.Link) (Target, []diag.Problem) {
	u, err := url.Parse(link.Dest)
	if own, found := strings.CutPrefix(link.Dest, p.Corpus.Site.BaseURL); found && err == nil {
		u, err = url.Parse("/" + own) // the site's own address, written in full
	}
	switch {
	case err != nil:
		return Target{Href: link.Dest}, []diag.Problem{diag.New(diag.LinkMalformed, link.Pos, link.Dest)}
	case link.Image && (u.Scheme != "" || u.Host != ""):
		return Target{Href: link.Dest}, []diag.Problem{diag.New(diag.ImageElsewhere, link.Pos, short(link.Dest))}
	case u.Scheme != "" || u.Host != "":
		return Target{Href: p.whole(u, link.Dest)}, p.own(u, link)
	case u.Path == "":
		return Target{Href: link.Dest, Page: from, Fragment: u.Fragment}, nil
	}
	if r, received := p.group.Received[from.Path]; received && r.Origin != nil {
		if t, ok := p.originLink(from, r.Origin, u, link); ok {
			return t, nil
		}
	}
	if strings.HasPrefix(u.Path, "/") {
		return p.address(u, link)
	}
	name := path.Join(from.Dir(), u.Path)
	if page.IsPage(name) {
		return p.pageLink(from, name, u, link)
	}
	if p.IsFile(name) {
		return Target{Href: p.href(strings.TrimPrefix(name, page.Folder)) + suffix(u), File: name}, p.open(name, link.Dest, link.Pos)
	}
	return Target{Href: p.nowhere(name, u)}, []diag.Problem{diag.New(diag.LinkBroken, link.Pos, link.Dest, p.meant(from, u))}
}

// whole is an address out of the site as it can stand in a feed too: with a scheme, the site's own where none is written.
func (p *Plan) whole(u *url.URL, dest string) string {
	if u.Scheme == "" {
		scheme, _, _ := strings.Cut(p.Corpus.Site.Origin, ":")
		return scheme + ":" + dest
	}
	return dest
}

// short is an address as a message shows it: a picture's may hold the picture itself.
func short(dest string) string {
	const most = 60
	if len(dest) <= most {
		return dest
	}
	return strings.ToValidUTF8(dest[:most], "") + "…"
}

// address follows a link that starts with "/": with or without the base address's path.
func (p *Plan) address(u *url.URL, link page.Link) (Target, []diag.Problem) {
	address := u.Path
	if base := p.Corpus.Site.BasePath; base != "/" && strings.HasPrefix(address, base) {
		address = address[len(base)-1:]
	}
	t := Target{Href: p.href(address) + suffix(u), Fragment: u.Fragment, Page: p.byAddress[address]}
	if p.IsFile(page.Folder + address) {
		t.File = page.Folder + address
		return t, p.open(t.File, link.Dest, link.Pos)
	}
	if problems := p.withheld(p.Corpus.WithheldAt(address), link); t.Page == nil && problems != nil {
		return t, problems
	}
	if !p.Has(address) {
		return t, []diag.Problem{diag.New(diag.LinkBroken, link.Pos, link.Dest, p.nearestAddress(address))}
	}
	return t, nil
}

// pageLink follows a link to a page's file.
func (p *Plan) pageLink(from *corpus.Page, name string, u *url.URL, link page.Link) (Target, []diag.Problem) {
	target := p.Corpus.ByFile(name)
	if target == nil {
		if problems := p.withheld(p.Corpus.WithheldFile(name), link); problems != nil {
			return Target{Href: link.Dest}, problems
		}
		kind := diag.LinkBroken
		if p.Corpus.Hidden(name) != 0 {
			kind = diag.LinkUnpublished
		}
		return Target{Href: p.nowhere(name, u)}, []diag.Problem{diag.New(kind, link.Pos, link.Dest, p.meant(from, u))}
	}
	// The file of the default language stands for the document: each reader gets their own version. A file of another language is meant itself.
	if target.Edition == target.Edition.Default {
		if own := target.Set.In(from.Lang); own != nil {
			target = own
		}
	}
	return Target{Href: p.href(target.Address) + suffix(u), Page: target, Fragment: u.Fragment}, nil
}

// nowhere is the address of a file that is not there. Only a site that wants no error of it gets to see it.
func (p *Plan) nowhere(name string, u *url.URL) string {
	name, inside := strings.CutPrefix(name, page.Folder+"/")
	if !inside {
		name = path.Base(name)
	}
	return p.href("/"+name) + suffix(u)
}

// own looks at an address with a host: written another way (http for https) it may still be one of this site's.
func (p *Plan) own(u *url.URL, link page.Link) []diag.Problem {
	if origin, err := url.Parse(p.Corpus.Site.Origin); len(p.Corpus.Withheld()) == 0 || err != nil || host(u) != host(origin) {
		return nil
	}
	return p.withheld(p.Corpus.WithheldAt("/"+strings.TrimPrefix(u.Path, p.Corpus.Site.BasePath)), link)
}

// host is an address's host, however its letters, a usual port and the dot of the root are written.
func host(u *url.URL) string {
	name := strings.ToLower(strings.TrimSuffix(u.Hostname(), "."))
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		name += ":" + port
	}
	return name
}

// withheld: a public page leads to none that is not.
func (p *Plan) withheld(w *corpus.Withheld, link page.Link) []diag.Problem {
	if w == nil {
		return nil
	}
	return []diag.Problem{diag.New(diag.AudienceLink, link.Pos, link.Dest, w.Audience.Words())}
}

func suffix(u *url.URL) string {
	var s string
	if u.RawQuery != "" {
		s = "?" + u.RawQuery
	}
	if u.Fragment != "" {
		s += "#" + u.EscapedFragment()
	}
	return s
}

// meant is what the author may have written: a file whose name has a # or ? needs it encoded, and folders on Windows are parted by backslashes.
func (p *Plan) meant(from *corpus.Page, u *url.URL) string {
	name, rest := u.Path, suffix(u)
	if rest != "" && p.IsFile(path.Join(from.Dir(), name+unescaped(rest))) {
		return name + strings.NewReplacer("#", "%23", "?", "%3F").Replace(rest)
	}
	return p.nearest(from, strings.ReplaceAll(name, `\`, "/"))
}

// unescaped is a text without percent signs; as it is where it has others.
func unescaped(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}

// nearest gives the relative path of the file that the author may have meant: one of the same name elsewhere, or one beside it.
func (p *Plan) nearest(from *corpus.Page, written string) string {
	base, dir := path.Base(written), path.Dir(path.Join(from.Dir(), written))
	var beside []string
	for _, other := range p.Corpus.Pages {
		if path.Base(other.Path) == base {
			return relative(from.Dir(), other.Path)
		}
		if d := other.Dir(); d == dir || d == from.Dir() {
			beside = append(beside, relative(from.Dir(), other.Path))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p.sizes)) {
		if path.Base(name) == base {
			return relative(from.Dir(), name)
		}
		if d := path.Dir(name); d == dir || d == from.Dir() {
			beside = append(beside, relative(from.Dir(), name))
		}
	}
	return nearestName(base, beside)
}

// nearestName gives the one of some paths whose last part is nearest to a name: what they have in common before it says nothing.
func nearestName(name string, paths []string) string {
	var names []string
	for _, p := range paths {
		names = append(names, path.Base(p))
	}
	if i := slices.Index(names, diag.Nearest(name, names)); i >= 0 {
		return paths[i]
	}
	return ""
}

// nearestAddress gives the address that the author may have meant: one with the same last part, or one in the same place.
func (p *Plan) nearestAddress(address string) string {
	if p.Has(address + "/") {
		return address + "/"
	}
	parent, last := path.Split(strings.TrimSuffix(address, "/"))
	var beside []string
	for _, other := range p.Corpus.Pages {
		otherParent, otherLast := path.Split(strings.TrimSuffix(other.Address, "/"))
		if otherLast == last {
			return other.Address
		}
		if otherParent == parent {
			beside = append(beside, other.Address)
		}
	}
	return nearestName(last, beside)
}

// relative writes a file's path as seen from a folder, both from the site's root.
func relative(dir, name string) string {
	from, to := strings.Split(dir, "/"), strings.Split(name, "/")
	same := 0
	for same < len(from) && same < len(to)-1 && from[same] == to[same] {
		same++
	}
	return strings.Repeat("../", len(from)-same) + strings.Join(to[same:], "/")
}
