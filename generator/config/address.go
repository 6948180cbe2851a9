package config

import (
	"cmp"
	"net/mail"
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/idna"

	"courtsite/generator/diag"
	"courtsite/generator/source"
)

// IsBaseURL tells whether a text can stand in for base_url.
func IsBaseURL(text string) bool {
	_, ok := parseBase(text)
	return ok
}

// parseBase reads an absolute address on the web that other addresses can be put behind.
func parseBase(text string) (*url.URL, bool) {
	u, ok := parseAddress(text)
	if !ok || u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || u.User != nil {
		return u, false
	}
	path := strings.TrimSuffix(u.Path, "/") + "/"
	return u, !strings.Contains(path, "//") && !strings.Contains(path, "/./") && !strings.Contains(path, "/../")
}

// parseAddress reads an absolute address on the web.
func parseAddress(text string) (*url.URL, bool) {
	u, err := url.Parse(text)
	if err != nil || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, false
	}
	port, err := strconv.Atoi(cmp.Or(u.Port(), "80"))
	return u, err == nil && port >= 1 && port <= 65535 && !strings.HasSuffix(u.Host, ":")
}

func (r *reader) base(s *Site, t *source.Table, override string) {
	written := r.required(t, "base_url", `base_url = "https://court.example"`)
	base := cmp.Or(override, written)
	if base == "" {
		base = "https://" + nowhere
	}
	u, ok := parseBase(base)
	if !ok {
		r.add(diag.SiteBaseURL, t.Pos("base_url"))
		u = &url.URL{Scheme: "https", Host: nowhere}
	}
	r.host(t, u)
	s.Origin = u.Scheme + "://" + u.Host
	s.BasePath = strings.TrimRight(u.EscapedPath(), "/") + "/"
	s.BaseURL = s.Origin + s.BasePath
}

// host asks for the form of the host's name that every machine knows: feeds and sitemaps are read by programs that know no other.
func (r *reader) host(t *source.Table, u *url.URL) {
	if strings.IndexFunc(u.Host, func(c rune) bool { return c > unicode.MaxASCII }) < 0 {
		return
	}
	name, err := idna.Lookup.ToASCII(u.Hostname())
	if err != nil {
		r.add(diag.SiteBaseURL, t.Pos("base_url"))
		return
	}
	ascii := *u
	ascii.Host = strings.Replace(u.Host, u.Hostname(), name, 1)
	r.add(diag.SiteHost, t.Pos("base_url"), "base_url = \""+ascii.String()+"\"")
}

// address reads an address outside the site; "" where there is none.
func (r *reader) address(t *source.Table, key string) string {
	s := t.Line(key)
	if _, ok := parseAddress(s); s != "" && !ok {
		r.add(diag.SiteAddress, t.Pos(key), key)
		return ""
	}
	return s
}

func (r *reader) email(t *source.Table) string {
	s := t.Line("email")
	if s == "" {
		return ""
	}
	a, err := mail.ParseAddress(s)
	if err != nil || a.Address != s || strings.ContainsAny(s, " \"") || !strings.Contains(s[strings.LastIndexByte(s, '@'):], ".") {
		r.add(diag.SiteEmail, t.Pos("email"))
		return ""
	}
	return s
}

// nowhere is the host of a site whose base_url is missing or wrong, so that all else can be told (RFC 6761).
const nowhere = "court.invalid"

// Placed tells whether the site has an address of its own.
func (s *Site) Placed() bool { return !strings.HasPrefix(s.BaseURL, "https://"+nowhere+"/") }
