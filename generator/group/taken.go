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

// handing is one distribution of the documents that rules of push name, to one member after the other.
type handing struct {
	*Group
	rival map[rivalry][]string // the members that got another's document
	order []rivalry

	// Of the member that is at work, so that memory does not grow with their number:
	folders map[string]*shelf  // its own files, by path from its folder
	first   map[string]*Member // who has given a document, or what stands in a place
	told    map[string]bool    // documents that were left out
}

// begin turns to the next member.
func (h *handing) begin() {
	h.folders, h.first, h.told = map[string]*shelf{}, map[string]*Member{}, map[string]bool{}
}

// rivalry is a document that a rule hands down, and another court's that is there already.
type rivalry struct {
	at        diag.Pos // of the rule
	id        string
	from, has *Member
}

// taken tells whether a file of the member's own stands where a document of another would, and warns of it once.
func (h *handing) taken(m *Member, d sent, list []received) bool {
	own := h.own(m, d, list)
	if own == "" {
		return false
	}
	from := list[0]
	key := from.from.ID + " " + d.id
	if !h.told[key] {
		h.told[key] = true
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
	dir := path.Join(page.Folder, path.Dir(d.id))
	here := h.list(m, dir)
	if name := here.pages[d.id]; name != "" {
		return name
	}
	for _, folder := range here.bundles[path.Base(d.id)] {
		if name := h.list(m, path.Join(dir, folder)).pages[d.id]; name != "" {
			return name
		}
	}
	for _, r := range list {
		for name := r.place; name != page.Folder; name = path.Dir(name) { // a file may stand where a folder is needed
			if isDir, there := h.list(m, path.Dir(name)).names[path.Base(name)]; there && (name == r.place || !isDir) {
				return name
			}
		}
	}
	return ""
}

// shelf is a folder of a member's own.
type shelf struct {
	names   map[string]bool     // what is in it, and whether that is a folder
	pages   map[string]string   // one page of each document, by its id
	bundles map[string][]string // folders by what a document in one of its own would be called
}

func (s *shelf) has(name string) bool {
	_, there := s.names[name]
	return there
}

// list gives what is in a folder of a member's own, as it was when it was first asked for.
func (h *handing) list(m *Member, dir string) *shelf {
	if s := h.folders[dir]; s != nil {
		return s
	}
	s := &shelf{names: map[string]bool{}, pages: map[string]string{}, bundles: map[string][]string{}}
	h.folders[dir] = s
	langs := page.Languages{Tags: m.Site.Tags(), Default: m.Site.Default}
	entries, _ := os.ReadDir(filepath.Join(h.folder(m), filepath.FromSlash(dir))) // what cannot be read its own build tells
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		s.names[e.Name()] = e.IsDir()
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			slug := page.Slug(e.Name())
			s.bundles[slug] = append(s.bundles[slug], e.Name())
		case page.IsPage(name):
			if id := string(langs.ID(name)); s.pages[id] == "" {
				s.pages[id] = name
			}
		}
	}
	return s
}

// rivalled tells whether another court has given the member a document of the same name, or a file in the same place, by an earlier rule.
func (h *handing) rivalled(m *Member, p push, d sent, list []received) bool {
	from := list[0].from
	keys := []string{d.id}
	for _, r := range list {
		keys = append(keys, r.place)
	}
	for _, key := range keys {
		if has := h.first[key]; has != nil && has != from {
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
		h.first[key] = from
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
