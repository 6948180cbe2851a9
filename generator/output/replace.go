package output

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"syscall"
)

// mover is how the system moves files and folders; tests put a weaker one in its place.
type mover struct {
	mounted  func(folder string) bool    // a file system is mounted here
	sync     func(root string) error     // brings a tree to the disk
	exchange func(a, b string) error     // swaps two folders in one step
	rename   func(from, to string) error // replaces what stands at to
	folders  bool                        // rename moves folders that readers may have open
}

var system = mover{
	mounted:  isMount,
	sync:     syncTree,
	exchange: exchange,
	rename:   rename,
	folders:  runtime.GOOS != "windows",
}

// piecemeal tells that files must be replaced one by one.
func (p *place) piecemeal(mounted bool) bool { return p.inside() || mounted || !p.move.folders }

// replace puts the staged tree into its place by the best means that the system offers, and tells where the old tree is now, if
// it is anywhere.
func (p *place) replace(staged string, mounted bool) (retired string, err error) {
	if _, err := os.Lstat(p.dir); errors.Is(err, fs.ErrNotExist) {
		return "", p.move.rename(staged, p.dir)
	}
	if p.piecemeal(mounted) {
		return "", p.replaceFiles(staged)
	}
	err = p.move.exchange(staged, p.dir)
	if err == nil || !refused(err) {
		return staged, err
	}
	return p.replaceByTwo(staged)
}

// replaceByTwo moves the old tree aside and the new one in. A build that is killed between the two leaves no tree; recover puts the
// old one back.
func (p *place) replaceByTwo(staged string) (retired string, err error) {
	aside := p.own("old")
	switch err := p.move.rename(p.dir, aside); {
	case err != nil && refused(err):
		return "", p.replaceFiles(staged)
	case err != nil:
		return "", err
	}
	if err := p.move.rename(staged, p.dir); err != nil {
		return "", errors.Join(err, p.move.rename(aside, p.dir))
	}
	return aside, nil
}

// refused tells whether the system can't do a thing here at all: the file system doesn't know it (EINVAL, ENOSYS, ENOTSUP), something is
// mounted (EBUSY, EXDEV, as overlays say, too), or the folder belongs to somebody else (EPERM, EACCES).
func refused(err error) bool {
	for _, reason := range []error{errors.ErrUnsupported, fs.ErrPermission, syscall.EINVAL, syscall.EBUSY, syscall.EXDEV} {
		if errors.Is(err, reason) {
			return true
		}
	}
	return false
}
