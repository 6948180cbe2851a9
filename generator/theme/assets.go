package theme

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2"

	"courtsite/generator/diag"
)

// mediaTypes are our own, because the system's table differs from machine to machine.
var mediaTypes = map[string]string{
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".avif": "image/avif",
	".gif": "image/gif", ".ico": "image/x-icon", ".woff2": "font/woff2", ".woff": "font/woff",
	".txt": "text/plain; charset=utf-8", ".webmanifest": "application/manifest+json",
}

// bundle joins, minifies and fingerprints the assets. Style sheets come last, because they carry the addresses of the others.
func bundle(sources []source) ([]File, map[string]string, []diag.Problem) {
	b := bundler{paths: make(map[string]string)}
	var sheets, scripts []source
	for _, s := range sources {
		name, ok := strings.CutPrefix(s.name, "assets/")
		switch {
		case !ok:
		case strings.HasPrefix(name, "css/"):
			sheets = b.keep(sheets, s, ".css")
		case strings.HasPrefix(name, "js/"):
			scripts = b.keep(scripts, s, ".js")
		default:
			b.add(name, s.data)
		}
	}
	b.join("site.js", "text/javascript", scripts)
	b.join("style.css", "text/css", sheets)
	slices.SortFunc(b.files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return b.files, b.paths, b.problems
}

type bundler struct {
	files    []File
	paths    map[string]string
	problems []diag.Problem
}

func (b *bundler) keep(list []source, s source, ext string) []source {
	if path.Ext(s.name) != ext {
		b.problems = append(b.problems, diag.New(diag.ThemeStray, diag.Pos{Path: s.path}, ext))
		return list
	}
	return append(list, s)
}

// join minifies each file alone, so that a mistake is known by its file, and writes them one after another.
func (b *bundler) join(name, mediaType string, sources []source) {
	var all bytes.Buffer
	for _, s := range sources {
		data := s.data
		if mediaType == "text/css" {
			data = b.readdress(data)
		}
		small, err := minifier.Bytes(mediaType, data)
		if err != nil {
			b.problems = append(b.problems, assetProblem(s.path, err))
			continue
		}
		all.Write(small)
		if mediaType != "text/css" {
			all.WriteByte(';') // or a script that begins with a bracket would be taken for a call of the one before
		}
		all.WriteByte('\n')
	}
	b.add(name, all.Bytes())
}

func assetProblem(file string, err error) diag.Problem {
	if e, ok := errors.AsType[*parse.Error](err); ok {
		return diag.New(diag.ThemeAsset, diag.Pos{Path: file, Line: e.Line, Col: e.Column}, e.Message)
	}
	return diag.New(diag.ThemeAsset, diag.Pos{Path: file}, err.Error())
}

// add gives the asset a name that changes with its content, so that browsers may keep it for ever.
func (b *bundler) add(name string, data []byte) {
	ext := path.Ext(name)
	sum := sha256.Sum256(data)
	to := "assets/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:5]) + ext
	b.paths[name] = to
	b.files = append(b.files, File{Path: to, Data: data, MediaType: cmp.Or(mediaTypes[ext], "application/octet-stream")})
}

var urlPattern = regexp.MustCompile(`url\(\s*["']?([^"')\s]+)["']?\s*\)`)

// readdress writes the fingerprinted addresses of fonts and images into a style sheet. They are relative to it, so that they
// hold whatever the site's address is; the author writes them relative to assets/.
func (b *bundler) readdress(sheet []byte) []byte {
	return urlPattern.ReplaceAllFunc(sheet, func(match []byte) []byte {
		if to, ok := b.paths[string(urlPattern.FindSubmatch(match)[1])]; ok {
			return []byte(`url("` + strings.TrimPrefix(to, "assets/") + `")`)
		}
		return match
	})
}
