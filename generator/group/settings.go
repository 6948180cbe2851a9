package group

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"courtsite/generator/diag"
	"courtsite/generator/directory"
	"courtsite/generator/output"
	"courtsite/generator/source"
)

// settings are group.toml.
type settings struct {
	out, cache string
	places     map[string]diag.Pos // of out, cache and portal
	portal     string              // folder; "" for none
	patterns   []pattern
	listed     []listed
	list       string        // file of the list of members; "" for none
	defaults   *source.Table // nil for none
	locked     []lock
	regions    []directory.Region
	push       []push
	take       []take
	board      Board

	fingerprint string // of the whole file, for the portal
}

// pattern finds members by their folders.
type pattern struct {
	glob string
	pos  diag.Pos
}

// listed is a member that group.toml, or the list, names.
type listed struct {
	id, folder, built string
	site              *source.Table // keys of site.toml; nil for none
	pos               diag.Pos
}

// lock is a key of site.toml that members may not set.
type lock struct {
	key []string
	pos diag.Pos
}

// selection is which members a rule is about: those that every list that is not empty has.
type selection struct {
	members, levels, kinds, regions, languages []string
	pos                                        diag.Pos
	at                                         map[string]diag.Pos // of the lists
}

// push is a rule by which documents of one member stand on the sites of others.
type push struct {
	selection
	from      string
	documents []string
}

// take is a rule by which the portal shows documents of members.
type take struct {
	selection
	items   []string // categories or items; empty for all
	offered bool     // only those whose front matter says so
}

// Board says what the supervision board looks at.
type Board struct {
	Public bool
	Fresh  int // days without anything new after which a site is stale
}

// freshDays is the threshold where group.toml has none: two weeks for a site without anything new (国办秘函〔2019〕19号 [C]).
const freshDays = 14

type reader struct {
	problems []diag.Problem
}

func (r *reader) add(kind *diag.Kind, pos diag.Pos, args ...any) {
	r.problems = append(r.problems, diag.New(kind, pos, args...))
}

// parse reads the text of a group.toml.
func parse(src []byte) (*settings, []diag.Problem) {
	doc, t := source.ParseTOML(File, src, 0, len(src))
	r := &reader{}
	s := &settings{
		out: r.place(t, "out", "public"), cache: r.place(t, "cache", ".courtsite"), portal: r.place(t, "portal", ""),
		list: r.place(t, "list", ""), places: map[string]diag.Pos{"out": t.Pos("out"), "cache": t.Pos("cache"), "portal": t.Pos("portal")},
	}
	for _, glob := range t.Lines("members") {
		s.patterns = append(s.patterns, pattern{glob, t.Pos("members")})
	}
	for _, m := range t.Tables("member") {
		s.listed = append(s.listed, r.member(m))
	}
	if t.Has("defaults") {
		s.defaults = t.Table("defaults")
	}
	for _, key := range t.Lines("locked") {
		s.locked = append(s.locked, lock{strings.Split(key, "."), t.Pos("locked")})
	}
	s.regions = r.regions(t.Table("regions"))
	for _, p := range t.Tables("push") {
		s.push = append(s.push, r.push(p))
	}
	for _, p := range t.Tables("take") {
		s.take = append(s.take, take{items: p.Lines("items"), offered: p.Bool("offered"), selection: r.selection(p)})
	}
	s.board = r.board(t.Table("board"))
	s.fingerprint = output.Sum(src).String()
	t.Done()
	return s, append(doc.Problems(), r.problems...)
}

func (r *reader) member(t *source.Table) listed {
	m := listed{id: r.required(t, "id", `id = "b201"`), folder: t.Line("folder"), built: t.Line("built"), pos: t.Pos()}
	if t.Has("site") {
		m.site = t.Table("site")
	}
	t.Done()
	return m
}

// push reads a rule. One that names no document would hand nothing down, in silence.
func (r *reader) push(t *source.Table) push {
	p := push{from: r.required(t, "from", `from = "b100"`), documents: t.Lines("documents"), selection: r.selection(t)}
	if len(p.documents) == 0 && !t.Broken() && !t.Mistyped("documents") {
		r.add(diag.GroupRequired, p.at["documents"], "documents", `documents = ["service/guides/*"]`)
	}
	for _, pattern := range p.documents {
		if _, err := path.Match(pattern, ""); err != nil {
			r.add(diag.GroupGlob, p.at["documents"], pattern)
		}
	}
	return p
}

func (r *reader) selection(t *source.Table) selection {
	s := selection{
		members: t.Lines("only"), levels: t.Lines("levels"), kinds: t.Lines("kinds"), regions: t.Lines("regions"), languages: t.Lines("languages"), pos: t.Pos(),
		at: map[string]diag.Pos{},
	}
	for _, key := range []string{"from", "documents", "items", "only", "levels", "kinds", "regions", "languages"} {
		if s.at[key] = t.Pos(key); !t.Has(key) {
			s.at[key] = s.pos
		}
	}
	t.Done()
	return s
}

func (r *reader) board(t *source.Table) Board {
	b := Board{Public: t.Bool("public"), Fresh: freshDays}
	if t.Has("fresh_days") {
		if b.Fresh = t.Int("fresh_days"); b.Fresh < 1 || b.Fresh > 366 {
			r.add(diag.SiteRange, t.Pos("fresh_days"), "fresh_days", 1, 366)
			b.Fresh = freshDays
		}
	}
	t.Done()
	return b
}

// regions are codes with their names in some languages.
func (r *reader) regions(t *source.Table) []directory.Region {
	var list []directory.Region
	for _, code := range t.Keys() {
		names := t.Table(code)
		region := directory.Region{Code: code}
		for _, tag := range names.Keys() {
			if parsed, err := language.Raw.Parse(tag); err != nil || parsed.String() != tag {
				r.add(diag.SiteLanguageTag, names.Pos(tag), tag, "zh-Hans, ug, bo, en, ...")
			}
			region.Names = append(region.Names, directory.Name{Lang: tag, Text: names.Line(tag)})
		}
		if !RegionCode(code) {
			r.add(diag.GroupRegionCode, t.Pos(code), code)
			continue
		}
		if len(region.Names) == 0 {
			if t.Mistyped(code) {
				continue
			}
			r.add(diag.GroupRequired, t.Pos(code), code+".zh-Hans", `zh-Hans = "……"`)
			continue
		}
		list = append(list, region)
	}
	slices.SortFunc(list, func(a, b directory.Region) int { return cmp.Compare(a.Code, b.Code) })
	return list
}

// RegionCode tells whether a text can be the code of a region.
func RegionCode(code string) bool {
	return code != "" && len(code) <= 20 && strings.Trim(code, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") == ""
}

// place reads a path below the group's folder.
func (r *reader) place(t *source.Table, key, standard string) string {
	written := t.Line(key)
	p := path.Clean(cmp.Or(written, standard))
	if written == "" && standard == "" {
		return ""
	}
	if !below(p) {
		r.add(diag.GroupPlace, t.Pos(key), key, cmp.Or(standard, key))
		return standard
	}
	return p
}

// below tells whether a clean path leads to something below where it starts from.
func below(p string) bool {
	return p != "." && p != ".." && !strings.HasPrefix(p, "../") && !path.IsAbs(p) && !strings.ContainsAny(p, "\\:\x00")
}

func (r *reader) required(t *source.Table, key, example string) string {
	s := t.Line(key)
	if s == "" && !t.Broken() && !t.Mistyped(key) {
		r.add(diag.GroupRequired, t.Pos(key), key, example)
	}
	return s
}
