package plan

import (
	"net/url"
	"path"
	"strings"
)

// outputPath is the file that an address is served from.
func outputPath(address string) string {
	p := strings.TrimPrefix(address, "/")
	if p == "" || strings.HasSuffix(p, "/") {
		p += "index.html"
	}
	return p
}

// address is the address that an output is served at.
func address(path string) string { return "/" + strings.TrimSuffix(path, "index.html") }

// aliasPath is the file that stands at an old address. An old address with a query cannot be served from files.
func aliasPath(alias string) (string, bool) {
	clean, err := url.PathUnescape(alias)
	if err != nil || !strings.HasPrefix(clean, "/") || strings.ContainsAny(clean, "?#\\\x00") {
		return "", false
	}
	for part := range strings.SplitSeq(strings.TrimSuffix(clean[1:], "/"), "/") {
		if part == "" || part == "." || part == ".." {
			return "", false
		}
	}
	if !strings.HasSuffix(clean, "/") && path.Ext(clean) == "" {
		clean += "/"
	}
	return outputPath(clean), true
}

// href percent-encodes an address of the site and puts the base address's path before it.
func (s *site) href(address string) string {
	return s.Corpus.Site.BasePath + escape(address[1:])
}

// abs is an address of the site as an absolute one.
func (s *site) abs(address string) string { return s.Corpus.Site.Origin + s.href(address) }

func escape(p string) string {
	for i := range len(p) {
		if c := p[i]; c != '/' && c != '-' && c != '.' && c != '_' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			return (&url.URL{Path: p}).EscapedPath()
		}
	}
	return p
}
