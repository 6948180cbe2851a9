// Package output takes a site's files as they are made, and puts them in place of the last site in one step.
//
// A [Tree] receives files: [Memory] keeps them for the preview and for tests, [Staging] writes them into a directory beside
// the final one. [Staging.Commit] adds manifest.json, the list of every file with its digest, and switches. What is
// guaranteed:
//
//   - A build that is killed, that meets a full disk or that is discarded leaves the last tree whole.
//   - Where the system can exchange two directories (Linux, macOS, on their usual file systems), a reader sees the old tree
//     or the new one at any moment. Where it cannot, but a directory can be renamed (network file systems), there is a
//     moment without a tree. Where a directory can't be renamed either (Windows, a mount point, a parent folder that
//     we may not write to), files are replaced one by one, each whole, in an order in which no page comes before its assets;
//     the manifest is last. In both cases the next [Stage] finishes, or takes back, what a killed one began.
//   - A file that no build of ours wrote is never lost: a folder without our manifest is refused, and files that someone
//     put between ours are carried into the new tree.
//   - A file whose bytes did not change is linked from the last tree: it keeps its time of modification, which web servers
//     and copying tools go by.
//   - Two builds into one place: the second is refused at once.
package output

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
)

// Tree takes a site's files as they are made. Safe for concurrent use.
//
// A path is relative and slash-separated, as [CheckPath] wants it: "basic/news/index.html". Each path is taken once.
type Tree interface {
	// Write takes a whole file. The caller may use data again afterwards.
	Write(path string, data []byte) (Digest, error)
	// Copy takes a file as a stream, for attachments of any size, and gives its digest and its size in bytes.
	Copy(path string, open func() (io.ReadCloser, error)) (Digest, int64, error)
	// Keep takes a file over from the last tree, if it still stands there as f tells; if not, it tells false, and the file has to be written.
	Keep(f File) (bool, error)
}

// Digest is the SHA-256 of a file's content.
type Digest [sha256.Size]byte

// Sum gives the digest of a content.
func Sum(data []byte) Digest { return sha256.Sum256(data) }

// String gives the digest in lower-case hexadecimal, as manifests carry it.
func (d Digest) String() string { return hex.EncodeToString(d[:]) }
