package verify

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"courtsite/generator/output"
	"courtsite/generator/par"
)

// Site is a site that is served.
type Site struct {
	Base   *url.URL     // ends with a slash
	Client *http.Client // must not follow redirects: [Client]
	Jobs   int          // requests at a time; 0 for [DefaultJobs]
	Plain  bool         // the server is object storage: it can't tell browsers of security, and may answer with a page where another redirects
}

// DefaultJobs is how many requests run at a time: enough to be quick, few enough not to look like an attack.
const DefaultJobs = 8

// attempts is how often a request is made that the network lost.
const attempts = 3

// Client makes a client of a transport that looks at redirects and doesn't follow them.
func Client(transport http.RoundTripper) *http.Client {
	return &http.Client{Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

// Manifest reads the manifest that a site serves.
func (s *Site) Manifest(ctx context.Context) ([]byte, error) {
	got, err := s.get(ctx, output.ManifestName, "")
	switch {
	case err != nil:
		return nil, err
	case got.status != http.StatusOK:
		return nil, fmt.Errorf("read %s: status %d", s.Base.JoinPath(output.ManifestName), got.status)
	}
	return got.body, nil
}

// Compare asks for every address of a site. raw is the manifest as it must be served.
func (s *Site) Compare(ctx context.Context, m *output.Manifest, raw []byte) ([]Finding, error) {
	jobs := s.Jobs
	if jobs <= 0 {
		jobs = DefaultJobs
	}
	files := append(slices.Clone(m.Files), output.File{
		Path: output.ManifestName, SHA256: output.Sum(raw).String(), Size: int64(len(raw)), MediaType: "application/json",
	})
	files = slices.DeleteFunc(files, func(f output.File) bool {
		return f.Kind == output.Hosting || f.Kind == output.Compressed // not for readers
	})
	found, err := par.Map(ctx, jobs, files, func(f output.File) ([]Finding, error) { return s.look(ctx, f) })
	if err != nil {
		return nil, err
	}
	return sorted(slices.Concat(found...)), nil
}

// look compares one address.
func (s *Site) look(ctx context.Context, f output.File) ([]Finding, error) {
	if path.Base(f.Path) == "404.html" {
		return s.lost(ctx, f)
	}
	got, err := s.get(ctx, strings.TrimSuffix(f.Path, "index.html"), "identity")
	if err != nil {
		return nil, err
	}
	switch {
	case f.Redirect != "" && (got.status/100 == 3 || got.status == http.StatusOK && !s.Plain):
		return s.redirect(f, got), nil
	case got.status != http.StatusOK:
		return []Finding{{Path: f.Path, What: Status, Want: "200", Got: fmt.Sprint(got.status)}}, nil
	}
	found := append(s.content(f, got), s.headers(f, got)...)
	if len(found) > 0 || !f.Compressible() {
		return found, nil
	}
	// Browsers ask for this; a server may have another file for it.
	if got, err = s.get(ctx, strings.TrimSuffix(f.Path, "index.html"), "gzip"); err != nil {
		return nil, err
	}
	return s.content(f, got), nil
}

// lost asks for an address that can't exist beside a page for such: the answer has to be that page, under the status that says so.
func (s *Site) lost(ctx context.Context, f output.File) ([]Finding, error) {
	address := path.Dir(f.Path) + "/no-such-page-" + f.SHA256[:12] + "/"
	got, err := s.get(ctx, strings.TrimPrefix(address, "./"), "identity")
	if err != nil {
		return nil, err
	}
	if got.status != http.StatusNotFound {
		return []Finding{{Path: f.Path, What: NotFound, Want: "404", Got: fmt.Sprint(got.status)}}, nil
	}
	if got.digest != f.SHA256 {
		return []Finding{{Path: f.Path, What: NotFound, Want: f.SHA256, Got: got.digest}}, nil
	}
	return nil, nil
}

// redirect compares where an old address leads: for good, and to the new one.
func (s *Site) redirect(f output.File, got *answer) []Finding {
	to, err := s.Base.Parse(got.header.Get("Location"))
	want, wrong := s.Base.Parse(f.Redirect)
	permanent := got.status == http.StatusMovedPermanently || got.status == http.StatusPermanentRedirect
	if err != nil || wrong != nil || !permanent || to.Path != want.Path || to.Host != want.Host {
		return []Finding{{Path: f.Path, What: Redirect, Want: "301 " + f.Redirect, Got: fmt.Sprintf("%d %s", got.status, got.header.Get("Location"))}}
	}
	return nil
}

func (s *Site) content(f output.File, got *answer) []Finding {
	if got.digest != f.SHA256 {
		return []Finding{{Path: f.Path, What: Content, Want: f.SHA256, Got: got.digest}}
	}
	want, wantParams, _ := mime.ParseMediaType(f.MediaType)
	is, params, err := mime.ParseMediaType(got.header.Get("Content-Type"))
	if err != nil || is != want || !strings.EqualFold(params["charset"], wantParams["charset"]) && wantParams["charset"] != "" {
		return []Finding{{Path: f.Path, What: MediaType, Want: f.MediaType, Got: got.header.Get("Content-Type")}}
	}
	return nil
}

// answer is what a server said.
type answer struct {
	status int
	header http.Header
	digest string // of the body, as the browser would see it
	body   []byte // of the manifest, if that was asked for
}

// mostKept is the size in bytes of the largest manifest that is read from a server.
const mostKept = 256 << 20

// get asks for an address below the base, in an encoding. Without one, the body is kept.
func (s *Site) get(ctx context.Context, address, encoding string) (got *answer, err error) {
	u := *s.Base
	u.Path, u.RawPath = s.Base.Path+address, ""
	for range attempts {
		if got, err = s.once(ctx, u.String(), encoding); err == nil || ctx.Err() != nil {
			return got, err
		}
	}
	return nil, err
}

func (s *Site) once(ctx context.Context, address, encoding string) (*answer, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", "courtsite-verify")
	request.Header.Set("Accept-Encoding", cmp.Or(encoding, "identity"))
	response, err := s.Client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	got := &answer{status: response.StatusCode, header: response.Header}
	body := io.Reader(response.Body)
	if response.Header.Get("Content-Encoding") == "gzip" { // object storage may have nothing else
		if body, err = unpack(body); err != nil {
			return nil, err
		}
	}
	if encoding == "" {
		if got.body, err = io.ReadAll(io.LimitReader(body, mostKept)); err != nil {
			return nil, err
		}
		return got, nil
	}
	got.digest, err = digest(body)
	return got, err
}

// unpack reads a compressed body. What is damaged in it ends it: then it is no content that any file has, and that is a finding and not an
// error of the network.
func unpack(body io.Reader) (io.Reader, error) {
	packed, err := io.ReadAll(io.LimitReader(body, mostKept))
	if err != nil {
		return nil, err
	}
	reader, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return strings.NewReader("not in the format of gzip"), nil
	}
	text, _ := io.ReadAll(reader)
	return bytes.NewReader(text), nil
}
