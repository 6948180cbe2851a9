package main

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"

	"courtsite/generator/publish"
)

// publisherFolder is where a site keeps what tells its publishers apart, in its folder.
const publisherFolder = ".courtsite/publish"

// publisher gives this computer and site a name among publishers, the same each time: so a run that was killed is known to be our own, and the
// next one need not wait until it looks dead. That two runs don't use the name at once, a lock sees to. Where the folder can't be written to, the name
// is new each time.
func (a *app) publisher(target string, dry bool) (name string, release func(), err error) {
	folder := filepath.Join(a.dir, filepath.FromSlash(publisherFolder))
	if dry || os.MkdirAll(folder, 0o755) != nil {
		return rand.Text(), func() {}, nil
	}
	lock := flock.New(filepath.Join(folder, target+".lock"))
	locked, err := lock.TryLock()
	switch {
	case err != nil:
		return rand.Text(), func() {}, nil
	case !locked:
		return "", nil, &publish.ErrBusy{Publisher: folder}
	}
	release = func() { lock.Unlock() } // the system does it when we end
	token, err := token(filepath.Join(folder, "publisher"))
	if err != nil {
		return rand.Text(), release, nil
	}
	host, _ := os.Hostname() // without a name, the token alone tells
	sum := sha256.Sum256([]byte(host + "\n" + whole(a.dir) + "\n" + token))
	return hex.EncodeToString(sum[:8]), release, nil
}

// token reads the random part of the name, and makes it where it is missing.
func token(name string) (string, error) {
	data, err := os.ReadFile(name)
	if err == nil && len(data) > 0 {
		return string(data), nil
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	made := rand.Text() + "\n"
	return made, os.WriteFile(name, []byte(made), 0o644)
}
