package compiled

import (
	"bytes"
	"reflect"
	"sync"
)

// machine is what one execution of a program changes.
type machine struct {
	w     *bytes.Buffer
	stack []reflect.Value // the variables of the templates that are being executed
	base  int             // where those of the innermost one begin
	depth int             // how many templates are being executed
}

var machines = sync.Pool{New: func() any { return new(machine) }}

// rest forgets all values, so that no view is kept alive, and gives the machine back.
func (m *machine) rest() {
	clear(m.stack[:cap(m.stack)])
	*m = machine{stack: m.stack[:0]}
	machines.Put(m)
}

// signal is how a step ended.
type signal uint8

const (
	proceed   signal = iota
	nextItem         // {{continue}}
	leaveLoop        // {{break}}
	giveUp           // only html/template can go on from here
)

// step executes a node of a template.
type step func(m *machine, dot reflect.Value) signal

// condition finds out whether something is true in the sense of {{if}}. It is not ok where only html/template can go on.
type condition func(m *machine, dot reflect.Value) (truth, ok bool)

// value finds a value of a type. It is not ok where only html/template can go on.
type value struct {
	typ  reflect.Type // nil where a template was called without data
	find func(m *machine, dot reflect.Value) (v reflect.Value, ok bool)
}

// constant is a value that is the same in every execution.
func constant(of any) value {
	v := reflect.ValueOf(of)
	return value{v.Type(), func(*machine, reflect.Value) (reflect.Value, bool) { return v, true }}
}

// truth is what {{if}} makes of the value.
func (v value) truth() condition {
	find := v.find
	return func(m *machine, dot reflect.Value) (bool, bool) {
		found, ok := find(m, dot)
		return ok && isTrue(found), ok
	}
}

// boolean makes a value of a condition.
func boolean(c condition) value {
	return value{reflect.TypeFor[bool](), func(m *machine, dot reflect.Value) (reflect.Value, bool) {
		truth, ok := c(m, dot)
		if truth {
			return yes, ok
		}
		return no, ok
	}}
}

var yes, no = reflect.ValueOf(true), reflect.ValueOf(false)
