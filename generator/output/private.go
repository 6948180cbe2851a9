package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// ReadPrivate reads the manifest that the last build of a directory kept for itself. Where there is none, or where the directory's
// tree is another one by now, it gives an empty manifest: nothing is known then, and the next build makes everything anew.
func ReadPrivate(path, dir string) (*Manifest, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return &Manifest{}, nil
	}
	if err != nil {
		return nil, err
	}
	m, digest, err := decode(data)
	if err != nil {
		return &Manifest{}, nil
	}
	public, err := os.ReadFile(filepath.Join(dir, ManifestName))
	if err != nil || Sum(public).String() != digest {
		return &Manifest{}, nil
	}
	return m, nil
}

// remember writes the private manifest, tied to the public one by its digest.
func (s *Staging) remember(m *Manifest) error {
	if s.Private == "" {
		return nil
	}
	public, err := m.Public().Encode()
	if err != nil {
		return err
	}
	data, err := m.encode(Sum(public).String())
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(s.Private), 0o755); err != nil {
		return err
	}
	return writeDurably(s.Private, data)
}

// writeDurably replaces a file in one step. The lock keeps others from the temporary file.
func writeDurably(path string, data []byte) error {
	temporary := path + ".new"
	if err := writeSynced(temporary, data); err != nil {
		return errors.Join(err, os.Remove(temporary))
	}
	if err := rename(temporary, path); err != nil {
		return errors.Join(err, os.Remove(temporary))
	}
	return syncFolder(filepath.Dir(path))
}

// writeSynced writes a file and waits until it is on the disk.
func writeSynced(path string, data []byte) error {
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	_, err = out.Write(data)
	return errors.Join(err, out.Sync(), out.Close())
}
