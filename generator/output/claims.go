package output

import (
	"strings"
	"sync"
)

// claims keeps the paths of a tree apart. Safe for concurrent use.
//
// Paths that differ in case alone are one path: on Windows and macOS the second would silently replace the first.
type claims struct {
	mu    sync.Mutex
	taken map[string]claim // by folded path
}

type claim struct {
	path   string // as it was first claimed
	folder bool
}

func newClaims() *claims { return &claims{taken: map[string]claim{}} }

// take claims a path for one file and its parents for folders.
func (c *claims) take(path string) error {
	if err := CheckPath(path); err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if reason := c.refuse(path); reason != "" {
		return &PathError{Path: path, Reason: reason}
	}
	key := strings.ToLower(path)
	c.taken[key] = claim{path: path}
	c.takeFolders(path, key)
	return nil
}

// leaves tells whether the files of a tree leave room for one more.
func (c *claims) leaves(path string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.refuse(path) == ""
}

func (c *claims) refuse(path string) string {
	key := strings.ToLower(path)
	if have, found := c.taken[key]; found {
		return conflict(path, have)
	}
	if over, found := c.fileAbove(key); found {
		return "a file stands where its folder should be: " + over.path
	}
	return ""
}

func conflict(path string, have claim) string {
	switch {
	case have.folder:
		return "a folder has this name"
	case have.path != path:
		return "differs from another file in case alone: " + have.path
	}
	return "written twice"
}

func (c *claims) fileAbove(key string) (claim, bool) {
	for i := strings.LastIndexByte(key, '/'); i > 0; i = strings.LastIndexByte(key[:i], '/') {
		if have, found := c.taken[key[:i]]; found {
			return have, !have.folder // above a folder there are folders only
		}
	}
	return claim{}, false
}

// takeFolders walks the folded path, whose length may differ from the path's.
func (c *claims) takeFolders(path, key string) {
	for {
		i, j := strings.LastIndexByte(key, '/'), strings.LastIndexByte(path, '/')
		if i < 0 {
			return
		}
		path, key = path[:j], key[:i]
		if _, found := c.taken[key]; found {
			return
		}
		c.taken[key] = claim{path: path, folder: true}
	}
}
