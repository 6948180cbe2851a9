package group

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// folder is what a member's build sees: its own folder; over it documents that it received; below it the group's themes and phrases. Nothing leads out
// of the three: files are opened through [os.Root], which follows no link that does.
type folder struct {
	own, group fs.FS               // group holds themes/ and i18n/; own is nil for a member without a folder
	extra      map[string]extra    // by place
	virtual    map[string][]string // names in folders that received documents stand in
	hides      func(string) bool   // files of the member's own that do not count
}

type extra struct {
	fsys fs.FS
	file string
}

// folder is where a member's own files are.
func (g *Group) folder(m *Member) string { return filepath.Join(g.Dir, filepath.FromSlash(m.Folder)) }

// open opens what a member sees. It is to be closed after the build.
func (g *Group) open(m *Member) (_ *folder, close func(), err error) {
	var roots []*os.Root
	close = func() {
		for _, r := range roots {
			r.Close()
		}
	}
	at := func(name string) (fs.FS, error) {
		root, err := os.OpenRoot(name)
		if err != nil {
			return nil, err
		}
		roots = append(roots, root)
		return root.FS(), nil
	}
	f := &folder{extra: map[string]extra{}, virtual: map[string][]string{}, hides: func(string) bool { return false }}
	if m.Folder != "" {
		if f.own, err = at(g.folder(m)); err != nil {
			return nil, close, err
		}
	}
	if f.group, err = at(g.Dir); err != nil {
		return nil, close, err
	}
	if g.locked("theme") && m != g.Portal {
		f.hides = func(name string) bool {
			return strings.HasPrefix(name, "themes/") && strings.Count(name, "/") >= 2 && !mayLead(name)
		}
	}
	opened := map[*stock]fs.FS{}
	for _, r := range m.shown() {
		if opened[r.stock] == nil {
			if opened[r.stock], err = at(r.stock.root); err != nil {
				return nil, close, err
			}
		}
		f.add(r.place, extra{opened[r.stock], r.file})
	}
	return f, close, nil
}

// mayLead tells whether a path below themes/ is that of a file of a court's look, or of a folder above one.
func mayLead(name string) bool {
	if lookFile(name) {
		return true
	}
	parts := strings.SplitN(name, "/", 3)
	return parts[2] == "assets" || parts[2] == "assets/css"
}

// add puts a received file in its place.
func (f *folder) add(place string, e extra) {
	f.extra[place] = e
	for dir, name := path.Dir(place), path.Base(place); ; dir, name = path.Dir(dir), path.Base(dir) {
		if !slices.Contains(f.virtual[dir], name) {
			f.virtual[dir] = append(f.virtual[dir], name)
		}
		if dir == "." {
			return
		}
	}
}

// find tells where a name leads to.
func (f *folder) find(name string) (fs.FS, string) {
	if e, ok := f.extra[name]; ok {
		return e.fsys, e.file
	}
	if f.own != nil && !f.hides(name) {
		if !ofGroup(name) {
			return f.own, name
		}
		if _, err := fs.Lstat(f.own, name); err == nil {
			return f.own, name
		}
	}
	if ofGroup(name) {
		return f.group, name
	}
	return nothing{}, name
}

// ofGroup tells whether a path is one of those that the group shares with its members.
func ofGroup(name string) bool {
	top, _, _ := strings.Cut(name, "/")
	return top == "themes" || top == "i18n"
}

// nothing is an empty file system.
type nothing struct{}

func (nothing) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func (f *folder) Open(name string) (fs.File, error) {
	fsys, file := f.find(name)
	return fsys.Open(file)
}

func (f *folder) ReadFile(name string) ([]byte, error) {
	fsys, file := f.find(name)
	return fs.ReadFile(fsys, file)
}

func (f *folder) Stat(name string) (fs.FileInfo, error) { return f.info(name, fs.Stat) }

func (f *folder) Lstat(name string) (fs.FileInfo, error) { return f.info(name, fs.Lstat) }

// ReadLink tells where a link of the member's own leads to.
func (f *folder) ReadLink(name string) (string, error) {
	fsys, file := f.find(name)
	return fs.ReadLink(fsys, file)
}

func (f *folder) info(name string, stat func(fs.FS, string) (fs.FileInfo, error)) (fs.FileInfo, error) {
	fsys, file := f.find(name)
	info, err := stat(fsys, file)
	if errors.Is(err, fs.ErrNotExist) && f.virtual[name] != nil {
		return virtualFolder(path.Base(name)), nil
	}
	if err == nil && file != name {
		return renamed{info, path.Base(name)}, nil
	}
	return info, err
}

// ReadDir lists a folder: what is there, sorted by name.
func (f *folder) ReadDir(name string) ([]fs.DirEntry, error) {
	entries := map[string]fs.DirEntry{}
	missing := 0
	layers := []fs.FS{f.own}
	if ofGroup(name) {
		layers = []fs.FS{f.group, f.own}
	}
	for _, layer := range layers {
		if layer == nil || layer == f.own && f.hides(name) {
			missing++
			continue
		}
		list, err := fs.ReadDir(layer, name)
		if errors.Is(err, fs.ErrNotExist) {
			missing++
			continue
		} else if err != nil {
			return nil, err
		}
		for _, e := range list {
			if layer != f.own || !f.hides(path.Join(name, e.Name())) {
				entries[e.Name()] = e
			}
		}
	}
	if missing == len(layers) && f.virtual[name] == nil {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	for _, child := range f.virtual[name] {
		info, err := f.Lstat(path.Join(name, child))
		if err != nil {
			return nil, err
		}
		entries[child] = fs.FileInfoToDirEntry(info)
	}
	list := make([]fs.DirEntry, 0, len(entries))
	for _, e := range entries {
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, nil
}

// virtualFolder is a folder that only received documents stand in.
type virtualFolder string

func (v virtualFolder) Name() string     { return string(v) }
func (virtualFolder) Size() int64        { return 0 }
func (virtualFolder) Mode() fs.FileMode  { return fs.ModeDir | 0o755 }
func (virtualFolder) ModTime() time.Time { return time.Time{} }
func (virtualFolder) IsDir() bool        { return true }
func (virtualFolder) Sys() any           { return nil }

// renamed is a file under another name.
type renamed struct {
	fs.FileInfo
	name string
}

func (r renamed) Name() string { return r.name }
