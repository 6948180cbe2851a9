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

// later measures a first build, and then builds by new processes of which each knows the one before and finds one thing changed since.
func later(binary, site, out string, runs int) error {
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	build := func() (figures, error) {
		return measure(exec.Command(binary, "build", "-C", site, "-o", out, "--explain", "--format", "json"), out)
	}
	time.Sleep(settled)
	first, err := build()
	if err != nil {
		return err
	}
	pages, err := filepath.Glob(filepath.Join(site, "content", "basic", "news", "*.md"))
	if err != nil || len(pages) < 3*runs {
		return fmt.Errorf("too few pages to edit: %d, %v", len(pages), err)
	}
	fmt.Printf("\n| of the first build, %.2f s, %d MiB | wall | wall s | processor s | peak MiB | made again, but for feeds |\n|---|---|---|---|---|---|\n", first.wall.Seconds(), first.peak/1024)
	for _, step := range []struct {
		name string
		edit func(i int) error
	}{
		{"nothing changed", func(int) error { return nil }},
		{"one text edited", func(i int) error { return addSentence(pages[i]) }},
		{"one title edited", func(i int) error { return addToTitle(pages[runs+i]) }},
		{"one page added", func(i int) error { return addPage(pages[2*runs+i]) }},
		{"the theme edited", func(i int) error { return addToTheme(site, i) }},
	} {
		var list []figures
		made := 0
		for i := range runs {
			time.Sleep(settled)
			if err := step.edit(i); err != nil {
				return err
			}
			time.Sleep(settled)
			f, err := build()
			if err != nil {
				return err
			}
			again, err := madeAgain(f.text)
			if err != nil {
				return err
			}
			list, made = append(list, f), max(made, len(again))
		}
		wall := median(list, func(f figures) float64 { return f.wall.Seconds() })
		fmt.Printf("| %s | %.3f | %.3f | %.3f | %.0f | %d |\n", step.name, wall/first.wall.Seconds(), wall,
			median(list, func(f figures) float64 { return f.cpu.Seconds() }), median(list, func(f figures) float64 { return float64(f.peak) / 1024 }), made)
	}
	return nil
}

// addPage makes another page of one.
func addPage(name string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	base, ending, _ := strings.Cut(filepath.Base(name), ".")
	if err := os.WriteFile(filepath.Join(filepath.Dir(name), base+"-more."+ending), text, 0o644); err != nil {
		return err
	}
	return addToTitle(filepath.Join(filepath.Dir(name), base+"-more."+ending))
}

// addToTheme changes what stands on every page.
func addToTheme(site string, i int) error {
	const layout = "themes/default/layouts/breadcrumbs.html"
	text, err := os.ReadFile(layout)
	if err != nil {
		return err
	}
	name := filepath.Join(site, layout)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, fmt.Appendf(text, "<p>%d</p>\n", i), 0o644)
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
