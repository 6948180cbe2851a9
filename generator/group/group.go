// Package group builds the sites of many courts from one place, and the portal and the supervision board over them.
//
// [Open] reads group.toml and finds the members: what each inherits, which documents of others it shows, and what is wrong with it. [Build] builds
// them over a bounded pool, each as [courtsite/generator.Build] would alone; what they share (theme, phrases) is read once. Each member has
//
//	<out>/<id>/                      its site, replaced in one step by package output
//	<cache>/<id>/record.json         its public facts for portal and board: names, documents, figures
//	<cache>/<id>/state.json          by which the next build knows that nothing has changed
//	<cache>/<id>/given.json          what it hands down to others, as it last published it; with given-<digest>/
//
// What is guaranteed:
//
//   - A member that fails keeps its last good site, its record, and its place in the portal; the others do not notice. What it hands down stands on
//     their sites as it last published it.
//   - A member sees its own folder, the group's themes and phrases, and the documents that it was given; no path, link or setting of its leads
//     anywhere else. It writes to <out>/<id> alone.
//   - The order in which members are built, their number at a time, shards and repetitions make no difference to any byte.
//   - Memory does not grow with the number of members, but for a few lines of each in the portal.
//
// The portal is made from records alone ([Group.Portal]); for a member that is built elsewhere a record is made from its manifest and feeds.
package group

import (
	"os"
	"path/filepath"

	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/directory"
	"courtsite/generator/source"
)

// File is the name of a group's configuration.
const File = "group.toml"

// Group is a site group as its files describe it. After [Open] only a run of [Build] changes something in it: which documents its members receive,
// where a court that hands some down cannot be built, and what they refuse. So a group serves one run at a time.
type Group struct {
	Dir     string    // of group.toml
	Members []*Member // sorted by id
	Portal  *Member   // the portal's own site; nil for none
	Regions []directory.Region
	Board   Board

	settings *settings
	stocks   map[*Member]*stock // of members that give documents to others
	lost     map[string]*Member // courts that documents are to come from, and that are no members, by their ids
}

// Member is one court's site.
type Member struct {
	ID     string
	Folder string // below the group's, slash-separated; "" where it has none
	Built  string // the folder of its finished site, where it is built elsewhere; "" for others

	// Site is what its configuration says. Nil where that cannot be read.
	Site     *config.Site
	Problems []diag.Problem // that were found before its build; with an error it is not built

	pos       diag.Pos
	inline    *source.Table   // from group.toml or the list; nil for none
	inherited []byte          // fingerprint of all that its site.toml inherits
	baseURL   string          // in place of the inherited one; "" for that
	received  []received      // sorted by place
	found     int             // how many problems it had before documents were handed to it
	refused   map[string]bool // documents handed to it that its own rules refuse, as its last build in this run found
	refusals  []diag.Problem  // what it tells of them, with paths from the group's folder
}

// Out is the folder of a member's finished site.
func (g *Group) Out(m *Member) string {
	if m.Built != "" {
		return filepath.Join(g.Dir, filepath.FromSlash(m.Built))
	}
	return filepath.Join(g.Dir, g.settings.out, m.ID)
}

// Stands tells whether a member, or the portal, has a finished site.
func (g *Group) Stands(id string) bool {
	m := g.byID(id)
	return m != nil && hasManifest(g.Out(m))
}

// byID finds a member, or the portal; nil for none.
func (g *Group) byID(id string) *Member {
	for _, m := range g.all() {
		if m.ID == id {
			return m
		}
	}
	return nil
}

// cache is the folder of what is remembered of a member.
func (g *Group) cache(m *Member) string { return filepath.Join(g.Dir, g.settings.cache, m.ID) }

// BoardDir is the folder that the board is written to.
func (g *Group) BoardDir() string {
	if g.Board.Public {
		return filepath.Join(g.Dir, g.settings.out, BoardID)
	}
	return filepath.Join(g.Dir, g.settings.cache, BoardID)
}

// PortalID and BoardID stand for portal and board where ids of members do. No member can have them.
const (
	PortalID = "portal"
	BoardID  = "board"
)

// Open reads group.toml in a folder and finds the group's members. The group is nil where group.toml cannot be read; problems of single
// members are theirs.
func Open(dir string) (*Group, []diag.Problem, error) {
	src, problems, err := read(dir, File)
	if err != nil || src == nil {
		return nil, problems, err
	}
	settings, problems := parse(src)
	g := &Group{Dir: dir, settings: settings, Regions: settings.regions, Board: settings.board, stocks: map[*Member]*stock{}, lost: map[string]*Member{}}
	f := &finder{Group: g, over: map[string]string{}}
	if err := f.find(); err != nil {
		return nil, nil, err
	}
	return g, diag.Sort(append(problems, f.problems...)), nil
}

// read reads one of the group's own files; nil where it cannot be used.
func read(dir, name string) ([]byte, []diag.Problem, error) {
	snap, problems, err := source.Scan(os.DirFS(dir), name)
	if err != nil {
		return nil, nil, err
	}
	if _, there := snap.Lookup(name); !there {
		if len(problems) == 0 && name == File {
			problems = append(problems, diag.New(diag.GroupMissing, diag.Pos{Path: File}))
		} else if len(problems) == 0 {
			problems = append(problems, diag.New(diag.SourceUnreadable, diag.Pos{Path: name}))
		}
		return nil, problems, nil
	}
	text, ok, more := snap.Text(name)
	if !ok {
		return nil, append(problems, more...), nil
	}
	return text.Bytes, problems, nil
}

// HasErrors tells whether a member cannot be built.
func (m *Member) HasErrors() bool { return m.Site == nil || diag.HasErrors(m.Problems) }
