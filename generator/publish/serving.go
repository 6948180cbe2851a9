package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"

	"courtsite/generator/output"
)

// Serving says how a target hands objects out. The zero value is for one that leaves it to a web server: a folder.
type Serving struct {
	Headers   bool // the target keeps headers with each object
	PageAge   int  // for how many seconds readers may keep what is not a fingerprinted asset
	Gzip      bool // texts are stored compressed
	Redirects bool // the target answers with a redirect where an object says so
}

// Immutable is the Cache-Control of a file whose name changes with its content (RFC 8246).
const Immutable = "public, max-age=31536000, immutable"

// Age is the Cache-Control of everything else.
func Age(seconds int) string { return fmt.Sprintf("public, max-age=%d", seconds) }

var fingerprinted = regexp.MustCompile(`\.[0-9a-f]{10}\.[a-z0-9]+$`)

// object says under which headers a file is to be stored. What concerns the body, content fills in.
func (s Serving) object(f output.File) Object {
	o := Object{Name: f.Path, Stamp: f.SHA256}
	if !s.Headers {
		return o
	}
	o.MediaType, o.CacheControl = f.MediaType, Age(s.PageAge)
	if f.Kind == output.Asset && fingerprinted.MatchString(f.Path) {
		o.CacheControl = Immutable
	}
	if s.Gzip && f.Compressible() {
		o.Encoding = "gzip"
	}
	if s.Redirects {
		o.Redirect = f.Redirect
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{o.MediaType, o.CacheControl, o.Encoding, o.Redirect}, "\n")))
	o.Stamp += "-" + hex.EncodeToString(sum[:8])
	return o
}

// digestOf gives the part of a stamp that tells of the content alone; the rest tells of headers.
func digestOf(stamp string) string {
	digest, _, _ := strings.Cut(stamp, "-")
	return digest
}

// skips tells whether a file is for web servers only: their configuration, and copies that object storage can't choose from.
func (s Serving) skips(f output.File) bool {
	return s.Headers && (f.Kind == output.Hosting || f.Kind == output.Compressed)
}
