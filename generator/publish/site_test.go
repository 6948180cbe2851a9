package publish_test

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"courtsite/generator/output"
	"courtsite/generator/publish"
)

// site is a tree by path. The kinds of files come from their names.
type site map[string]string

// small is a site of few files, in which every page names an asset; another edition has another asset, and other pages.
func small(edition int) site {
	style := fmt.Sprintf("assets/style.%010x.css", edition)
	s := site{style: fmt.Sprintf("/* %d */", edition), "附件/预算.pdf": fmt.Sprint("PDF ", edition)}
	for i := range 6 {
		s[fmt.Sprintf("basic/news/页面%d/index.html", i)] = fmt.Sprintf(`edition %d page %d <link href="%s">`, edition, i, style)
	}
	s["ug/خەۋەر/index.html"] = fmt.Sprintf(`edition %d <link href="%s">`, edition, style)
	s["bo/གསར་འགྱུར།/index.html"] = `the same always`
	s[fmt.Sprintf("basic/only-%d/index.html", edition)] = fmt.Sprintf(`edition %d <link href="%s">`, edition, style)
	s["index.html"] = fmt.Sprintf(`edition %d list <link href="%s">`, edition, style)
	s["feed.xml"] = fmt.Sprintf("<rss>%d</rss>", edition)
	s["sitemap.xml"] = fmt.Sprintf("<urlset>%d</urlset>", edition)
	return s
}

var linked = regexp.MustCompile(`href="([^"]+)"`)

func kindOf(name string) output.Kind {
	switch {
	case strings.HasPrefix(name, "assets/"):
		return output.Asset
	case name == "index.html":
		return output.List
	case strings.HasPrefix(name, "old/"):
		return output.Redirect
	case strings.HasSuffix(name, ".html"):
		return output.Page
	case name == "feed.xml":
		return output.Feed
	case name == "sitemap.xml":
		return output.Sitemap
	case name == "_headers":
		return output.Hosting
	}
	return output.Attachment
}

func typeOf(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".xml":
		return "application/xml"
	}
	return "application/octet-stream"
}

// tree is a finished site.
type tree map[string]*fstest.MapFile

func (f tree) Open(name string) (fs.File, error) { return fstest.MapFS(f).Open(name) }

func (f tree) without(name string) tree {
	delete(f, name)
	return f
}

// tree makes the files of a site, with a manifest that passed the gate.
func (s site) tree(t testing.TB, edit ...func(*output.Manifest)) tree {
	t.Helper()
	files := tree{}
	m := &output.Manifest{BaseURL: "https://court.example/", Gate: "relaxed"}
	for _, name := range slices.Sorted(maps.Keys(s)) {
		data := []byte(s[name])
		files[name] = &fstest.MapFile{Data: data}
		f := output.File{Path: name, SHA256: output.Sum(data).String(), Size: int64(len(data)), Kind: kindOf(name), MediaType: typeOf(name)}
		if f.Kind == output.Redirect {
			f.Redirect = "/new/"
		}
		m.Files = append(m.Files, f)
	}
	for _, e := range edit {
		e(m)
	}
	data, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	files[output.ManifestName] = &fstest.MapFile{Data: data}
	return files
}

// bucketServing is how object storage hands out what it has.
var bucketServing = publish.Serving{Headers: true, PageAge: 300}

// input is a run that does not wait.
func input(t testing.TB, s site, target publish.Target) publish.Input {
	return publish.Input{
		Tree: s.tree(t), Target: target, Serving: bucketServing, Publisher: "one", Now: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC), MaxDelete: 1000,
		Wait: func(ctx context.Context, _ time.Duration) error { return ctx.Err() },
	}
}

func mustRun(t testing.TB, in publish.Input) *publish.Plan {
	t.Helper()
	plan, err := publish.Run(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// told writes a plan's steps, a line each.
func told(p *publish.Plan) []string {
	var lines []string
	for _, s := range p.Steps {
		verb := "put"
		if s.Delete {
			verb = "delete"
		}
		lines = append(lines, fmt.Sprintf("%s %s: %s", verb, s.Name, s.Reason))
	}
	return lines
}
