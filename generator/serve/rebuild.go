package serve

import (
	"context"
	"fmt"
)

// outcome is what one call of Config.Build returned.
type outcome struct {
	built Built
	err   error
}

// rebuild builds once, and again after each change, until ctx is done. It posts every outcome that no newer change has
// overtaken. It returns an error only if the machine failed during the first build; later the
// preview goes on, and shows the failure.
func rebuild(ctx context.Context, c Config, origin string, b *board, changes <-chan Touched) error {
	touched := Touched{All: true}
	for first := true; ; first = false {
		out, ok := newest(ctx, c, origin, &touched, changes)
		if !ok {
			return nil
		}
		if out.err != nil {
			if first {
				return fmt.Errorf("build the site: %w", out.err)
			}
			c.Logger.Error("the build failed", "error", out.err)
		}
		b.post(out.built, out.err)
		if first {
			s, _ := b.now()
			c.Ready(origin + s.base)
		}
		select {
		case more := <-changes:
			touched = touched.and(more)
		case <-ctx.Done():
			return nil
		}
	}
}

// newest builds, and starts again as often as a change comes during the build; it gives the outcome of the one
// that ended undisturbed, or false if ctx is done. What was touched is nothing any more once a build has seen it.
func newest(ctx context.Context, c Config, origin string, touched *Touched, changes <-chan Touched) (outcome, bool) {
	for {
		buildCtx, cancel := context.WithCancel(ctx)
		done := make(chan outcome, 1)
		go func() {
			built, err := c.Build(buildCtx, origin, *touched)
			done <- outcome{built, err}
		}()
		select {
		case out := <-done:
			cancel()
			if out.err == nil {
				*touched = Touched{}
			}
			return out, ctx.Err() == nil
		case more := <-changes:
			cancel()
			<-done // if it ended well, what it saw is looked at once more
			*touched = touched.and(more)
		case <-ctx.Done():
			cancel()
			<-done
			return outcome{}, false
		}
	}
}
