//go:build linux || darwin

package output

import (
	"os"
	"path/filepath"
	"syscall"

	"golang.org/x/sys/unix"
)

func rename(from, to string) error { return os.Rename(from, to) }

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
