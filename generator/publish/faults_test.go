package publish_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"courtsite/generator/output"
	"courtsite/generator/publish"
	"courtsite/generator/publish/publishtest"
)

var errKilled = errors.New("killed")

// kill publishes with a target that stops to answer after some requests: to the target, a publisher that was killed looks so.
func kill(t *testing.T, m *publishtest.Memory, in publish.Input, after int) {
	t.Helper()
	var mu sync.Mutex
	m.Before = func(string, string) error {
		mu.Lock()
		defer mu.Unlock()
		if after--; after < 0 {
			return errKilled
		}
		return nil
	}
	_, err := publish.Run(t.Context(), in)
	m.Before = nil
	if err != nil && !errors.Is(err, errKilled) {
		t.Fatal(err)
	}
}

// watch checks after every change that each page is that of one edition, and that no page names an asset that is not there.
func watch(t *testing.T, m *publishtest.Memory, editions ...site) {
	m.After = func(action, name string) {
		if err := whole(texts(m.Peek()), editions); err != nil {
			t.Errorf("after %s %s: %v", action, name, err)
		}
	}
}

func texts(objects map[string]publishtest.Stored) map[string]string {
	all := map[string]string{}
	for name, o := range objects {
		all[name] = string(o.Data)
	}
	return all
}

func whole(there map[string]string, editions []site) error {
	for name, text := range there {
		known := name == output.ManifestName
		for _, s := range editions {
			known = known || s[name] == text
		}
		if !known {
			return fmt.Errorf("%s is of no edition: %q", name, text)
		}
		for _, m := range linked.FindAllStringSubmatch(text, -1) {
			if _, found := there[m[1]]; !found {
				return fmt.Errorf("%s needs %s", name, m[1])
			}
		}
	}
	for name := range editions[0] {
		shared := true
		for _, s := range editions[1:] {
			_, found := s[name]
			shared = shared && found
		}
		if _, found := there[name]; shared && !found {
			return fmt.Errorf("%s is gone", name)
		}
	}
	return nil
}

// Killed at every request there is, and repeated, a run ends as an undisturbed one does, and the site is whole at every moment.
func TestKilledAnywhere(t *testing.T) {
	old, now := small(1), small(2)
	for after := 0; after < 60; after++ {
		m := publishtest.NewMemory()
		mustRun(t, input(t, old, m))
		watch(t, m, old, now)
		kill(t, m, input(t, now, m), after)
		mustRun(t, input(t, now, m))
		m.After = nil
		same(t, m, now)
		if plan := mustRun(t, input(t, now, m)); !plan.Idle() {
			t.Errorf("killed after %d requests: afterwards there is still to do: %v", after, told(plan))
		}
	}
}

// A run that goes on does not send again what a killed one sent.
func TestResume(t *testing.T) {
	m := publishtest.NewMemory()
	in := input(t, small(1), m)
	in.Jobs = 1
	kill(t, m, in, 12)
	before := len(m.Names())
	plan := mustRun(t, in)
	if before < 3 || plan.Unchanged != before {
		t.Errorf("%d objects were there, %d were left alone", before, plan.Unchanged)
	}
	same(t, m, small(1))
}

// Killed, changed, killed, changed back: what half-finished runs left is known to be ours, and goes.
func TestKilledOften(t *testing.T) {
	for seed := range uint64(100) {
		random := rand.New(rand.NewPCG(seed, 7))
		editions := []site{small(1), small(2), small(3)}
		m := publishtest.NewMemory()
		for range 6 {
			in := input(t, editions[random.IntN(3)], m)
			in.Serving.PageAge = 60 * (1 + random.IntN(2))
			kill(t, m, in, random.IntN(50))
		}
		last := editions[random.IntN(3)]
		mustRun(t, input(t, last, m))
		same(t, m, last)
		for name, o := range m.Objects() {
			if kindOf(name) == output.Page && o.CacheControl != publish.Age(300) {
				t.Errorf("seed %d: %s has %s", seed, name, o.CacheControl)
			}
		}
	}
}

// Ctrl-C leaves no claim behind, so that nobody has to wait.
func TestStopped(t *testing.T) {
	m := publishtest.NewMemory()
	ctx, stop := context.WithCancel(t.Context())
	m.Before = func(action, name string) error {
		if name == "feed.xml" && action == "put" {
			stop()
		}
		return nil
	}
	if _, err := publish.Run(ctx, input(t, small(1), m)); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	in := input(t, small(1), m)
	in.Publisher = "two"
	m.Before = nil
	mustRun(t, in)
	same(t, m, small(1))
}

// What fails for the moment is tried again; what can't succeed is not.
func TestPatience(t *testing.T) {
	m := publishtest.NewMemory()
	var mu sync.Mutex
	failed := map[string]int{}
	m.Before = func(action, name string) error {
		mu.Lock()
		defer mu.Unlock()
		if failed[action+name]++; failed[action+name] <= 5 {
			return &publish.Temporary{Err: errors.New("slow down")}
		}
		return nil
	}
	mustRun(t, input(t, small(1), m))
	same(t, m, small(1))

	tries := 0
	m.Before = func(string, string) error { tries++; return errors.New("no") }
	if _, err := publish.Run(t.Context(), input(t, small(2), m)); err == nil || tries != 1 {
		t.Errorf("%d tries, %v", tries, err)
	}
	tries = 0
	m.Before = func(string, string) error { tries++; return &publish.Temporary{Err: errors.New("slow down")} }
	if _, err := publish.Run(t.Context(), input(t, small(2), m)); err == nil || tries != 6 {
		t.Errorf("%d tries, %v", tries, err)
	}
}
