package output

import (
	"bufio"
	"errors"
	"io"
	"os"
)

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
