package output

import (
	"context"
	"os"
	"path"
	"slices"
	"strings"

	"courtsite/generator/par"
)

// seal records how a tree that was written whole stands, for builds that will only amend it, and lays a spare where no tree was replaced. ours are
// the files of the tree that was.
func (s *Staging) seal(m *Manifest, old survey, ours []string) error {
	r := &record{manifest: Sum(s.manifest)}
	paths := make([]string, 0, len(m.Files)+1)
	for _, f := range m.Files {
		paths = append(paths, f.Path)
	}
	r.files = unstamped(append(paths, ManifestName))
	r.foreign = unstamped(old.foreign)
	for name := range foldersOf(r.files, r.foreign) {
		r.folders = append(r.folders, folder{path: name})
	}
	slices.SortFunc(r.folders, func(a, b folder) int { return strings.Compare(a.path, b.path) })
	live, err := os.Open(s.place.dir)
	if err != nil {
		return err
	}
	defer live.Close()
	if !r.stamp(live) {
		return s.place.forget() // somebody is at work in it
	}
	at, _ := r.file(ManifestName)
	r.sealed = at.modified
	for _, path := range ours {
		if _, stays := r.file(path); !stays {
			r.extra = append(r.extra, path)
		}
	}
	if ours == nil {
		if err := s.lay(r, live); err != nil {
			return err
		}
	}
	return s.place.note(r)
}

func unstamped(paths []string) []recorded {
	list := make([]recorded, len(paths))
	for i, path := range paths {
		list[i].path = path
	}
	slices.SortFunc(list, func(a, b recorded) int { return strings.Compare(a.path, b.path) })
	return list
}

// foldersOf gives the folders that files stand in, but for the root.
func foldersOf(lists ...[]recorded) map[string]bool {
	folders := map[string]bool{}
	for _, list := range lists {
		for _, f := range list {
			for name := path.Dir(f.path); name != "." && !folders[name]; name = path.Dir(name) {
				folders[name] = true
			}
		}
	}
	return folders
}

// stamp looks at everything that is recorded.
func (r *record) stamp(live *os.File) bool {
	var places []*stamp
	var names []string
	for _, list := range [][]recorded{r.files, r.foreign} {
		for i := range list {
			places, names = append(places, &list[i].stamp), append(names, list[i].path)
		}
	}
	for i := range r.folders {
		places, names = append(places, &r.folders[i].live), append(names, r.folders[i].path)
	}
	parts := (len(names) + batch - 1) / batch
	return par.Each(context.Background(), 0, parts, func(n int) error {
		for i := n * batch; i < min(len(names), (n+1)*batch); i++ {
			var found bool
			if *places[i], found = stampAt(live, names[i]); !found {
				return errRecord
			}
		}
		return nil
	}) == nil
}

// lay makes the spare out of links, so that already the first edit finds one. A file system that has no room or no links leaves the site without; nothing
// depends on it.
func (s *Staging) lay(r *record, live *os.File) (err error) {
	root := s.place.own("new-") + strings.Repeat("0", 16) // debris until it is complete
	if os.Mkdir(root, 0o755) != nil {
		return nil
	}
	defer func() {
		if err != nil {
			err = os.RemoveAll(root)
		}
	}()
	spare, err := os.Open(root)
	if err != nil {
		return err
	}
	defer spare.Close()
	for _, f := range r.folders {
		if err := makeAt(spare, f.path); err != nil {
			return err
		}
	}
	parts := slices.Collect(slices.Chunk(r.files, batch))
	if err := par.Each(context.Background(), 0, len(parts), func(i int) error {
		for _, f := range parts[i] {
			if err := linkAt(live, spare, f.path); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return err
	}
	return s.place.move.rename(root, s.place.own("spare"))
}
