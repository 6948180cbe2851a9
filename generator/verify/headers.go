package verify

import (
	"regexp"
	"strconv"
	"strings"

	"courtsite/generator/output"
)

// rule is what a header must say; want is for people.
type rule struct {
	name, want string
	holds      func(value string) bool
}

var (
	maxAge        = regexp.MustCompile(`max-age=(\d+)`)
	fingerprinted = regexp.MustCompile(`\.[0-9a-f]{10}\.[a-z0-9]+$`)
)

// day is how long a page may be kept at most, in seconds: a correction has to reach readers.
const day = 24 * 60 * 60

var (
	kept = rule{"Cache-Control", "immutable", func(v string) bool { return strings.Contains(v, "immutable") }}
	soon = rule{"Cache-Control", "max-age of a day at most", func(v string) bool {
		m := maxAge.FindStringSubmatch(v)
		if m == nil {
			return strings.Contains(v, "no-cache") || strings.Contains(v, "no-store")
		}
		seconds, err := strconv.Atoi(m[1])
		return err == nil && seconds <= day && !strings.Contains(v, "immutable")
	}}
	// Without these a page could be framed, made to run what it does not carry (CSP level 3), or be taken for another type than it says.
	secure = []rule{
		{"Content-Security-Policy", "a policy with default-src and without unsafe-inline", func(v string) bool {
			return strings.Contains(v, "default-src") && strings.Contains(v, "frame-ancestors") && !strings.Contains(v, "unsafe-")
		}},
		{"X-Content-Type-Options", "nosniff", func(v string) bool { return v == "nosniff" }},
		{"Referrer-Policy", "set", func(v string) bool { return v != "" && v != "unsafe-url" }},
		{"Permissions-Policy", "set", func(v string) bool { return v != "" }},
	}
	transport = rule{"Strict-Transport-Security", "max-age", func(v string) bool { return maxAge.MatchString(v) }}
)

// headers compares what the server tells browsers to do with a file.
func (s *Site) headers(f output.File, got *answer) (found []Finding) {
	for _, r := range s.rules(f) {
		if value := got.header.Get(r.name); !r.holds(value) {
			found = append(found, Finding{Path: f.Path, What: Header, Name: r.name, Want: r.want, Got: value})
		}
	}
	return found
}

func (s *Site) rules(f output.File) []rule {
	rules := []rule{soon}
	if f.Kind == output.Asset && fingerprinted.MatchString(f.Path) {
		rules = []rule{kept}
	}
	if s.Plain {
		return rules
	}
	rules = append(rules, secure...)
	if s.Base.Scheme == "https" {
		rules = append(rules, transport)
	}
	return rules
}
