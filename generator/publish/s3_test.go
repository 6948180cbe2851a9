package publish_test

import (
	"bytes"
	"context"
	"crypto/md5"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"courtsite/generator/publish"
)

// wire notes all requests on their way to a store.
type wire struct {
	store http.Handler
	mu    sync.Mutex
	seen  []*http.Request
	wrong []string
}

func (w *wire) ServeHTTP(out http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(body))
	w.mu.Lock()
	w.seen = append(w.seen, r.Clone(context.Background()))
	if sum := md5.Sum(body); r.Method == http.MethodPut && r.Header.Get("Content-MD5") != base64.StdEncoding.EncodeToString(sum[:]) {
		w.wrong = append(w.wrong, r.URL.Path)
	}
	w.mu.Unlock()
	w.store.ServeHTTP(out, r)
}

// tapped is a store whose requests are noted, and a target in it.
func tapped(t *testing.T) (*publish.S3, *wire, *s3mem.Backend) {
	t.Helper()
	backend := s3mem.New()
	if err := backend.CreateBucket("court"); err != nil {
		t.Fatal(err)
	}
	w := &wire{store: gofakes3.New(backend).Server()}
	server := httptest.NewServer(w)
	t.Cleanup(server.Close)
	return openS3(t, server.URL, ""), w, backend
}

// What goes over the wire is what OSS, OBS and COS understand.
func TestWire(t *testing.T) {
	target, w, _ := tapped(t)
	mustRun(t, input(t, small(1), target))
	puts := 0
	for _, r := range w.seen {
		if r.Method == http.MethodPut {
			puts++
		}
		if sum := r.Header.Get("X-Amz-Content-Sha256"); strings.Contains(sum, "STREAMING") || strings.Contains(r.Header.Get("Content-Encoding"), "aws-chunked") {
			t.Errorf("%s %s: in chunks: %v", r.Method, r.URL.Path, r.Header)
		}
		for name := range r.Header {
			if lower := strings.ToLower(name); strings.HasPrefix(lower, "x-amz-checksum") || strings.HasPrefix(lower, "x-amz-sdk") || lower == "x-amz-trailer" {
				t.Errorf("%s %s: %s", r.Method, r.URL.Path, name)
			}
		}
		if r.ContentLength < 0 || len(r.TransferEncoding) > 0 || r.URL.Query().Has("location") || r.URL.Query().Get("list-type") == "2" {
			t.Errorf("%s %s: %d %v", r.Method, r.URL, r.ContentLength, r.TransferEncoding)
		}
	}
	if len(w.wrong) > 0 || puts < len(small(1)) {
		t.Errorf("%d objects stored; without their Content-MD5: %v", puts, w.wrong)
	}
}

// The acceptance test of a bucket: first, unchanged, edited, gone, by the requests that reach the store.
func TestBucket(t *testing.T) {
	target, w, backend := tapped(t)
	s := small(1)
	mustRun(t, input(t, s, target))
	equal(t, backend, s)

	w.seen = nil
	mustRun(t, input(t, s, target))
	for _, r := range w.seen {
		if r.Method != http.MethodGet {
			t.Errorf("nothing changed, and %s %s", r.Method, r.URL)
		}
	}
	if len(w.seen) != 2 {
		t.Errorf("nothing changed, and %d requests", len(w.seen))
	}

	s["basic/news/页面3/index.html"] = "edited"
	delete(s, "basic/news/页面4/index.html")
	w.seen = nil
	mustRun(t, input(t, s, target))
	changes := map[string]int{}
	for _, r := range w.seen {
		if r.Method != http.MethodGet && !strings.Contains(r.URL.Path, "/.courtsite/") {
			changes[r.Method+" "+r.URL.Path]++
		}
	}
	if len(changes) != 3 || changes["PUT /court/basic/news/页面3/index.html"] != 1 || changes["PUT /court/manifest.json"] != 1 || changes["DELETE /court/basic/news/页面4/index.html"] != 1 {
		t.Errorf("changes %v", changes)
	}
	equal(t, backend, s)
}

func TestMetadata(t *testing.T) {
	target, w, backend := tapped(t)
	s := small(1)
	s["basic/long/index.html"] = strings.Repeat("明镜县人民法院", 200)
	s["old/address.shtml"] = "moved"
	in := input(t, s, target)
	in.Serving.Gzip, in.Serving.Redirects = true, true
	mustRun(t, in)
	for name, want := range map[string]map[string]string{
		"assets/style.0000000001.css": {"Content-Type": "text/css; charset=utf-8", "Content-Encoding": ""},
		"basic/long/index.html":       {"Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip"},
		"ug/خەۋەر/index.html":         {"Content-Type": "text/html; charset=utf-8", "Content-Encoding": ""},
		"feed.xml":                    {"Content-Type": "application/xml"},
		"old/address.shtml":           {"X-Amz-Website-Redirect-Location": "/new/"},
		"basic/news/页面0/index.html":   {"X-Amz-Website-Redirect-Location": ""},
		"manifest.json":               {"Content-Type": "application/json"},
	} {
		object, err := backend.HeadObject("court", name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for header, value := range want {
			if got := object.Metadata[header]; got != value {
				t.Errorf("%s: %s: %q, want %q (%v)", name, header, got, value, object.Metadata)
			}
		}
	}
	for _, r := range w.seen { // this store forgets them
		want := publish.Age(300)
		if strings.Contains(r.URL.Path, "/assets/") {
			want = publish.Immutable
		}
		if got := r.Header.Get("Cache-Control"); r.Method == http.MethodPut && !strings.Contains(r.URL.Path, "/.courtsite/") && got != want {
			t.Errorf("%s: Cache-Control: %q, want %q", r.URL.Path, got, want)
		}
	}
}

func TestTenThousand(t *testing.T) {
	target, w, backend := tapped(t)
	s := small(1)
	for i := len(s); i < 10_000; i++ {
		s[fmt.Sprintf("basic/news/%d/文件-%d/index.html", i%50, i)] = fmt.Sprintf("page %d", i)
	}
	in := input(t, s, target)
	in.Jobs = 16
	mustRun(t, in)
	w.seen = nil
	if plan := mustRun(t, in); !plan.Idle() || plan.Unchanged != 10_001 {
		t.Errorf("%d steps, %d unchanged", len(plan.Steps), plan.Unchanged)
	}
	if len(w.seen) > 12 {
		t.Errorf("%d requests to find that nothing changed", len(w.seen))
	}
	equal(t, backend, s)
}

// Members of a group publish to one bucket, each below its prefix, and none touches another's objects.
func TestPrefixes(t *testing.T) {
	_, w, backend := tapped(t)
	server := httptest.NewServer(w)
	defer server.Close()
	one, two := openS3(t, server.URL, "a101"), openS3(t, server.URL, "a1012/")
	mustRun(t, input(t, small(1), one))
	mustRun(t, input(t, small(2), two))
	mustRun(t, input(t, small(3), one))
	all, err := stored(backend)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range small(2) {
		if all["a1012/"+name] != text {
			t.Errorf("a1012/%s: %q", name, all["a1012/"+name])
		}
	}
	for name, text := range small(3) {
		if all["a101/"+name] != text {
			t.Errorf("a101/%s: %q", name, all["a101/"+name])
		}
	}
	if plan := mustRun(t, input(t, small(2), two)); !plan.Idle() {
		t.Errorf("another member's publishing left something to do: %v", told(plan))
	}
}

// Whatever a store answers, and however credentials are printed, they don't show.
func TestCredentialsHidden(t *testing.T) {
	for code, status := range map[string]int{"InvalidAccessKeyId": 403, "SignatureDoesNotMatch": 403, "AccessDenied": 403, "InternalError": 500, "NoSuchBucket": 404} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.WriteHeader(status)
			fmt.Fprintf(w, "<Error><Code>%s</Code><Message>%s %s %s</Message><AWSAccessKeyId>%s</AWSAccessKeyId><Resource>%s</Resource></Error>",
				code, key.ID, string(key.Secret), string(key.Token), key.ID, r.Header.Get("Authorization"))
		}))
		_, err := publish.Run(t.Context(), input(t, small(1), openS3(t, server.URL, "")))
		server.Close()
		if err == nil {
			t.Fatalf("%s: no error", code)
		}
		shows(t, code, err.Error())
		shows(t, code, fmt.Sprintf("%+v %#v", err, err))
		var refused *publish.Refused
		if code != "InternalError" && (!errors.As(err, &refused) || refused.Code != code) {
			t.Errorf("%s: %v", code, err)
		}
	}
	_, err := publish.Run(t.Context(), input(t, small(1), openS3(t, "http://127.0.0.1:1", "")))
	shows(t, "no server", fmt.Sprintf("%v %#v", err, err))
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "secret", key.Secret, "all", key)
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "secret", key.Secret)
	shows(t, "printed", fmt.Sprintf("%v %+v %#v %s %q %x %s", key.Secret, key.Secret, key.Secret, key.Secret, key.Secret, key.Secret, log.String()))
}

func shows(t *testing.T, where, text string) {
	t.Helper()
	if strings.Contains(text, string(key.Secret)) || strings.Contains(text, "planted/") {
		t.Errorf("%s: the secret shows: %s", where, text)
	}
	if where != "printed" && strings.Contains(text, key.ID) {
		t.Errorf("%s: the key's name shows: %s", where, text)
	}
}
