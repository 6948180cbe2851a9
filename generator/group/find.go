package group

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"

	"courtsite/generator/diag"
)

// finder finds the members of a group and what is wrong with the list of them.
type finder struct {
	*Group
	problems []diag.Problem
}

func (f *finder) add(kind *diag.Kind, pos diag.Pos, args ...any) {
	f.problems = append(f.problems, diag.New(kind, pos, args...))
}

var goodID = regexp.MustCompile(`^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$`)

func (f *finder) find() error {
	s := f.settings
	if s.defaults != nil {
		s.defaults.Fresh() // finds the places of all keys, so that later readers only look at them
	}
	for _, p := range s.patterns {
		f.matching(p)
	}
	listed := s.listed
	if s.list != "" {
		src, problems, err := read(f.Dir, s.list)
		if err != nil {
			return err
		}
		f.problems = append(f.problems, problems...)
		if src != nil {
			rows, problems := parseList(s.list, src)
			f.problems = append(f.problems, problems...)
			listed = append(slices.Clone(listed), rows...)
		}
	}
	f.enlist(listed)
	if len(f.Members) == 0 && len(f.problems) == 0 {
		f.add(diag.GroupEmpty, diag.Pos{Path: File})
	}
	if s.portal != "" {
		f.Portal = &Member{ID: portalID, Folder: s.portal, pos: s.places["portal"]}
	}
	slices.SortFunc(f.Members, func(a, b *Member) int { return strings.Compare(a.ID, b.ID) })
	f.folders()
	f.configure()
	f.rules()
	return nil
}

// matching finds the folders of a pattern that hold a site.
func (f *finder) matching(p pattern) {
	glob := path.Clean(p.glob)
	var names []string
	if below(glob) {
		names, _ = fs.Glob(os.DirFS(f.Dir), glob) // the only error is a bad pattern, which finds nothing
	}
	found := 0
	for _, name := range names {
		if strings.HasPrefix(path.Base(name), ".") {
			continue
		}
		m := &Member{ID: path.Base(name), Folder: name, pos: diag.Pos{Path: name}}
		_, err := os.Lstat(filepath.Join(f.folder(m), "site.toml"))
		switch {
		case errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR):
			if !f.knew(m) {
				continue
			}
			m.Problems = append(m.Problems, diag.New(diag.SiteMissing, diag.Pos{Path: path.Join(name, "site.toml")}))
		case err != nil:
			m.Problems = append(m.Problems, diag.New(diag.SourceUnreadable, diag.Pos{Path: name}))
		}
		found++
		f.member(m)
	}
	if found == 0 {
		f.add(diag.GroupPattern, p.pos, p.glob)
	}
}

// knew tells whether a folder without a site.toml was a member's: one whose files are lost, or not there yet, must not vanish from the portal.
func (f *finder) knew(m *Member) bool {
	if !goodID.MatchString(m.ID) {
		return false
	}
	info, err := os.Stat(f.folder(m))
	_, ok := f.loadRecord(m)
	return ok && err == nil && info.IsDir()
}

// member takes one more member, unless its id is bad or taken.
func (f *finder) member(m *Member) {
	if !goodID.MatchString(m.ID) || m.ID == portalID || m.ID == boardID {
		f.add(diag.GroupID, m.pos, m.ID)
		return
	}
	f.Members = append(f.Members, m)
}

// enlist takes the members that are listed by name. One whose folder a pattern has found already gets its settings.
func (f *finder) enlist(list []listed) {
	known := map[string]*Member{}
	for _, m := range f.Members {
		if other := known[m.ID]; other != nil {
			f.add(diag.GroupTwice, m.pos, m.ID, other.pos.String())
		}
		known[m.ID] = m
	}
	for _, l := range list {
		if l.id == "" {
			f.add(diag.GroupRequired, l.pos, "id", `id = "b201"`)
			continue
		}
		folder := cleaned(l.folder)
		if m := known[l.id]; m != nil {
			if m.inline != nil || m.Built != "" || l.built != "" || folder != "" && folder != m.Folder || m.pos.Path != m.Folder {
				f.add(diag.GroupTwice, l.pos, l.id, m.pos.String())
				continue
			}
			m.inline, m.pos = l.site, l.pos
			continue
		}
		m := &Member{ID: l.id, Folder: folder, Built: cleaned(l.built), inline: l.site, pos: l.pos}
		if m.Folder == "" && m.Built == "" {
			f.add(diag.GroupRequired, l.pos, "folder", `folder = "courts/`+l.id+`"`)
			continue
		}
		known[l.id] = m
		f.member(m)
	}
}

func cleaned(folder string) string {
	if folder == "" {
		return ""
	}
	return path.Clean(filepath.ToSlash(folder))
}

// folders checks that every member has a folder of its own: what lies in another's could be read, or overwritten, by both.
func (f *finder) folders() {
	type claim struct {
		folder string
		by     *Member // nil: the group itself
	}
	f.outputs()
	claims := []claim{{folder: f.settings.out}, {folder: f.settings.cache}, {folder: "themes"}, {folder: "i18n"}}
	for _, m := range f.all() {
		if m.Folder != "" {
			claims = append(claims, claim{m.Folder, m})
		}
	}
	slices.SortStableFunc(claims, func(a, b claim) int { return strings.Compare(a.folder+"/", b.folder+"/") })
	bad := map[*Member]bool{}
	var above claim
	for _, c := range claims {
		inside := above.folder != "" && strings.HasPrefix(c.folder+"/", above.folder+"/")
		switch {
		case !inside:
			above = c
		case c.by == nil && above.by != nil:
			bad[above.by] = true
		case c.by != nil:
			bad[c.by] = true
		}
		if c.by != nil && !f.usable(c.folder) {
			bad[c.by] = true
		}
	}
	for _, m := range f.all() {
		switch {
		case bad[m]:
			m.Problems = append(m.Problems, diag.New(diag.GroupFolder, m.pos, m.Folder))
		case m.Built != "" && !f.usable(m.Built):
			m.Problems = append(m.Problems, diag.New(diag.GroupFolder, m.pos, m.Built))
		}
	}
}

// outputs wants the folders that are written to apart from each other, since the cache is private, and from all that is read.
func (f *finder) outputs() {
	within := func(a, b string) bool { return strings.HasPrefix(a+"/", b+"/") || strings.HasPrefix(b+"/", a+"/") }
	others := []string{"themes", "i18n"}
	for _, m := range f.all() {
		if m.Folder != "" {
			others = append(others, m.Folder)
		}
	}
	s := f.settings
	for _, place := range []struct{ key, folder, standard, other string }{{"out", s.out, "public", s.cache}, {"cache", s.cache, ".courtsite", s.out}} {
		if within(place.folder, place.other) || slices.ContainsFunc(others, func(name string) bool { return within(place.folder, name) }) {
			f.add(diag.GroupPlace, s.places[place.key], place.key, place.standard)
		}
	}
}

// all are the members and the portal.
func (g *Group) all() []*Member {
	if g.Portal == nil {
		return g.Members
	}
	return append(slices.Clone(g.Members), g.Portal)
}

// usable tells whether a path leads to a folder below the group's, through no symbolic link.
func (f *finder) usable(folder string) bool {
	if !below(folder) {
		return false
	}
	at := f.Dir
	for name := range strings.SplitSeq(folder, "/") {
		at = filepath.Join(at, name)
		if info, err := os.Lstat(at); err != nil || !info.IsDir() {
			return false
		}
	}
	return true
}
