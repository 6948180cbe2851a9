package output

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"sync"
)

// Memory is a tree in memory, for the preview server and for tests. Safe for concurrent use.
type Memory struct {
	last   *Memory // that files are taken over from, or nil
	claims *claims
	base   map[string][]byte // of the tree that this one began as; files holds what was written since. Never changed
	mu     sync.RWMutex
	files  map[string][]byte
}

// mostWritten is how many files may have been written since a tree began as another one, before the next one copies all names: to copy some is quick.
const mostWritten = 2000

// NewMemory makes an empty tree.
func NewMemory() *Memory { return &Memory{claims: newClaims(), files: map[string][]byte{}} }

// After makes an empty tree that takes the place of another one, and can take files over from it.
func (m *Memory) After() *Memory {
	next := NewMemory()
	next.last = &Memory{base: m.base, files: m.files}
	return next
}

// Stands tells whether there is a last tree: nobody but a tree itself changes what is in memory.
func (m *Memory) Stands(context.Context, int) bool { return m.last != nil && len(m.last.files) > 0 }

// Amend makes the tree begin as the one whose place it takes.
func (m *Memory) Amend() error {
	last := m.last
	switch {
	case last.base == nil:
		m.base = last.files
	case len(last.files) < mostWritten:
		m.base, m.files = last.base, maps.Clone(last.files)
	default:
		m.base = maps.Clone(last.base)
		maps.Copy(m.base, last.files)
	}
	return nil
}

// Keep takes a file over from the last tree by its size: nobody but a tree itself changes what is in memory.
func (m *Memory) Keep(f File) (bool, error) {
	if m.last == nil {
		return false, nil
	}
	data, found := m.last.Get(f.Path)
	if !found || int64(len(data)) != f.Size {
		return false, nil
	}
	if err := m.claims.take(f.Path); err != nil {
		return false, fmt.Errorf("keep %s: %w", f.Path, err)
	}
	m.keep(f.Path, data)
	return true, nil
}

// Write keeps a copy of data.
func (m *Memory) Write(path string, data []byte) (Digest, error) {
	if err := m.claims.take(path); err != nil {
		return Digest{}, fmt.Errorf("write %s: %w", path, err)
	}
	m.keep(path, slices.Clone(data))
	return Sum(data), nil
}

// Copy reads the stream into memory.
func (m *Memory) Copy(path string, open func() (io.ReadCloser, error)) (Digest, int64, error) {
	if err := m.claims.take(path); err != nil {
		return Digest{}, 0, fmt.Errorf("write %s: %w", path, err)
	}
	in, err := open()
	if err != nil {
		return Digest{}, 0, fmt.Errorf("write %s: %w", path, err)
	}
	defer in.Close()
	data, err := io.ReadAll(in)
	if err != nil {
		return Digest{}, 0, fmt.Errorf("write %s: %w", path, err)
	}
	m.keep(path, data)
	return Sum(data), int64(len(data)), nil
}

func (m *Memory) keep(path string, data []byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.files[path] = data
}

// Get gives a file's content, which the caller must not change.
func (m *Memory) Get(path string) (data []byte, found bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if data, found = m.files[path]; !found {
		data, found = m.base[path]
	}
	return data, found
}

// Paths gives the paths of all files, sorted.
func (m *Memory) Paths() []string {
	m.mu.RLock()
	defer m.mu.RUnlock()
	paths := slices.AppendSeq(slices.Collect(maps.Keys(m.files)), maps.Keys(m.base))
	slices.Sort(paths)
	return slices.Compact(paths)
}
