package publish

import (
	"errors"
	"fmt"
)

// ErrGate says that a tree is a preview: its manifest records no gate that it passed.
var ErrGate = errors.New("the tree was not made for publishing: its manifest records no gate that it passed")

// ErrOvertaken says that another publisher took this one for dead and began its own work.
var ErrOvertaken = errors.New("another publisher has taken over at this target")

// ErrRecord says that the record at the target can't be read, so that nothing is known about what was published there.
var ErrRecord = errors.New("the record of what was published cannot be read")

// ErrTree says that a file of the tree is not what the manifest tells.
type ErrTree struct {
	Path   string
	Reason error // why it could not be read; nil where its bytes are others
}

func (e *ErrTree) Error() string {
	if e.Reason != nil {
		return fmt.Sprintf("read %s: %v", e.Path, e.Reason)
	}
	return fmt.Sprintf("%s was changed after the build", e.Path)
}

func (e *ErrTree) Unwrap() error { return e.Reason }

// ErrEarly says that a page's time has not come: the tree was built as at a later day.
type ErrEarly struct{ Path, Published string }

func (e *ErrEarly) Error() string {
	return fmt.Sprintf("%s is to be published at %s", e.Path, e.Published)
}

// ErrForeign says that names which the site needs belong to objects that were not published from here.
type ErrForeign struct{ Names []string }

func (e *ErrForeign) Error() string {
	return fmt.Sprintf("%d objects at the target were not published from here and have names that the site needs, %s among them", len(e.Names), e.Names[0])
}

// ErrOtherSite says that another site is published at the target. What is known there as published is that site's, and not this one's to replace.
type ErrOtherSite struct{ Site string }

func (e *ErrOtherSite) Error() string {
	return "another site is published at the target: " + e.Site
}

// ErrDeletions says that a plan deletes more objects than it may.
type ErrDeletions struct{ Planned, Allowed int }

func (e *ErrDeletions) Error() string {
	return fmt.Sprintf("%d objects would be deleted, and %d may be", e.Planned, e.Allowed)
}

// ErrBusy says that another publisher is at work at the target.
type ErrBusy struct{ Publisher string }

func (e *ErrBusy) Error() string {
	return "another publisher is at work at this target: " + e.Publisher
}

// ErrReserved says that the site has a file below the folder that publishing keeps for itself.
type ErrReserved struct{ Path string }

func (e *ErrReserved) Error() string {
	return e.Path + " stands in a folder that publishing keeps for itself"
}
