package publish

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"
)

// errStalled says that a server keeps a connection open and neither takes nor sends anything. A waiting run would never end.
var errStalled = errors.New("the server stopped in the middle of a transfer")

// vigilant gives up requests whose bodies stand still in either direction. How long a server may think in between is the
// transport's own business, and a body that its reader slows down is nobody's fault.
type vigilant struct {
	http.RoundTripper
	patience time.Duration
}

// Vigilant gives up requests in which nothing moves for so long, so that a run which waits for a server ends.
func Vigilant(t http.RoundTripper, patience time.Duration) http.RoundTripper {
	return vigilant{t, patience}
}

func (v vigilant) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithCancelCause(r.Context())
	w := &watch{patience: v.patience, timer: time.AfterFunc(v.patience, func() { cancel(errStalled) })}
	w.timer.Stop()
	r = r.Clone(ctx)
	if r.Body != nil && r.Body != http.NoBody {
		r.Body = &sent{r.Body, w}
	}
	answer, err := v.RoundTripper.RoundTrip(r)
	w.timer.Stop()
	if err != nil {
		cause := context.Cause(ctx)
		cancel(nil)
		if errors.Is(cause, errStalled) {
			return nil, cause
		}
		return nil, err
	}
	answer.Body = &received{answer.Body, w, ctx, cancel}
	return answer, nil
}

// watch runs while a server is expected to move.
type watch struct {
	patience time.Duration
	timer    *time.Timer
}

// sent is a request's body: between two readings the server has to take what was read, and after the last it has to take the rest and answer.
type sent struct {
	io.ReadCloser
	*watch
}

func (s *sent) Read(p []byte) (int, error) {
	s.timer.Stop()
	n, err := s.ReadCloser.Read(p)
	s.timer.Reset(s.patience)
	return n, err
}

func (s *sent) Close() error {
	s.timer.Reset(2 * s.patience)
	return s.ReadCloser.Close()
}

// received is an answer's body: each reading has to bring something.
type received struct {
	io.ReadCloser
	*watch
	ctx    context.Context
	cancel context.CancelCauseFunc
}

func (r *received) Read(p []byte) (int, error) {
	r.timer.Reset(r.patience)
	n, err := r.ReadCloser.Read(p)
	r.timer.Stop()
	if err != nil && err != io.EOF && errors.Is(context.Cause(r.ctx), errStalled) {
		err = errStalled
	}
	return n, err
}

func (r *received) Close() error {
	r.timer.Stop()
	defer r.cancel(nil)
	return r.ReadCloser.Close()
}
