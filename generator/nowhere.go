package generator

import (
	"io"

	"courtsite/generator/output"
)

// nowhere is the tree of a check: it takes what a folder could hold, and keeps nothing.
type nowhere struct{}

func (nowhere) Write(path string, _ []byte) (output.Digest, error) {
	return output.Digest{}, output.CheckPath(path)
}

// Keep keeps what stands in no tree.
func (nowhere) Keep(f output.File) (bool, error) { return true, output.CheckPath(f.Path) }

// Copy does not read the file; that it can be opened was seen before.
func (nowhere) Copy(path string, _ func() (io.ReadCloser, error)) (output.Digest, int64, error) {
	return output.Digest{}, 0, output.CheckPath(path)
}
