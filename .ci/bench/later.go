package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// settled is how long files must have stood for the next build to believe their times.
const settled = 2500 * time.Millisecond

// later measures a first build, and then builds by new processes of which each knows the one before: with nothing changed, and with a sentence added to the text of one page.
func later(binary, site, out string, runs int) error {
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	build := func() (figures, error) { return measure(exec.Command(binary, "build", "-C", site, "-o", out), out) }
	time.Sleep(settled)
	first, err := build()
	if err != nil {
		return err
	}
	pages, err := filepath.Glob(filepath.Join(site, "content", "basic", "news", "*.md"))
	if err != nil || len(pages) < runs {
		return fmt.Errorf("too few pages to edit: %d, %v", len(pages), err)
	}
	var unchanged, edited []figures
	for i := range runs {
		time.Sleep(settled)
		f, err := build()
		if err != nil {
			return err
		}
		unchanged = append(unchanged, f)
		if err := addSentence(pages[i]); err != nil {
			return err
		}
		if f, err = build(); err != nil {
			return err
		}
		edited = append(edited, f)
	}
	fmt.Printf("\n| of the first build, %.2f s, %d MiB | wall | wall s | processor s | peak MiB |\n|---|---|---|---|---|\n", first.wall.Seconds(), first.peak/1024)
	for _, step := range []struct {
		name string
		runs []figures
	}{{"nothing changed, new process", unchanged}, {"one text edited, new process", edited}} {
		wall := median(step.runs, func(f figures) float64 { return f.wall.Seconds() })
		fmt.Printf("| %s | %.3f | %.3f | %.3f | %.0f |\n", step.name, wall/first.wall.Seconds(), wall,
			median(step.runs, func(f figures) float64 { return f.cpu.Seconds() }), median(step.runs, func(f figures) float64 { return float64(f.peak) / 1024 }))
	}
	return nil
}

// addSentence adds a paragraph at the end of a page.
func addSentence(name string) error {
	sentence := "The court adds a remark."
	if strings.Count(filepath.Base(name), ".") == 1 {
		sentence = "本院另作说明。"
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, fs.FileMode(0))
	if err != nil {
		return err
	}
	_, err = f.WriteString("\n" + sentence + "\n")
	if closing := f.Close(); err == nil {
		err = closing
	}
	return err
}
