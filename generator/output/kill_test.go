package output

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// The test program runs itself as a build that is to be killed or to meet a limit; the variable holds the name of the child and its
// arguments, a line each.
const childVariable = "OUTPUT_TEST_CHILD"

var children = map[string]func(args []string) error{"kill": killedChild}

func childEnvironment(args ...any) []string {
	lines := make([]string, len(args))
	for i, arg := range args {
		lines[i] = fmt.Sprint(arg)
	}
	return append(os.Environ(), childVariable+"="+strings.Join(lines, "\n"))
}

func TestMain(m *testing.M) {
	system.sync = func(string) error { return nil } // no test cuts the power
	args := strings.Split(os.Getenv(childVariable), "\n")
	if args[0] == "" {
		os.Exit(m.Run())
	}
	if err := children[args[0]](args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// killedChild publishes a site. Its arguments are the directory, the name of a mover, the generation of the site, the number of pages,
// and the step at which it kills itself (0: never). It tells when the commit begins, and in the end how long all took and the commit alone.
func killedChild(args []string) error {
	var numbers [3]int
	for i, arg := range args[2:] {
		n, err := strconv.Atoi(arg)
		if err != nil {
			return err
		}
		numbers[i] = n
	}
	start := time.Now()
	var committing time.Time
	move := killAt(movers()[args[1]], numbers[2])
	err := publish(args[0], move, generation(numbers[0], numbers[1]), func(*Staging) {
		committing = time.Now()
		fmt.Println("commit")
	})
	fmt.Println("done", int64(time.Since(start)), int64(time.Since(committing)))
	return err
}

// killAt counts the steps before and after each move, and kills the process at one of them.
func killAt(move mover, step int) mover {
	steps := 0
	count := func() {
		if steps++; steps == step {
			self, err := os.FindProcess(os.Getpid())
			if err == nil {
				self.Kill()
			}
			select {}
		}
	}
	around := func(do func(a, b string) error) func(a, b string) error {
		return func(a, b string) error {
			count()
			err := do(a, b)
			count()
			return err
		}
	}
	move.exchange, move.rename = around(move.exchange), around(move.rename)
	return move
}

// generation is a site that differs from the one before: every page names the assets of its own generation, a page becomes a folder and back,
// some pages come and go, and some never change.
func generation(n, pages int) site {
	files := site{fmt.Sprintf("assets/%d.css", n): fmt.Sprint(n), "same/index.html": "same"}
	for i := range pages {
		files[fmt.Sprintf("p/%d/index.html", i)] = strings.Repeat(fmt.Sprintf("assets/%d.css page %d\n", n, i), 300)
	}
	if n%2 == 0 {
		files["odd"] = "file"
	} else {
		files["odd/index.html"], files["q/r/index.html"] = "folder", "comes and goes"
	}
	return files
}

var foreign = site{"CNAME": "court.example", ".well-known/security.txt": "Contact"}

// child starts a build; its output is behind a reader.
func child(t *testing.T, args ...any) (*exec.Cmd, *bufio.Reader) {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program)
	cmd.Env = childEnvironment(append([]any{"kill"}, args...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewReader(out)
}

// wait tells whether the child came to its end, and how long it took; an error in the child is one of the test.
func wait(t *testing.T, cmd *exec.Cmd, out *bufio.Reader) (whole, commit time.Duration, done bool) {
	t.Helper()
	rest, err := io.ReadAll(out)
	if err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); errors.As(err, &exit) && exit.ExitCode() == 1 && runtime.GOOS != "windows" {
		t.Fatal("the child failed by itself")
	}
	_, times, done := strings.Cut(string(rest), "done")
	if !done {
		return 0, 0, false
	}
	var nanoseconds [2]int64
	if _, err := fmt.Sscan(times, &nanoseconds[0], &nanoseconds[1]); err != nil {
		return 0, 0, false // killed while it told
	}
	return time.Duration(nanoseconds[0]), time.Duration(nanoseconds[1]), true
}

// A build that is killed at any moment leaves the old tree or the new one whole, and the next one works.
func TestKilledAtRandom(t *testing.T) {
	const pages, kills = 60, 50
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, system, generation(0, pages))
	put(t, dir, foreign)
	whole, commit := time.Millisecond, time.Millisecond // the first child tells better
	current, killed := 0, 0
	for i := 0; killed < kills; i++ {
		if i > 20*kills {
			t.Fatalf("only %d of %d builds were killed in time", killed, i)
		}
		cmd, out := child(t, dir, "exchange", current+1, pages, 0)
		delay := rand.N(whole)
		if i%2 == 0 { // into the commit, which is short
			if _, err := out.ReadString('\n'); err != nil {
				t.Fatal(err)
			}
			delay = rand.N(commit)
		}
		if i > 0 {
			time.Sleep(delay)
			cmd.Process.Kill()
		}
		if all, last, done := wait(t, cmd, out); done {
			whole, commit = all, last
		} else {
			killed++
		}
		if !wantOneOf(t, dir, current, current+1, pages) {
			t.Fatalf("killed after %v", delay)
		}
		if _, isNew := standing(t, dir)[fmt.Sprintf("assets/%d.css", current+1)]; isNew {
			current++
		}
	}
	t.Logf("%d builds killed, %d switches; a build takes %v, its commit %v", killed, current, whole, commit)
	mustPublish(t, dir, system, generation(current+1, pages))
	wantSite(t, dir, with(generation(current+1, pages), foreign))
	wantTidy(t, dir)
}

func wantOneOf(t *testing.T, dir string, old, next, pages int) bool {
	t.Helper()
	found := standing(t, dir)
	oldDiff := cmp.Diff(with(generation(old, pages), foreign), found)
	if oldDiff == "" {
		wantManifest(t, dir, generation(old, pages))
		return true
	}
	newDiff := cmp.Diff(with(generation(next, pages), foreign), found)
	if newDiff == "" {
		wantManifest(t, dir, generation(next, pages))
		return true
	}
	t.Errorf("neither the old tree, -want +got\n%s\nnor the new one, -want +got\n%s", oldDiff, newDiff)
	return false
}

// Whatever the system is like, and at whichever step a build is killed: a reader of a half-made tree finds the assets of every page, and
// once the next Stage has set things right, the tree is the old one or the new one.
func TestKilledAtEachStep(t *testing.T) {
	const pages = 3
	eachMover(t, func(t *testing.T, move mover) {
		name := filepath.Base(t.Name())
		current, oldStood, newStood := 0, 0, 0
		dir := filepath.Join(t.TempDir(), "public")
		mustPublish(t, dir, system, generation(0, pages))
		put(t, dir, foreign)
		for step := 1; ; step++ {
			cmd, out := child(t, dir, name, current+1, pages, step)
			_, _, done := wait(t, cmd, out)
			wantAssets(t, dir)
			s, err := stage(dir, move)
			if err != nil {
				t.Fatalf("step %d: %v", step, err)
			}
			if err := s.Discard(); err != nil {
				t.Fatal(err)
			}
			wantTidy(t, dir)
			if !wantOneOf(t, dir, current, current+1, pages) {
				t.Fatalf("killed at step %d", step)
			}
			if _, isNew := standing(t, dir)[fmt.Sprintf("assets/%d.css", current+1)]; isNew {
				current++
				newStood++
			} else {
				oldStood++
			}
			if done {
				break
			}
		}
		if t.Logf("old tree %d times, new tree %d times", oldStood, newStood); newStood < 2 {
			t.Error("no build was killed after the switch")
		}
	})
}

func wantAssets(t *testing.T, dir string) {
	t.Helper()
	files := standing(t, dir)
	for path, text := range files {
		asset, _, names := strings.Cut(text, " ")
		if _, found := files[asset]; names && strings.HasPrefix(path, "p/") && !found {
			t.Errorf("%s stands without %s", path, asset)
		}
	}
}
