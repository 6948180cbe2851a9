package output

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// writeDurably replaces a file in one step. The lock keeps others from the temporary file.
func writeDurably(path string, write func(io.Writer) error) error {
	temporary := path + ".new"
	if err := writeSynced(temporary, write); err != nil {
		return errors.Join(err, os.Remove(temporary))
	}
	if err := rename(temporary, path); err != nil {
		return errors.Join(err, os.Remove(temporary))
	}
	return syncFolder(filepath.Dir(path))
}

// writeSynced writes a file for its owner alone and waits until it is on the disk.
func writeSynced(path string, write func(io.Writer) error) error {
	out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(out, 1<<16)
	err = write(buffered)
	return errors.Join(err, buffered.Flush(), out.Sync(), out.Close())
}
