//go:build linux || darwin

package output

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A disk that takes no more, stood in for by a limit on the size of a file: the build fails with the system's reason, and the old
// tree stays.
func TestNoSpace(t *testing.T) {
	for _, step := range []string{"write", "copy", "manifest"} {
		t.Run(step, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustPublish(t, dir, system, site{"a": "1"})
			program, err := os.Executable()
			if err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(program)
			cmd.Env = childEnvironment("limit", step, dir)
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			wantSite(t, dir, site{"a": "1"})
			wantManifest(t, dir, site{"a": "1"})
			wantTidy(t, dir)
			mustPublish(t, dir, system, site{"a": "2"})
		})
	}
}

func init() { children["limit"] = limitedChild }

// limitedChild runs in a process of its own, since a limit can't be lifted again.
func limitedChild(args []string) error {
	step, dir := args[0], args[1]
	const limit = 4 << 10
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit, Max: limit}); err != nil {
		return err
	}
	s, err := Stage(dir)
	if err != nil {
		return err
	}
	err = overfill(s, step, strings.Repeat("x", 3*limit))
	if !errors.Is(err, syscall.EFBIG) || strings.Contains(err.Error(), ".courtsite-") {
		return fmt.Errorf("got %w", err)
	}
	return s.Discard()
}

func overfill(s *Staging, step, large string) error {
	switch step {
	case "write":
		_, err := s.Write("large", []byte(large))
		return err
	case "copy":
		_, _, err := s.Copy("large", func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(large)), nil })
		return err
	}
	files := site{}
	for i := range 100 { // small files, and a manifest that is larger than the limit
		files[fmt.Sprint("p/", i)] = "x"
	}
	m, err := fill(s, files)
	if err != nil {
		return err
	}
	return s.Commit(m)
}
