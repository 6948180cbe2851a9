package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// survey tells what stands in a published directory. Links are never followed.
type survey struct {
	ours    []string // files of the last manifest that still stand
	foreign []string // all other files and links
	mounted bool     // another file system is mounted somewhere below
}

// look walks a directory that the manifest m described when it was made.
func (p *place) look(dir string, m *Manifest) (survey, error) {
	var found survey
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path == "." || path == ManifestName:
		case isOwnName(e.Name()):
			if e.IsDir() {
				return fs.SkipDir
			}
		case e.IsDir():
			found.mounted = found.mounted || p.move.mounted(filepath.Join(dir, filepath.FromSlash(path)))
		default:
			if _, listed := m.File(path); listed {
				found.ours = append(found.ours, path)
			} else {
				found.foreign = append(found.foreign, path)
			}
		}
		return nil
	})
	return found, err
}

// makeRoom refuses a tree with a file where somebody put one of their own.
func (s *Staging) makeRoom(foreign []string) error {
	for _, path := range foreign {
		if !s.claims.leaves(path) {
			return &ErrCollision{Dir: s.place.dir, Path: path}
		}
	}
	return nil
}

// carry takes files that no build made from one tree over into another, where they aren't there yet.
func carry(from, to string, paths []string) error {
	for _, path := range paths {
		if err := carryOne(from, to, path); err != nil && !errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("carry over %s: %w", path, err)
		}
	}
	return nil
}

func carryOne(from, to, file string) error {
	if err := carryFolder(from, to, path.Dir(file)); err != nil {
		return err
	}
	source, target := filepath.Join(from, filepath.FromSlash(file)), filepath.Join(to, filepath.FromSlash(file))
	info, err := os.Lstat(source)
	if err != nil {
		return err
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		// Not linked: macOS would link what the link leads to.
		leadsTo, err := os.Readlink(source)
		if err != nil {
			return err
		}
		return os.Symlink(leadsTo, target)
	}
	err = os.Link(source, target)
	if err == nil || errors.Is(err, fs.ErrExist) || !info.Mode().IsRegular() {
		return err
	}
	return copyFile(source, target, info)
}

// carryFolder makes a folder and those above it with the modes that they have in the old tree.
func carryFolder(from, to, folder string) error {
	target := filepath.Join(to, filepath.FromSlash(folder))
	if _, err := os.Lstat(target); err == nil {
		return nil
	}
	if err := carryFolder(from, to, path.Dir(folder)); err != nil {
		return err
	}
	info, err := os.Lstat(filepath.Join(from, filepath.FromSlash(folder)))
	if err != nil {
		return err
	}
	if err := os.Mkdir(target, 0o755); err != nil {
		return err
	}
	// The owner keeps the right to write: files are yet to come, and one day the folder must be removed.
	return setMode(target, info.Mode()|0o700)
}

// setMode sets the mode of a file or folder, where the file system has modes.
func setMode(path string, mode fs.FileMode) error {
	if err := os.Chmod(path, mode); err != nil && !refused(err) {
		return err
	}
	return nil
}

// copyFile copies a file with its mode and its time of modification. What stands at target is an error.
func copyFile(source, target string, info fs.FileInfo) error {
	in, err := os.Open(source)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(target, os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = out.ReadFrom(in)
	if err := errors.Join(err, out.Close(), setMode(target, info.Mode())); err != nil {
		return err
	}
	return os.Chtimes(target, info.ModTime(), info.ModTime())
}
