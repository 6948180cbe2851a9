package group

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"

	"courtsite/generator/diag"
	"courtsite/generator/output"
	"courtsite/generator/page"
)

// finder finds the members of a group and what is wrong with the list of them.
type finder struct {
	*Group
	problems []diag.Problem
	over     map[string]string // folders that hold no site.toml, with the patterns that found them
}

func (f *finder) add(kind *diag.Kind, pos diag.Pos, args ...any) {
	f.problems = append(f.problems, diag.New(kind, pos, args...))
}

var idLetters = regexp.MustCompile(`^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$`)

// goodID tells whether an id can be a member's: the name of its folder of output, on every system.
func goodID(id string) bool {
	return idLetters.MatchString(id) && id != PortalID && id != BoardID && output.CheckPath(id) == nil
}

func (f *finder) find() error {
	s := f.settings
	if s.defaults != nil {
		s.defaults.Fresh() // finds the places of all keys, so that later readers only look at them
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
	named := map[string]string{} // ids by folder
	for _, l := range listed {
		if l.folder != "" {
			named[cleaned(l.folder)] = l.id
		}
	}
	for _, p := range s.patterns {
		f.matching(p, named)
	}
	f.enlist(listed)
	f.passedOver()
	if len(f.Members) == 0 && len(f.problems) == 0 {
		f.add(diag.GroupEmpty, diag.Pos{Path: File})
	}
	if s.portal != "" {
		f.Portal = &Member{ID: PortalID, Folder: s.portal, pos: s.places["portal"]}
	}
	slices.SortFunc(f.Members, func(a, b *Member) int { return strings.Compare(a.ID, b.ID) })
	f.folders()
	f.configure()
	f.rules()
	return nil
}

// matching finds the folders of a pattern that hold a site. named are those that are listed, under an id of their own.
func (f *finder) matching(p pattern, named map[string]string) {
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
		if id, listed := named[name]; listed && id != m.ID || name == f.settings.portal && m.ID == PortalID {
			found++
			continue
		}
		info, err := os.Lstat(filepath.Join(f.folder(m), "site.toml"))
		switch {
		case err == nil && info.IsDir():
			m.Problems = append(m.Problems, diag.New(diag.SiteMissing, diag.Pos{Path: path.Join(name, "site.toml")}))
		case errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR):
			if !f.knew(m) {
				f.over[name] = glob
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

// passedOver tells of folders that patterns find and that are no members, though they look as if they were meant to be, or to hold some.
func (f *finder) passedOver() {
	for _, folder := range slices.Sorted(maps.Keys(f.over)) {
		if slices.ContainsFunc(f.Members, func(m *Member) bool { return m.Folder == folder || strings.HasPrefix(m.Folder, folder+"/") }) {
			continue
		}
		dir := filepath.Join(f.Dir, filepath.FromSlash(folder))
		if nested, _ := fs.Glob(os.DirFS(dir), "*/site.toml"); len(nested) > 0 && folder != path.Dir(f.settings.portal) {
			f.add(diag.GroupPassedOver, diag.Pos{Path: folder}, path.Join(folder, path.Dir(nested[0])), f.over[folder]+"/*")
		} else if info, err := os.Lstat(filepath.Join(dir, page.Folder)); err == nil && info.IsDir() {
			f.add(diag.GroupNoSite, diag.Pos{Path: folder})
		}
	}
}

// knew tells whether a folder without a site.toml was a member's: one whose files are lost, or not there yet, must not vanish from the portal.
func (f *finder) knew(m *Member) bool {
	if !goodID(m.ID) {
		return false
	}
	info, err := os.Stat(f.folder(m))
	_, ok := f.loadRecord(m)
	return ok && err == nil && info.IsDir()
}

// member takes one more member, unless its id is bad or taken.
func (f *finder) member(m *Member) {
	if !goodID(m.ID) {
		f.add(diag.GroupID, m.pos, m.ID)
		return
	}
	f.Members = append(f.Members, m)
}

// enlist takes the members that are listed by name. One whose folder a pattern has found already gets its settings.
func (f *finder) enlist(list []listed) {
	known := map[string]*Member{}
	for _, m := range f.Members {
		if other := known[m.ID]; other != nil { // which of the two is meant, nobody can tell: what stands, stands
			other.Problems = append(other.Problems, diag.New(diag.GroupTwice, m.pos, m.ID, other.pos.String()))
			continue
		}
		known[m.ID] = m
	}
	f.Members = slices.DeleteFunc(f.Members, func(m *Member) bool { return known[m.ID] != m })
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
	bad := map[*Member]diag.Words{}
	var above claim
	for _, c := range claims {
		inside := above.folder != "" && strings.HasPrefix(c.folder+"/", above.folder+"/")
		switch {
		case !inside:
			above = c
		case c.by == nil && above.by != nil:
			bad[above.by] = diag.Words{EN: "it holds " + c.folder + ", which is the group's own", ZH: "其中有站群自己的 " + c.folder}
		case c.by != nil && above.by == nil:
			bad[c.by] = diag.Words{EN: "it lies in " + above.folder + ", which is the group's own", ZH: "它在站群自己的 " + above.folder + " 之内"}
		case c.by != nil:
			bad[c.by] = diag.Words{EN: "it is the folder of " + above.by.ID + ", or lies in it", ZH: "它是 " + above.by.ID + " 的文件夹，或在其中"}
		}
		if c.by != nil {
			if why := f.unusable(c.folder); why != (diag.Words{}) {
				bad[c.by] = why
			}
		}
	}
	for _, m := range f.all() {
		if why, is := bad[m]; is {
			m.Problems = append(m.Problems, diag.New(diag.GroupFolder, m.pos, m.Folder, why))
		} else if m.Built != "" {
			if why := f.unusable(m.Built); why != (diag.Words{}) {
				m.Problems = append(m.Problems, diag.New(diag.GroupFolder, m.pos, m.Built, why))
			}
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

// unusable says why a path does not lead to a folder below the group's, through no symbolic link; nothing where it does.
func (f *finder) unusable(folder string) diag.Words {
	if !below(folder) {
		return diag.Words{EN: "it is not below group.toml", ZH: "它不在 group.toml 之下"}
	}
	at, whole := f.Dir, ""
	for name := range strings.SplitSeq(folder, "/") {
		at, whole = filepath.Join(at, name), path.Join(whole, name)
		info, err := os.Lstat(at)
		switch {
		case errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR):
			return diag.Words{EN: "there is no " + whole, ZH: "没有 " + whole}
		case err != nil:
			return diag.Words{EN: whole + " cannot be opened", ZH: "无法打开 " + whole}
		case info.Mode()&fs.ModeSymlink != 0:
			return diag.Words{EN: whole + " is a symbolic link", ZH: whole + " 是符号链接"}
		case !info.IsDir():
			return diag.Words{EN: whole + " is no folder", ZH: whole + " 不是文件夹"}
		}
	}
	return diag.Words{}
}
