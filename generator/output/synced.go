package output

import (
	"bufio"
	"errors"
	"io"
	"os"
)

// writeSynced writes a file for its owner alone and waits until it is on the disk.
func writeSynced(path string, write func(io.Writer) error) error {
	return writeThen(path, write, (*os.File).Sync)
}

// writeFile writes a file for its owner alone. After a power cut it may be half there, which its reader has to notice.
func writeFile(path string, write func(io.Writer) error) error {
	return writeThen(path, write, func(*os.File) error { return nil })
}

func writeThen(path string, write func(io.Writer) error, then func(*os.File) error) error {
	out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(out, 1<<16)
	err = write(buffered)
	return errors.Join(err, buffered.Flush(), then(out), out.Close())
}
