// Package publish brings a finished tree to where readers find it: object storage, or a folder that a web server reads.
//
// A [Target] stores objects under names and knows nothing else. [Run] compares the tree's manifest with what the target holds, makes a [Plan], and
// carries it out. What is guaranteed, if the target stores each object whole or not at all:
//
//   - Only a tree that passed the gate goes out, and each file only with the bytes that the manifest tells ([ErrGate], [*ErrTree]).
//   - Whatever moment it stops at, every page at the target is the old one or the new one, and nothing that a page needs is missing: assets go first, then
//     attachments, pages, lists, feeds, the manifest; deletions come last.
//   - The same command again goes on where the last one stopped.
//   - Objects that it did not publish are neither overwritten nor deleted ([*ErrForeign]).
//   - A plan that would delete more than it may is refused before anything is done ([*ErrDeletions]).
//   - Two publishers at one target are noticed ([*ErrBusy], [ErrOvertaken]).
//
// # What it keeps at the target
//
// Everything of its own stands below .courtsite/: the record of what it published, and the claims of publishers that are at work. The record
// names each object with the version that the target gave it. So what did not change is known from the record and one listing, and what
// somebody else changed is noticed. Before a run touches anything it writes the names of what it is about to store into the record: so a run
// that was killed leaves no object that the next one would take for a stranger's.
package publish

import (
	"context"
	"io"
	"strings"
	"time"
)

// Target is a place that objects are published to. Safe for concurrent use. Names are slash-separated paths as in a manifest, below the
// target's own place in the bucket or on the disk.
//
// An error that may be gone when the same is tried again is a [*Temporary].
type Target interface {
	// List gives all objects whose names begin with prefix, which is empty or ends with a slash, in any order.
	List(ctx context.Context, prefix string) ([]Listed, error)
	// Get reads an object; [fs.ErrNotExist] where there is none.
	Get(ctx context.Context, name string) ([]byte, error)
	// Stat tells what is known of an object's content; [fs.ErrNotExist] where there is none.
	Stat(ctx context.Context, name string) (Mark, error)
	// Put stores an object, whole or not at all, in place of what had its name, and gives the version that List will tell of it. The body is the
	// first o.Size bytes; it is an io.ReaderAt, since an attempt that failed may go on reading while the next one begins.
	Put(ctx context.Context, o Object, body io.ReaderAt) (version string, err error)
	// Delete removes an object. One that is not there is no error.
	Delete(ctx context.Context, name string) error
}

// Object is what a target is to store.
type Object struct {
	Name         string
	Size         int64    // of the body, in bytes
	MD5          [16]byte // of the body: S3 has the server compare it (RFC 1864)
	BodySHA256   string   // of the body, in hexadecimal
	MediaType    string
	CacheControl string
	Encoding     string // "gzip" where the body is compressed, else ""
	Redirect     string // where the address leads now, for targets that know redirects
	Stamp        string // to be kept with the object where the target can
}

// Listed is an object as a listing tells of it.
type Listed struct {
	Name     string
	Version  string    // differs if the content does: an ETag, or size and time
	Modified time.Time // by the target's clock
}

// Mark is what tells whose an object is. A target gives what it has.
type Mark struct {
	Stamp  string // that was stored with it
	SHA256 string // of its content
}

// Temporary is an error of a target that may be gone when the same is tried again.
type Temporary struct{ Err error }

func (e *Temporary) Error() string { return e.Err.Error() }
func (e *Temporary) Unwrap() error { return e.Err }

// home is the folder at a target that belongs to this package.
const home = ".courtsite/"

func isOwn(name string) bool { return strings.HasPrefix(name, home) }
