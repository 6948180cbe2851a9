package generator_test

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"path"
	"slices"
	"strings"
	"testing"

	"courtsite/generator/feed/feedtest"
	"courtsite/generator/output"
)

// inspect holds a finished site against what is true of every site.
func inspect(t *testing.T, m *output.Manifest, tree *output.Memory) {
	t.Helper()
	inspectManifest(t, m, tree)
	s := &built{base: m.BaseURL, tree: tree, pages: map[string]*document{}}
	for _, p := range tree.Paths() {
		data, _ := tree.Get(p)
		switch base := path.Base(p); {
		case path.Ext(p) == ".html" || path.Ext(p) == ".shtml":
			s.pages[p] = parseDocument(t, p, data)
			inspectLanguages(t, p, data)
		case base == "feed.xml":
			valid(t, p, feedtest.RSS(data))
		case base == "atom.xml":
			valid(t, p, feedtest.Atom(data))
		case base == "feed.json":
			valid(t, p, feedtest.JSONFeed(data))
		case path.Ext(p) == ".xml" || path.Ext(p) == ".opml":
			s.inspectXML(t, p, data)
		}
	}
	for _, p := range tree.Paths() {
		if folder, found := strings.CutSuffix(p, "feed.json"); found {
			s.inspectFeedLanguage(t, folder)
		}
	}
	s.inspectLinks(t)
	s.inspectAddresses(t)
	s.inspectVersions(t)
}

func valid(t *testing.T, path string, violations []string) {
	for _, v := range violations {
		t.Errorf("%s: %s", path, v)
	}
}

// inspectManifest: the manifest lists what is there, and nothing else, sorted.
func inspectManifest(t *testing.T, m *output.Manifest, tree *output.Memory) {
	if !slices.IsSortedFunc(m.Files, func(a, b output.File) int { return cmp.Compare(a.Path, b.Path) }) {
		t.Error("the manifest is not sorted")
	}
	var listed []string
	for _, f := range m.Files {
		listed = append(listed, f.Path)
		data, _ := tree.Get(f.Path)
		if f.SHA256 != output.Sum(data).String() || f.Size != int64(len(data)) {
			t.Errorf("the manifest is wrong about %s", f.Path)
		}
		if f.MediaType == "" || f.Kind == "" || f.Fingerprint == "" && f.Kind == output.Page {
			t.Errorf("the manifest says too little of %s: %+v", f.Path, f)
		}
	}
	if !slices.Equal(listed, tree.Paths()) {
		t.Errorf("the manifest lists %d files, there are %d", len(listed), len(tree.Paths()))
	}
}

// inspectXML: a sitemap or a list of channels is well-formed, and each address in it leads to an output.
func (s *built) inspectXML(t *testing.T, name string, data []byte) {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	inLoc := false
	for {
		token, err := decoder.Token()
		if token == nil {
			if err.Error() != "EOF" {
				t.Errorf("%s: %v", name, err)
			}
			return
		}
		switch token := token.(type) {
		case xml.StartElement:
			inLoc = token.Name.Local == "loc"
			for _, a := range token.Attr {
				switch a.Name.Local {
				case "href", "xmlUrl", "htmlUrl":
					s.mustLead(t, name, a.Value)
				}
			}
		case xml.CharData:
			if inLoc {
				s.mustLead(t, name, string(token))
			}
		case xml.EndElement:
			inLoc = false
		}
	}
}

// mustLead: an absolute address of the site has an output.
func (s *built) mustLead(t *testing.T, from, address string) {
	if !strings.HasPrefix(address, s.base) {
		t.Errorf("%s: an address that is not one of the site: %s", from, address)
		return
	}
	s.leads(t, from, address, "")
}
