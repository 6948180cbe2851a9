package output

import (
	"errors"
	"fmt"
	"io/fs"
)

// ErrBusy says that another build into the same place is under way.
type ErrBusy struct{ Dir string }

func (e *ErrBusy) Error() string {
	return fmt.Sprintf("%s: another build is writing here; wait for it, or choose another place with -o", e.Dir)
}

// ErrForeign says that a place holds files, and no manifest that would tell that they may be replaced.
type ErrForeign struct {
	Dir    string
	Reason error // why its manifest.json isn't taken for ours; nil where there is none
}

func (e *ErrForeign) Error() string {
	text := e.Dir + ": the folder has files that no build of this program made"
	if e.Reason != nil {
		text += fmt.Sprintf(" (%s: %v)", ManifestName, e.Reason)
	}
	return text + "; choose another place with -o, or empty the folder"
}

func (e *ErrForeign) Unwrap() error { return e.Reason }

// ErrCollision says that the new tree has a file where somebody put one of their own.
type ErrCollision struct {
	Dir  string
	Path string // of the file that no build made
}

func (e *ErrCollision) Error() string {
	return fmt.Sprintf("%s: %s was not made by a build, and the new site has a page or folder of that name; move the file away, or rename the page", e.Dir, e.Path)
}

// ErrAfterSwitch says that the new tree stands in its place, and that something failed when tidying up.
var ErrAfterSwitch = errors.New("the new site is in place, but tidying up failed")

// cause leaves out the path of an error that is told with the path of the directory.
func cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}
