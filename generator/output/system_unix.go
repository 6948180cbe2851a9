//go:build linux || darwin

package output

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"golang.org/x/sys/unix"
)

func rename(from, to string) error { return os.Rename(from, to) }

// writeNew writes a file that must not exist yet. An [os.File] would be asked first whether it can be waited for, in five calls of the system: too many for each of
// a hundred thousand small files.
func writeNew(name string, data []byte) error {
	fd, err := again(func() (int, error) {
		return unix.Open(name, unix.O_WRONLY|unix.O_CREAT|unix.O_EXCL|unix.O_CLOEXEC, 0o644)
	})
	if err != nil {
		return &fs.PathError{Op: "open", Path: name, Err: err}
	}
	for len(data) > 0 {
		n, err := again(func() (int, error) { return unix.Write(fd, data) })
		if err == nil && n <= 0 {
			err = io.ErrShortWrite
		}
		if err != nil {
			unix.Close(fd)
			return &fs.PathError{Op: "write", Path: name, Err: err}
		}
		data = data[n:]
	}
	if err := unix.Close(fd); err != nil && err != unix.EINTR { // which leaves it closed
		return &fs.PathError{Op: "close", Path: name, Err: err}
	}
	return nil
}

// again calls the system until no signal comes between.
func again(call func() (int, error)) (int, error) {
	for {
		if n, err := call(); err != unix.EINTR {
			return n, err
		}
	}
}

func writable(folder string) bool { return unix.Access(folder, unix.W_OK|unix.X_OK) == nil }

// otherDevice tells whether a folder is on another file system than the one above it.
func otherDevice(folder string) bool {
	var here, above syscall.Stat_t
	if syscall.Lstat(folder, &here) != nil || syscall.Lstat(filepath.Dir(folder), &above) != nil {
		return false
	}
	return here.Dev != above.Dev
}

// syncFolder brings the names in a folder to the disk. File systems that can't are left alone.
func syncFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Sync(); err != nil && !refused(err) {
		return err
	}
	return nil
}
