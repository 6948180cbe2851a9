// Package publishtest has what tests of publishing need: a target in memory that can fail, and the contract that every target has to keep.
package publishtest

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"courtsite/generator/publish"
)

// Memory is a target that keeps objects in memory. Safe for concurrent use.
type Memory struct {
	Before func(action, name string) error // is asked before anything is done; an error is the answer
	After  func(action, name string)       // is told after something was stored or deleted, while nothing else can be

	mu      sync.Mutex
	objects map[string]Stored
	clock   time.Time
	serial  int
}

// Stored is an object as it was stored.
type Stored struct {
	publish.Object
	Data     []byte
	version  string
	modified time.Time
}

// NewMemory makes an empty target.
func NewMemory() *Memory {
	return &Memory{objects: map[string]Stored{}, clock: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
}

func (m *Memory) ask(ctx context.Context, action, name string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if m.Before != nil {
		return m.Before(action, name)
	}
	return nil
}

// List tells all objects.
func (m *Memory) List(ctx context.Context, prefix string) ([]publish.Listed, error) {
	if err := m.ask(ctx, "list", prefix); err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	var list []publish.Listed
	for name, o := range m.objects {
		if strings.HasPrefix(name, prefix) {
			list = append(list, publish.Listed{Name: name, Version: o.version, Modified: o.modified})
		}
	}
	return list, nil
}

// Get gives an object's data.
func (m *Memory) Get(ctx context.Context, name string) ([]byte, error) {
	if err := m.ask(ctx, "get", name); err != nil {
		return nil, err
	}
	o, err := m.find(name)
	return o.Data, err
}

// Stat gives an object's stamp.
func (m *Memory) Stat(ctx context.Context, name string) (publish.Mark, error) {
	if err := m.ask(ctx, "stat", name); err != nil {
		return publish.Mark{}, err
	}
	o, err := m.find(name)
	return publish.Mark{Stamp: o.Stamp}, err
}

func (m *Memory) find(name string) (Stored, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	o, ok := m.objects[name]
	if !ok {
		return o, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
	}
	return o, nil
}

// Put keeps an object.
func (m *Memory) Put(ctx context.Context, o publish.Object, body io.ReaderAt) (string, error) {
	data, err := io.ReadAll(io.NewSectionReader(body, 0, o.Size))
	if err != nil {
		return "", err
	}
	if err := m.ask(ctx, "put", o.Name); err != nil {
		return "", err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.serial++
	m.clock = m.clock.Add(time.Second)
	version := fmt.Sprint(m.serial)
	m.objects[o.Name] = Stored{o, data, version, m.clock}
	if m.After != nil {
		m.After("put", o.Name)
	}
	return version, nil
}

// Delete forgets an object.
func (m *Memory) Delete(ctx context.Context, name string) error {
	if err := m.ask(ctx, "delete", name); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.objects, name)
	if m.After != nil {
		m.After("delete", name)
	}
	return nil
}

// Sleep lets the target's clock go on.
func (m *Memory) Sleep(d time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.clock = m.clock.Add(d)
}

// Objects gives what is stored, by name. What belongs to publishing itself is left out. It must not be called from After.
func (m *Memory) Objects() map[string]Stored {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.Peek()
}

// Peek is Objects for After.
func (m *Memory) Peek() map[string]Stored {
	all := maps.Clone(m.objects)
	maps.DeleteFunc(all, func(name string, _ Stored) bool { return strings.HasPrefix(name, ".courtsite/") })
	return all
}

// Names lists what is stored.
func (m *Memory) Names() []string { return slices.Sorted(maps.Keys(m.Objects())) }
