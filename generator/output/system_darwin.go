package output

import (
	"os"

	"golang.org/x/sys/unix"
)

func exchange(a, b string) error {
	if err := unix.RenamexNp(a, b, unix.RENAME_SWAP); err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}

// syncTree begins to bring everything to the disk; macOS doesn't wait for it.
func syncTree(string) error { return unix.Sync() }

func isMount(folder string) bool { return otherDevice(folder) }
