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
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// The test program runs itself as a build that is to be killed: its arguments are the directory, the name of a mover, the generation of
// the site, the number of pages, and the move at which it kills itself (0: never).
const childVariable = "OUTPUT_TEST_CHILD"

func TestMain(m *testing.M) {
	switch arg := os.Getenv(childVariable); {
	case arg == "":
		os.Exit(m.Run())
	case strings.HasPrefix(arg, "limit "):
		exit(limitedChild(strings.TrimPrefix(arg, "limit ")))
	default:
		exit(killedChild(strings.Split(arg, " ")))
	}
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

func killedChild(args []string) error {
	var numbers [3]int
	for i, arg := range args[2:] {
		numbers[i], _ = strconv.Atoi(arg)
	}
	move := killAt(movers()[args[1]], numbers[2])
	err := publish(filepath.FromSlash(args[0]), move, generation(numbers[0], numbers[1]), func(*Staging) { fmt.Println("commit") })
	fmt.Println("done")
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

func child(t *testing.T, args ...any) (*exec.Cmd, *bufio.Reader) {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), childVariable+"="+strings.TrimSuffix(fmt.Sprintln(args...), "\n"))
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

// wait tells whether the child came to its end; an end with an error is the test's.
func wait(t *testing.T, cmd *exec.Cmd, out *bufio.Reader) (done bool) {
	t.Helper()
	rest, _ := io.ReadAll(out)
	err := cmd.Wait()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.Exited() && exit.ExitCode() == 1 {
		t.Fatal("the child failed by itself")
	}
	return strings.Contains(string(rest), "done")
}

// A build that is killed at any moment leaves the old tree or the new one whole, and the next one works.
func TestKilledAtRandom(t *testing.T) {
	const pages, kills = 60, 50
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dir, system, generation(0, pages))
	put(t, dir, foreign)
	whole, commit := duration(t, dir, pages)
	current, killed, switched := 1, 0, 0
	for i := range kills {
		cmd, out := child(t, dir, "exchange", current+1, pages, 0)
		delay := rand.N(whole)
		if i%2 == 0 { // into the commit, which is short
			out.ReadString('\n')
			delay = rand.N(commit + time.Millisecond)
		}
		time.Sleep(delay)
		cmd.Process.Kill()
		if !wait(t, cmd, out) {
			killed++
		}
		if !wantOneOf(t, dir, current, current+1, pages) {
			t.Fatalf("killed after %v", delay)
		}
		if _, isNew := standing(t, dir)[fmt.Sprintf("assets/%d.css", current+1)]; isNew {
			current++
			switched++
		}
	}
	t.Logf("%d builds: %d killed, %d switched before", kills, killed, switched)
	if killed == 0 {
		t.Error("no build was killed in time")
	}
	mustPublish(t, dir, system, generation(current+1, pages))
	wantSite(t, dir, with(generation(current+1, pages), foreign))
	wantTidy(t, dir)
}

// duration measures a build that is left alone, and the commit in it.
func duration(t *testing.T, dir string, pages int) (whole, commit time.Duration) {
	start := time.Now()
	cmd, out := child(t, dir, "exchange", 1, pages, 0)
	out.ReadString('\n')
	committing := time.Now()
	if !wait(t, cmd, out) {
		t.Fatal("the first build did not end")
	}
	return time.Since(start), time.Since(committing)
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
			done := wait(t, cmd, out)
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
