// Package hosting makes configuration for web servers out of a manifest: redirects at old addresses, media types, pages for addresses that do not
// exist, what browsers may keep and for how long, and what protects readers.
//
// Everything is derived from the list of files, so a server that was configured with it does what the site needs, and [courtsite/generator/verify]
// finds nothing to report. The files are named by the hosts that read them (.htaccess, _headers, _redirects) or stand in _hosting.
package hosting

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"courtsite/generator/output"
)

// Settings say what is to be made.
type Settings struct {
	Servers  []string // "nginx", "caddy", "apache", "headers"
	BasePath string   // of the site's address: starts and ends with a slash
	Secure   bool     // the site's address is https
	HSTSDays int      // 0 for none
	PageAge  int      // in seconds
	Gzip     bool     // compressed copies stand beside the files
}

// Made is one file of configuration.
type Made struct {
	Path string
	Data []byte
}

// Folder is where configuration stands that no host looks for by itself.
const Folder = "_hosting/"

// Paths lists what will be made, so that no page can take its place.
func Paths(servers []string) []string {
	var paths []string
	for _, s := range servers {
		paths = append(paths, places[s]...)
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

var places = map[string][]string{
	"nginx": {Folder + "nginx.conf"}, "caddy": {Folder + "Caddyfile"}, "apache": {".htaccess"}, "headers": {"_headers", "_redirects"},
}

// Make makes the configuration for a site of these files.
func Make(s Settings, files []output.File) []Made {
	site := survey(s, files)
	var made []Made
	for _, server := range s.Servers {
		switch server {
		case "nginx":
			made = append(made, Made{Folder + "nginx.conf", site.nginx()})
		case "caddy":
			made = append(made, Made{Folder + "Caddyfile", site.caddy()})
		case "apache":
			made = append(made, Made{".htaccess", site.apache()})
		case "headers":
			made = append(made, Made{"_headers", site.headersFile()}, Made{"_redirects", site.redirectsFile()})
		}
	}
	slices.SortFunc(made, func(a, b Made) int { return strings.Compare(a.Path, b.Path) })
	return slices.CompactFunc(made, func(a, b Made) bool { return a.Path == b.Path })
}

// site is what servers have to know of a site's files.
type site struct {
	Settings
	redirects []redirect
	missing   []string            // folders with a page for addresses that don't exist: "", "ug/"
	types     map[string]string   // media types by extension, without a dot
	named     map[string]string   // media types by file name, where they are not those of the extension
	charset   []string            // types that are served as UTF-8
	headers   []header            // of every answer
	byType    map[string][]string // extensions by type
}

// redirect leads from an address, as readers type it, to one that is percent-encoded.
type redirect struct{ from, to string }

func survey(s Settings, files []output.File) *site {
	found := &site{Settings: s, types: map[string]string{}, named: map[string]string{}, byType: map[string][]string{}, headers: s.headers()}
	for _, f := range files {
		if f.Kind == output.Compressed || f.Kind == output.Hosting {
			continue
		}
		if f.Redirect != "" {
			found.redirects = append(found.redirects, redirect{s.BasePath + strings.TrimSuffix(f.Path, "index.html"), literal(f.Redirect)})
		}
		if path.Base(f.Path) == "404.html" {
			found.missing = append(found.missing, strings.TrimSuffix(f.Path, "404.html"))
		}
		found.learn(f)
	}
	// manifest.json lists the others and not itself.
	found.learn(output.File{Path: output.ManifestName, MediaType: "application/json"})
	for extension, kind := range found.types {
		found.byType[kind] = append(found.byType[kind], extension)
	}
	for _, extensions := range found.byType {
		slices.Sort(extensions)
	}
	slices.Sort(found.missing)
	slices.Sort(found.charset)
	found.charset = slices.Compact(found.charset)
	return found
}

// special are names whose type their extension does not tell; the standard of feeds has a type for each kind.
var special = []string{"feed.xml", "atom.xml", "feed.json"}

// learn notes the type of a file.
func (s *site) learn(f output.File) {
	kind, params, _ := strings.Cut(f.MediaType, ";")
	if strings.Contains(params, "utf-8") {
		s.charset = append(s.charset, kind)
	}
	if slices.Contains(special, path.Base(f.Path)) {
		s.named[path.Base(f.Path)] = kind
		return
	}
	if extension := strings.TrimPrefix(strings.ToLower(path.Ext(f.Path)), "."); extension != "" && !strings.ContainsFunc(extension, notPlain) {
		s.types[extension] = kind
	}
}

func notPlain(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }

// literal percent-encodes what configuration languages take for the beginning of a variable.
func literal(address string) string {
	return strings.NewReplacer("$", "%24", "{", "%7B", "}", "%7D", "'", "%27", ";", "%3B").Replace(address)
}

// escape percent-encodes an address.
func escape(address string) string { return literal((&url.URL{Path: address}).EscapedPath()) }
