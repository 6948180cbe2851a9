package group

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"courtsite/generator/output"
)

// The test program runs itself as a build that is to be killed; the variable holds the group's folder.
const childVariable = "GROUP_TEST_CHILD"

func TestMain(m *testing.M) {
	dir := os.Getenv(childVariable)
	if dir == "" {
		os.Exit(m.Run())
	}
	g, _, err := Open(dir)
	if err == nil {
		o := Options{Now: noon, Version: "test"}
		_, err = Build(context.Background(), g, o)
		if err == nil {
			_, err = BuildPortal(context.Background(), g, o)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// TestKilled: a run is killed at random moments. Every site stands whole all the time, and the next run that is left alone makes what an undisturbed
// one makes.
func TestKilled(t *testing.T) {
	const members, kills = 6, 20
	dir, sound := newGroup(t, members), newGroup(t, members)
	program, err := os.Executable()
	must(t, err)
	run := func(after time.Duration) time.Duration {
		cmd := exec.Command(program)
		cmd.Env = append(os.Environ(), childVariable+"="+dir)
		start := time.Now()
		must(t, cmd.Start())
		if after > 0 {
			time.AfterFunc(after, func() { cmd.Process.Kill() })
		}
		if err := cmd.Wait(); err != nil && after == 0 {
			t.Fatal(err)
		}
		return time.Since(start)
	}
	whole := run(0)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range kills {
		for n := range members {
			page := fmt.Sprintf("courts/c%03d/content/basic/news/more.md", n)
			write(t, dir, page, fmt.Sprintf("+++\ntitle = \"第%d次修改\"\npublished = 2026-02-05\n+++\n\n本院又发公告。\n", i))
		}
		run(time.Duration(r.Int64N(int64(whole))))
		for n := range members {
			intact(t, filepath.Join(dir, "public", fmt.Sprintf("c%03d", n)))
		}
	}
	for n := range members {
		write(t, sound, fmt.Sprintf("courts/c%03d/content/basic/news/more.md", n), text(t, dir, fmt.Sprintf("courts/c%03d/content/basic/news/more.md", n)))
	}
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	_, outcomes = build(t, sound, Options{})
	allBuilt(t, outcomes)
	if d := differ(digests(t, filepath.Join(dir, "public")), digests(t, filepath.Join(sound, "public"))); len(d) > 0 {
		t.Errorf("these differ: %v", d)
	}
	for name := range digests(t, dir) {
		if strings.Contains(name, ".courtsite-new") {
			t.Errorf("%s was left behind", name)
		}
	}
}

// intact wants a site to be what its manifest says.
func intact(t *testing.T, dir string) {
	t.Helper()
	m, err := output.ReadManifest(os.DirFS(dir))
	must(t, err)
	have := digests(t, dir)
	for _, f := range m.Files {
		if have[f.Path] != f.SHA256 {
			t.Errorf("%s: %s is not what the manifest says", dir, f.Path)
		}
	}
	if len(have) != len(m.Files)+1 {
		names := make([]string, 0, len(have))
		for name := range have {
			names = append(names, name)
		}
		slices.Sort(names)
		t.Errorf("%s has %d files, the manifest %d: %v", dir, len(have), len(m.Files), names)
	}
}
