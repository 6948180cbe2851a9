package output

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// ErrNotOurs says that a manifest.json was not written by this program, or not by a version that this one understands.
var ErrNotOurs = errors.New("not a manifest of this program")

// ReadManifest reads the manifest of a finished tree: ReadManifest(os.DirFS("public")). The error is [fs.ErrNotExist] where there is none, and
// [ErrNotOurs] where it can't be trusted.
func ReadManifest(fsys fs.FS) (*Manifest, error) {
	data, err := fs.ReadFile(fsys, ManifestName)
	if err != nil {
		return nil, err
	}
	return decode(data)
}

// decode reads and checks a manifest. Its paths decide which files are deleted, so a bad one makes the whole untrusted.
func decode(data []byte) (*Manifest, error) {
	var in struct {
		manifestHead
		Files []File `json:"files"`
	}
	if err := json.Unmarshal(data, &in); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotOurs, err)
	}
	name, _, _ := strings.Cut(in.Generator, " ")
	if in.Format != manifestFormat || name != generatorName {
		return nil, fmt.Errorf("%w: format %d of %q", ErrNotOurs, in.Format, in.Generator)
	}
	for i, f := range in.Files {
		if err := checkFile(f); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrNotOurs, err)
		}
		if i > 0 && in.Files[i-1].Path >= f.Path {
			return nil, fmt.Errorf("%w: %q is out of order", ErrNotOurs, f.Path)
		}
	}
	return &Manifest{Format: in.Format, Generator: in.Generator, BaseURL: in.BaseURL, Gate: in.Gate, Files: in.Files}, nil
}

func checkFile(f File) error {
	if err := CheckPath(f.Path); err != nil {
		return err
	}
	if _, err := parseDigest(f.SHA256); err != nil {
		return fmt.Errorf("digest of %q: %w", f.Path, err)
	}
	if f.Size < 0 {
		return fmt.Errorf("size of %q: %d", f.Path, f.Size)
	}
	return nil
}

func parseDigest(s string) (d Digest, err error) {
	if len(s) != hex.EncodedLen(len(d)) || strings.ToLower(s) != s {
		return d, errors.New("not a SHA-256 in lower-case hexadecimal")
	}
	_, err = hex.Decode(d[:], []byte(s))
	return d, err
}

// ParseManifest reads a manifest that came from elsewhere than a folder. The error is [ErrNotOurs] where it can't be trusted.
func ParseManifest(data []byte) (*Manifest, error) {
	return decode(data)
}
