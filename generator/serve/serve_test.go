package serve

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"courtsite/generator/diag"
)

// soon is how long a test waits for what must happen.
const soon = 10 * time.Second

// preview runs a preview of root and gives its address; it ends with the test.
func preview(t *testing.T, root string, build func(context.Context, string, Touched) (Built, error)) string {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	ready, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		ended <- Run(ctx, Config{Addr: "127.0.0.1:0", Root: root, Build: build, Ready: func(url string) { ready <- url }})
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("Run: %v", err)
		}
	})
	select {
	case url := <-ready:
		return url
	case err := <-ended:
		ended <- nil
		t.Fatalf("Run ended: %v", err)
	case <-time.After(soon):
		t.Fatal("the preview never got ready")
	}
	return ""
}

// listen gives the data of the preview's events as they come.
func listen(t *testing.T, url string) <-chan string {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, strings.TrimSuffix(url, "/")+"/-/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { response.Body.Close() })
	if kind := response.Header.Get("Content-Type"); !strings.HasPrefix(kind, "text/event-stream") {
		t.Fatalf("the events are %q", kind)
	}
	events := make(chan string, 100)
	go func() {
		lines := bufio.NewScanner(response.Body)
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				events <- data
			}
		}
	}()
	return events
}

func next(t *testing.T, events <-chan string) string {
	t.Helper()
	select {
	case data := <-events:
		return data
	case <-time.After(soon):
		t.Fatal("no event came")
		return ""
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func fetch(t *testing.T, url string) string {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// reading builds a site of one page: the texts of all content files.
func reading(root string) func(context.Context, string, Touched) (Built, error) {
	return func(context.Context, string, Touched) (Built, error) {
		var all strings.Builder
		err := filepath.WalkDir(filepath.Join(root, "content"), func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := os.ReadFile(path)
			all.Write(text)
			return err
		})
		if err != nil {
			return Built{}, err
		}
		return Built{Files: files{"index.html": "<body>" + all.String() + "</body>"}}, nil
	}
}

func TestEditReachesTheBrowser(t *testing.T) {
	root := t.TempDir()
	page := filepath.Join(root, "content", "basic", "news", "a.md")
	write(t, page, "one")
	url := preview(t, root, reading(root))
	events := listen(t, url)
	revision := next(t, events)
	if body := fetch(t, url); !strings.Contains(body, "one") || !strings.Contains(body, revision) {
		t.Fatalf("at first: %s", body)
	}

	steps := []struct {
		name, want string
		edit       func()
	}{
		{"save in place", "two", func() { write(t, page, "two") }},
		{"save by rename", "three", func() {
			write(t, page+".tmp~", "three")
			if err := os.Rename(page+".tmp~", page); err != nil {
				t.Fatal(err)
			}
		}},
		{"a new folder below a new folder", "four", func() {
			write(t, filepath.Join(root, "content", "team", "party", "b.md"), "four")
		}},
		{"an edit in the new folder", "five", func() {
			write(t, filepath.Join(root, "content", "team", "party", "b.md"), "five")
		}},
		{"a renamed folder", "five", func() {
			if err := os.Rename(filepath.Join(root, "content", "team"), filepath.Join(root, "content", "people")); err != nil {
				t.Fatal(err)
			}
		}},
		{"an edit in the renamed folder", "six", func() {
			write(t, filepath.Join(root, "content", "people", "party", "b.md"), "six")
		}},
	}
	for _, step := range steps {
		t.Run(step.name, func(t *testing.T) {
			step.edit()
			for deadline := time.Now().Add(soon); ; {
				if got := next(t, events); got == revision {
					t.Fatalf("the revision is still %s", got)
				} else {
					revision = got
				}
				// A slow machine may split one step into two builds.
				if strings.Contains(fetch(t, url), step.want) {
					break
				}
				if time.Now().After(deadline) {
					t.Fatalf("%q never came", step.want)
				}
			}
		})
	}
}

func TestOutputIsNotWatched(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "content", "a.md"), "one")
	url := preview(t, root, reading(root))
	events := listen(t, url)
	first := next(t, events)
	write(t, filepath.Join(root, "public", "index.html"), "output")
	write(t, filepath.Join(root, ".git", "index"), "x")
	write(t, filepath.Join(root, "content", ".a.md.swp"), "x")
	select {
	case got := <-events:
		t.Errorf("a build followed: %s after %s", got, first)
	case <-time.After(6 * quiet):
	}
	write(t, filepath.Join(root, "site.toml"), "")
	next(t, events)
}

func TestProblemsReplaceNothing(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "content", "a.md"), "good")
	url := preview(t, root, func(ctx context.Context, origin string, _ Touched) (Built, error) {
		built, err := reading(root)(ctx, origin, Touched{})
		if page, _ := built.Files.Get("index.html"); strings.Contains(string(page), "bad") {
			return Built{Problems: []diag.Problem{diag.New(diag.MarkdownRawHTML, diag.Pos{Path: "content/a.md"}, "x").As(diag.Error)}}, err
		}
		return built, err
	})
	events := listen(t, url)
	revision := next(t, events)
	write(t, filepath.Join(root, "content", "a.md"), "bad")
	if got := next(t, events); got != revision {
		t.Errorf("the revision went from %s to %s", revision, got)
	}
	if body := fetch(t, url); !strings.Contains(body, "good") {
		t.Errorf("the page is now %s", body)
	}
	if list := fetch(t, url+"-/problems"); !strings.Contains(list, "content/a.md") {
		t.Errorf("the problems are %s", list)
	}
}

// A change during a build cancels it; the next build starts only when it has returned.
func TestNewestChangeWins(t *testing.T) {
	root := t.TempDir()
	page := filepath.Join(root, "content", "a.md")
	write(t, page, "0")
	var running, overlaps, cancelled, builds atomic.Int32
	started := make(chan struct{}, 10)
	url := preview(t, root, func(ctx context.Context, origin string, _ Touched) (Built, error) {
		if running.Add(1) > 1 {
			overlaps.Add(1)
		}
		defer running.Add(-1)
		started <- struct{}{}
		if builds.Add(1) == 2 {
			select {
			case <-ctx.Done():
				cancelled.Add(1)
				return Built{}, ctx.Err()
			case <-time.After(soon):
				return Built{}, errors.New("the build was never cancelled")
			}
		}
		return reading(root)(ctx, origin, Touched{})
	})
	events := listen(t, url)
	next(t, events)
	<-started
	write(t, page, "1")
	<-started
	write(t, page, "2")
	next(t, events)
	if body := fetch(t, url); !strings.Contains(body, "2") {
		t.Errorf("the page is %s", body)
	}
	if overlaps.Load() != 0 || cancelled.Load() != 1 {
		t.Errorf("%d builds overlapped, %d were cancelled", overlaps.Load(), cancelled.Load())
	}
}

func TestFirstBuildFails(t *testing.T) {
	broken := errors.New("disk on fire")
	err := Run(t.Context(), Config{
		Addr: "127.0.0.1:0", Root: t.TempDir(),
		Build: func(context.Context, string, Touched) (Built, error) { return Built{}, broken },
	})
	if !errors.Is(err, broken) {
		t.Errorf("Run: %v", err)
	}
}

func TestCannotStart(t *testing.T) {
	never := func(context.Context, string, Touched) (Built, error) { return Built{}, errors.New("built") }
	for name, c := range map[string]Config{
		"no such folder":  {Addr: "127.0.0.1:0", Root: filepath.Join(t.TempDir(), "none"), Build: never},
		"no such address": {Addr: "nonsense", Root: t.TempDir(), Build: never},
	} {
		if err := Run(t.Context(), c); err == nil || strings.Contains(err.Error(), "built") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Requests wait for the first build and are let go when the preview ends before it.
func TestEndDuringFirstBuild(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	started := make(chan string, 1)
	ended := make(chan error, 1)
	go func() {
		ended <- Run(ctx, Config{Addr: "127.0.0.1:0", Root: t.TempDir(), Build: func(ctx context.Context, origin string, _ Touched) (Built, error) {
			started <- origin
			<-ctx.Done()
			return Built{}, ctx.Err()
		}})
	}()
	origin := <-started
	answered := make(chan string, 1)
	go func() {
		response, err := http.Get(origin + "/")
		if err != nil {
			answered <- err.Error()
			return
		}
		response.Body.Close()
		answered <- fmt.Sprint(response.StatusCode)
	}()
	select {
	case got := <-answered:
		t.Errorf("answered before the first build: %s", got)
	case <-time.After(100 * time.Millisecond):
	}
	cancel()
	for _, end := range []func() bool{
		func() bool { return <-answered != "" },
		func() bool { return <-ended == nil },
	} {
		if !end() {
			t.Error("it did not end cleanly")
		}
	}
}

// TestTouched: the builder is told which files were saved; after a build that the machine failed, those before it once more.
func TestTouched(t *testing.T) {
	root := t.TempDir()
	page := func(name string) string { return filepath.Join(root, "content", "a", name) }
	write(t, page("one.md"), "1")
	told := make(chan Touched, 10)
	var fails atomic.Bool
	url := preview(t, root, func(_ context.Context, _ string, touched Touched) (Built, error) {
		told <- touched
		if fails.Load() {
			return Built{}, errors.New("no memory")
		}
		return reading(root)(t.Context(), "", touched)
	})
	events := listen(t, url)
	next(t, events)
	if first := <-told; !first.All {
		t.Errorf("the first build was told %v", first)
	}
	for _, step := range []struct {
		write string
		fails bool
		want  []string
	}{
		{"one.md", false, []string{"content/a/one.md"}},
		{"two.md", true, []string{"content/a/two.md"}},
		{"one.md", false, []string{"content/a/one.md", "content/a/two.md"}},
	} {
		fails.Store(step.fails)
		write(t, page(step.write), "2")
		if touched := <-told; touched.All || !slices.Equal(touched.Paths, step.want) {
			t.Errorf("after %s was written, the builder was told %v, want %v", step.write, touched, step.want)
		}
		next(t, events)
	}
}

func TestTouchedManyOrAll(t *testing.T) {
	some := Touched{Paths: []string{"content/b.md", "content/a.md"}}
	if got := some.and(some); !slices.Equal(got.Paths, []string{"content/a.md", "content/b.md"}) {
		t.Errorf("got %v", got)
	}
	if got := some.and(Touched{All: true}); !got.All {
		t.Errorf("got %v", got)
	}
	var many Touched
	for i := range mostTouched + 1 {
		many = many.and(Touched{Paths: []string{fmt.Sprint(i)}})
	}
	if !many.All {
		t.Errorf("of %d paths each is told", mostTouched+1)
	}
}
