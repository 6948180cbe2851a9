package publish

import (
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"time"
)

// patient tries again what failed for the moment, after waiting longer each time. The waits are random in part, so that many transfers that were
// refused together don't come back together.
type patient struct {
	Target
	wait func(context.Context, time.Duration) error
}

const (
	attempts  = 6
	firstWait = 250 * time.Millisecond
)

func (p patient) try(ctx context.Context, f func() error) error {
	pause := firstWait
	for attempt := 1; ; attempt++ {
		err := f()
		var temporary *Temporary
		if err == nil || attempt == attempts || ctx.Err() != nil || !errors.As(err, &temporary) {
			return err
		}
		if wait := p.wait(ctx, pause/2+rand.N(pause)); wait != nil {
			return errors.Join(err, wait)
		}
		pause *= 2
	}
}

func (p patient) List(ctx context.Context, prefix string) (list []Listed, err error) {
	err = p.try(ctx, func() (err error) { list, err = p.Target.List(ctx, prefix); return err })
	return list, err
}

func (p patient) Get(ctx context.Context, name string) (data []byte, err error) {
	err = p.try(ctx, func() (err error) { data, err = p.Target.Get(ctx, name); return err })
	return data, err
}

func (p patient) Stat(ctx context.Context, name string) (m Mark, err error) {
	err = p.try(ctx, func() (err error) { m, err = p.Target.Stat(ctx, name); return err })
	return m, err
}

func (p patient) Put(ctx context.Context, o Object, body io.ReaderAt) (version string, err error) {
	err = p.try(ctx, func() (err error) { version, err = p.Target.Put(ctx, o, body); return err })
	return version, err
}

func (p patient) Delete(ctx context.Context, name string) error {
	return p.try(ctx, func() error { return p.Target.Delete(ctx, name) })
}

// wait sleeps, or ends with the context.
func wait(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
