package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// limits are ratios of processor time (in the programs themselves, not in the system, whose share depends on the disk) that a change must not exceed. They
// hold on every machine, as all that is compared ran on the same one; the shortest of several runs counts, and there is room for noise: what they find is
// work that is done twice, and a short way that is not taken any more.
var limits = []struct {
	name string
	most float64
	of   func(cold, plain, unchanged, edited float64) float64
}{
	{"a cold build, of goldmark alone over the same texts", 9, func(cold, plain, _, _ float64) float64 { return cold / plain }},
	{"nothing changed, of a cold build", 0.3, func(cold, _, unchanged, _ float64) float64 { return unchanged / cold }},
	{"one text edited, of a cold build", 0.3, func(cold, _, _, edited float64) float64 { return edited / cold }},
}

// mostMade is how many files but feeds one edited text may make again: the page, and what shows where it ends in a list.
const mostMade = 3

// guard fails where builds have become slower in proportion, or make more again than they must.
func guard(binary, site, work string) error {
	const runs = 5
	var colds, plains, unchanged, edited []float64
	pages, err := filepath.Glob(filepath.Join(site, "content", "basic", "news", "*.md"))
	if err != nil || len(pages) < runs {
		return fmt.Errorf("too few pages to edit: %d, %v", len(pages), err)
	}
	time.Sleep(settled)
	var failed []error
	for i := range runs {
		out := filepath.Join(work, "guard", fmt.Sprint(i), "public")
		if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
			return err
		}
		build := func(more ...string) (float64, []byte, error) {
			c := exec.Command(binary, append([]string{"build", "-C", site, "-o", out}, more...)...)
			text, err := c.Output()
			if err != nil {
				return 0, nil, fmt.Errorf("%w\n%s", err, tail(string(text)))
			}
			return c.ProcessState.UserTime().Seconds(), text, nil
		}
		cold, _, err := build()
		if err != nil {
			return err
		}
		plain, err := markdown(site)
		if err != nil {
			return err
		}
		time.Sleep(settled)
		same, _, err := build()
		if err != nil {
			return err
		}
		if err := addSentence(pages[i]); err != nil {
			return err
		}
		edit, text, err := build("--explain", "--format", "json")
		if err != nil {
			return err
		}
		made, err := madeAgain(text)
		if err != nil || len(made) == 0 || len(made) > mostMade {
			failed = append(failed, fmt.Errorf("an edit of %s made again: %s %v", pages[i], strings.Join(made, " "), err))
		}
		colds, plains, unchanged, edited = append(colds, cold), append(plains, plain), append(unchanged, same), append(edited, edit)
	}
	for _, l := range limits {
		is := l.of(slices.Min(colds), slices.Min(plains), slices.Min(unchanged), slices.Min(edited))
		fmt.Printf("processor time, %s: %.3f, at most %.2f\n", l.name, is, l.most)
		if is > l.most {
			failed = append(failed, fmt.Errorf("processor time, %s: %.3f, at most %.2f", l.name, is, l.most))
		}
	}
	return errors.Join(failed...)
}

// markdown gives the processor time, in seconds, of goldmark alone over the site's texts, written nowhere.
func markdown(site string) (float64, error) {
	converter := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
	before := processorTime()
	err := filepath.WalkDir(filepath.Join(site, "content"), func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		var out bytes.Buffer
		return converter.Convert(text, &out)
	})
	return processorTime() - before, err
}

func processorTime() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return float64(u.Utime.Nano()) / 1e9
}

// madeAgain reads which files but feeds a build made again.
func madeAgain(text []byte) ([]string, error) {
	var said struct {
		Made []struct {
			Path string `json:"path"`
		} `json:"made"`
	}
	if err := json.Unmarshal(text, &said); err != nil {
		return nil, err
	}
	var list []string
	for _, m := range said.Made {
		if name := filepath.Base(m.Path); name != "feed.xml" && name != "atom.xml" && name != "feed.json" {
			list = append(list, m.Path)
		}
	}
	return list, nil
}
