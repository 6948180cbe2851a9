package signoff

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"time"

	"courtsite/generator/config"
	"courtsite/generator/page"
)

// Matter is everything that a signature is for.
type Matter struct {
	Head *page.Head
	Item string            // that the page is filed under
	Text [sha256.Size]byte // see [Text]
	// Files are what the page attaches, shows, and links to, in the order in which it names them.
	Files []NamedFile
}

// Text stands for a page's text after the front matter, to the letter but for blank lines at its end.
func Text(body []byte) [sha256.Size]byte { return sha256.Sum256(bytes.TrimRight(body, "\n")) }

// NamedFile is a file that a page names.
type NamedFile struct {
	Name   string // as seen from the page's folder
	Digest [sha256.Size]byte
}

// Digest stands for what a signature in a role is for: the text to the letter, what readers see of the front matter, and the content of every
// file. Line ends, a byte-order mark and blank lines at the end of the file make no difference, nor does the order or the layout of the front matter, nor
// what moves a page without changing it: aliases, weight, draft. How a page was translated is the business of the language review alone, so that a new
// record of it voids no other signature.
func (s Matter) Digest(role config.Role) string {
	d := digester{sha256.New()}
	h := s.Head
	d.texts("courtsite sign-off 1", h.Lang, s.Item, h.Title, h.Summary, h.Number, h.Index, h.Source, h.Author, h.Office, h.Image, h.ImageAlt)
	d.times(h.Issued, h.Published, h.Updated, h.Expires)
	d.list(h.CoOffices)
	d.list(h.Keywords)
	d.list(h.Related)
	d.texts(fmt.Sprint(h.Sensitive, len(h.Attachments)))
	for _, a := range h.Attachments {
		d.texts(a.File, a.Title)
	}
	if role == config.RoleLanguage {
		t := h.Translation
		d.texts(t.Translator, t.Reviewer, fmt.Sprint(t.Machine, t.Draft), string(t.Source))
		d.times(t.Translated, t.Reviewed)
	}
	d.texts(fmt.Sprint(len(s.Files)))
	for _, f := range s.Files {
		d.texts(f.Name, string(f.Digest[:]))
	}
	d.Write(s.Text[:])
	return "sha256:" + hex.EncodeToString(d.Sum(nil))
}

// digester writes values so that no two different ones look alike.
type digester struct{ hash.Hash }

func (d digester) texts(texts ...string) {
	for _, t := range texts {
		fmt.Fprintf(d, "%d:%s,", len(t), t)
	}
}

func (d digester) list(texts []string) {
	d.texts(fmt.Sprint(len(texts)))
	d.texts(texts...)
}

func (d digester) times(times ...time.Time) {
	for _, t := range times {
		if t.IsZero() {
			d.texts("")
			continue
		}
		d.texts(t.UTC().Format(time.RFC3339Nano))
	}
}
