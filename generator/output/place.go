package output

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"

	"github.com/gofrs/flock"
)

// place is a directory that trees are put into, and the folder that holds what the switch needs. All names there begin with
// ".<name of the directory>.courtsite-": the lock, trees that are being made (new-<random>), the old tree between two renames (old),
// the note that files are being replaced one by one (switch), what a build leaves to the next one (past), the tree that the last switch replaced
// (spare), and how the standing one was left (tree). What ends in .new is not whole yet.
type place struct {
	dir  string // absolute, and no symbolic link
	home string // dir's parent, or dir itself where the parent can't be used
	lock *flock.Flock
	move mover
}

var ownName = regexp.MustCompile(`^\..+\.courtsite-(new-[0-9a-f]{16}|old|switch|lock|spare|(past|tree)(\.new)?)$`)

func isOwnName(name string) bool { return ownName.MatchString(name) }

// own gives the path of a thing of ours.
func (p *place) own(what string) string {
	return filepath.Join(p.home, "."+filepath.Base(p.dir)+".courtsite-"+what)
}

// inside tells that trees are made in the directory itself.
func (p *place) inside() bool { return p.home == p.dir }

// occupy finds out where a directory really is and takes its lock, which the system releases if we are killed.
func occupy(dir string, move mover) (*place, error) {
	dir, err := resolve(dir)
	if err != nil {
		return nil, err
	}
	parent := filepath.Dir(dir)
	if parent == dir {
		return nil, fmt.Errorf("stage %s: the root of a file system can't be replaced", dir)
	}
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return nil, err
	}
	p := &place{dir: dir, home: parent, move: move}
	if _, err := os.Stat(dir); err == nil && (move.mounted(dir) || !writable(parent)) {
		p.home = dir
	}
	return p, p.acquire()
}

// resolve follows a link at the end of the path, also one whose target doesn't exist yet.
func resolve(dir string) (string, error) {
	path, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for range 40 {
		target, err := os.Readlink(path)
		if err != nil {
			return path, nil // not a link
		}
		if !filepath.IsAbs(target) {
			parent, err := filepath.EvalSymlinks(filepath.Dir(path))
			if err != nil {
				return "", err
			}
			target = filepath.Join(parent, target)
		}
		path = target
	}
	return "", fmt.Errorf("stage %s: too many symbolic links", dir)
}

func (p *place) acquire() error {
	path := p.own("lock")
	if _, err := os.Lstat(path); err != nil {
		// A folder that isn't ours gets no lock file either. If there is one, only recovery can tell.
		if _, err := p.last(); err != nil {
			return err
		}
	}
	p.lock = flock.New(path, flock.SetPermissions(0o644))
	locked, err := p.lock.TryLock()
	if err != nil {
		return fmt.Errorf("lock %s: %w", p.dir, err)
	}
	if !locked {
		return &ErrBusy{Dir: p.dir}
	}
	return nil
}

// last reads the manifest of the tree that stands here: an empty one where nothing stands, [*ErrForeign] where it isn't ours.
func (p *place) last() (*Manifest, error) {
	entries, err := os.ReadDir(p.dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &Manifest{}, nil
	case err != nil:
		return nil, fmt.Errorf("stage %s: %w", p.dir, cause(err))
	}
	m, err := ReadManifest(os.DirFS(p.dir))
	switch {
	case err == nil:
		return m, nil
	case !errors.Is(err, fs.ErrNotExist):
		return nil, &ErrForeign{Dir: p.dir, Reason: cause(err)}
	}
	for _, e := range entries {
		if !p.inside() || !isOwnName(e.Name()) {
			return nil, &ErrForeign{Dir: p.dir}
		}
	}
	return &Manifest{}, nil
}

// makeStaging makes a directory for a new tree.
func (p *place) makeStaging() (string, error) {
	var random [8]byte
	rand.Read(random[:]) // never fails
	path := p.own("new-" + hex.EncodeToString(random[:]))
	if err := os.Mkdir(path, 0o755); err != nil {
		return "", fmt.Errorf("stage %s: %w", p.dir, err)
	}
	return path, nil
}
