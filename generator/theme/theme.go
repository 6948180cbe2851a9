// Package theme turns the files of a theme into what renders and accompanies a site's pages.
//
// In go the site's folder themes/<name>/ and the themes that come with the program. A theme is laid over the one that it
// inherits, file by file, so that a court that only wants its own colours writes one file,
// assets/css/00-variables.css. Out come the parsed templates, and the assets under names that carry
// their fingerprint and may be cached for ever.
//
// The folders of a theme:
//
//	theme.toml        inherits = "default" and a title; may be absent
//	layouts/*.html    Go templates, each named after its file: article.html is "article"
//	assets/css/*.css  joined in the order of their names into style.css
//	assets/js/*.js    joined likewise into site.js
//	assets/...        all else is copied: icon.svg, emblem.svg, fonts
//
// No file of a theme knows the site's languages. What each is set in stands in the languages' files, and becomes a part of style.css here; a rule for
// all languages of a script says :script(Arab).
//
// Everything is minified here, once; no page is minified after it was rendered. Templates keep the lines of their
// source, so that what goes wrong in a template is reported where its author wrote it.
package theme

import (
	"cmp"
	"crypto/sha256"
	"html/template"
	"io/fs"
	"slices"

	"courtsite/generator/diag"
	"courtsite/generator/font"
	"courtsite/generator/locale"
)

// Views are the templates that every theme has, its own or inherited: one for each kind of page, and the two
// fragments that pages share. Each is executed with the value of that name in package view.
var Views = []string{
	"home", "category", "column", "article", "archive", "documents", "subjects", "subject", "subscribe", "map", "catalogue",
	"missing", "redirect", "gone", "directory", "header", "footer",
}

// Theme is a theme ready for use. Immutable, and safe for concurrent use.
type Theme struct {
	templates *template.Template
	phrases   []Phrase
	files     []File
	paths     map[string]string
	fonts     *font.Set
	digest    [sha256.Size]byte
}

// File is an asset as it stands in the built site.
type File struct {
	Path      string // below the site's root: "assets/style.0123456789.css"
	Data      []byte
	MediaType string
}

// Load reads the theme of that name from the site's themes folder and from the built-in themes, of which "default" must be
// one, and adds to its style sheets what the site's languages are set in. The theme is usable only if none of the problems is an error.
func Load(site fs.FS, name string, builtin fs.FS, languages *locale.Table) (*Theme, []diag.Problem) {
	sources, problems := gather(site, name, builtin)
	sources, found := inLanguages(sources, site, languages)
	problems = append(problems, found...)
	layouts, found := parseLayouts(sources)
	problems = append(problems, found...)
	files, paths, found := bundle(sources)
	problems = append(problems, found...)

	t := &Theme{templates: layouts.set, phrases: layouts.phrases, files: files, paths: paths, fonts: font.NewSet(faces(sources))}
	t.digest = digest(sources)
	return t, diag.Sort(problems)
}

// Template gives the parsed templates, escaped already: the tree of each is final.
func (t *Theme) Template() *template.Template { return t.templates }

// Phrases lists the interface phrases that the templates refer to, and where each is first used.
func (t *Theme) Phrases() []Phrase { return t.phrases }

// Files lists the assets by path. The caller must not change them.
func (t *Theme) Files() []File { return t.files }

// Path gives the place of an asset in the built site by its plain name ("style.css", "site.js", "icon.svg",
// "fonts/han.woff2"), or "" where the theme has no such asset.
func (t *Theme) Path(name string) string { return t.paths[name] }

// Fonts tells which characters the theme's webfonts, and those of the site's languages, are meant for and have.
func (t *Theme) Fonts() *font.Set { return t.fonts }

// Digest tells one state of the theme's files from another; pages depend on it.
func (t *Theme) Digest() [sha256.Size]byte { return t.digest }

// digest covers the names and contents of all files, so that any change renders pages again.
func digest(sources []source) [sha256.Size]byte {
	sum := sha256.New()
	for _, s := range sources {
		one := sha256.Sum256(s.data)
		sum.Write([]byte(s.name))
		sum.Write([]byte{0})
		sum.Write(one[:])
	}
	return [sha256.Size]byte(sum.Sum(nil))
}

func byName(a, b source) int { return cmp.Compare(a.name, b.name) }

// sorted lists a map's values by name.
func sorted(sources map[string]source) []source {
	all := make([]source, 0, len(sources))
	for _, s := range sources {
		all = append(all, s)
	}
	slices.SortFunc(all, byName)
	return all
}
