package verify_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"courtsite/generator/output"
	"courtsite/generator/verify"
)

// texts are a small site, by path.
var texts = map[string]string{
	"index.html": "home", "about/index.html": strings.Repeat("关于本站", 500), "404.html": "nothing here", "ug/404.html": "ھېچنېمە يوق",
	"assets/style.0123456789.css": "body{}", "old.shtml": "moved", "附件/预算 1.pdf": "PDF", "basic/feed.xml": "<rss/>",
}

var kinds = map[string]string{".html": "text/html; charset=utf-8", "shtml": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".pdf": "application/pdf", ".xml": "application/rss+xml"}

func manifest(t *testing.T) (*output.Manifest, []byte) {
	t.Helper()
	m := &output.Manifest{Gate: "relaxed"}
	for path, text := range texts {
		f := output.File{Path: path, SHA256: output.Sum([]byte(text)).String(), Size: int64(len(text)), MediaType: kinds[path[max(0, len(path)-4):]]}
		if strings.HasSuffix(path, "html") {
			f.MediaType = "text/html; charset=utf-8"
		}
		switch {
		case strings.HasPrefix(path, "assets/"):
			f.Kind = output.Asset
		case path == "old.shtml":
			f.Kind, f.Redirect = output.Redirect, "/about/"
		}
		m.Files = append(m.Files, f)
	}
	slices.SortFunc(m.Files, func(a, b output.File) int { return strings.Compare(a.Path, b.Path) })
	raw, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return m, raw
}

// server serves the site as it should be, but for what spoil changes in an answer.
func server(t *testing.T, raw []byte, spoil func(w *answer, path string)) *verify.Site {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a := &answer{200, http.Header{}, ""}
		path := strings.TrimPrefix(r.URL.Path, "/")
		if path == "" || strings.HasSuffix(path, "/") {
			path += "index.html"
		}
		a.serve(path, raw)
		if spoil != nil {
			spoil(a, path)
		}
		for name, values := range a.header {
			w.Header()[name] = values
		}
		w.WriteHeader(a.status)
		fmt.Fprint(w, a.body)
	}))
	t.Cleanup(s.Close)
	base, err := url.Parse(s.URL + "/")
	if err != nil {
		t.Fatal(err)
	}
	return &verify.Site{Base: base, Client: verify.Client(http.DefaultTransport), Jobs: 4}
}

type answer struct {
	status int
	header http.Header
	body   string
}

func (a *answer) serve(path string, raw []byte) {
	for name, value := range map[string]string{
		"Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'", "X-Content-Type-Options": "nosniff",
		"Referrer-Policy": "strict-origin-when-cross-origin", "Permissions-Policy": "camera=()", "Cache-Control": "public, max-age=300",
	} {
		a.header.Set(name, value)
	}
	text, found := texts[path]
	switch {
	case path == output.ManifestName:
		a.body = string(raw)
		a.header.Set("Content-Type", "application/json")
		return
	case path == "old.shtml":
		a.status = http.StatusMovedPermanently
		a.header.Set("Location", "/about/")
	case !found && strings.HasPrefix(path, "ug/"):
		a.status, text, path = 404, texts["ug/404.html"], "404.html"
	case !found:
		a.status, text, path = 404, texts["404.html"], "404.html"
	}
	if strings.HasPrefix(path, "assets/") {
		a.header.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	a.header.Set("Content-Type", kinds[path[len(path)-4:]])
	if strings.HasSuffix(path, "html") {
		a.header.Set("Content-Type", "text/html; charset=UTF-8")
	}
	a.body = text
}

func told(found []verify.Finding) []string {
	var lines []string
	for _, f := range found {
		lines = append(lines, fmt.Sprint(f.Path, " ", f.What, " ", f.Name))
	}
	return lines
}

func TestSite(t *testing.T) {
	m, raw := manifest(t)
	found, err := server(t, raw, nil).Compare(t.Context(), m, raw)
	if err != nil || len(found) > 0 {
		t.Errorf("%v, %v", told(found), err)
	}
	for name, c := range map[string]struct {
		spoil func(a *answer, path string)
		want  []string
	}{
		"one byte": {func(a *answer, path string) {
			if path == "about/index.html" {
				a.body = strings.Replace(a.body, "关", "闭", 1)
			}
		}, []string{"about/index.html content "}},
		"cut short": {func(a *answer, path string) {
			if path == "index.html" {
				a.body = "hom"
			}
		}, []string{"index.html content "}},
		"gone": {func(a *answer, path string) {
			if path == "附件/预算 1.pdf" {
				a.status = 404
			}
		}, []string{"附件/预算 1.pdf status "}},
		"another type": {func(a *answer, path string) {
			if path == "basic/feed.xml" {
				a.header.Set("Content-Type", "text/xml")
			}
		}, []string{"basic/feed.xml media-type "}},
		"another charset": {func(a *answer, path string) {
			if path == "index.html" {
				a.header.Set("Content-Type", "text/html; charset=gb2312")
			}
		}, []string{"index.html media-type "}},
		"for a while only": {func(a *answer, path string) {
			if path == "old.shtml" {
				a.status = 302
			}
		}, []string{"old.shtml redirect "}},
		"to another place": {func(a *answer, path string) {
			if path == "old.shtml" {
				a.header.Set("Location", "https://elsewhere.example/about/")
			}
		}, []string{"old.shtml redirect "}},
		"a page instead": {func(a *answer, path string) {
			if path == "old.shtml" {
				a.status = 200
			}
		}, []string{"old.shtml redirect "}},
		"everything exists": {func(a *answer, path string) {
			if a.status == 404 {
				a.status = 200
			}
		}, []string{"404.html not-found ", "ug/404.html not-found "}},
		"one language for all": {func(a *answer, path string) {
			if a.status == 404 {
				a.body = texts["404.html"]
			}
		}, []string{"ug/404.html not-found "}},
		"assets for a minute": {func(a *answer, path string) {
			if strings.HasPrefix(path, "assets/") {
				a.header.Set("Cache-Control", "max-age=60")
			}
		}, []string{"assets/style.0123456789.css header Cache-Control"}},
		"pages for ever": {func(a *answer, path string) {
			if path == "index.html" {
				a.header.Set("Cache-Control", "public, max-age=31536000, immutable")
			}
		}, []string{"index.html header Cache-Control"}},
		"unsafe": {func(a *answer, path string) {
			if path == "index.html" {
				a.header.Set("Content-Security-Policy", "default-src 'self' 'unsafe-inline'; frame-ancestors 'none'")
				a.header.Del("X-Content-Type-Options")
			}
		}, []string{"index.html header Content-Security-Policy", "index.html header X-Content-Type-Options"}},
		"another build": {func(a *answer, path string) {
			if path == output.ManifestName {
				a.body += " "
			}
		}, []string{"manifest.json content "}},
		"a broken copy for browsers": {func(a *answer, path string) {
			if path == "about/index.html" {
				a.header.Set("Content-Encoding", "gzip")
			}
		}, []string{"about/index.html content "}},
	} {
		found, err := server(t, raw, c.spoil).Compare(t.Context(), m, raw)
		if err != nil || !slices.Equal(told(found), c.want) {
			t.Errorf("%s: %v, %v, want %v", name, told(found), err, c.want)
		}
	}
}

// A browser that takes compressed copies must get the same page.
func TestCompressedCopy(t *testing.T) {
	m, raw := manifest(t)
	s := server(t, raw, nil)
	inner := s.Client.Transport
	s.Client.Transport = round(func(r *http.Request) (*http.Response, error) {
		stale := r.Header.Get("Accept-Encoding") == "gzip" && r.URL.Path == "/about/"
		if stale {
			r = r.Clone(r.Context())
			r.URL.Path = "/"
		}
		return inner.RoundTrip(r)
	})
	found, err := s.Compare(t.Context(), m, raw)
	if err != nil || !slices.Equal(told(found), []string{"about/index.html content "}) {
		t.Errorf("%v, %v", told(found), err)
	}
}

type round func(*http.Request) (*http.Response, error)

func (f round) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// Object storage sends no security headers; it is not asked for them then.
func TestPlain(t *testing.T) {
	m, raw := manifest(t)
	s := server(t, raw, func(a *answer, _ string) {
		a.header.Del("Content-Security-Policy")
		a.header.Del("Permissions-Policy")
		a.status = max(200, a.status/404*404)
	})
	found, err := s.Compare(t.Context(), m, raw)
	if err != nil || len(found) == 0 {
		t.Errorf("%v, %v", told(found), err)
	}
	s.Plain = true
	if found, err = s.Compare(t.Context(), m, raw); err != nil || len(found) > 0 {
		t.Errorf("%v, %v", told(found), err)
	}
}

func TestUnreachable(t *testing.T) {
	m, raw := manifest(t)
	s := server(t, raw, nil)
	s.Base = &url.URL{Scheme: "http", Host: "127.0.0.1:1", Path: "/"}
	if found, err := s.Compare(t.Context(), m, raw); err == nil {
		t.Errorf("found %v", told(found))
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Manifest(ctx); err == nil {
		t.Error("no error")
	}
}

func TestManifest(t *testing.T) {
	_, raw := manifest(t)
	if got, err := server(t, raw, nil).Manifest(t.Context()); err != nil || string(got) != string(raw) {
		t.Errorf("%s, %v", got, err)
	}
	if _, err := server(t, raw, func(a *answer, _ string) { a.status = 403 }).Manifest(t.Context()); err == nil {
		t.Error("a manifest that is refused was read")
	}
}

func TestFolder(t *testing.T) {
	m, raw := manifest(t)
	folder := fstest.MapFS{output.ManifestName: {Data: raw}}
	for path, text := range texts {
		folder[path] = &fstest.MapFile{Data: []byte(text)}
	}
	if found, err := verify.Folder(t.Context(), folder, m, 2); err != nil || len(found) > 0 {
		t.Errorf("%v, %v", told(found), err)
	}
	folder["index.html"] = &fstest.MapFile{Data: []byte("homE")}
	folder["googleverify.html"], folder[".courtsite/x"] = &fstest.MapFile{}, &fstest.MapFile{}
	delete(folder, "404.html")
	found, err := verify.Folder(t.Context(), folder, m, 2)
	want := []string{"404.html missing ", "googleverify.html extra ", "index.html content "}
	if err != nil || !slices.Equal(told(found), want) || len(verify.Differences(found)) != 2 {
		t.Errorf("%v, %v, want %v", told(found), err, want)
	}
}
