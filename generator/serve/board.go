package serve

import (
	"context"
	"crypto/rand"
	"strconv"
	"sync"

	"courtsite/generator/diag"
)

// state is what the preview shows at a moment. Immutable.
type state struct {
	files    Files          // the newest good build; nil until there is one
	base     string         // its base path, with slashes at both ends
	revision string         // of what pages show: those of another revision are out of date
	problems []diag.Problem // of the newest build, good or not
	failure  error          // the machine failed during the newest build
}

// board is where the builder posts the current state and requests read it. Safe for concurrent use.
type board struct {
	mu      sync.Mutex
	current *state        // nil until the first build ended
	changed chan struct{} // closed when current is replaced

	run   string // tells this run's revisions from those of a preview before it on the same port
	count int
}

func newBoard() *board {
	return &board{changed: make(chan struct{}), run: rand.Text()[:8]}
}

// now gives the current state, nil before the first, and a channel that closes when it is replaced.
func (b *board) now() (*state, <-chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.current, b.changed
}

// first gives the current state, and waits for it while the first build is under way. It gives nil if ctx ends
// before.
func (b *board) first(ctx context.Context) *state {
	for {
		s, changed := b.now()
		if s != nil {
			return s
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return nil
		}
	}
}

// post makes the outcome of a build the current state; the last good files stay if it has none.
func (b *board) post(built Built, failure error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	next := &state{problems: built.Problems, failure: failure}
	if last := b.current; failure == nil && built.Files != nil || last == nil || last.files == nil {
		b.count++
		next.files, next.base = built.Files, cleanBase(built.Base)
		next.revision = b.run + "-" + strconv.Itoa(b.count)
	} else {
		next.files, next.base, next.revision = last.files, last.base, last.revision
	}
	b.current = next
	close(b.changed)
	b.changed = make(chan struct{})
}
