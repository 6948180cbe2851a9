package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"courtsite/generator/diag"
)

const (
	plantedID     = "PLANTEDKEYPLANTEDKEY"
	plantedSecret = "planted+secret/planted+secret/planted+12"
)

// publishingSite is a built site that can be published to a server and into a folder.
func publishingSite(t *testing.T, endpoint string) string {
	t.Helper()
	dir := newTestSite(t)
	name := filepath.Join(dir, "site.toml")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	text = append(text, fmt.Sprintf(`
[publish.main]
bucket = "court"
endpoint = %q
region = "cn-north-1"
path_style = true
gzip = true
[publish.www]
directory = "../www"
`, endpoint)...)
	if err := os.WriteFile(name, text, 0o644); err != nil {
		t.Fatal(err)
	}
	a, _, stderr := newTestApp(diag.EN)
	if got := a.run(t.Context(), []string{"build", "-C", dir}); got != exitDone {
		t.Fatalf("build: exit status %d: %s", got, stderr)
	}
	return dir
}

func bucketServer(t *testing.T, wrap func(http.Handler) http.Handler) (string, *s3mem.Backend) {
	t.Helper()
	backend := s3mem.New()
	if err := backend.CreateBucket("court"); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(wrap(gofakes3.New(backend).Server()))
	t.Cleanup(server.Close)
	return server.URL, backend
}

func planted(a *app) *app {
	a.env = func(key string) string {
		return map[string]string{envKeyID: plantedID, envKeySecret: plantedSecret}[key]
	}
	return a
}

// hides wants nothing of the credentials in what was printed, in the site's folder, or in the bucket.
func hides(t *testing.T, dir string, texts ...string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		texts = append(texts, string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		if strings.Contains(text, plantedSecret) || strings.Contains(text, plantedID) {
			t.Errorf("credentials show in:\n%.500s", text)
		}
	}
}

func TestPublishBucket(t *testing.T) {
	endpoint, backend := bucketServer(t, func(h http.Handler) http.Handler { return h })
	dir := publishingSite(t, endpoint)
	for _, format := range []string{formatText, formatJSON, formatText} {
		a, out, stderr := newTestApp(diag.EN)
		if got := planted(a).run(t.Context(), []string{"publish", "main", "-C", dir, "--format", format}); got != exitDone {
			t.Fatalf("exit status %d: %s", got, stderr)
		}
		hides(t, dir, out.String(), stderr.String())
	}
	list, err := backend.ListBucket("court", nil, gofakes3.ListBucketPage{})
	if err != nil || len(list.Contents) < 50 {
		t.Fatalf("%d objects, %v", len(list.Contents), err)
	}
	for _, o := range list.Contents {
		object, err := backend.GetObject("court", o.Key, nil)
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(object.Contents)
		if err != nil {
			t.Fatal(err)
		}
		hides(t, dir, string(data), fmt.Sprint(object.Metadata))
	}
}

// What a store refuses is told in words, with what to do, with exit status 3, and without what it repeats of the credentials.
func TestPublishRefused(t *testing.T) {
	for code, want := range map[string]string{
		"AccessDenied": "needs the rights", "SignatureDoesNotMatch": "belong together", "NoSuchBucket": "has to exist", "RequestTimeTooSkewed": "clock is wrong", "Odd": "(Odd)",
	} {
		endpoint, _ := bucketServer(t, func(http.Handler) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				w.WriteHeader(http.StatusForbidden)
				fmt.Fprintf(w, "<Error><Code>%s</Code><Message>no, %s %s</Message><AWSAccessKeyId>%[2]s</AWSAccessKeyId></Error>", code, plantedID, plantedSecret)
			})
		})
		dir := publishingSite(t, endpoint)
		a, out, stderr := newTestApp(diag.EN)
		got := planted(a).run(t.Context(), []string{"publish", "main", "-C", dir})
		if got != exitMachine || !strings.Contains(stderr.String(), want) || !strings.Contains(stderr.String(), code) {
			t.Errorf("%s: exit status %d: %s", code, got, stderr)
		}
		hides(t, dir, out.String(), stderr.String())
	}
}

// A file of credentials works for its owner alone.
func TestPublishCredentialsFile(t *testing.T) {
	endpoint, _ := bucketServer(t, func(h http.Handler) http.Handler { return h })
	dir := publishingSite(t, endpoint)
	file := filepath.Join(t.TempDir(), "credentials.toml")
	text := fmt.Sprintf("[main]\naccess_key_id = %q\naccess_key_secret = %q\n", plantedID, plantedSecret)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	publish := func() (int, string) {
		a, out, stderr := newTestApp(diag.EN)
		got := a.run(t.Context(), []string{"publish", "main", "-C", dir, "--credentials", file})
		hides(t, dir, out.String(), stderr.String())
		return got, stderr.String()
	}
	if got, told := publish(); got != exitDone {
		t.Errorf("exit status %d: %s", got, told)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(text, "[main]", "[other]", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, told := publish(); got != exitUsage || !strings.Contains(told, "is not a file of credentials for this target") {
		t.Errorf("exit status %d: %s", got, told)
	}
}

// The program itself, killed at several moments and started again, ends with the site in place. .ci/publish does it more often, and with a bucket.
func TestPublishKilled(t *testing.T) {
	const kills = 10
	dir := publishingSite(t, "http://127.0.0.1:1")
	public, www := filepath.Join(dir, "public"), filepath.Join(dir, "..", "www")
	program := filepath.Join(t.TempDir(), "courtsite.exe")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	began := time.Now()
	run := func() error { return exec.Command(program, "publish", "www", "-C", dir).Run() }
	if err := run(); err != nil {
		t.Fatal(err)
	}
	took := time.Since(began)
	for i := range kills {
		if err := os.RemoveAll(www); err != nil {
			t.Fatal(err)
		}
		killed := exec.Command(program, "publish", "www", "-C", dir)
		if err := killed.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(took * time.Duration(i) / kills)
		_ = killed.Process.Kill() // it may have ended
		_ = killed.Wait()
		sameFiles(t, www, public, false)
		if err := run(); err != nil {
			t.Fatalf("after kill %d: %v", i, err)
		}
		sameFiles(t, www, public, true)
	}
}

// sameFiles wants every file in a folder to be the build's; and, if all, every file of the build in it.
func sameFiles(t *testing.T, www, public string, all bool) {
	t.Helper()
	found := 0
	err := filepath.WalkDir(www, func(name string, e fs.DirEntry, err error) error {
		switch {
		case os.IsNotExist(err):
			return nil
		case err != nil:
			return err
		case e.IsDir() && e.Name() == ".courtsite":
			return fs.SkipDir
		case e.IsDir():
			return nil
		}
		found++
		rel, err := filepath.Rel(www, name)
		if err != nil {
			return err
		}
		got, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if want, err := os.ReadFile(filepath.Join(public, rel)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not the build's: %v", rel, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := countFiles(t, public); all && found != want {
		t.Errorf("%d files, want %d", found, want)
	}
	if parts, _ := filepath.Glob(filepath.Join(www, ".courtsite", "parts", "*")); all && len(parts) > 0 {
		t.Errorf("half-written files are left: %v", parts)
	}
}

func countFiles(t *testing.T, dir string) (n int) {
	t.Helper()
	err := filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// A folder under a file can't be made: status 3, and the words of the system in those of people.
func TestPublishNowhere(t *testing.T) {
	dir := publishingSite(t, "http://127.0.0.1:1")
	if err := os.WriteFile(filepath.Join(dir, "..", "www"), []byte("a file"), 0o644); err != nil {
		t.Fatal(err)
	}
	a, _, stderr := newTestApp(diag.ZH)
	if got := a.run(t.Context(), []string{"--lang", "zh", "publish", "www", "-C", dir}); got != exitMachine || !strings.Contains(stderr.String(), "办法") {
		t.Errorf("exit status %d: %s", got, stderr)
	}
}

func TestVerifyServed(t *testing.T) {
	dir := publishingSite(t, "http://127.0.0.1:1")
	public := filepath.Join(dir, "public")
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range map[string]string{
			"Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'", "X-Content-Type-Options": "nosniff",
			"Referrer-Policy": "no-referrer", "Permissions-Policy": "camera=()", "Cache-Control": "max-age=60",
		} {
			w.Header().Set(name, value)
		}
		w.Header().Set("Content-Type", "application/octet-stream")
		http.FileServerFS(os.DirFS(public)).ServeHTTP(w, r)
	}))
	defer server.Close()
	a, out, stderr := newTestApp(diag.EN)
	if got := a.run(t.Context(), []string{"verify", server.URL, "-C", dir}); got != exitProblems {
		t.Errorf("exit status %d: %s", got, stderr)
	}
	for _, want := range []string{`index.html: is served as "application/octet-stream", not "text/html; charset=utf-8"`, "more of this kind", "404.html: is not what addresses that do not exist are answered with"} {
		if !strings.Contains(stderr.String(), want) {
			t.Errorf("not told: %s\n%s", want, stderr)
		}
	}
	if !strings.Contains(out.String(), "differences") {
		t.Errorf("%s", out)
	}
	stderr.Reset()
	if got := a.run(t.Context(), []string{"verify", server.URL, "-C", dir, "-o", "site.toml"}); got != exitMachine || strings.Contains(stderr.String(), "no build here") {
		t.Errorf("with a build that cannot be read, exit status %d: %s", got, stderr)
	}
}

// The board of a group goes to a bucket where group.toml says that it is public, verifies there, and goes away again when it is not.
func TestPublishBoard(t *testing.T) {
	var requests http.Handler
	endpoint, backend := bucketServer(t, func(h http.Handler) http.Handler { requests = h; return h })
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	configure := func(board string) {
		write("group.toml", fmt.Sprintf(`members = ["courts/*"]
%s
[defaults]
base_url = "https://{id}.court.example"
default_language = "zh-Hans"
[defaults.publish.main]
bucket = "court"
endpoint = %q
region = "cn-north-1"
path_style = true
gzip = true
prefix = "sites/{id}"
`, board, endpoint))
	}
	write("courts/b101/site.toml", "court = { code = \"B101\", level = \"basic\" }\n[languages.zh-Hans]\ntitle = \"明镜县人民法院\"\n")
	write("courts/b101/content/pages/about.md", "+++\ntitle = \"关于本站\"\npublished = 2026-01-05\n+++\n\n本站由办公室维护。\n")
	run := func(want int, args ...string) string {
		t.Helper()
		a, out, stderr := newTestApp(diag.EN)
		if got := planted(a).run(t.Context(), append(args, "-C", dir)); got != want {
			t.Fatalf("%v: exit status %d: %s%s", args, got, out, stderr)
		}
		hides(t, dir, out.String(), stderr.String())
		return out.String() + stderr.String()
	}
	objects := func() (list []string) {
		t.Helper()
		found, err := backend.ListBucket("court", nil, gofakes3.ListBucketPage{})
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range found.Contents {
			if strings.HasPrefix(o.Key, "sites/board/") && !strings.Contains(o.Key, "/.courtsite/") {
				list = append(list, strings.TrimPrefix(o.Key, "sites/board/"))
			}
		}
		return list
	}
	configure("")
	run(exitDone, "group", "build")
	run(exitDone, "group", "publish", "main")
	if found := objects(); len(found) > 0 {
		t.Fatalf("a board that is not public was published: %v", found)
	}
	configure("board = { public = true }")
	run(exitDone, "group", "build")
	run(exitDone, "group", "publish", "main")
	if found := strings.Join(objects(), " "); !strings.Contains(found, "index.html") || !strings.Contains(found, "court-b101.html") || !strings.Contains(found, "manifest.json") {
		t.Fatalf("the board is not there: %v", found)
	}
	served := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "public, max-age=300") // which the store in this process forgets
		r.URL.Path = "/court/sites" + r.URL.Path
		if strings.HasSuffix(r.URL.Path, "/") {
			r.URL.Path += "index.html"
		}
		requests.ServeHTTP(w, r)
	}))
	t.Cleanup(served.Close)
	run(exitDone, "verify", served.URL+"/board", "--no-security-headers", "-o", "public/board")
	if told := run(exitDone, "group", "publish", "main"); !strings.Contains(told, "board: nothing to do") {
		t.Error(told)
	}
	configure("board = { public = false }")
	told := run(exitDone, "group", "publish", "main")
	if found := objects(); len(found) != 1 || found[0] != "manifest.json" || !strings.Contains(told, "note: the board is not public any more") {
		t.Fatalf("the board is still there: %v\n%s", found, told)
	}
	if told := run(exitDone, "group", "publish", "main"); strings.Contains(told, "board") {
		t.Error(told)
	}
}
