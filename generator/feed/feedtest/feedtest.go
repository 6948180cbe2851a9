// Package feedtest says what is wrong with a finished channel: every MUST of RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1
// that a machine can judge, and what readers expect beyond them.
//
// In goes one file, out come its violations, each with the place inside the document; none means that it is valid. The
// checks read the bytes alone and share no code with the package that writes them, so tests can hold a whole site's
// channels against them, whoever made them.
package feedtest

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"
)

// report collects violations; path is where in the document the check stands.
type report struct{ found []string }

func (r *report) add(path, format string, args ...any) {
	r.found = append(r.found, path+": "+fmt.Sprintf(format, args...))
}

// encoding: all three formats are UTF-8 here, and a replacement character is text that somebody lost.
func (r *report) encoding(data []byte) {
	if !utf8.Valid(data) {
		r.add("document", "is not UTF-8")
	}
	if strings.ContainsRune(string(data), utf8.RuneError) {
		r.add("document", "has a replacement character U+FFFD")
	}
}

// address wants an absolute web address in which everything is percent-encoded.
func (r *report) address(path, s string) {
	u, err := url.Parse(s)
	switch {
	case err != nil:
		r.add(path, "not an address: %v", err)
	case u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
		r.add(path, "not an absolute web address: %q", s)
	case !uriCharacters.MatchString(s):
		r.add(path, "an address with characters that need percent-encoding: %q", s)
	}
}

// id wants an absolute URI of any scheme.
func (r *report) id(path, s string) {
	u, err := url.Parse(s)
	if err != nil || !u.IsAbs() || !uriCharacters.MatchString(s) {
		r.add(path, "not an absolute URI: %q", s)
		return
	}
	if rest, is := strings.CutPrefix(s, "urn:uuid:"); is && !uuid.MatchString(rest) {
		r.add(path, "not a UUID: %q", s)
	}
}

// once wants a value that no earlier call with the same set had.
func (r *report) once(path string, seen map[string]bool, value string) {
	if seen[value] {
		r.add(path, "stands twice: %q", value)
	}
	seen[value] = true
}

func (r *report) language(path, s string) {
	if !languageTag.MatchString(s) {
		r.add(path, "not a language tag: %q", s)
	}
}

func (r *report) mediaType(path, s string) {
	if !mediaType.MatchString(s) {
		r.add(path, "not a media type: %q", s)
	}
}

// html wants each address in a document's HTML to work wherever a reader shows it, and nothing that readers strip.
func (r *report) html(path, s string) {
	for _, m := range reference.FindAllStringSubmatch(s, -1) {
		if !absolute.MatchString(m[2]) {
			r.add(path, "%s is not absolute: %q", m[1], m[2])
		}
	}
	if m := unsafeElement.FindString(s); m != "" {
		r.add(path, "has an element that readers strip: %s", m)
	}
}

var (
	uriCharacters = regexp.MustCompile(`^(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$`)
	uuid          = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)
	languageTag   = regexp.MustCompile(`^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$`)
	mediaType     = regexp.MustCompile(`^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(?:\s*;\s*[A-Za-z0-9-]+=(?:"[^"]*"|[^\s;"]+))*$`)
	reference     = regexp.MustCompile(`(?i)<[a-z][^<>]*?\s(href|src|poster|cite)="([^"]*)"`)
	absolute      = regexp.MustCompile(`^(?:https?://[^/]|mailto:|tel:)`)
	unsafeElement = regexp.MustCompile(`(?i)<(?:script|style|iframe|object|embed|form|input|meta|link)[\s/>]`)
)
