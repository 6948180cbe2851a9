// Package par runs work over a bounded number of goroutines. Results come in the order of the input, whatever
// the number of goroutines is, so that what is built does not depend on it.
package par

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Jobs gives the number of goroutines for a wish: n itself, or one per processor where n is not positive.
func Jobs(n int) int {
	if n > 0 {
		return n
	}
	return runtime.GOMAXPROCS(0)
}

// Each calls f for every index from 0 to n-1, at most jobs calls at a time, in rising order of their start. The first error
// ends the work and is returned; which one is first does not depend on timing only if there is one.
func Each(ctx context.Context, jobs, n int, f func(i int) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(Jobs(jobs), n) {
		wg.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if err := f(i); err != nil {
					cancel(err)
				}
			}
		})
	}
	wg.Wait()
	return context.Cause(ctx)
}

// Map is f over all of in, at most jobs calls at a time; out[i] belongs to in[i].
func Map[In, Out any](ctx context.Context, jobs int, in []In, f func(In) (Out, error)) ([]Out, error) {
	out := make([]Out, len(in))
	err := Each(ctx, jobs, len(in), func(i int) (err error) {
		out[i], err = f(in[i])
		return err
	})
	return out, err
}

// Beside calls f, and beside it background, whose context ends when f returns. An error of background ends f's context and is returned.
func Beside(ctx context.Context, background, f func(context.Context) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	beside, end := context.WithCancel(ctx)
	var wg sync.WaitGroup
	wg.Go(func() {
		if err := background(beside); err != nil && beside.Err() == nil {
			cancel(err)
		}
	})
	err := f(ctx)
	end()
	wg.Wait()
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	return err
}
