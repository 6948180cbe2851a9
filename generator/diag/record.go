package diag

import (
	"encoding/gob"
	"fmt"
	"sync"
)

// Record is a problem in a form that can be kept in a file and read by the same program later.
type Record struct {
	Pos      Pos
	Code     string
	Severity Severity
	Args     []any // strings, numbers, [Words]
	Inside   Words // see [Problem.Inside]
	Order    int
	Print    string // the fingerprint, where the arguments do not give it; what was found is not kept
}

// Record gives a problem's record. Arguments of other types are kept as the text that they show.
func (p Problem) Record() Record {
	r := Record{Pos: p.Pos, Code: p.Kind.Code, Severity: p.Severity, Args: make([]any, len(p.args)), Inside: p.inside, Order: p.order}
	if p.match != "" || p.print != "" {
		r.Print = p.Fingerprint()
	}
	for i, arg := range p.args {
		switch arg := arg.(type) {
		case string, int, int32, uint8, int64, Words:
			r.Args[i] = arg
		default:
			r.Args[i] = fmt.Sprint(arg)
		}
	}
	return r
}

// Problem gives the problem of a record; none where no kind has the code.
func (r Record) Problem() (Problem, bool) {
	kind := byCode()[r.Code]
	if kind == nil {
		return Problem{}, false
	}
	return Problem{Pos: r.Pos, Kind: kind, Severity: r.Severity, args: r.Args, inside: r.Inside, order: r.Order, print: r.Print}, true
}

var byCode = sync.OnceValue(func() map[string]*Kind {
	m := map[string]*Kind{}
	for _, k := range kinds {
		m[k.Code] = k
	}
	return m
})

func init() { gob.Register(Words{}) }
