package publish

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// Dir is a folder as a target, also one that a web server reads while it changes. A file is written under another name, on the same disk, and
// renamed: so nobody ever reads half of one, and a full disk leaves the old one. Symbolic links are not followed out of it.
type Dir struct {
	name string
	mu   sync.Mutex
	root *os.Root // nil while there is no such folder
}

// parts is where files stand while they are written.
const parts = home + "parts"

// OpenDir opens a folder. One that is not there is made when the first file is to be stored; its parent must be there. Close must follow.
func OpenDir(name string) (*Dir, error) {
	root, err := os.OpenRoot(name)
	if errors.Is(err, fs.ErrNotExist) {
		_, err = os.Stat(filepath.Dir(filepath.Clean(name)))
	}
	if err != nil {
		return nil, err
	}
	return &Dir{name: name, root: root}, nil
}

// there gives the folder; [fs.ErrNotExist] where it was not made yet.
func (d *Dir) there() (*os.Root, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.root == nil {
		return nil, &fs.PathError{Op: "open", Path: d.name, Err: fs.ErrNotExist}
	}
	return d.root, nil
}

// made gives the folder, and makes it first if need be.
func (d *Dir) made() (*os.Root, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.root != nil {
		return d.root, nil
	}
	if err := os.Mkdir(d.name, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	root, err := os.OpenRoot(d.name)
	if err == nil {
		d.root = root
	}
	return root, err
}

// Close gives the folder back.
func (d *Dir) Close() error {
	root, err := d.there()
	if err != nil {
		return nil
	}
	return root.Close()
}

// List walks the folder. Files that are being written, or that a killed run left half written, are not objects.
func (d *Dir) List(ctx context.Context, prefix string) ([]Listed, error) {
	root, err := d.there()
	if err != nil {
		return nil, nil // nothing was published there yet
	}
	var list []Listed
	start := path.Clean("./" + prefix)
	err = fs.WalkDir(root.FS(), start, func(name string, e fs.DirEntry, err error) error {
		switch {
		case name == start && errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case name == parts:
			return fs.SkipDir
		case e.IsDir():
			return ctx.Err()
		}
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil // deleted since the folder was read
		}
		if err == nil {
			list = append(list, Listed{Name: name, Version: version(info), Modified: info.ModTime()})
		}
		return err
	})
	return list, err
}

func version(info fs.FileInfo) string {
	return fmt.Sprintf("%d-%d", info.Size(), info.ModTime().UnixNano())
}

// Get reads a file.
func (d *Dir) Get(_ context.Context, name string) ([]byte, error) {
	root, err := d.there()
	if err != nil {
		return nil, err
	}
	return root.ReadFile(name)
}

// Stat reads a file for its digest.
func (d *Dir) Stat(_ context.Context, name string) (Mark, error) {
	root, err := d.there()
	if err != nil {
		return Mark{}, err
	}
	file, err := root.Open(name)
	if err != nil {
		return Mark{}, err
	}
	defer file.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, file); err != nil {
		return Mark{}, err
	}
	return Mark{SHA256: hex.EncodeToString(hash.Sum(nil))}, nil
}

// Put writes a file beside and renames it.
func (d *Dir) Put(ctx context.Context, o Object, body io.ReaderAt) (string, error) {
	if _, err := d.made(); err != nil {
		return "", err
	}
	part := parts + "/" + rand.Text()
	if err := d.root.MkdirAll(parts, 0o755); err != nil {
		return "", err
	}
	info, err := d.write(ctx, part, io.NewSectionReader(body, 0, o.Size))
	if err == nil && info.Size() != o.Size {
		err = io.ErrUnexpectedEOF
	}
	if err == nil {
		err = d.root.MkdirAll(path.Dir(o.Name), 0o755)
	}
	if err == nil {
		info, err = d.differ(part, o.Name, info)
	}
	if err == nil {
		err = d.root.Rename(part, o.Name)
	}
	if err != nil {
		return "", errors.Join(fmt.Errorf("write %s: %w", o.Name, err), d.drop(part))
	}
	return version(info), nil
}

func (d *Dir) write(ctx context.Context, part string, body io.Reader) (fs.FileInfo, error) {
	file, err := d.root.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, err
	}
	_, err = io.Copy(file, body)
	if err == nil {
		err = ctx.Err()
	}
	if err := errors.Join(err, file.Close()); err != nil {
		return nil, err
	}
	return d.root.Stat(part)
}

// differ makes sure that a new file's version is not the old one's: the clock of a file system may stand still for some milliseconds.
func (d *Dir) differ(part, name string, info fs.FileInfo) (fs.FileInfo, error) {
	old, err := d.root.Lstat(name)
	if err != nil || version(old) != version(info) {
		return info, nil
	}
	later := info.ModTime().Add(10 * time.Millisecond)
	if err := d.root.Chtimes(part, later, later); err != nil {
		return nil, err
	}
	return d.root.Stat(part)
}

// Delete removes a file, and the folders above it that are empty then.
func (d *Dir) Delete(_ context.Context, name string) error {
	if _, err := d.there(); err != nil {
		return nil
	}
	if err := d.drop(name); err != nil {
		return err
	}
	for above := path.Dir(name); above != "." && !strings.HasPrefix(above+"/", home); above = path.Dir(above) {
		if d.root.Remove(above) != nil {
			return nil // not empty
		}
	}
	return nil
}

func (d *Dir) drop(name string) error {
	if err := d.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, errNotFolder) {
		return err
	}
	return nil
}

// Tidy removes what killed runs left half written. No other publisher may be at work.
func (d *Dir) Tidy() error {
	root, err := d.there()
	if err != nil {
		return nil
	}
	return root.RemoveAll(parts)
}
