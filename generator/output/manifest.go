package output

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
)

// ManifestName is the manifest's place in a tree. The manifest doesn't list itself.
const ManifestName = "manifest.json"

// manifestFormat is raised when a reader of the old format would misunderstand the new one.
const manifestFormat = 1

// generatorName begins the Generator of each manifest of ours; it tells our manifest.json from, say, a web application's.
const generatorName = "courtsite"

// Manifest lists every file of a tree. Publishing, verification and site groups read it, and nothing else.
type Manifest struct {
	Format    int    // filled in by Encode
	Generator string // the program and its version: "courtsite 1.2.0"; filled in by Encode where empty
	BaseURL   string
	Gate      string // the profile that the whole tree passed: "relaxed", "strict", of a group's board "board"; empty for a preview, which must not be published
	Files     []File // sorted by path
}

// File is one file of a tree.
type File struct {
	Path      string `json:"path"`
	SHA256    string `json:"sha256"` // lower-case hexadecimal
	Size      int64  `json:"size"`   // in bytes
	MediaType string `json:"type,omitempty"`
	Kind      Kind   `json:"kind,omitempty"`
	Language  string `json:"language,omitempty"`  // a BCP 47 tag
	Item      string `json:"item,omitempty"`      // of the catalogue: "basic/news"
	Title     string `json:"title,omitempty"`     //
	Published string `json:"published,omitempty"` // RFC 3339
	Updated   string `json:"updated,omitempty"`   // RFC 3339
	Expires   string `json:"expires,omitempty"`   // RFC 3339
	Office    string `json:"office,omitempty"`    // that answers for a page
	Canonical string `json:"canonical,omitempty"` // of a page that another court of a group handed down: the whole address on that court's own site
	Offered   bool   `json:"offered,omitempty"`   // a page that the court offers to the portal of its group
	Redirect  string `json:"redirect,omitempty"`  // of a redirect: the percent-encoded address that it leads to

	Source      string `json:"source,omitempty"`      // private: the file that it was made from
	Fingerprint string `json:"fingerprint,omitempty"` // private: of all that it was made from
}

// Kind is what a file is to the site.
type Kind string

// The kinds of files.
const (
	Asset      Kind = "asset"
	Attachment Kind = "attachment"
	Page       Kind = "page"
	Redirect   Kind = "redirect"
	Compressed Kind = "compressed" // a file's name with .gz behind it: the same file, for servers that hand it out
	List       Kind = "list"
	Feed       Kind = "feed"
	Sitemap    Kind = "sitemap"
	Hosting    Kind = "hosting" // configuration for web servers
)

// putOrder is the order in which kinds go to a place that takes files one by one: nothing comes before what it needs.
var putOrder = []Kind{Asset, Attachment, Page, Redirect, Compressed, List, Feed, Sitemap, Hosting}

// PutOrder sorts files for a place that takes them one by one: assets and attachments, pages, lists, feeds. Files of an
// unknown kind count as assets; deletions and the manifest come after all of them.
func PutOrder(files []File) []File {
	return slices.SortedStableFunc(slices.Values(files), func(a, b File) int {
		return cmp.Compare(slices.Index(putOrder, a.Kind), slices.Index(putOrder, b.Kind))
	})
}

// Public gives the manifest without what concerns only the next build here.
func (m *Manifest) Public() *Manifest {
	public := *m
	public.Files = slices.Clone(m.Files)
	for i := range public.Files {
		public.Files[i].Source, public.Files[i].Fingerprint = "", ""
	}
	return &public
}

// File finds a file by its path.
func (m *Manifest) File(path string) (File, bool) {
	i, found := slices.BinarySearchFunc(m.Files, path, func(f File, path string) int { return cmp.Compare(f.Path, path) })
	if !found {
		return File{}, false
	}
	return m.Files[i], true
}

// manifestHead is all of a manifest's file but the list.
type manifestHead struct {
	Format    int    `json:"format"`
	Generator string `json:"generator"`
	BaseURL   string `json:"base_url"`
	Gate      string `json:"gate,omitempty"`
}

// Encode gives the manifest as JSON. Equal manifests give equal bytes, whatever the order of their files was; each file has
// a line of its own, so that two manifests can be compared with common tools.
func (m *Manifest) Encode() ([]byte, error) {
	head := manifestHead{Format: manifestFormat, Generator: cmp.Or(m.Generator, generatorName), BaseURL: m.BaseURL, Gate: m.Gate}
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	if err := out.Encode(head); err != nil {
		return nil, err
	}
	b.Truncate(b.Len() - len("}\n"))
	b.WriteString(`,"files":[`)
	files := m.Files
	byPath := func(a, b File) int { return cmp.Compare(a.Path, b.Path) }
	if !slices.IsSortedFunc(files, byPath) {
		files = slices.SortedFunc(slices.Values(files), byPath)
	}
	const line = 400 // about what a file takes
	b.Grow(len(files) * line)
	for i, f := range files {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		if err := out.Encode(f); err != nil {
			return nil, err
		}
		b.Truncate(b.Len() - len("\n"))
	}
	b.WriteString("\n]}\n")
	return b.Bytes(), nil
}
