// Package verify compares a manifest with what readers get: with a folder, or with what a web server answers.
//
// A finding is a difference. That a server can't be reached at all is an error.
package verify

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"slices"
	"strings"

	"courtsite/generator/output"
	"courtsite/generator/par"
)

// What is a kind of difference.
type What string

// The kinds of differences.
const (
	Missing   What = "missing"    // nothing there
	Content   What = "content"    // other bytes
	Status    What = "status"     // the server answers with another status
	MediaType What = "media-type" // another type, or another encoding of characters
	Header    What = "header"     // a header is missing or says something else
	Redirect  What = "redirect"   // an old address does not lead to the new one for good
	NotFound  What = "not-found"  // an address that does not exist is not answered with 404 and the page for it
	Extra     What = "extra"      // a file that the manifest does not list; only in folders
)

// Finding is one difference.
type Finding struct {
	Path string `json:"path"` // in the manifest, or the address that was asked for
	What What   `json:"what"`
	Name string `json:"name,omitempty"` // of the header
	Want string `json:"want,omitempty"`
	Got  string `json:"got,omitempty"`
}

// Folder compares the files of a folder.
func Folder(ctx context.Context, folder fs.FS, m *output.Manifest, jobs int) ([]Finding, error) {
	found, err := par.Map(ctx, jobs, m.Files, func(f output.File) ([]Finding, error) {
		file, err := folder.Open(f.Path)
		if err != nil {
			return []Finding{{Path: f.Path, What: Missing}}, nil
		}
		defer file.Close()
		got, err := digest(file)
		if err != nil {
			return nil, err
		}
		if got != f.SHA256 {
			return []Finding{{Path: f.Path, What: Content, Want: f.SHA256, Got: got}}, nil
		}
		return nil, nil
	})
	if err != nil {
		return nil, err
	}
	extra, err := strangers(folder, m)
	return sorted(append(slices.Concat(found...), extra...)), err
}

// strangers lists what stands in a folder and not in the manifest. Folders that begin with a full stop are nobody's business here.
func strangers(folder fs.FS, m *output.Manifest) ([]Finding, error) {
	var extra []Finding
	err := fs.WalkDir(folder, ".", func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && path != "." && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		case e.IsDir() || path == output.ManifestName:
			return nil
		}
		if _, listed := m.File(path); !listed {
			extra = append(extra, Finding{Path: path, What: Extra})
		}
		return nil
	})
	return extra, err
}

func digest(r io.Reader) (string, error) {
	hash := sha256.New()
	_, err := io.Copy(hash, r)
	return hex.EncodeToString(hash.Sum(nil)), err
}

func sorted(found []Finding) []Finding {
	slices.SortStableFunc(found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.What, b.What), cmp.Compare(a.Name, b.Name))
	})
	return found
}

// Differences are the findings that make what readers get another site: files that somebody put beside it don't.
func Differences(found []Finding) []Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f Finding) bool { return f.What == Extra })
}
