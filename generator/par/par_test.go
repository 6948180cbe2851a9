package par

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
)

func TestMapKeepsOrder(t *testing.T) {
	in := make([]int, 1000)
	for i := range in {
		in[i] = i
	}
	for _, jobs := range []int{0, 1, 7, 2000} {
		out, err := Map(context.Background(), jobs, in, func(i int) (int, error) { return i * i, nil })
		if err != nil {
			t.Fatal(err)
		}
		for i, got := range out {
			if got != i*i {
				t.Fatalf("jobs=%d: out[%d] = %d", jobs, i, got)
			}
		}
	}
}

func TestEachStopsAtAnError(t *testing.T) {
	bad := errors.New("bad")
	var calls atomic.Int64
	err := Each(context.Background(), 1, 1000, func(i int) error {
		calls.Add(1)
		if i == 3 {
			return bad
		}
		return nil
	})
	if !errors.Is(err, bad) || calls.Load() != 4 {
		t.Errorf("error %v after %d calls", err, calls.Load())
	}
}

func TestEachIsBounded(t *testing.T) {
	var running, most atomic.Int64
	if err := Each(context.Background(), 3, 200, func(int) error {
		now := running.Add(1)
		for {
			seen := most.Load()
			if now <= seen || most.CompareAndSwap(seen, now) {
				break
			}
		}
		running.Add(-1)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if most.Load() > 3 {
		t.Errorf("%d calls at a time", most.Load())
	}
}

func TestEachEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Each(ctx, 2, 10, func(int) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestEachPassesPanicsOn(t *testing.T) {
	defer func() {
		p, ok := recover().(*Panic)
		if !ok || p.Value != "bad" || !strings.Contains(p.Stack, "TestEachPassesPanicsOn") {
			t.Errorf("got %v", p)
		}
	}()
	Each(context.Background(), 2, 3, func(i int) error {
		return Each(context.Background(), 2, 2, func(int) error {
			if i == 1 {
				panic("bad")
			}
			return nil
		})
	})
	t.Error("the panic was lost")
}
