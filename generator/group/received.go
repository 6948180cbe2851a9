package group

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"courtsite/generator/catalogue"
	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/directory"
	"courtsite/generator/page"
	"courtsite/generator/plan"
	"courtsite/generator/signoff"
	"courtsite/generator/source"
)

// received is a file of another member that stands on this one's site.
type received struct {
	place     string // in the receiving site: "content/service/guides/filing.zh-Hans.md"
	from      *Member
	file      string // in the other's folder
	canonical string // the page's address on the other's site; "" for a file that goes with a page
	links     string // digest of where a page's links lead on the other's site
	stock     *stock
	documents []string // that the file belongs to; a picture may go with several
}

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

// rules finds what the rules of push and take name, and gives documents to the members that they are for.
func (f *finder) rules() {
	for _, t := range f.settings.take {
		f.checkSelection("take", t.selection)
		f.checkItems(t)
	}
	for _, p := range f.settings.push {
		f.checkSelection("push", p.selection)
		from := f.byID(p.from)
		switch {
		case p.from == "":
			continue
		case from == nil && f.unlisted():
			continue // why, is told where members are named
		case from == nil:
			f.add(diag.GroupRuleMember, p.at["from"], "push.from", p.from, nearest(p.from, f.ids()))
			f.lose(p.from)
			continue
		case from.Site == nil:
			continue
		}
		if f.stocks[from] == nil {
			f.stocks[from] = f.documents(from)
		}
	}
	for _, m := range f.Members {
		m.found = len(m.Problems)
	}
	f.problems = append(f.problems, f.hand()...)
}

// lose takes a court that documents are to come from, and that is no member, for one that cannot be built: the others show what it last published until
// the rule is mended.
func (f *finder) lose(id string) {
	if !idLetters.MatchString(id) || f.lost[id] != nil {
		return
	}
	m := &Member{ID: id}
	s := f.loadGiven(m)
	if dir, err := filepath.Rel(f.Dir, s.root); err == nil {
		m.Folder = filepath.ToSlash(dir)
	}
	f.lost[id], f.stocks[m] = m, s
}

// sender is the court that a rule hands documents down from; nil for none.
func (g *Group) sender(p push) *Member {
	if m := g.byID(p.from); m != nil {
		return m
	}
	return g.lost[p.from]
}

// hand gives every member the documents that rules hand to it, of what there is now.
func (g *Group) hand() (problems []diag.Problem) {
	var rules []handout
	for _, p := range g.settings.push {
		from := g.sender(p)
		if s := g.stocks[from]; from != nil && s != nil {
			rule, more := g.choose(p, from, s)
			rules, problems = append(rules, rule), append(problems, more...)
		}
	}
	h := &handing{Group: g, rival: map[rivalry][]string{}}
	for _, m := range g.Members {
		m.received, m.Problems = nil, m.Problems[:m.found:m.found]
		h.begin()
		for _, rule := range rules {
			if m == rule.from || m.Built != "" || !rule.covers(m) {
				continue
			}
			for _, d := range rule.chosen {
				h.receive(m, rule.push, d)
			}
		}
		slices.SortStableFunc(m.received, func(a, b received) int { return strings.Compare(a.place, b.place) })
		m.received = merge(m.received)
	}
	return append(problems, h.rivals()...)
}

// merge makes one of the files that several documents of a court have in one place.
func merge(list []received) []received {
	var merged []received
	for _, r := range list {
		if n := len(merged); n > 0 && merged[n-1].place == r.place {
			merged[n-1].documents = append(slices.Clip(merged[n-1].documents), r.documents...)
			continue
		}
		merged = append(merged, r)
	}
	return merged
}

func (g *Group) byID(id string) *Member {
	for _, m := range g.all() {
		if m.ID == id {
			return m
		}
	}
	return nil
}

func (f *finder) ids() []string {
	var ids []string
	for _, m := range f.all() {
		ids = append(ids, m.ID)
	}
	return ids
}

// checkSelection wants every name in a rule to be that of something: a rule that is for nobody by mistake would do nothing, in silence.
func (f *finder) checkSelection(rule string, s selection) {
	levels, kinds := []string{"basic", "intermediate", "high", "supreme"}, slices.Clone(catalogue.Kinds)
	var languages []string
	for _, m := range f.Members {
		if m.Site != nil {
			levels, kinds, languages = append(levels, m.Site.Court.Level), append(kinds, m.Site.Court.Kind), append(languages, m.Site.Tags()...)
		}
	}
	for _, c := range []struct {
		key          string
		names, known []string
	}{{"only", s.members, f.ids()}, {"levels", s.levels, levels}, {"kinds", s.kinds, kinds}, {"languages", s.languages, languages}} {
		for _, name := range c.names {
			switch {
			case slices.Contains(c.known, name) || c.key == "languages" && isLanguage(name):
			case c.key == "only" && f.unlisted():
			case c.key == "only":
				f.add(diag.GroupRuleMember, s.at[c.key], rule+"."+c.key, name, nearest(name, c.known))
			case !f.unsure():
				f.add(diag.GroupRule, s.at[c.key], rule+"."+c.key, name, diag.Nearest(name, c.known))
			}
		}
	}
	for _, code := range s.regions {
		if !f.unsure() && !slices.ContainsFunc(f.Regions, func(r directory.Region) bool { return r.Code == code }) &&
			!slices.ContainsFunc(f.Members, func(m *Member) bool { return m.Site != nil && strings.HasPrefix(m.Site.Court.Region, code) }) {
			f.add(diag.GroupRule, s.at["regions"], rule+".regions", code, diag.Nearest(code, f.codes()))
		}
	}
}

// unsure tells whether some member's configuration cannot be read: what a rule names may stand there, and one court's error must not stop the others.
func (f *finder) unsure() bool {
	return slices.ContainsFunc(f.Members, func(m *Member) bool { return m.Site == nil || m.Site.Gaps })
}

// unlisted tells whether members are named in a way that nobody could read, so that one who seems to be missing may be meant.
func (f *finder) unlisted() bool {
	return slices.ContainsFunc(f.problems, func(p diag.Problem) bool {
		return p.Severity == diag.Error && (f.settings.list != "" && p.Path == f.settings.list || p.Kind == diag.GroupEmpty || p.Kind == diag.GroupPattern)
	})
}

// nearest begins a hint with the name that may have been meant, if there is one.
func nearest(name string, known []string) diag.Words {
	near := diag.Nearest(name, known)
	if near == "" {
		return diag.Words{}
	}
	return diag.Words{EN: fmt.Sprintf("the nearest is %q; ", near), ZH: fmt.Sprintf("最接近的是 %q；", near)}
}

// isLanguage tells whether a tag is that of a language, in the usual form: that no court has it today is no mistake.
func isLanguage(tag string) bool {
	parsed, err := language.Raw.Parse(tag)
	return err == nil && parsed.String() == tag
}

func (f *finder) codes() []string {
	var codes []string
	for _, r := range f.Regions {
		codes = append(codes, r.Code)
	}
	return codes
}

// checkItems wants the items of a rule to be in the catalogue, or in what some court adds to it.
func (f *finder) checkItems(t take) {
	standard := catalogue.Default()
	for _, id := range t.items {
		if !f.unsure() && !standard.Has(id) && !slices.ContainsFunc(f.Members, func(m *Member) bool {
			return m.Site != nil && slices.ContainsFunc(m.Site.Catalogue.Items, func(i config.CatalogueItem) bool { return i.ID == id })
		}) {
			f.add(diag.GroupRule, t.at["items"], "take.items", id, standard.Nearest(id))
		}
	}
}

// covers tells whether a rule is about a member.
func (s selection) covers(m *Member) bool {
	has := func(list []string, name string) bool { return len(list) == 0 || slices.Contains(list, name) }
	if m.Site == nil {
		return false
	}
	c := m.Site.Court
	return has(s.members, m.ID) && has(s.levels, c.Level) && has(s.kinds, c.Kind) &&
		(len(s.regions) == 0 || slices.ContainsFunc(s.regions, func(code string) bool { return strings.HasPrefix(c.Region, code) }))
}

// speaks tells whether a rule is about a language.
func (s selection) speaks(tag string) bool {
	return len(s.languages) == 0 || slices.Contains(s.languages, tag)
}

// handout is a rule with the documents that it hands down now.
type handout struct {
	push
	from   *Member
	chosen []sent
}

// choose finds the documents of a rule.
func (g *Group) choose(p push, from *Member, s *stock) (rule handout, problems []diag.Problem) {
	rule = handout{push: p, from: from}
	for _, pattern := range p.documents {
		before := len(rule.chosen)
		if _, err := path.Match(pattern, ""); err != nil {
			continue // told where it was read
		}
		for _, d := range s.documents {
			if match, _ := path.Match(pattern, d.id); match {
				rule.chosen = append(rule.chosen, d)
			}
		}
		if len(rule.chosen) == before && !s.past && !s.broken {
			problems = append(problems, g.nothing(p, from, pattern))
		}
	}
	if len(rule.chosen) > 0 && !s.past && !s.broken && !slices.ContainsFunc(rule.chosen, p.reads) {
		problems = append(problems, diag.New(diag.GroupPushLanguage, p.at["languages"], strings.Join(p.languages, ", "), p.from))
	}
	return rule, problems
}

// reads tells whether a document has a version in a language that the rule is about.
func (s selection) reads(d sent) bool {
	for tag := range d.pages {
		if s.speaks(tag) {
			return true
		}
	}
	return false
}

// nothing tells of a rule that finds no document. One that never found any is an error; a document that was there is the affair of its court, and
// when it takes it away no more than a warning. Neither stops anybody.
func (g *Group) nothing(p push, from *Member, pattern string) diag.Problem {
	problem := diag.New(diag.GroupPush, p.at["documents"], pattern, p.from)
	var kept given
	if load(filepath.Join(g.cache(from), "given.json"), &kept) && slices.ContainsFunc(kept.Ever, func(id string) bool {
		match, err := path.Match(pattern, id)
		return err == nil && match
	}) {
		problem.Severity = diag.Warning
	}
	return problem
}

// receive gives a document to a member, unless its place there is taken.
func (h *handing) receive(m *Member, p push, d sent) {
	var list []received
	for _, tag := range m.Site.Tags() {
		if r, there := d.pages[tag]; there && p.speaks(tag) {
			list = append(list, r)
		}
	}
	if len(list) == 0 {
		return
	}
	list = append(list, h.beside(m, d, list)...)
	if h.taken(m, d, list) || h.rivalled(m, p, d, list) {
		return
	}
	for _, r := range list {
		r.documents = []string{d.id}
		m.received = append(m.received, r)
	}
}

// beside are the files that go with the pages of a document that a member gets. Signatures go with their page alone: without it they would be nobody's,
// and where the member has signed itself, its own count.
func (h *handing) beside(m *Member, d sent, pages []received) (files []received) {
	for _, r := range d.files {
		if page.IsSignOffs(r.place) && (h.list(m, path.Dir(r.place)).has(path.Base(r.place)) ||
			!slices.ContainsFunc(pages, func(p received) bool { return signoff.File(p.place) == r.place })) {
			continue
		}
		files = append(files, r)
	}
	return files
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
