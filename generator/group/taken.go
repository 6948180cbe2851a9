package group

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/page"
)

// A document that is handed down may want a place that is taken. Then it is left out there as a whole, with all its languages and files, so that no
// page is ever the translation of another court's, or shows another court's picture. A court's own file comes first: its address may be known to
// readers, and the court could not keep a higher one from taking the name. Between two courts the earlier rule decides. Nobody's site stops, and
// what was left out is told wherever it is.

// handing is one distribution of the documents that rules of push name.
type handing struct {
	*Group
	folders map[string][]os.DirEntry       // of members' own files, by path from the group's folder
	first   map[*Member]map[string]*Member // by receiving member: who has given a document, or what stands in a place
	told    map[*Member]map[string]bool    // documents that were left out, by receiving member
	rival   map[rivalry][]string           // the members that got another's document
	order   []rivalry
}

// rivalry is a document that a rule hands down, and another court's that is there already.
type rivalry struct {
	at        diag.Pos // of the rule
	id        string
	from, has *Member
}

func newHanding(g *Group) *handing {
	return &handing{
		Group: g, folders: map[string][]os.DirEntry{}, first: map[*Member]map[string]*Member{}, told: map[*Member]map[string]bool{}, rival: map[rivalry][]string{},
	}
}

// taken tells whether a file of the member's own stands where a document of another would, and warns of it once.
func (h *handing) taken(m *Member, d sent, list []received) bool {
	own := h.own(m, d, list)
	if own == "" {
		return false
	}
	from := list[0]
	key := from.from.ID + " " + d.id
	if h.told[m] == nil {
		h.told[m] = map[string]bool{}
	}
	if !h.told[m][key] {
		h.told[m][key] = true
		theirs := path.Join(from.from.Folder, from.file)
		m.Problems = append(m.Problems, diag.New(diag.GroupPushTwice, diag.Pos{Path: path.Join(m.Folder, own)}, from.from.ID, theirs, m.ID))
	}
	return true
}

// crowded are the warnings that the member's own files stand where others' documents would.
func (m *Member) crowded() []diag.Problem {
	return slices.DeleteFunc(slices.Clone(m.Problems), func(p diag.Problem) bool { return p.Kind != diag.GroupPushTwice })
}

// own finds a page of the member's own that is a version of the same document, whatever its language and form, or a file where one of the document's
// would stand; "" for none.
func (h *handing) own(m *Member, d sent, list []received) string {
	if m.Folder == "" {
		return ""
	}
	langs := page.Languages{Tags: m.Site.Tags(), Default: m.Site.Default}
	dir := path.Join(page.Folder, path.Dir(d.id))
	same := func(dir string, e os.DirEntry) bool {
		name := path.Join(dir, e.Name())
		return !e.IsDir() && page.IsPage(name) && !strings.HasPrefix(e.Name(), ".") && string(langs.ID(name)) == d.id
	}
	for _, e := range h.list(m, dir) {
		if same(dir, e) {
			return path.Join(dir, e.Name())
		}
		if !e.IsDir() || page.Slug(e.Name()) != path.Base(d.id) {
			continue
		}
		within := path.Join(dir, e.Name())
		for _, e := range h.list(m, within) {
			if same(within, e) {
				return path.Join(within, e.Name())
			}
		}
	}
	for _, r := range list {
		for name := r.place; name != page.Folder; name = path.Dir(name) { // a file may stand where a folder is needed
			i := slices.IndexFunc(h.list(m, path.Dir(name)), func(e os.DirEntry) bool { return e.Name() == path.Base(name) })
			if i >= 0 && (name == r.place || !h.list(m, path.Dir(name))[i].IsDir()) {
				return name
			}
		}
	}
	return ""
}

// list gives what is in a folder of a member's own, as it was when it was first asked for.
func (h *handing) list(m *Member, dir string) []os.DirEntry {
	name := path.Join(m.Folder, dir)
	entries, known := h.folders[name]
	if !known {
		entries, _ = os.ReadDir(filepath.Join(h.Dir, filepath.FromSlash(name))) // what cannot be read its own build tells
		h.folders[name] = entries
	}
	return entries
}

// rivalled tells whether another court has given the member a document of the same name, or a file in the same place, by an earlier rule.
func (h *handing) rivalled(m *Member, p push, d sent, list []received) bool {
	if h.first[m] == nil {
		h.first[m] = map[string]*Member{}
	}
	from := list[0].from
	keys := []string{d.id}
	for _, r := range list {
		keys = append(keys, r.place)
	}
	for _, key := range keys {
		if has := h.first[m][key]; has != nil && has != from {
			r := rivalry{p.at["documents"], d.id, from, has}
			if len(h.rival[r]) == 0 {
				h.order = append(h.order, r)
			}
			if !slices.Contains(h.rival[r], m.ID) {
				h.rival[r] = append(h.rival[r], m.ID)
			}
			return true
		}
	}
	for _, key := range keys {
		h.first[m][key] = from
	}
	return false
}

// rivals tells of the documents that stand nowhere since another court's do.
func (h *handing) rivals() (problems []diag.Problem) {
	for _, r := range h.order {
		problems = append(problems, diag.New(diag.GroupPushRival, r.at, r.id, r.from.ID, r.has.ID, some(h.rival[r])))
	}
	return problems
}

// some names the first of many.
func some(ids []string) string {
	if len(ids) <= 5 {
		return strings.Join(ids, ", ")
	}
	return strings.Join(ids[:5], ", ") + " …"
}
