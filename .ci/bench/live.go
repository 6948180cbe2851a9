package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// live measures how long it takes from saving a file to the moment in which the browser is told to reload: a sentence more in the text of a page, and
// another title.
func live(binary, site string, runs int) error {
	ctx, stop := context.WithTimeout(context.Background(), 10*time.Minute)
	defer stop()
	c := exec.CommandContext(ctx, binary, "serve", "-C", site, "--addr", "127.0.0.1:0", "--lang", "en")
	out, err := c.StdoutPipe()
	if err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		return err
	}
	defer c.Wait()
	defer c.Process.Kill()
	events, err := listen(ctx, bufio.NewScanner(out))
	if err != nil {
		return err
	}
	pages, err := filepath.Glob(filepath.Join(site, "content", "basic", "news", "*.md"))
	if err != nil || len(pages) < 2*runs {
		return fmt.Errorf("too few pages to edit: %d, %v", len(pages), err)
	}
	var rows [2][]float64
	for i := range runs {
		for row, edit := range []func(string) error{addSentence, addToTitle} {
			time.Sleep(settled)
			start := time.Now()
			if err := edit(pages[2*i+row]); err != nil {
				return err
			}
			select {
			case at := <-events:
				rows[row] = append(rows[row], at.Sub(start).Seconds()*1000)
			case <-ctx.Done():
				return fmt.Errorf("no event after an edit of %s", pages[2*i+row])
			}
		}
	}
	fmt.Printf("\n| serve: from saving a file to the reload event | median ms | longest ms |\n|---|---|---|\n")
	for row, name := range []string{"one text edited", "one title edited"} {
		slices.Sort(rows[row])
		fmt.Printf("| %s | %.0f | %.0f |\n", name, rows[row][runs/2], rows[row][runs-1])
	}
	return nil
}

// listen waits for the preview's address, and tells each event of it but the first, which every reader gets.
func listen(ctx context.Context, lines *bufio.Scanner) (<-chan time.Time, error) {
	address := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`)
	url := ""
	for url == "" && lines.Scan() {
		url = address.FindString(lines.Text())
	}
	go func() {
		for lines.Scan() { // what is said of each build
		}
	}()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url+"-/events", nil)
	if err != nil {
		return nil, err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	told := make(chan time.Time, 1)
	first := make(chan bool)
	go follow(answer.Body, first, told)
	<-first
	return told, nil
}

func follow(stream io.ReadCloser, first chan<- bool, told chan<- time.Time) {
	defer stream.Close()
	lines := bufio.NewScanner(stream)
	for seen := 0; lines.Scan(); {
		if !strings.HasPrefix(lines.Text(), "data: ") {
			continue
		}
		if seen++; seen == 1 {
			close(first)
			continue
		}
		told <- time.Now()
	}
}

// addToTitle makes a page's title another one.
func addToTitle(name string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	changed := strings.Replace(string(text), `title = "`, `title = "1 `, 1)
	return os.WriteFile(name, []byte(changed), 0o644)
}
