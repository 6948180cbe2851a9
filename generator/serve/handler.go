package serve

import (
	"bytes"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"courtsite/generator/diag"
)

// own is where the preview's own files stand. No page's address begins like this.
const own = "/-/"

// newHandler answers every request: the preview's own below /-/, the site's elsewhere.
func newHandler(addr string, lang diag.Lang, b *board) http.Handler {
	mux := http.NewServeMux()
	mux.Handle(own+"reload.js", asset("reload.js"))
	mux.Handle(own+"overlay.css", asset("overlay.css"))
	mux.Handle(own+"problems", listing(lang, b))
	mux.Handle(own+"events", events(b))
	mux.HandleFunc(own, http.NotFound)
	pages := site(lang, b)
	// The mux would redirect an unclean path before the site could look for it; so it sees only its own.
	return guard(addr, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, own) {
			mux.ServeHTTP(w, r)
			return
		}
		pages.ServeHTTP(w, r)
	}))
}

// site serves the newest good build below its base path, or the list of problems while there is none.
func site(lang diag.Lang, b *board) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s := b.first(r.Context())
		switch {
		case s == nil: // the reader left, or the preview ends
			http.Error(w, "the preview has ended", http.StatusServiceUnavailable)
		case s.files == nil:
			writeProblems(w, lang, s)
		default:
			s.serve(w, r)
		}
	})
}

func (s *state) serve(w http.ResponseWriter, r *http.Request) {
	name, below := strings.CutPrefix(r.URL.Path, s.base)
	switch {
	case !below && (r.URL.Path == "/" || r.URL.Path+"/" == s.base):
		redirect(w, r, s.base)
	case !below:
		s.missing(w, r, "")
	case name == "" || strings.HasSuffix(name, "/"):
		s.file(w, r, name+"index.html")
	default:
		s.file(w, r, name)
	}
}

// file serves one file; a folder's name without its slash leads to the folder, as links relative to its page
// need.
func (s *state) file(w http.ResponseWriter, r *http.Request, name string) {
	data, ok := s.files.Get(name)
	if !ok {
		if _, folder := s.files.Get(name + "/index.html"); folder {
			redirect(w, r, s.base+name+"/")
			return
		}
		s.missing(w, r, name)
		return
	}
	kind := mediaType(name, data)
	w.Header().Set("Content-Type", kind)
	if isHTML(kind) {
		data = inject(data, s.revision)
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// missing answers with the nearest 404.html above the name: the one in the reader's language, if there is one.
func (s *state) missing(w http.ResponseWriter, r *http.Request, name string) {
	for folder := path.Dir(strings.Trim(name, "/")); ; folder = path.Dir(folder) {
		if data, ok := s.files.Get(path.Join(folder, "404.html")); ok {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.WriteHeader(http.StatusNotFound)
			w.Write(inject(data, s.revision)) // an error here means that the reader left
			return
		}
		if folder == "." {
			http.NotFound(w, r)
			return
		}
	}
}

// redirect is temporary: which address is a folder may change with the next build.
func redirect(w http.ResponseWriter, r *http.Request, path string) {
	to := url.URL{Path: path, RawQuery: r.URL.RawQuery}
	w.Header().Set("Location", to.String())
	w.WriteHeader(http.StatusFound)
}

// cleanBase gives a base path with a slash at both ends.
func cleanBase(base string) string {
	base = strings.Trim(base, "/")
	if base == "" {
		return "/"
	}
	return "/" + base + "/"
}
