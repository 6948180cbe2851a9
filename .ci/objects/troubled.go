package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// troubled stands between publishers and a store whose buckets are folders here. It does to requests what networks and busy servers do, and after every
// change it looks whether what readers get is whole.
type troubled struct {
	store    http.Handler
	bucket   string // "/court/" and what follows, as it stands in addresses
	live     string // the folder in which that stands
	editions []string

	mu      sync.Mutex // one request at a time reaches the store: so what stands there is known
	random  *rand.Rand
	rate    float64
	counts  map[string]int
	needs   map[string][]string // what each page at the store refers to
	trouble int
}

// proxy serves until it is ended. /quiet ends the faults, /loud lets them begin again at another rate, /report tells what there was.
//
//	objects proxy LISTEN STORE PREFIX LIVE RATE SEED EDITION...
func proxy(args []string) error {
	store, err := url.Parse(args[1])
	if err != nil {
		return err
	}
	rate, err := strconv.ParseFloat(args[4], 64)
	if err != nil {
		return err
	}
	seed, err := strconv.ParseUint(args[5], 10, 64)
	if err != nil {
		return err
	}
	p := &troubled{
		// The host stays as the client signed it.
		store: &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
			r.Out.URL.Scheme, r.Out.URL.Host = store.Scheme, store.Host
			r.Out.Host = r.In.Host
		}},
		bucket: args[2], live: args[3], rate: rate, random: rand.New(rand.NewPCG(seed, 1)), editions: args[6:], counts: map[string]int{}, needs: map[string][]string{},
	}
	return http.ListenAndServe(args[0], p)
}

func (p *troubled) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch r.URL.Path {
	case "/report":
		fmt.Fprintln(w, p.counts)
		if p.trouble > 0 {
			fmt.Fprintln(w, p.trouble, "times not whole")
		}
		return
	case "/quiet", "/loud":
		p.rate = map[string]float64{"/quiet": 0, "/loud": 0.02 + 0.2*p.random.Float64()}[r.URL.Path]
		return
	}
	fault := ""
	if p.random.Float64() < p.rate {
		fault = []string{"drop", "lost answer", "half body", "500", "SlowDown", "truncated", "delay", "reset"}[p.random.IntN(8)]
		p.counts[fault]++
	}
	p.counts["requests"]++
	part := p.random.Float64()
	switch fault {
	case "drop":
		panic(http.ErrAbortHandler)
	case "lost answer":
		p.forward(httptest.NewRecorder(), r)
		panic(http.ErrAbortHandler)
	case "half body":
		io.CopyN(io.Discard, r.Body, int64(part*float64(r.ContentLength)))
		panic(http.ErrAbortHandler)
	case "500":
		refuse(w, http.StatusInternalServerError, "InternalError")
	case "SlowDown":
		refuse(w, http.StatusServiceUnavailable, "SlowDown")
	case "truncated":
		full := httptest.NewRecorder()
		p.forward(full, r)
		for key, values := range full.Header() {
			w.Header()[key] = values
		}
		w.Header().Set("Content-Length", fmt.Sprint(full.Body.Len()))
		w.WriteHeader(full.Code)
		w.Write(full.Body.Bytes()[:int(part*float64(full.Body.Len()))])
		panic(http.ErrAbortHandler)
	case "delay":
		time.Sleep(time.Duration(part * float64(300*time.Millisecond)))
		p.forward(w, r)
	case "reset":
		if hijacker, ok := w.(http.Hijacker); ok {
			if c, _, err := hijacker.Hijack(); err == nil {
				if t, ok := c.(interface{ SetLinger(int) error }); ok {
					t.SetLinger(0) // RST
				}
				c.Close()
			}
		}
	default:
		p.forward(w, r)
	}
}

func refuse(w http.ResponseWriter, status int, code string) {
	w.Header().Set("Content-Type", "application/xml")
	w.WriteHeader(status)
	xml.NewEncoder(w).Encode(struct {
		XMLName xml.Name `xml:"Error"`
		Code    string
		Message string
	}{Code: code, Message: "try again"})
}

func (p *troubled) forward(w http.ResponseWriter, r *http.Request) {
	p.store.ServeHTTP(w, r)
	name, ours := strings.CutPrefix(r.URL.Path, p.bucket)
	if !ours || strings.HasPrefix(name, ".courtsite/") {
		return
	}
	switch r.Method {
	case http.MethodPut:
		p.stored(name)
	case http.MethodDelete:
		p.deleted(name)
	}
}

var (
	attribute = regexp.MustCompile(`(?:href|src)="?([^" >]+)`)
	needed    = regexp.MustCompile(`\.(css|js|woff2|svg|png|jpe?g|webp|pdf|docx?|xlsx?|zip)$`)
)

// stored looks at an object that was just stored: whole, of one edition, with all that it needs.
func (p *troubled) stored(name string) {
	data, err := os.ReadFile(filepath.Join(p.live, name))
	if err != nil {
		delete(p.needs, name) // the publisher was gone before the store had it all
		return
	}
	known := false
	for _, edition := range p.editions {
		want, err := os.ReadFile(filepath.Join(edition, name))
		known = known || err == nil && bytes.Equal(want, data)
	}
	if !known {
		p.complain(name, "is of no edition")
	}
	p.needs[name] = needs(name, data)
	for _, needed := range p.needs[name] {
		p.counts["references"]++
		if _, err := os.Stat(filepath.Join(p.live, needed)); err != nil {
			p.complain(name, "needs "+needed)
		}
	}
}

// needs lists what a page refers to and can't do without.
func needs(name string, data []byte) (list []string) {
	if path.Ext(name) != ".html" {
		return nil
	}
	base := &url.URL{Path: "/" + name}
	for _, m := range attribute.FindAllSubmatch(data, -1) {
		if to, err := base.Parse(string(m[1])); err == nil && to.Host == "" && needed.MatchString(to.Path) {
			list = append(list, strings.TrimPrefix(to.Path, "/"))
		}
	}
	return list
}

// deleted looks whether a page needs what is gone. What a killed publisher sent may have been stored after its connection was, so the page is read again.
func (p *troubled) deleted(name string) {
	delete(p.needs, name)
	for page, known := range p.needs {
		if !slices.Contains(known, name) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(p.live, page))
		if err == nil && slices.Contains(needs(page, data), name) {
			p.complain(page, "needs "+name+", which was deleted")
		}
	}
}

func (p *troubled) complain(what string, why any) {
	p.trouble++
	fmt.Fprintln(os.Stderr, what, why)
}
