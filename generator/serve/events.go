package serve

import (
	"fmt"
	"net/http"
	"time"
)

// heartbeat keeps proxies and browsers from closing a stream in which nothing happens.
const heartbeat = 25 * time.Second

// events streams server-sent events: the current revision at once, then one event after each build. A page
// whose own revision differs reloads; any event tells it to ask for the problems again. As
// the first event carries the current state, a reader who connects late or again has missed nothing.
func events(b *board) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
		stream := http.NewResponseController(w)
		if r.Method == http.MethodHead {
			return
		}
		beat := time.NewTicker(heartbeat)
		defer beat.Stop()
		for {
			s, changed := b.now()
			if send(w, s) != nil || stream.Flush() != nil {
				return
			}
			for waiting := true; waiting; {
				select {
				case <-changed:
					waiting = false
				case <-beat.C:
					if send(w, nil) != nil || stream.Flush() != nil {
						return
					}
				case <-r.Context().Done():
					return
				}
			}
		}
	})
}

// send writes the state as one event; nil is a comment, which browsers skip.
func send(w http.ResponseWriter, s *state) error {
	if s == nil {
		_, err := fmt.Fprint(w, ":\n\n")
		return err
	}
	_, err := fmt.Fprintf(w, "event: built\ndata: %s\n\n", s.revision)
	return err
}
