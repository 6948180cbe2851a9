package group

import (
	"context"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"

	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/directory"
	"courtsite/generator/par"
	"courtsite/generator/source"
)

// inherit gives the values that a member's site.toml need not say, for one reader; nil for none.
func (g *Group) inherit(m *Member) *source.Table {
	defaults := g.settings.defaults
	switch {
	case m.inline == nil && defaults == nil:
		return nil
	case m.inline == nil:
		return defaults.Fresh()
	case defaults == nil:
		return m.inline.Fresh()
	}
	return m.inline.Fresh().Over(defaults.Fresh())
}

// configure reads every member's configuration, and finds what contradicts the group's or another's.
func (f *finder) configure() {
	f.keys()
	all := f.all()
	// The work cannot fail or be cancelled: what is wrong with a member is its own problem.
	_ = par.Each(context.Background(), 0, len(all), func(i int) error {
		f.configureOne(all[i])
		return nil
	})
	f.distinct("court.code", func(m *Member) string { return m.Site.Court.Code }, func(r *record) string { return r.Code })
	f.distinct("base_url", address, func(r *record) string { return plainAddress(r.BaseURL) })
	f.parents()
	for _, m := range f.Members {
		if unread(m) || len(f.Regions) == 0 {
			continue
		}
		region := m.Site.Court.Region
		if region == "" {
			m.Problems = append(m.Problems, diag.New(diag.GroupNoRegion, f.at(m, "court", "region")))
		} else if !slices.ContainsFunc(f.Regions, func(r directory.Region) bool { return strings.HasPrefix(region, r.Code) }) {
			m.Problems = append(m.Problems, diag.New(diag.GroupRegion, f.at(m, "court", "region"), region))
		}
	}
}

// unread tells whether a member's site.toml could not be read, or only in part: what it seems to inherit it may set itself, and what follows from that
// would hide the mistake, which its build tells.
func unread(m *Member) bool { return m.Site == nil || m.Site.Gaps }

// keys wants what is locked, and what members inherit, to be keys of site.toml: a key that is none would be locked in vain.
func (f *finder) keys() {
	for _, l := range f.settings.locked {
		var quoted []string
		for _, name := range l.key {
			quoted = append(quoted, strconv.Quote(name))
		}
		if p, ok := unknown(config.ParseOver([]byte(strings.Join(quoted, ".")+" = 0\n"), "", nil)); ok || slices.Contains(l.key, "") {
			p.Pos = l.pos
			f.problems = append(f.problems, p)
		}
	}
	if f.settings.defaults == nil {
		return
	}
	// What else is wrong with inherited values, a member's own may mend; its build tells.
	if p, ok := unknown(config.ParseOver(nil, "", f.settings.defaults.Fresh())); ok {
		f.problems = append(f.problems, p)
	}
}

// unknown finds the problem that a key is unknown.
func unknown(_ *config.Site, problems []diag.Problem) (diag.Problem, bool) {
	if i := slices.IndexFunc(problems, func(p diag.Problem) bool { return p.Kind == diag.TOMLUnknownKey }); i >= 0 {
		return problems[i], true
	}
	return diag.Problem{}, false
}

func (f *finder) configureOne(m *Member) {
	if m.HasOwnErrors() {
		return
	}
	var text []byte
	if m.Folder != "" {
		snap, problems, err := source.Scan(os.DirFS(f.folder(m)), config.File)
		if err == nil && diag.HasErrors(problems) {
			return // the build tells why
		}
		if err != nil {
			m.Problems = append(m.Problems, diag.New(diag.SourceUnreadable, diag.Pos{Path: m.Folder}))
			return
		}
		if _, there := snap.Lookup(config.File); there {
			read, ok, _ := snap.Text(config.File)
			if !ok {
				return // the build tells why
			}
			text = read.Bytes
		}
	}
	if text == nil && f.settings.defaults == nil && m.inline == nil {
		m.Problems = append(m.Problems, diag.New(diag.SiteMissing, diag.Pos{Path: path.Join(m.Folder, config.File)}))
		return
	}
	inherited := f.inherit(m)
	if inherited != nil {
		m.inherited = inherited.Fingerprint()
	}
	_, own := source.ParseTOML(config.File, text, 0, len(text))
	if m != f.Portal {
		f.locks(m, own)
	}
	if inherited != nil && !own.Written("base_url") {
		m.baseURL = strings.ReplaceAll(inherited.String("base_url"), "{id}", m.ID)
	}
	m.Site, _ = config.ParseOver(text, m.baseURL, f.inherit(m)) // the build tells what is wrong with it
}

// locks finds what a member sets and may not.
func (f *finder) locks(m *Member, own *source.Table) {
	for _, l := range f.settings.locked {
		if own.Written(l.key...) {
			pos := own.Pos(l.key...)
			pos.Path = path.Join(m.Folder, pos.Path)
			m.Problems = append(m.Problems, diag.New(diag.GroupLocked, pos, strings.Join(l.key, ".")))
		}
	}
	if !f.locked("theme") {
		return
	}
	for _, name := range f.themeFiles(m) {
		if !lookFile(name) {
			m.Problems = append(m.Problems, diag.New(diag.GroupLook, diag.Pos{Path: path.Join(m.Folder, name)}, name))
		}
	}
}

// locked tells whether members may not set a key.
func (g *Group) locked(key string) bool {
	return slices.ContainsFunc(g.settings.locked, func(l lock) bool { return strings.Join(l.key, ".") == key })
}

// themeFiles lists the files of a member's own themes folder.
func (f *finder) themeFiles(m *Member) []string {
	var names []string
	err := fs.WalkDir(os.DirFS(f.folder(m)), "themes", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !strings.HasPrefix(d.Name(), ".") {
			names = append(names, name)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		m.Problems = append(m.Problems, diag.New(diag.SourceUnreadable, diag.Pos{Path: path.Join(m.Folder, "themes")}))
	}
	return names
}

// lookFile tells whether a file below themes/ is one by which a court shows who it is, and nothing else.
func lookFile(name string) bool {
	parts := strings.SplitN(name, "/", 3)
	return len(parts) == 3 && slices.Contains([]string{"assets/emblem.svg", "assets/icon.svg", "assets/css/00-variables.css"}, parts[2])
}

// HasOwnErrors tells whether a member cannot be built because of what the group found, before its files were looked at.
func (m *Member) HasOwnErrors() bool { return diag.HasErrors(m.Problems) }

// at is where a member's configuration says something, be it what all members inherit.
func (g *Group) at(m *Member, key ...string) diag.Pos {
	pos, written := g.within(m, key...)
	if defaults := g.settings.defaults; !written && defaults != nil && defaults.Written(key...) {
		return defaults.Pos(key...)
	}
	return pos
}

// within is where a member's own configuration says something, or would: its site.toml, else what the group's files say of it alone. It is looked for
// when there is something to tell, so that of thousands of members nobody keeps the places of keys.
func (g *Group) within(m *Member, key ...string) (pos diag.Pos, written bool) {
	pos = m.pos
	if m.Folder != "" {
		if text, _, _ := read(g.folder(m), config.File); text != nil { // what is wrong with it its build tells
			_, own := source.ParseTOML(path.Join(m.Folder, config.File), text, 0, len(text))
			if pos = own.Pos(key...); own.Written(key...) {
				return pos, true
			}
		}
	}
	if m.inline != nil && m.inline.Written(key...) {
		return m.inline.Pos(key...), true
	}
	return pos, false
}

// address is where readers find a member's site, if it has an address.
func address(m *Member) string {
	if !m.Site.Placed() {
		return "" // its build tells why
	}
	return plainAddress(m.Site.BaseURL)
}

// plainAddress makes one text of the ways to write one address: readers, and the servers that they come to, know no difference.
func plainAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	host := strings.ToLower(u.Host)
	for _, standard := range []string{":80", ":443"} {
		host = strings.TrimSuffix(host, standard)
	}
	return host + u.EscapedPath()
}

// distinct wants a value to be each member's own: feeds and documents have their identities from the court's code, and readers find a site at its address.
// Of several members it is that one's whose published site has it already, else the first one's: a court must not stop another by taking its code.
func (f *finder) distinct(key string, of func(*Member) string, had func(*record) string) {
	holders := map[string][]*Member{}
	for _, m := range f.all() {
		if m.Site != nil && of(m) != "" {
			holders[of(m)] = append(holders[of(m)], m)
		}
	}
	for _, m := range f.all() {
		if unread(m) || len(holders[of(m)]) < 2 || of(m) == "" {
			continue
		}
		owner := holders[of(m)][0]
		for _, h := range holders[of(m)] {
			if r, ok := f.loadRecord(h); ok && had(r) == of(m) || h == f.Portal && hasManifest(f.Out(h)) {
				owner = h
				break
			}
		}
		if m != owner {
			value := of(m)
			if key == "base_url" {
				value = m.Site.BaseURL
			}
			m.Problems = append(m.Problems, diag.New(diag.GroupTwice, f.at(m, strings.Split(key, ".")...), key+" = \""+value+"\"", owner.ID))
		}
	}
}

// parents wants the court above to be a member, and no court to stand above itself.
func (f *finder) parents() {
	byID := map[string]*Member{}
	var ids []string
	for _, m := range f.Members {
		byID[m.ID] = m
		ids = append(ids, m.ID)
	}
	above := func(m *Member) *Member {
		if m == nil || m.Site == nil {
			return nil
		}
		return byID[m.Site.Court.Parent]
	}
	for _, m := range f.Members {
		if unread(m) || m.Site.Court.Parent == "" {
			continue
		}
		at := above(m)
		for range f.Members {
			if at == nil || at == m {
				break
			}
			at = above(at)
		}
		parent := m.Site.Court.Parent
		switch {
		case above(m) == nil:
			m.Problems = append(m.Problems, diag.New(diag.GroupParent, f.at(m, "court", "parent"), parent,
				diag.Words{EN: "is not a member of the group", ZH: "不是站群成员"}, nearest(parent, ids)))
		case at == m:
			m.Problems = append(m.Problems, diag.New(diag.GroupParent, f.at(m, "court", "parent"), parent,
				diag.Words{EN: "is this court itself, or stands below it", ZH: "就是本院，或在本院之下"}, diag.Words{}))
		}
	}
}
