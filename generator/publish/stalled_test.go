package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

// A server that stops in the middle of an answer, or of taking a body, is given up; to try again may help.
func TestStalled(t *testing.T) {
	over := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet {
			w.Header().Set("Content-Length", "1000")
			w.Header().Set("Last-Modified", "Tue, 02 Jun 2026 00:00:00 GMT")
			w.Write([]byte("the beginning"))
			w.(http.Flusher).Flush()
		}
		<-over
	}))
	defer server.Close()
	defer close(over)
	transport := http.DefaultTransport.(*http.Transport).Clone()
	target, err := OpenS3(Bucket{Endpoint: server.URL, Region: "r", Bucket: "court", PathStyle: true}, Credentials{ID: "AKIDPLANTED", Secret: "planted-secret"},
		vigilant{transport, 50 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	body := bytes.Repeat([]byte("x"), 16<<20) // more than the system takes for a server that does not read
	for action, err := range map[string]error{
		"get":  errorOf(target.Get(t.Context(), "index.html")),
		"list": errorOf(target.List(t.Context(), "")),
		"put":  errorOf(target.Put(t.Context(), ownObject("large", body), bytes.NewReader(body))),
	} {
		if !errors.Is(err, errStalled) || !errors.As(err, new(*Temporary)) {
			t.Errorf("%s: %v", action, err)
		}
	}
}

func errorOf[T any](_ T, err error) error { return err }

// Who reads slowly, because of a limit, is not taken for a server that stands still; and a run that is stopped is not either.
func TestNotStalled(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n, err := io.Copy(io.Discard, r.Body)
		fmt.Fprint(w, n, err)
	}))
	defer server.Close()
	client := &http.Client{Transport: vigilant{http.DefaultTransport.(*http.Transport).Clone(), 500 * time.Millisecond}}
	slow := readerFunc(func(p []byte) (int, error) {
		time.Sleep(200 * time.Millisecond)
		return copy(p, "abc"), nil
	})
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPut, server.URL, io.LimitReader(slow, 15))
	if err != nil {
		t.Fatal(err)
	}
	answer, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if text, err := io.ReadAll(answer.Body); err != nil || string(text) != "15 <nil>" {
		t.Errorf("%q, %v", text, err)
	}

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r, _ = http.NewRequestWithContext(ctx, http.MethodGet, server.URL, nil)
	if _, err := client.Do(r); !errors.Is(err, context.Canceled) || errors.Is(err, errStalled) {
		t.Errorf("%v", err)
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }
