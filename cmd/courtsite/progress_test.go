package main

import (
	"strings"
	"sync"
	"testing"
	"time"
)

// clock stands still until it is moved.
type clock struct{ time.Time }

func (c *clock) now() time.Time { return c.Time }

func TestProgress(t *testing.T) {
	var screen strings.Builder
	c := &clock{time.Unix(1000, 0)}
	p := &progress{w: &screen, label: "正在生成", now: c.now}
	p.step(500, 1000)
	p.step(501, 1000) // too soon after the last
	c.Time = c.Add(redraw)
	p.step(400, 1000) // overtaken by others: the bar does not go back
	p.clear()
	p.step(1000, 1000)
	want := "\r正在生成 [############............] 500/1000" +
		"\r正在生成 [############............] 501/1000" +
		"\r" + strings.Repeat(" ", 8+1+26+1+8) + "\r"
	if screen.String() != want {
		t.Errorf("got  %q\nwant %q", screen.String(), want)
	}
}

func TestProgressElsewhere(t *testing.T) {
	var out strings.Builder
	a := &app{err: &out}
	p := a.progress("building")
	p.step(1, 2)
	p.clear()
	if out.Len() > 0 {
		t.Errorf("wrote %q where no terminal is", out.String())
	}
}

func TestProgressFromManyGoroutines(t *testing.T) {
	var screen strings.Builder
	p := &progress{w: &screen, label: "building", now: time.Now}
	var done sync.WaitGroup
	for i := range 8 {
		done.Go(func() { p.step(i+1, 8) })
	}
	done.Wait()
	p.clear()
	if got := screen.String(); strings.Count(got, "building") != 1 || !strings.HasSuffix(got, " \r") {
		t.Errorf("got %q", got)
	}
}

func TestColumns(t *testing.T) {
	for text, want := range map[string]int{"": 0, "abc": 3, "正在生成": 8, "（x）": 5, "ug ئۇ": 5} {
		if got := columns(text); got != want {
			t.Errorf("columns(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestSize(t *testing.T) {
	for bytes, want := range map[int64]string{0: "0 B", 999: "999 B", 1000: "1.0 kB", 475_700: "475.7 kB", 4_200_000: "4.2 MB", 3_000_000_000_000_000: "3000.0 TB"} {
		if got := size(bytes); got != want {
			t.Errorf("size(%d) = %q, want %q", bytes, got, want)
		}
	}
}
