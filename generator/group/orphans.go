package group

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/output"
)

// Orphans tells of courts that are no members any more and whose sites, or records, still stand in the group's folders. Only what bears the mark of
// a build is taken for one, and nothing is ever deleted: whether a court has left, or its folder was lost, a person has to say.
func (g *Group) Orphans() []diag.Problem {
	left := map[string][]string{} // folders by id
	for _, place := range []struct {
		folder string
		made   func(dir string) bool
	}{{g.settings.out, hasManifest}, {g.settings.cache, hasRecord}} {
		entries, err := os.ReadDir(filepath.Join(g.Dir, filepath.FromSlash(place.folder)))
		if err != nil {
			continue // nothing was built yet, or the build itself tells
		}
		for _, e := range entries {
			folder := path.Join(place.folder, e.Name())
			if e.IsDir() && idLetters.MatchString(e.Name()) && !g.knows(e.Name(), folder) && place.made(filepath.Join(g.Dir, filepath.FromSlash(folder))) {
				left[e.Name()] = append(left[e.Name()], folder)
			}
		}
	}
	var problems []diag.Problem
	for id, folders := range left {
		if id == PortalID {
			problems = append(problems, diag.New(diag.GroupOrphanPortal, diag.Pos{Path: folders[0]}, strings.Join(folders, ", ")))
			continue
		}
		problems = append(problems, diag.New(diag.GroupOrphan, diag.Pos{Path: folders[0]}, strings.Join(folders, ", "), id))
	}
	return diag.Sort(problems)
}

// knows tells whether a folder of outputs or of the cache belongs to a member, to the portal, or to the board.
func (g *Group) knows(id, folder string) bool {
	return id == BoardID || id == PortalID && g.Portal != nil ||
		slices.ContainsFunc(g.Members, func(m *Member) bool { return m.ID == id || m.Built == folder })
}

func hasManifest(dir string) bool {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return false
	}
	defer root.Close()
	_, err = output.ReadManifest(root.FS())
	return err == nil
}

func hasRecord(dir string) bool {
	for _, name := range []string{"record.json", "state.json", "given.json"} {
		if info, err := os.Lstat(filepath.Join(dir, name)); err == nil && info.Mode().IsRegular() {
			return true
		}
	}
	return false
}
