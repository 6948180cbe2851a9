package group

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/source"
)

// ErrNoTarget says that a member is not published to a target.
type ErrNoTarget struct{ Target string }

func (e *ErrNoTarget) Error() string { return "no target " + e.Target }

// ErrOwnPlace says that a member's own site.toml names a place. Whoever publishes the group does it with the group's rights: where to, the group says.
type ErrOwnPlace struct{ File, Key string }

func (e *ErrOwnPlace) Error() string { return fmt.Sprintf("%s may not set %s", e.File, e.Key) }

// ErrSharedPlace says that another member is published to the same place.
type ErrSharedPlace struct{ Other string }

func (e *ErrSharedPlace) Error() string { return "the same place as " + e.Other + "'s" }

// ErrWithinGroup says that a folder to publish to is one of the group's own.
type ErrWithinGroup struct{ Dir string }

func (e *ErrWithinGroup) Error() string {
	return e.Dir + " belongs to the group, or the group lies in it"
}

// placeKeys are the keys of a target that say where it is.
var placeKeys = []string{"directory", "bucket", "endpoint", "prefix"}

// Targets tell where the members of a group are published to under one name.
type Targets struct {
	group  *Group
	name   string
	places map[config.Publish][]*Member // by what of a place tells it from others
	own    map[string]bool              // the group's own folders, below its own
	above  map[string]bool              // the folders that hold one of them
}

// Targets finds them.
func (g *Group) Targets(name string) *Targets {
	t := &Targets{group: g, name: name, places: map[config.Publish][]*Member{}, own: map[string]bool{}, above: map[string]bool{}}
	folders := []string{g.settings.out, g.settings.cache, "themes", "i18n", File}
	for _, m := range g.all() {
		folders = append(folders, m.Folder, m.Built)
		if m.Site == nil {
			continue
		}
		if p, found := m.Site.Target(name); found {
			at := spot(g.settle(m, p))
			t.places[at] = append(t.places[at], m)
		}
	}
	for _, folder := range folders {
		if folder == "" {
			continue
		}
		t.own[folder] = true
		for folder != "." {
			folder = path.Dir(folder)
			t.above[folder] = true
		}
	}
	return t
}

// Name is the targets' name.
func (t *Targets) Name() string { return t.name }

// Of tells where a member is published to: by what it inherits, with {id} for its own. A folder's path is whole.
func (t *Targets) Of(m *Member) (config.Publish, []diag.Problem, error) {
	site, text, problems, err := t.group.configuration(m)
	if err != nil || site == nil || diag.HasErrors(problems) {
		return config.Publish{}, problems, err
	}
	p, found := site.Target(t.name)
	if !found {
		return p, nil, &ErrNoTarget{t.name}
	}
	_, own := source.ParseTOML(config.File, text, 0, len(text))
	for _, key := range placeKeys {
		if m != t.group.Portal && own.Written("publish", t.name, key) {
			return p, nil, &ErrOwnPlace{path.Join(m.Folder, config.File), "publish." + t.name + "." + key}
		}
	}
	p = t.group.settle(m, p)
	for _, other := range t.places[spot(p)] {
		if other != m {
			return p, nil, &ErrSharedPlace{other.ID}
		}
	}
	if p.Directory != "" && t.groups(p.Directory) {
		return p, nil, &ErrWithinGroup{p.Directory}
	}
	return p, nil, nil
}

// groups tells whether a folder is one that the group is made of, or made; or lies in one, or holds one.
func (t *Targets) groups(dir string) bool {
	home := absolute(t.group.Dir)
	if rel, err := filepath.Rel(dir, home); err == nil && filepath.IsLocal(rel) {
		return true
	}
	rel, err := filepath.Rel(home, dir)
	if err != nil || !filepath.IsLocal(rel) {
		return false
	}
	at := filepath.ToSlash(rel)
	if t.above[at] {
		return true
	}
	for ; at != "."; at = path.Dir(at) {
		if t.own[at] {
			return true
		}
	}
	return false
}

// spot is what of a place tells it from others.
func spot(p config.Publish) config.Publish {
	return config.Publish{Directory: p.Directory, Bucket: p.Bucket, Endpoint: p.Endpoint, Prefix: p.Prefix}
}

// configuration reads what a member's configuration says, and what is wrong with it.
func (g *Group) configuration(m *Member) (*config.Site, []byte, []diag.Problem, error) {
	if m.HasOwnErrors() {
		return nil, nil, m.Problems, nil
	}
	files, closeFiles, err := g.open(m)
	defer closeFiles()
	if err != nil {
		return nil, nil, nil, err
	}
	snap, problems, err := source.Scan(files, config.File)
	if err != nil {
		return nil, nil, nil, err
	}
	site, more := config.Load(snap, m.baseURL, g.inherit(m))
	problems = append(problems, more...)
	for i, p := range problems {
		problems[i].Path = g.place(m, p.Path)
	}
	text, _, _ := snap.Text(config.File) // nothing where all is inherited
	return site, text.Bytes, problems, nil
}

// settle puts a member's id into a place, and finds its folder, from the group's.
func (g *Group) settle(m *Member, p config.Publish) config.Publish {
	p.Prefix = strings.ReplaceAll(p.Prefix, "{id}", m.ID)
	if p.Directory == "" {
		return p
	}
	p.Directory = filepath.Clean(filepath.FromSlash(strings.ReplaceAll(p.Directory, "{id}", m.ID)))
	if !filepath.IsAbs(p.Directory) {
		p.Directory = filepath.Join(absolute(g.Dir), p.Directory)
	}
	return p
}

// absolute gives a path from the root, if the system knows where we are.
func absolute(name string) string {
	if abs, err := filepath.Abs(name); err == nil {
		return abs
	}
	return name
}
