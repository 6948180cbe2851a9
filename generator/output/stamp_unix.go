//go:build linux || darwin

package output

import (
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// stampAt tells how a file or folder below an open folder stands now. A link is not followed.
func stampAt(folder *os.File, path string) (stamp, bool) {
	var st unix.Stat_t
	if unix.Fstatat(int(folder.Fd()), path, &st, unix.AT_SYMLINK_NOFOLLOW) != nil {
		return stamp{}, false
	}
	return stamp{st.Size, st.Mtim.Nano(), uint64(st.Ino), uint32(st.Mode), uint64(st.Uid)<<32 | uint64(st.Gid)}, true
}

// linkAt links a file of one open folder into another.
func linkAt(from, to *os.File, path string) error {
	err := unix.Linkat(int(from.Fd()), path, int(to.Fd()), path, 0)
	if err != nil {
		return &fs.PathError{Op: "link", Path: path, Err: err}
	}
	return nil
}

// makeAt makes a folder below an open one.
func makeAt(folder *os.File, path string) error {
	err := unix.Mkdirat(int(folder.Fd()), path, 0o755)
	if err != nil && err != unix.EEXIST {
		return &fs.PathError{Op: "mkdir", Path: path, Err: err}
	}
	return nil
}
