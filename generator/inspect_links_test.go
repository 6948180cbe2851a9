package generator_test

import (
	"net/url"
	"path"
	"strings"
	"testing"

	"courtsite/generator/output"
)

// built is a finished site under inspection.
type built struct {
	base  string // absolute, ends with "/"
	tree  *output.Memory
	pages map[string]*document // by output path
}

// inspectLinks: every link of every page that stays in the site leads to an output, and to a place in it.
func (s *built) inspectLinks(t *testing.T) {
	for name, d := range s.pages {
		address := s.base + escaped(strings.TrimSuffix(name, "index.html"))
		here, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, link := range d.links {
			if seen[link] {
				continue
			}
			seen[link] = true
			u, err := here.Parse(link)
			if err != nil {
				t.Errorf("%s: not an address: %q", name, link)
				continue
			}
			if absolute := u.String(); strings.HasPrefix(absolute, s.base) {
				s.leads(t, name, absolute, d.promises[link])
			} else if u.Host == here.Host {
				t.Errorf("%s: leads out of the site's own path: %q", name, link)
			}
		}
	}
}

// leads: the address, which is one of the site, has an output, which is in the language that the link promises, and where it names a place, that is in it.
func (s *built) leads(t *testing.T, from, address, promised string) {
	u, err := url.Parse(address)
	if err != nil {
		t.Errorf("%s: not an address: %q", from, address)
		return
	}
	base, _ := url.Parse(s.base)
	file := strings.TrimPrefix(u.Path, base.Path)
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	if _, found := s.tree.Get(file); !found {
		t.Errorf("%s: a dead link: %s", from, address)
		return
	}
	if d := s.pages[file]; d != nil && promised != "" && d.lang != promised {
		t.Errorf("%s: the link to %s promises %s, and leads to %s", from, address, promised, d.lang)
	}
	if d := s.pages[file]; d != nil && u.Fragment != "" && !d.ids[u.Fragment] {
		t.Errorf("%s: no such place: %s", from, address)
	}
}

// inspectAddresses: a page's canonical address is its own, and that of a redirect the one that it leads to. Pages for what is not there have none.
func (s *built) inspectAddresses(t *testing.T) {
	for name, d := range s.pages {
		own := s.base + escaped(strings.TrimSuffix(name, "index.html"))
		switch {
		case d.canonical == "" && (path.Base(name) == "404.html" || d.kind == "gone"):
		case d.kind == "" && d.canonical != "" && d.canonical != own: // a redirect
		case d.canonical != own:
			t.Errorf("%s: its canonical address is %q", name, d.canonical)
		}
	}
}

// inspectVersions: a page with versions is one of them. Those that it names are pages, in the languages that it says, and name it as well. Where there
// is a version in the default language, it is the one for everybody else.
func (s *built) inspectVersions(t *testing.T) {
	byAddress := map[string]*document{}
	for _, d := range s.pages {
		if d.canonical != "" && len(d.versions) > 0 {
			byAddress[d.canonical] = d
		}
	}
	usual := s.pages["index.html"].lang
	for name, d := range s.pages {
		if len(d.versions) > 0 && d.versions[d.lang] != d.canonical {
			t.Errorf("%s: it is not among its versions: %v", name, d.versions)
		}
		if d.versions["x-default"] != d.versions[usual] {
			t.Errorf("%s: the version for everybody else is not the one in %s: %v", name, usual, d.versions)
		}
		for lang, address := range d.versions {
			other := byAddress[address]
			switch {
			case other == nil:
				t.Errorf("%s: its version in %s is not a page: %s", name, lang, address)
			case lang == "x-default":
			case other.lang != lang:
				t.Errorf("%s: its version in %s is in %s", name, lang, other.lang)
			case other.versions[d.lang] != d.canonical:
				t.Errorf("%s: its version in %s does not know it", name, lang)
			}
		}
	}
}

func escaped(name string) string {
	return (&url.URL{Path: path.Clean("/" + name)}).EscapedPath()[1:] + slash(name)
}

func slash(name string) string {
	if strings.HasSuffix(name, "/") {
		return "/"
	}
	return ""
}
