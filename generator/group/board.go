package group

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"courtsite/generator/directory"
	"courtsite/generator/output"
	"courtsite/generator/par"
)

// Row is what the board says of one court. Numbers that nobody could count, since the site is built elsewhere, are absent: Figures is nil.
type Row struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Code     string    `json:"code,omitempty"`
	Level    string    `json:"level,omitempty"`
	Kind     string    `json:"kind,omitempty"`
	Region   string    `json:"region,omitempty"`
	Parent   string    `json:"parent,omitempty"`
	BaseURL  string    `json:"base_url,omitempty"`
	State    Status    `json:"state"` // built, elsewhere, failed, or "never": it has no site yet
	Failure  *failure  `json:"failure,omitempty"`
	Pages    int       `json:"pages"`
	Updated  time.Time `json:"updated,omitzero"` // of the newest document
	Idle     int       `json:"idle"`             // whole days since then; -1 where there is none
	Stale    bool      `json:"stale"`            // idle for longer than the threshold
	Figures  *Figures  `json:"figures,omitempty"`
	Missing  int       `json:"missing"` // sums over languages
	Outdated int       `json:"outdated"`
	Draft    int       `json:"draft"`
	Overdue  int       `json:"overdue"`  // items whose newest page is older than their period
	Findings int       `json:"findings"` // warnings, all together
	Waived   int       `json:"waived"`   // findings that were waived
	Links    int       `json:"links"`    // of them, links that lead nowhere
	History  []Mark    `json:"history,omitempty"`

	Items map[string]string `json:"item_names,omitempty"` // of items that the court adds to the catalogue, by their ids
}

// Never is the state of a member that has no site yet.
const Never Status = "never"

// Mark is how a member stood on one day, for trends.
type Mark struct {
	Day      string `json:"day"` // 2026-03-01, in the court's time zone
	Pages    int    `json:"pages"`
	Covered  int    `json:"covered"`
	Items    int    `json:"items"`
	Debt     int    `json:"debt"` // missing, outdated and unreviewed translations
	Findings int    `json:"findings"`
}

// mostMarks is how many days the trend goes back.
const mostMarks = 400

// Sum is the board of the whole group.
type Sum struct {
	At       string `json:"at"` // RFC 3339
	Courts   int    `json:"courts"`
	Built    int    `json:"built"` // have a site that the last run made, kept, or took in
	Failed   int    `json:"failed"`
	Never    int    `json:"never"`
	Stale    int    `json:"stale"`
	Fresh    int    `json:"fresh_days"` // the threshold
	Pages    int    `json:"pages"`
	Items    int    `json:"items"`
	Covered  int    `json:"covered"`
	Missing  int    `json:"missing"`
	Outdated int    `json:"outdated"`
	Draft    int    `json:"draft"`
	Overdue  int    `json:"overdue"`
	Findings int    `json:"findings"`
	Waived   int    `json:"waived"`
	Links    int    `json:"links"`
	History  []Mark `json:"history,omitempty"` // the courts together, each as it last stood on a day
	Rows     []Row  `json:"rows"`
}

// Survey makes the board from the members' records. now decides only what is stale.
func (g *Group) Survey(now time.Time) *Sum {
	s := &Sum{At: now.In(g.Zone()).Format(time.RFC3339), Fresh: g.Board.Fresh}
	// Nothing of this fails or can be cancelled: a record that cannot be read is none.
	s.Rows, _ = par.Map(context.Background(), 0, g.Members, func(m *Member) (Row, error) { return g.row(m, now), nil })
	for _, row := range s.Rows {
		s.add(row)
	}
	s.History = together(s.Rows)
	return s
}

// together adds up how courts stood on each day on which one was built.
func together(rows []Row) []Mark {
	sums := map[string]*Mark{}
	for _, r := range rows {
		for _, m := range r.History {
			sums[m.Day] = &Mark{Day: m.Day}
		}
	}
	days := slices.Sorted(maps.Keys(sums))
	days = days[max(0, len(days)-mostMarks):]
	for _, r := range rows {
		next, stands := 0, Mark{}
		for _, day := range days {
			for ; next < len(r.History) && r.History[next].Day <= day; next++ {
				stands = r.History[next]
			}
			sums[day].add(stands)
		}
	}
	var marks []Mark
	for _, day := range days {
		marks = append(marks, *sums[day])
	}
	return marks
}

func (m *Mark) add(o Mark) {
	m.Pages, m.Covered, m.Items, m.Debt, m.Findings = m.Pages+o.Pages, m.Covered+o.Covered, m.Items+o.Items, m.Debt+o.Debt, m.Findings+o.Findings
}

func (s *Sum) add(r Row) {
	s.Courts++
	switch r.State {
	case Failed:
		s.Failed++
	case Never:
		s.Never++
	default:
		s.Built++
	}
	if r.Stale {
		s.Stale++
	}
	s.Pages += r.Pages
	if r.Figures != nil {
		s.Items, s.Covered = s.Items+r.Figures.Items, s.Covered+r.Figures.Covered
	}
	s.Missing, s.Outdated, s.Draft = s.Missing+r.Missing, s.Outdated+r.Outdated, s.Draft+r.Draft
	s.Overdue, s.Waived = s.Overdue+r.Overdue, s.Waived+r.Waived
	s.Findings, s.Links = s.Findings+r.Findings, s.Links+r.Links
}

func (g *Group) row(m *Member, now time.Time) Row {
	row := Row{ID: m.ID, Name: m.ID, State: Never, Idle: -1}
	if m.Site != nil {
		row.Name, _ = directory.In(m.names(), m.Site.Default)
		c := m.Site.Court
		row.Code, row.Level, row.Kind, row.Region, row.Parent, row.BaseURL = c.Code, c.Level, c.Kind, c.Region, c.Parent, m.Site.BaseURL
	}
	if r, ok := g.loadRecord(m); ok {
		row.State, row.Pages, row.Updated, row.Figures, row.Items = Built, r.Pages, r.Updated, r.Figures, r.Items
		if unread(m) { // what it was when it was last built is better than nothing, or than what it only inherits
			row.Name, _ = directory.In(r.Names, r.Default)
			row.Code, row.Level, row.Kind, row.Region, row.Parent, row.BaseURL = r.Code, r.Level, r.Kind, r.Region, r.Parent, r.BaseURL
		}
		if m.Built != "" {
			row.State = Elsewhere
		}
	}
	if !row.Updated.IsZero() {
		row.Idle = max(0, int(now.Sub(row.Updated)/(24*time.Hour)))
	}
	row.Stale = row.State != Never && (row.Idle < 0 || row.Idle > g.Board.Fresh)
	var f failure
	if load(filepath.Join(g.cache(m), "failure.json"), &f) {
		row.State, row.Failure = Failed, &f
	}
	if row.Figures != nil {
		row.count()
		row.Waived = row.Figures.Waived
		row.Overdue = overdue(row.Figures.Due, now)
	}
	load(filepath.Join(g.cache(m), "history.json"), &row.History)
	today := now.In(g.zoneOf(m)).Format(time.DateOnly)
	row.History = slices.DeleteFunc(row.History, func(k Mark) bool { return k.Day > today }) // such as of a clock that was fast
	return row
}

// zoneOf is the time zone that a member's days are in.
func (g *Group) zoneOf(m *Member) *time.Location {
	if m.Site != nil {
		return m.Site.Zone
	}
	return g.Zone()
}

// overdue counts the items in which something new was due before the day of a moment.
func overdue(list []Due, now time.Time) int {
	n := 0
	for _, d := range list {
		if by, err := time.Parse(time.RFC3339, d.By); err == nil {
			year, month, day := now.In(by.Location()).Date()
			if by.Before(time.Date(year, month, day, 0, 0, 0, 0, by.Location())) {
				n++
			}
		}
	}
	return n
}

// count adds up what Figures tell apart.
func (r *Row) count() {
	for _, l := range r.Figures.Languages {
		r.Missing, r.Outdated, r.Draft = r.Missing+l.Missing, r.Outdated+l.Outdated, r.Draft+l.Draft
	}
	for code, n := range r.Figures.Findings {
		r.Findings += n
		if strings.HasPrefix(code, "link-") {
			r.Links += n
		}
	}
}

// mark adds how a member stands now to its trend; the last build of a day counts for the day. A build as at an earlier day, or by a clock that is slow, takes
// nothing of what is known of later days away.
func (g *Group) mark(m *Member, r *record, now time.Time) error {
	name := filepath.Join(g.cache(m), "history.json")
	var marks []Mark
	load(name, &marks)
	row := Row{Figures: r.Figures}
	row.count()
	fresh := Mark{now.In(m.Site.Zone).Format(time.DateOnly), r.Pages, r.Figures.Covered, r.Figures.Items, row.Missing + row.Outdated + row.Draft, row.Findings}
	marks = append(slices.DeleteFunc(marks, func(k Mark) bool { return k.Day == fresh.Day }), fresh)
	slices.SortFunc(marks, func(a, b Mark) int { return cmp.Compare(a.Day, b.Day) })
	return save(name, marks[max(0, len(marks)-mostMarks):])
}

// WriteBoard writes the board as web pages, one for each column that it can be sorted by and one for each court, and as CSV and JSON. A board in
// the public folder goes away where it is to be private.
func (g *Group) WriteBoard(s *Sum) error {
	files, err := s.files()
	if err != nil {
		return err
	}
	dir := g.BoardDir()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	names := slices.Sorted(maps.Keys(files))
	if g.Board.Public { // last: it speaks of the others
		if files[output.ManifestName], err = manifestOf(files).Encode(); err != nil {
			return err
		}
		names = append(names, output.ManifestName)
	}
	for _, name := range names {
		name, data := filepath.Join(dir, name), files[name]
		if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, data) {
			continue
		}
		if err := saveBytes(name, data); err != nil {
			return err
		}
	}
	if err := clear(dir, func(name string) bool { return files[name] == nil }); err != nil || g.Board.Public {
		return err
	}
	public := filepath.Join(g.Dir, g.settings.out, BoardID)
	if info, err := os.Lstat(public); err != nil || !info.IsDir() {
		return nil
	}
	if err := clear(public, func(string) bool { return true }); err != nil {
		return err
	}
	os.Remove(public) // somebody else's files may keep it
	return nil
}

var boardFile = regexp.MustCompile(`^(index\.html|(by|court)-[a-z0-9-]+\.html|board\.(csv|json|css|svg)|manifest\.json|\.new-\d+)$`)

// clear removes files of a board: of courts that are gone, of a run that was killed, or all.
func clear(dir string, gone func(name string) bool) error {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		if boardFile.MatchString(e.Name()) && gone(e.Name()) {
			err = errors.Join(err, os.Remove(filepath.Join(dir, e.Name())))
		}
	}
	return err
}

// order compares rows by one column; ids decide between equals.
type order struct {
	key, en, zh string
	sort        string // for those who hear the table
	compare     func(a, b Row) int
}

// orders are the columns of the board. Each has a page that is sorted by it: what needs looking at comes first.
var orders = []order{
	{"id", "court", "法院", "ascending", func(a, b Row) int { return cmp.Compare(a.ID, b.ID) }},
	{"state", "state", "状态", "ascending", func(a, b Row) int { return slices.Index(worstFirst, a.State) - slices.Index(worstFirst, b.State) }},
	{"coverage", "coverage", "目录覆盖", "ascending", func(a, b Row) int { return cmp.Compare(a.coverage(), b.coverage()) }},
	{"idle", "days since last update", "距最近更新（天）", "descending", func(a, b Row) int { return cmp.Compare(b.idleDays(), a.idleDays()) }},
	{"overdue", "overdue items", "超期事项", "descending", func(a, b Row) int { return cmp.Compare(b.Overdue, a.Overdue) }},
	{"pages", "pages", "页面", "ascending", func(a, b Row) int { return cmp.Compare(a.Pages, b.Pages) }},
	{"debt", "translations owed", "待办译文", "descending", func(a, b Row) int { return cmp.Compare(b.debt(), a.debt()) }},
	{"findings", "warnings", "检查警告", "descending", func(a, b Row) int { return cmp.Compare(b.Findings, a.Findings) }},
	{"links", "links that lead nowhere", "失效链接", "descending", func(a, b Row) int { return cmp.Compare(b.Links, a.Links) }},
}

var worstFirst = []Status{Failed, Never, Elsewhere, Built}

// idleDays puts sites without any document before all others.
func (r Row) idleDays() int {
	if r.Idle < 0 {
		return 1 << 30
	}
	return r.Idle
}

func (r Row) debt() int { return r.Missing + r.Outdated + r.Draft }

// coverage is the share of items that are covered; sites of which that is not known come last.
func (r Row) coverage() float64 {
	if r.Figures == nil || r.Figures.Items == 0 {
		return 2
	}
	return float64(r.Figures.Covered) / float64(r.Figures.Items)
}

func (s *Sum) sorted(by order) []Row {
	rows := slices.Clone(s.Rows)
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Or(by.compare(a, b), cmp.Compare(a.ID, b.ID)) })
	return rows
}
