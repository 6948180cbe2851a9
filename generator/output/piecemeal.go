package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"syscall"
)

// replaceFiles replaces a tree file by file. A note beside it names the staged tree until all is done: if we are killed, resume
// goes on from there.
func (p *place) replaceFiles(staged string) error {
	if err := writeSynced(p.own("switch"), func(w io.Writer) error {
		_, err := io.WriteString(w, filepath.Base(staged))
		return err
	}); err != nil {
		return errors.Join(err, os.Remove(p.own("switch")))
	}
	if err := syncFolder(p.home); err != nil {
		return err
	}
	return p.resume()
}

// resume does what is left of a replacement that was begun, if one was.
func (p *place) resume() error {
	note := p.own("switch")
	name, err := os.ReadFile(note)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	// A note that was cut short names no tree, and then nothing was moved yet.
	if staged := filepath.Join(p.home, string(name)); isOwnName(string(name)) {
		if err := p.moveFiles(staged); err != nil {
			return err
		}
		if err := os.RemoveAll(staged); err != nil {
			return err
		}
	}
	return os.Remove(note)
}

// moveFiles moves a staged tree's files to their places, in the order of [PutOrder]; deletions follow, then the manifest. All steps can
// be repeated. Until the manifest is moved, the old one tells what may be deleted.
func (p *place) moveFiles(staged string) error {
	m, err := ReadManifest(os.DirFS(staged))
	if errors.Is(err, fs.ErrNotExist) {
		return nil // moved already
	}
	if err != nil {
		return err
	}
	before, after, err := p.leaving(m)
	if err != nil {
		return err
	}
	if err := p.remove(before); err != nil {
		return err
	}
	for _, f := range PutOrder(m.Files) {
		if err := p.moveFile(staged, f.Path); err != nil {
			return err
		}
	}
	if err := p.remove(after); err != nil {
		return err
	}
	if err := p.move.sync(p.dir); err != nil {
		return err
	}
	return p.moveFile(staged, ManifestName)
}

// leaving lists the old files that the new tree doesn't have: those that stand in the way of a new one, and the others.
func (p *place) leaving(m *Manifest) (before, after []string, err error) {
	last, err := p.last()
	if err != nil {
		// The first tree that was begun in an empty folder has no manifest yet, and nothing leaves.
		var foreign *ErrForeign
		if errors.As(err, &foreign) && foreign.Reason == nil {
			return nil, nil, nil
		}
		return nil, nil, err
	}
	old, err := p.look(p.dir, last)
	if err != nil {
		return nil, nil, err
	}
	coming := newClaims()
	for _, f := range m.Files {
		if err := coming.take(f.Path); err != nil {
			return nil, nil, err
		}
	}
	for _, path := range old.ours {
		if _, stays := m.File(path); stays {
			continue
		}
		if coming.leaves(path) {
			after = append(after, path)
		} else {
			before = append(before, path)
		}
	}
	return before, after, nil
}

// remove deletes files, and folders that become empty by it.
func (p *place) remove(paths []string) error {
	for _, file := range paths {
		if err := removeFile(p.at(file)); err != nil {
			return err
		}
		for folder := path.Dir(file); folder != "."; folder = path.Dir(folder) {
			if os.Remove(p.at(folder)) != nil {
				break // not empty
			}
		}
	}
	return nil
}

// removeFile removes a file, if it is there.
func removeFile(name string) error {
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// moveFile moves one staged file to its place, if it wasn't moved before or linked from there.
func (p *place) moveFile(staged, file string) error {
	from, to := filepath.Join(staged, filepath.FromSlash(file)), p.at(file)
	source, err := os.Lstat(from)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if target, err := os.Lstat(to); err == nil {
		if os.SameFile(source, target) {
			return nil
		}
		if target.IsDir() {
			removeEmpty(to)
		}
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	err = p.move.rename(from, to)
	if errors.Is(err, syscall.EXDEV) {
		return p.moveAcross(from, to, filepath.Base(staged), source)
	}
	return err
}

// moveAcross moves a file to another file system that is mounted somewhere below the directory.
func (p *place) moveAcross(from, to, temporary string, info fs.FileInfo) error {
	beside := filepath.Join(filepath.Dir(to), temporary)
	if err := removeFile(beside); err != nil {
		return err
	}
	if err := copyFile(from, beside, info); err != nil {
		return err
	}
	if err := p.move.rename(beside, to); err != nil {
		return err
	}
	return os.Remove(from)
}

// removeEmpty removes a folder if there is nothing but folders in it.
func removeEmpty(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		if e.IsDir() {
			removeEmpty(filepath.Join(folder, e.Name()))
		}
	}
	os.Remove(folder)
}
