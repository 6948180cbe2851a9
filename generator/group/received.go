package group

import (
	"path"
	"path/filepath"
	"slices"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/page"
	"courtsite/generator/signoff"
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
			if matches(pattern, d.id) {
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

// nothing tells of a rule that finds no document. One that never found any is an error; a document that was there is the affair of its court, and
// when it takes it away no more than a warning. Neither stops anybody.
func (g *Group) nothing(p push, from *Member, pattern string) diag.Problem {
	problem := diag.New(diag.GroupPush, p.at["documents"], pattern, p.from)
	var kept given
	if load(filepath.Join(g.cache(from), "given.json"), &kept) && slices.ContainsFunc(kept.Ever, func(id string) bool { return matches(pattern, id) }) {
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
