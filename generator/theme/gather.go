package theme

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"courtsite/generator/diag"
)

const (
	base        = "default" // what every theme inherits in the end
	description = "theme.toml"
)

// source is one file of the theme after laying one theme over another.
type source struct {
	name string // within the theme: "layouts/home.html"
	path string // as its author knows it: "themes/default/layouts/home.html"
	data []byte
}

// gather lays the theme over all that it inherits and lists the files by name.
func gather(site fs.FS, name string, builtin fs.FS) ([]source, []diag.Problem) {
	layers, problems := chain(site, name, builtin)
	files := make(map[string]source)
	for _, l := range slices.Backward(layers) {
		problems = append(problems, l.read(files)...)
	}
	return sorted(files), problems
}

// layer is one theme's folder.
type layer struct {
	fsys fs.FS
	path string // shown in problems
}

// chain lists the theme's folder and those that it inherits, the base last. After a problem it goes on with the base, so that
// one mistake is told once.
func chain(site fs.FS, name string, builtin fs.FS) ([]layer, []diag.Problem) {
	var layers []layer
	var problems []diag.Problem
	from := diag.Pos{Path: "site.toml"}
	for seen := []string{}; ; {
		found := folders(site, name, builtin)
		switch {
		case slices.Contains(seen, name):
			problems = append(problems, diag.New(diag.ThemeLoop, from, name))
			name = base
			continue
		case len(found) == 0 && name != base:
			problems = append(problems, diag.New(diag.ThemeUnknown, from, name))
			name = base
			continue
		}
		seen = append(seen, name)
		layers = append(layers, found...)
		if name == base {
			return layers, problems
		}
		parent, more := inherits(found[0])
		problems = append(problems, more...)
		from = diag.Pos{Path: path.Join(found[0].path, description)}
		name = parent
	}
}

// folders finds a theme in the site and among the built-in ones. A site's folder with the name of a built-in theme lies over it.
func folders(site fs.FS, name string, builtin fs.FS) []layer {
	var found []layer
	if !fs.ValidPath(name) || strings.Contains(name, "/") || name == "." {
		return nil
	}
	add := func(fsys fs.FS, dir string) {
		if info, err := fs.Stat(fsys, dir); err != nil || !info.IsDir() {
			return
		}
		if sub, err := fs.Sub(fsys, dir); err == nil {
			found = append(found, layer{sub, path.Join("themes", name)})
		}
	}
	add(site, path.Join("themes", name))
	add(builtin, name)
	return found
}

// read puts the layer's files over those that are there. Files whose name starts with a dot belong to editors and systems.
func (l layer) read(files map[string]source) []diag.Problem {
	var problems []diag.Problem
	walk := func(name string, entry fs.DirEntry, err error) error {
		at := diag.Pos{Path: path.Join(l.path, name)}
		switch {
		case err != nil:
			problems = append(problems, diag.New(diag.ThemeFile, at, err.Error()))
			return nil
		case name != "." && strings.HasPrefix(path.Base(name), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir() || !belongs(name):
			return nil
		}
		if entry.Type()&fs.ModeSymlink != 0 {
			problems = append(problems, diag.New(diag.SourceSymlink, at))
			return nil
		}
		data, err := fs.ReadFile(l.fsys, name)
		if err != nil {
			problems = append(problems, diag.New(diag.ThemeFile, at, err.Error()))
			return nil
		}
		if isText(name) {
			data = bytes.TrimPrefix(data, []byte("\uFEFF"))
			if !utf8.Valid(data) {
				problems = append(problems, diag.New(diag.ThemeFile, at, "not UTF-8"))
				return nil
			}
		}
		files[name] = source{name: name, path: at.Path, data: data}
		return nil
	}
	if err := fs.WalkDir(l.fsys, ".", walk); err != nil {
		problems = append(problems, diag.New(diag.ThemeFile, diag.Pos{Path: l.path}, err.Error()))
	}
	return problems
}

// belongs leaves a theme's own notes (README, licences, its list of phrases) outside.
func belongs(name string) bool {
	return strings.HasPrefix(name, "layouts/") || strings.HasPrefix(name, "assets/")
}

func isText(name string) bool {
	return slices.Contains([]string{".html", ".css", ".js", ".svg"}, path.Ext(name))
}

// inherits reads which theme a theme lies over.
func inherits(l layer) (string, []diag.Problem) {
	file := path.Join(l.path, description)
	data, err := fs.ReadFile(l.fsys, description)
	if errors.Is(err, fs.ErrNotExist) {
		return base, nil
	} else if err != nil {
		return base, []diag.Problem{diag.New(diag.ThemeFile, diag.Pos{Path: file}, err.Error())}
	}
	var about struct {
		Title    string
		Inherits string
	}
	meta, err := toml.Decode(string(bytes.TrimPrefix(data, []byte("\uFEFF"))), &about)
	if err != nil {
		return base, []diag.Problem{tomlProblem(file, err)}
	}
	var problems []diag.Problem
	for _, key := range meta.Undecoded() {
		at := diag.At(file, data, max(0, bytes.Index(data, []byte(key[0]))))
		problems = append(problems, diag.New(diag.TOMLUnknownKey, at, key.String(), "inherits, title"))
	}
	if about.Inherits == "" {
		about.Inherits = base
	}
	return about.Inherits, problems
}

func tomlProblem(file string, err error) diag.Problem {
	if e, ok := errors.AsType[toml.ParseError](err); ok {
		return diag.New(diag.TOMLSyntax, diag.Pos{Path: file, Line: e.Position.Line, Col: e.Position.Col}, e.Message)
	}
	return diag.New(diag.TOMLSyntax, diag.Pos{Path: file}, err.Error())
}
