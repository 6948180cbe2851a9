package publish_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
	"github.com/minio/minio-go/v7"

	"courtsite/generator/output"
	"courtsite/generator/publish"
)

// troubled stands between a publisher and an object store, and does to requests what networks and busy servers do.
type troubled struct {
	store http.Handler
	after func(*http.Request) // is told of every change that reached the store

	mu     sync.Mutex
	random *rand.Rand
	rate   float64 // of requests that meet a fault
}

func (p *troubled) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	fault := -1
	if p.random.Float64() < p.rate {
		fault = p.random.IntN(8)
	}
	cut := p.random.Float64()
	p.mu.Unlock()
	switch fault {
	case 0: // dropped before the store saw it
		reset(w)
	case 1: // the store did it, and the answer was lost
		p.forward(httptest.NewRecorder(), r)
		reset(w)
	case 2: // half of the body arrived
		io.CopyN(io.Discard, r.Body, int64(cut*float64(r.ContentLength)))
		reset(w)
	case 3:
		answer(w, http.StatusInternalServerError, "InternalError")
	case 4:
		answer(w, http.StatusServiceUnavailable, "SlowDown")
	case 5: // the answer was cut short
		p.cut(w, r, cut)
	case 6:
		time.Sleep(time.Duration(cut * float64(2*time.Millisecond)))
		p.forward(w, r)
	case 7: // the connection was used up
		w.Header().Set("Connection", "close")
		p.forward(w, r)
	default:
		p.forward(w, r)
	}
}

func (p *troubled) forward(w http.ResponseWriter, r *http.Request) {
	p.store.ServeHTTP(w, r)
	if p.after != nil && (r.Method == http.MethodPut || r.Method == http.MethodDelete) {
		p.after(r)
	}
}

func (p *troubled) cut(w http.ResponseWriter, r *http.Request, part float64) {
	full := httptest.NewRecorder()
	p.forward(full, r)
	for key, values := range full.Header() {
		w.Header()[key] = values
	}
	w.Header().Set("Content-Length", fmt.Sprint(full.Body.Len()))
	w.WriteHeader(full.Code)
	w.Write(full.Body.Bytes()[:int(part*float64(full.Body.Len()))])
	panic(http.ErrAbortHandler)
}

func reset(http.ResponseWriter) { panic(http.ErrAbortHandler) }

func answer(w http.ResponseWriter, status int, code string) {
	w.Header().Set("Content-Type", "application/xml")
	w.WriteHeader(status)
	fmt.Fprintf(w, `<?xml version="1.0"?><Error><Code>%s</Code><Message>try again</Message></Error>`, code)
}

// stored reads all objects of a bucket but publishing's own.
func stored(backend *s3mem.Backend) (map[string]string, error) {
	list, err := backend.ListBucket("court", nil, gofakes3.ListBucketPage{})
	if err != nil {
		return nil, err
	}
	all := map[string]string{}
	for _, o := range list.Contents {
		object, err := backend.GetObject("court", o.Key, nil)
		if err != nil {
			continue // deleted since
		}
		data, err := io.ReadAll(object.Contents)
		if err != nil {
			return nil, err
		}
		if o.Key[0] != '.' {
			all[o.Key] = string(data)
		}
	}
	return all, nil
}

func TestMain(m *testing.M) {
	minio.DefaultRetryUnit = 10 * time.Microsecond // the library waits after its only attempt, too
	os.Exit(m.Run())
}

// The acceptance test of faults: 200 runs with faults at random points end, after the command is repeated, equal to an undisturbed one; the site is
// whole at every moment. Seeds tell the runs apart.
func TestFaults(t *testing.T) {
	const shards, runs = 5, 40
	for shard := range shards {
		t.Run(fmt.Sprint(shard), func(t *testing.T) {
			t.Parallel()
			withFaults(t, uint64(shard*runs), uint64((shard+1)*runs))
		})
	}
}

func withFaults(t *testing.T, from, to uint64) {
	backend := s3mem.New()
	if err := backend.CreateBucket("court"); err != nil {
		t.Fatal(err)
	}
	proxy := &troubled{store: gofakes3.New(backend).Server(), random: rand.New(rand.NewPCG(0, 0))}
	server := httptest.NewServer(proxy)
	defer server.Close()
	target := openS3(t, server.URL, "")
	editions := []site{small(1), small(2)}
	mustRun(t, input(t, editions[0], target))
	var looking sync.Mutex
	proxy.after = func(r *http.Request) {
		looking.Lock()
		defer looking.Unlock()
		there, err := stored(backend)
		if err == nil {
			err = whole(there, editions)
		}
		if err != nil {
			t.Errorf("runs from %d: after %s %s: %v", from, r.Method, r.URL.Path, err)
		}
	}
	broken := 0
	for seed := from; seed < to; seed++ {
		proxy.random, proxy.rate = rand.New(rand.NewPCG(seed, 1)), 0.8
		in := input(t, editions[(seed+1)%2], target)
		for _, err := publish.Run(t.Context(), in); err != nil; _, err = publish.Run(t.Context(), in) {
			broken++
			proxy.mu.Lock()
			proxy.rate *= 0.8
			proxy.mu.Unlock()
			if broken > 30*int(to-from) {
				t.Fatalf("seed %d: %v", seed, err)
			}
		}
		equal(t, backend, editions[(seed+1)%2])
	}
	if broken < int(to-from)/2 {
		t.Errorf("only %d runs broke off: the faults were too few", broken)
	}
}

func equal(t *testing.T, backend *s3mem.Backend, s site) {
	t.Helper()
	got, err := stored(backend)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range s {
		if got[name] != text {
			t.Errorf("%s is %q", name, got[name])
		}
	}
	if len(got) != len(s)+1 || got[output.ManifestName] != string(s.tree(t)[output.ManifestName].Data) {
		t.Errorf("%d objects, want %d and the manifest", len(got), len(s))
	}
}
