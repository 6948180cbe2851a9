package group

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/output"
	"courtsite/generator/plan"
)

// A board that is public is published like a site: it has a manifest. One that is not has none, so nothing can publish it by mistake.

// boardGate is what the manifest of a board says it passed. A board shows names, figures and messages of sites whose gates let them pass, and no text.
const boardGate = "board"

// manifestOf lists the files of a board.
func manifestOf(files map[string][]byte) *output.Manifest {
	m := &output.Manifest{Gate: boardGate}
	for name, data := range files {
		f := output.File{Path: name, SHA256: output.Sum(data).String(), Size: int64(len(data)), MediaType: plan.MediaType(name), Kind: output.Attachment}
		switch {
		case path.Ext(name) == ".css" || path.Ext(name) == ".svg":
			f.Kind = output.Asset
		case strings.HasPrefix(name, "court-"):
			f.Kind = output.Page
		case path.Ext(name) == ".html":
			f.Kind = output.List
		}
		m.Files = append(m.Files, f)
	}
	slices.SortFunc(m.Files, func(a, b output.File) int { return strings.Compare(a.Path, b.Path) })
	return m
}

// BoardOwner tells the board from courts' sites, and from another group's board where that has another portal, for the place that it is published to.
func (g *Group) BoardOwner() string {
	if g.Portal != nil && g.Portal.Site != nil && g.Portal.Site.Court.Code != "" {
		return "board of " + g.Portal.Site.Court.Code
	}
	return "board"
}

// OfBoard tells where the board is published to: where all members are by default, with "board" for their ids.
func (t *Targets) OfBoard() (config.Publish, []diag.Problem, error) {
	defaults := t.group.settings.defaults
	if defaults == nil {
		return config.Publish{}, nil, &ErrNoTarget{t.name}
	}
	site, problems := config.ParseOver(nil, "", defaults.Fresh())
	// What else a site needs, members have to say.
	problems = slices.DeleteFunc(problems, func(p diag.Problem) bool {
		return p.Path != File || !strings.HasPrefix(p.Kind.Code, "publish-") && !strings.HasPrefix(p.Kind.Code, "toml-")
	})
	if site == nil || diag.HasErrors(problems) {
		return config.Publish{}, problems, nil
	}
	p, found := site.Target(t.name)
	if !found {
		return p, nil, &ErrNoTarget{t.name}
	}
	p = t.group.settle(&Member{ID: BoardID}, p)
	if others := t.places[spot(p)]; len(others) > 0 {
		return p, nil, &ErrSharedPlace{others[0].ID}
	}
	if p.Directory != "" && t.groups(p.Directory) {
		return p, nil, &ErrWithinGroup{p.Directory}
	}
	return p, nil, nil
}

// boardPlaces is the file that tells to which targets the board was published, so that one that is public no more is taken away from there.
func (g *Group) boardPlaces() string {
	return filepath.Join(g.Dir, filepath.FromSlash(g.settings.cache), BoardID, "published.json")
}

// BoardPublished tells whether the board was published to a target.
func (g *Group) BoardPublished(target string) bool {
	var targets []string
	return load(g.boardPlaces(), &targets) && slices.Contains(targets, target)
}

// SetBoardPublished notes whether the board stands at a target.
func (g *Group) SetBoardPublished(target string, stands bool) error {
	if g.BoardPublished(target) == stands {
		return nil
	}
	var targets []string
	load(g.boardPlaces(), &targets)
	targets = slices.DeleteFunc(targets, func(name string) bool { return name == target })
	if stands {
		targets = append(targets, target)
	}
	return save(g.boardPlaces(), targets)
}

// NoBoard makes an empty tree, by which a board is taken away from where it was published. remove takes the tree away.
func (g *Group) NoBoard() (dir string, remove func(), err error) {
	if dir, err = os.MkdirTemp(filepath.Dir(g.boardPlaces()), ".none-*"); err != nil { // containers have no other folder that can be written to
		return "", nil, err
	}
	remove = func() { os.RemoveAll(dir) }
	data, err := (&output.Manifest{Gate: boardGate}).Encode()
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, output.ManifestName), data, 0o644)
	}
	if err != nil {
		remove()
	}
	return dir, remove, err
}
