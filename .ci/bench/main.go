// Command bench builds one seeded corpus with courtsite and, side by side, with Hugo, and prints time, processor time and peak memory of the
// whole processes. Run it from the repository's root:
//
//	go run ./.ci/bench -n 10000 -hugo $(which hugo)
//
// With -guard it measures nothing of that, and fails where builds have become slower in proportion to others on the same machine.
//
// Every run writes into a fresh directory of -out, which should be a tmpfs. One warm-up of each is not counted; then the programs take turns.
package main

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

func main() {
	log.SetFlags(0)
	n := flag.Int("n", 10000, "source pages in all languages")
	runs := flag.Int("runs", 5, "runs of each program")
	hugo := flag.String("hugo", "", "path of Hugo; without it courtsite runs alone")
	again := flag.Bool("again", false, "measure builds after the first one too: nothing changed, a text, a title, the theme edited, a page added")
	preview := flag.Bool("live", false, "measure the preview too: from saving a file to the reload event")
	guarded := flag.Bool("guard", false, "fail where builds have become slower in proportion, and measure nothing else")
	out := flag.String("out", "/dev/shm", "directory for outputs, on a tmpfs")
	flag.Parse()
	if err := bench(*n, *runs, *hugo, *out, *again, *preview, *guarded); err != nil {
		log.Fatal(err)
	}
}

// program is one contender.
type program struct {
	name    string
	dir     string
	command func(out string) *exec.Cmd
	runs    []figures
}

// figures are of one run of a whole process.
type figures struct {
	wall, cpu time.Duration
	peak      int64 // KiB
	files     int
	bytes     int64
	text      []byte // what it said
}

func bench(n, runs int, hugo, out string, again, preview, guarded bool) error {
	work, err := os.MkdirTemp(out, "courtsite-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	binary := filepath.Join(work, "courtsite")
	if err := run("go", "build", "-o", binary, "./cmd/courtsite"); err != nil {
		return err
	}
	site := filepath.Join(work, "site")
	if err := run("go", "run", "./.ci/bench/corpus", "-n", strconv.Itoa(n), "-layout", "courtsite", "-out", filepath.Join(site, "content")); err != nil {
		return err
	}
	config, err := os.ReadFile(".ci/bench/site.toml")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(site, "site.toml"), config, 0o644); err != nil {
		return err
	}
	if guarded {
		return guard(binary, site, work)
	}
	programs := []*program{{name: "courtsite", command: func(out string) *exec.Cmd { return exec.Command(binary, "build", "-C", site, "-o", out) }}}
	if hugo != "" {
		peer := filepath.Join(work, "hugo")
		if err := os.CopyFS(peer, os.DirFS(".ci/bench/hugo")); err != nil {
			return err
		}
		if err := run("go", "run", "./.ci/bench/corpus", "-n", strconv.Itoa(n), "-layout", "hugo", "-out", filepath.Join(peer, "content")); err != nil {
			return err
		}
		programs = append(programs, &program{name: "hugo --minify", command: func(out string) *exec.Cmd {
			return exec.Command(hugo, "--minify", "--quiet", "-s", peer, "-d", out)
		}})
	}
	for i := range runs + 1 {
		for _, p := range programs {
			f, err := fresh(work, p)
			if err != nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
			if i > 0 {
				p.runs = append(p.runs, f)
			}
		}
	}
	report(n, programs)
	if again {
		if err := later(binary, site, filepath.Join(work, "again", "public"), runs); err != nil {
			return err
		}
	}
	if preview {
		return live(binary, site, runs)
	}
	return nil
}

func run(name string, args ...string) error {
	c := exec.Command(name, args...)
	c.Stdout, c.Stderr = os.Stderr, os.Stderr
	return c.Run()
}

// fresh runs a program into a folder of its own: beside its output courtsite leaves a record for the next build, which must not be a help here.
func fresh(work string, p *program) (f figures, err error) {
	place, err := os.MkdirTemp(work, "out-")
	if err != nil {
		return f, err
	}
	out := filepath.Join(place, "public")
	f, err = measure(p.command(out), out)
	return f, cmp.Or(err, os.RemoveAll(place))
}

// measure runs a program and looks at what it wrote.
func measure(c *exec.Cmd, out string) (f figures, err error) {
	start := time.Now()
	var problems bytes.Buffer
	c.Stderr = &problems
	if f.text, err = c.Output(); err != nil {
		return f, fmt.Errorf("%w\n%s%s", err, tail(string(f.text)), tail(problems.String()))
	}
	f.wall = time.Since(start)
	f.cpu = c.ProcessState.UserTime() + c.ProcessState.SystemTime()
	f.peak = c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
	err = filepath.WalkDir(out, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			f.files, f.bytes = f.files+1, f.bytes+info.Size()
		}
		return err
	})
	return f, err
}

func tail(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return strings.Join(lines[max(0, len(lines)-5):], "\n")
}

func report(n int, programs []*program) {
	fmt.Printf("| %d source pages | wall s | processor s | peak MiB | files | MB |\n|---|---|---|---|---|---|\n", n)
	for _, p := range programs {
		fmt.Printf("| %s | %.2f | %.2f | %d | %d | %d |\n", p.name,
			median(p.runs, func(f figures) float64 { return f.wall.Seconds() }), median(p.runs, func(f figures) float64 { return f.cpu.Seconds() }),
			int(median(p.runs, func(f figures) float64 { return float64(f.peak) / 1024 })), p.runs[0].files, p.runs[0].bytes/1e6)
	}
	if len(programs) < 2 {
		return
	}
	a, b := programs[0].runs, programs[1].runs
	ratio := func(value func(figures) float64) float64 {
		var list []float64
		for i := range a {
			list = append(list, value(a[i])/value(b[i]))
		}
		slices.Sort(list)
		return list[len(list)/2]
	}
	fmt.Printf("| ratio, median of pairs | %.2f | %.2f | %.2f | | |\n", ratio(func(f figures) float64 { return f.wall.Seconds() }),
		ratio(func(f figures) float64 { return f.cpu.Seconds() }), ratio(func(f figures) float64 { return float64(f.peak) }))
}

func median(runs []figures, value func(figures) float64) float64 {
	var list []float64
	for _, f := range runs {
		list = append(list, value(f))
	}
	slices.Sort(list)
	return list[len(list)/2]
}
