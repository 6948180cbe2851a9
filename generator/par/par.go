// Package par runs work over a bounded number of goroutines. Results come in the order of the input, whatever
// the number of goroutines is, so that what is built does not depend on it.
package par

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
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
// ends the work and is returned; which one is first does not depend on timing only if there is one. A panic of f ends the work too, and goes on in
// the caller, who may have other work that it does not concern.
func Each(ctx context.Context, jobs, n int, f func(i int) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next atomic.Int64
	var wg sync.WaitGroup
	var panicked atomic.Pointer[Panic]
	for range min(Jobs(jobs), n) {
		wg.Go(func() {
			defer func() {
				if v := recover(); v != nil {
					panicked.CompareAndSwap(nil, Recovered(v))
					cancel(nil)
				}
			}()
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
	if p := panicked.Load(); p != nil {
		panic(p)
	}
	return context.Cause(ctx)
}

// Panic is a panic that was recovered, with what its goroutine was doing.
type Panic struct {
	Value any
	Stack string
}

func (p *Panic) Error() string { return fmt.Sprintf("%v\n\n%s", p.Value, p.Stack) }

// Recovered keeps where a panic began; it is called where recover gave v.
func Recovered(v any) *Panic {
	if p, ok := v.(*Panic); ok {
		return p
	}
	return &Panic{v, string(debug.Stack())}
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
