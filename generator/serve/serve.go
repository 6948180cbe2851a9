// Package serve is the live preview: it watches a site's folder, has it built again after each change,
// and serves the newest good result to a browser, which reloads by itself.
//
// In goes a function that builds the site; out comes a web server on the loopback address. A build with
// errors never replaces what is served: its problems are shown over the last good page. Builds don't
// overlap; a change during a build cancels it and starts the next.
//
// The preview may hold drafts and pages under embargo. So it answers no other machine unless told
// to, checks the Host header (a foreign name that resolves to this machine is refused), answers
// only GET and HEAD, and forbids other origins to embed what it serves.
package serve

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"courtsite/generator/diag"
)

// DefaultAddr is where the preview listens unless told otherwise: this machine alone can reach it.
const DefaultAddr = "127.0.0.1:1313"

// Files is a built site: each file by its slash-separated path below the site's root ("ug/index.html").
// Its methods must be safe for concurrent use.
type Files interface {
	Get(path string) ([]byte, bool)
}

// Built is the outcome of one build.
type Built struct {
	Files    Files  // nil when the problems kept the site from being built
	Base     string // the base address's path, "/" or "/court/"
	Problems []diag.Problem
}

// Config says what to preview and where.
type Config struct {
	Addr string // host:port to listen on; "" is [DefaultAddr], port 0 any free port
	Root string // the site's folder: site.toml, content, themes and i18n in it are watched

	// Build makes the site; origin is the server's own ("http://127.0.0.1:1313"), for links that must
	// be absolute; touched is what may have changed since it last returned without an error. An error
	// says that the machine failed; what is wrong with the site is in Built.Problems. It is never
	// called twice at a time and must return soon after ctx is done.
	Build func(ctx context.Context, origin string, touched Touched) (Built, error)

	Lang   diag.Lang        // of what the preview itself says; "" is English
	Ready  func(url string) // called once, after the first build; may be nil
	Logger *slog.Logger     // for trouble that does not end the preview; nil discards it
}

// Run serves until ctx is done, then ends the open connections and returns nil. It returns an error if it cannot
// listen or watch, or if the machine fails during the first build.
func Run(ctx context.Context, c Config) error {
	c = c.withDefaults()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", c.Addr)
	if err != nil {
		return err // says itself that it is about listening, and where
	}
	defer listener.Close()
	changes, err := watch(ctx, c.Root, c.Logger)
	if err != nil {
		return fmt.Errorf("watch %s: %w", c.Root, err)
	}

	origin := originOf(listener.Addr(), c.Addr)
	b := newBoard()
	failed := make(chan error, 2)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if err := rebuild(ctx, c, origin, b, changes); err != nil {
			failed <- err
		}
	}()
	server := newServer(ctx, c, b)
	go func() { failed <- server.Serve(listener) }()

	select {
	case <-ctx.Done():
		err = nil
	case err = <-failed:
	}
	cancel()
	<-ended // the builder must not outlive Run: it may still be reading the site
	shutdown(server)
	return err
}

func (c Config) withDefaults() Config {
	if c.Addr == "" {
		c.Addr = DefaultAddr
	}
	if c.Lang == "" {
		c.Lang = diag.EN
	}
	if c.Ready == nil {
		c.Ready = func(string) {}
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	return c
}

// newServer has no write timeout: the stream of events stays open as long as the page does. Its
// requests end with ctx, so that a stream does not hold up the shutdown.
func newServer(ctx context.Context, c Config, b *board) *http.Server {
	return &http.Server{
		Handler:           newHandler(c.Addr, c.Lang, b),
		BaseContext:       func(net.Listener) context.Context { return ctx },
		ReadHeaderTimeout: 10 * time.Second,
		ErrorLog:          slog.NewLogLogger(c.Logger.Handler(), slog.LevelWarn),
	}
}

// shutdown gives requests under way a moment to end, then closes what is left.
func shutdown(server *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if err := server.Shutdown(ctx); errors.Is(err, context.DeadlineExceeded) {
		server.Close()
	}
}

// originOf gives the origin under which a browser on this machine reaches the listener: by the
// name that was asked for, or by localhost when it listens on every address.
func originOf(actual net.Addr, asked string) string {
	host, _, err := net.SplitHostPort(asked)
	if err != nil || host == "" || net.ParseIP(host).IsUnspecified() {
		host = "localhost"
	}
	_, port, err := net.SplitHostPort(actual.String())
	if err != nil {
		return "http://" + host
	}
	return "http://" + net.JoinHostPort(host, port)
}
