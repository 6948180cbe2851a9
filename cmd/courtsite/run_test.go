package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"courtsite/generator/diag"
	"courtsite/generator/output"
)

// newTestApp is a run of the program whose output is kept.
func newTestApp(lang diag.Lang) (a *app, out, err *bytes.Buffer) {
	out, err = new(bytes.Buffer), new(bytes.Buffer)
	return &app{lang: lang, out: out, err: err, now: time.Now, env: func(string) string { return "" }}, out, err
}

// newTestSite makes a site to work on.
func newTestSite(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "court")
	a, _, err := newTestApp(diag.EN)
	if got := a.run(t.Context(), []string{"new", "site", dir}); got != exitDone {
		t.Fatalf("new site: exit status %d: %s", got, err)
	}
	return dir
}

func TestStoppedBuildLeavesNothing(t *testing.T) {
	dir := newTestSite(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	a, out, stderr := newTestApp(diag.EN)
	if got := a.run(ctx, []string{"build", "-C", dir}); got != exitStopped {
		t.Errorf("exit status %d, want %d", got, exitStopped)
	}
	if out.Len() > 0 || !strings.Contains(stderr.String(), "nothing was written") {
		t.Errorf("stdout %q, stderr %q", out, stderr)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() && e.Name() != "content" {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

func TestBusyOutput(t *testing.T) {
	dir := newTestSite(t)
	other, err := output.Stage(filepath.Join(dir, "public"))
	if err != nil {
		t.Fatal(err)
	}
	defer other.Discard()
	a, _, stderr := newTestApp(diag.ZH)
	if got := a.run(t.Context(), []string{"build", "-C", dir}); got != exitMachine {
		t.Errorf("exit status %d, want %d", got, exitMachine)
	}
	if !strings.Contains(stderr.String(), "另一次生成正在写入") {
		t.Errorf("stderr %q", stderr)
	}
}

func TestExitStatus(t *testing.T) {
	disk := errors.New("no space left on device")
	tests := []struct {
		err    error
		status int
		told   string
	}{
		{nil, exitDone, ""},
		{errProblems, exitProblems, ""},
		{errors.Join(errProblems, nil), exitProblems, ""},
		{wrong("no such thing", "do this"), exitUsage, "courtsite: error: no such thing\n    hint: do this\n"},
		{disk, exitMachine, "courtsite: error: no space left on device\n"},
		{untouched(fmt.Errorf("write a: %w", syscall.ENOSPC)), exitMachine, "courtsite: error: the disk is full; the previous site is untouched: write a: no space left on device\n    hint: make room"},
		{&fs.PathError{Op: "open", Path: "a", Err: syscall.EACCES}, exitMachine, "courtsite: error: permission is denied; open a: "},
		{&buildError{disk, true}, exitMachine, "courtsite: error: the previous site stands, or the next build completes the change: no space"},
		{&buildError{output.ErrAfterSwitch, true}, exitMachine, "the new site can be published"},
		{untouched(disk), exitMachine, "courtsite: error: the previous site is untouched: no space left on device\n"},
		{untouched(&output.ErrForeign{Dir: "www"}), exitUsage, "www holds files"},
		{untouched(context.Canceled), exitStopped, "courtsite: error: stopped; nothing was written\n"},
		{&hintedError{disk, "buy one"}, exitMachine, "courtsite: error: no space left on device\n    hint: buy one\n"},
		{fmt.Errorf("build: %w", context.Canceled), exitStopped, "courtsite: error: stopped; nothing was written\n"},
		{output.ErrAfterSwitch, exitMachine, "the new site can be published"},
		{fmt.Errorf("x: %w", &output.ErrForeign{Dir: "www"}), exitUsage, "www holds files"},
		{&output.ErrCollision{Dir: "www", Path: "a.html"}, exitUsage, "a.html in www was put there by hand"},
	}
	for _, test := range tests {
		a, _, stderr := newTestApp(diag.EN)
		if got := a.finish(test.err); got != test.status || !strings.Contains(stderr.String(), test.told) {
			t.Errorf("%v: exit status %d, told %q", test.err, got, stderr)
		}
	}
}

func TestReportIsJSON(t *testing.T) {
	dir := newTestSite(t)
	a, out, _ := newTestApp(diag.EN)
	if got := a.run(t.Context(), []string{"build", "-C", dir, "--format", "json"}); got != exitDone {
		t.Fatalf("exit status %d", got)
	}
	var r report
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	if r.Problems == nil || r.Pages != 3 || r.Files < 10 || r.Bytes == 0 || len(r.Languages) != 1 || r.Output != filepath.Join(dir, "public") {
		t.Errorf("got %+v", r)
	}
}

func TestServe(t *testing.T) {
	dir := newTestSite(t)
	url, stop := preview(t, dir)
	page := served(t, url+"basic/news/first/")
	for _, want := range []string{"本院网站开通", "/-/reload.js", `rel="canonical" href="` + url + `basic/news/first/"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if got := stop(); got != exitDone {
		t.Errorf("exit status %d", got)
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
		t.Error("the preview wrote to the disk")
	}
}

// A member of a group is previewed as the group builds it: with what it inherits, and what is handed down to it.
func TestServeMember(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "group")
	if err := os.CopyFS(dir, os.DirFS("../../examples/group")); err != nil {
		t.Fatal(err)
	}
	if a, _, stderr := newTestApp(diag.EN); a.run(t.Context(), []string{"group", "build", "-C", dir, "--only", "h99"}) != exitDone {
		t.Fatal(stderr)
	}
	url, stop := preview(t, filepath.Join(dir, "courts", "b990101"))
	defer stop()
	for path, want := range map[string]string{"": "12368", "service/guides/filing/": `rel="canonical" href="https://h99.court.example/service/guides/filing/"`} {
		if page := served(t, url+path); !strings.Contains(page, want) {
			t.Errorf("%s lacks %q", path, want)
		}
	}
}

// preview serves a site until it is stopped, which gives the exit status.
func preview(t *testing.T, dir string) (url string, stop func() int) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	reader, writer := io.Pipe()
	var stderr bytes.Buffer
	a := &app{lang: diag.EN, out: writer, err: &stderr, now: time.Now}
	ended := make(chan int, 1)
	go func() {
		ended <- a.run(ctx, []string{"serve", "-C", dir, "--addr", "127.0.0.1:0"})
		writer.Close()
	}()
	for lines := bufio.NewScanner(reader); url == "" && lines.Scan(); {
		if text, ok := strings.CutPrefix(lines.Text(), "preview: "); ok {
			url, _, _ = strings.Cut(text, " ")
		}
	}
	if url == "" {
		cancel()
		<-ended
		t.Fatal(stderr.String())
	}
	go io.Copy(io.Discard, reader)
	return url, func() int {
		cancel()
		return <-ended
	}
}

// served gives a page of a preview.
func served(t *testing.T, url string) string {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	page, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s: %v", url, response.Status, err)
	}
	return string(page)
}
