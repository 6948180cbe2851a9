package output

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

func exchange(a, b string) error {
	return &os.LinkError{Op: "exchange", Old: a, New: b, Err: errors.ErrUnsupported}
}

// rename waits a moment for readers: a web server or a virus scanner that has a file open keeps it from being replaced.
func rename(from, to string) (err error) {
	for wait := time.Millisecond; wait < 2*time.Second; wait *= 2 {
		err = os.Rename(from, to)
		if !errors.Is(err, windows.ERROR_SHARING_VIOLATION) && !errors.Is(err, windows.ERROR_ACCESS_DENIED) {
			return err
		}
		time.Sleep(wait)
	}
	return err
}

// writeNew writes a file that must not exist yet.
func writeNew(name string, data []byte) error {
	out, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = out.Write(data)
	return errors.Join(err, out.Close())
}

// Windows has no call that brings a whole tree to the disk; a power cut in the seconds after a build may cost what it wrote.
func syncTree(string) error { return nil }

func syncFolder(string) error { return nil }

// A mounted volume is a junction here, which counts as a link.
func isMount(string) bool { return false }

func writable(string) bool { return true }
