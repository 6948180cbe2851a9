package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// recover brings the place back into order after a build that was killed: it finishes a replacement of single files, and
// puts back a tree that was moved aside. It needs the lock.
func (p *place) recover() error {
	if err := p.resume(); err != nil {
		return fmt.Errorf("finish the last build of %s: %w", p.dir, err)
	}
	if _, err := os.Lstat(p.own("old")); err != nil {
		return nil
	}
	// Fails unless the folder is missing or empty. Then a whole tree stands there, and the one aside is debris.
	if err := os.Remove(p.dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return p.move.rename(p.own("old"), p.dir)
}

// unfinished ends the name of a file of ours that is being written, and takes the place of the last one when it is whole.
const unfinished = ".new"

// tidy removes what killed builds left, and the spare tree too if it is not to be believed. It needs the lock, and must not run before recover.
func (p *place) tidy(spare bool) error {
	names, err := namesIn(p.home)
	if err != nil {
		return err
	}
	prefix := filepath.Base(p.own(""))
	for _, name := range names {
		what, found := strings.CutPrefix(name, prefix)
		if !found || !isOwnName(name) || spare && what == "spare" {
			continue
		}
		if info, err := os.Lstat(p.own(what)); err != nil || !info.IsDir() && !strings.HasSuffix(what, unfinished) {
			continue
		}
		if err := os.RemoveAll(p.own(what)); err != nil {
			return err
		}
	}
	return nil
}

// namesIn lists a directory in no order: that of a group has thousands of entries, and each of its courts looks into it.
func namesIn(dir string) ([]string, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.Readdirnames(-1)
}
