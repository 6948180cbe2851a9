// Command group makes a seeded group of courts in four languages, the same for the same flags, and measures courtsite on it. Run it from the
// repository's root:
//
//	go run ./.ci/bench/group -members 1000 -pages 100 -out /dev/shm/group
//
// It builds the group cold, again with nothing changed, and again after an edit of one page of one member, and prints time, peak memory and files of
// each. With -make it only makes the group.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

func main() {
	log.SetFlags(0)
	members := flag.Int("members", 100, "courts")
	pages := flag.Int("pages", 100, "source pages of each, in all languages")
	out := flag.String("out", "/dev/shm/courtsite-group", "folder of the group; it must not exist")
	only := flag.Bool("make", false, "make the group and stop")
	flag.Parse()
	if err := run(*members, *pages, *out, *only); err != nil {
		log.Fatal(err)
	}
}

func run(members, pages int, out string, only bool) error {
	if err := os.Mkdir(out, 0o755); err != nil {
		return err
	}
	tools, err := os.MkdirTemp("", "courtsite-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tools)
	corpus, courtsite := filepath.Join(tools, "corpus"), filepath.Join(tools, "courtsite")
	for _, b := range [][2]string{{corpus, "./.ci/bench/corpus"}, {courtsite, "./cmd/courtsite"}} {
		if text, err := exec.Command("go", "build", "-o", b[0], b[1]).CombinedOutput(); err != nil {
			return fmt.Errorf("%w\n%s", err, text)
		}
	}
	if err := makeGroup(corpus, members, pages, out); err != nil || only {
		return err
	}
	fmt.Printf("| %d courts x %d pages | wall s | processor s | peak MiB | files |\n|---|---|---|---|---|\n", members, pages)
	for _, step := range []struct {
		name   string
		before func() error
	}{
		{"cold", func() error { return nil }},
		{"nothing changed", func() error { time.Sleep(3 * time.Second); return nil }},
		{"one page of one court edited", func() error { return edit(out) }},
	} {
		if err := step.before(); err != nil {
			return err
		}
		if err := measure(courtsite, out, step.name); err != nil {
			return err
		}
	}
	return nil
}

// makeGroup writes a high court, an intermediate court for every hundred, and basic courts below them.
func makeGroup(corpus string, members, pages int, out string) error {
	var list, regions strings.Builder
	list.WriteString("id,court.code,court.level,court.region,court.parent,languages.zh.title,languages.en.title,languages.ug.title,languages.bo.title\n")
	regions.WriteString("\"99\" = { zh = \"边省\", en = \"Bian Province\" }\n")
	for i := range members {
		id, level, region, parent := fmt.Sprintf("c%05d", i), "basic", fmt.Sprintf("99%02d%02d", i/100%100, i%100), fmt.Sprintf("c%05d", i/100*100)
		switch {
		case i == 0:
			level, region, parent = "high", "99", ""
		case i%100 == 0:
			level, region, parent = "intermediate", region[:4], "c00000"
			fmt.Fprintf(&regions, "%q = { zh = \"第%d市\", en = \"City %d\" }\n", region, i/100, i/100)
		}
		fmt.Fprintf(&list, "%s,A%05d,%s,%s,%s,第%d人民法院,People's Court No. %d,%d-خەلق سوت مەھكىمىسى,མི་དམངས་ཁྲིམས་ཁང་%d\n", id, i, level, region, parent, i, i, i, i)
		content := filepath.Join(out, "courts", id, "content")
		if text, err := exec.Command(corpus, "-n", strconv.Itoa(pages), "-offset", strconv.Itoa(i*pages), "-layout", "courtsite", "-out", content).CombinedOutput(); err != nil {
			return fmt.Errorf("%w\n%s", err, text)
		}
		if err := os.WriteFile(filepath.Join(out, "courts", id, "site.toml"), []byte("# All of it is in courts.csv.\n"), 0o644); err != nil {
			return err
		}
	}
	group := `members = ["courts/*"]
list = "courts.csv"
portal = "portal"
[defaults]
base_url = "https://{id}.court.example"
default_language = "zh"
[[push]]
from = "c00000"
documents = ["basic/news/*"]
levels = ["basic"]
[regions]
` + regions.String()
	portal := "base_url = \"https://portal.court.example\"\ncourt = { code = \"P\", level = \"high\" }\n[languages.zh]\ntitle = \"门户\"\n[languages.en]\ntitle = \"Portal\"\n"
	for name, text := range map[string]string{
		"group.toml": group, "courts.csv": list.String(), "portal/site.toml": portal,
		"portal/content/pages/about.md": "+++\ntitle = \"关于\"\npublished = 2026-01-01\n+++\n\n门户。\n",
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(out, name)), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// edit changes a page of the last court.
func edit(out string) error {
	time.Sleep(3 * time.Second)
	pages, err := filepath.Glob(filepath.Join(out, "courts", "c*", "content", "*", "*", "*.md"))
	if err != nil || len(pages) == 0 {
		return fmt.Errorf("find a page: %w", err)
	}
	f, err := os.OpenFile(pages[len(pages)-1], os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = f.WriteString("\n又一段。\n")
	return err
}

func measure(courtsite, out, name string) error {
	c := exec.Command(courtsite, "group", "build", "-C", out, "--now", "2026-11-01", "--lang", "en")
	var stderr bytes.Buffer
	c.Stderr = &stderr
	start := time.Now()
	text, err := c.Output()
	wall := time.Since(start)
	if err != nil {
		return fmt.Errorf("%w\n%s%s", err, text, stderr.String()[:min(4000, stderr.Len())])
	}
	files := 0
	err = filepath.WalkDir(filepath.Join(out, "public"), func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files++
		}
		return err
	})
	usage := c.ProcessState.SysUsage().(*syscall.Rusage)
	fmt.Printf("| %s | %.2f | %.2f | %d | %d |\n", name, wall.Seconds(), (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), usage.Maxrss>>10, files)
	fmt.Fprintf(os.Stderr, "%s", text)
	return err
}
