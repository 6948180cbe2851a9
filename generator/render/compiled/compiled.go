// Package compiled executes the templates of html/template faster, and to the same bytes.
//
// html/template stays the language of themes and the one that decides how a value is escaped: once it has escaped a
// template, the template's tree is documented to be HTML-safe, and names the escapers of every action. Into this package go
// a set of templates and the type of the data; out comes a [Program], that tree as Go closures in which fields are resolved,
// types are known and the common escapers are written out.
//
// What is guaranteed: a program does what html/template would do, errors included. What this package does not know is left to
// html/template, at three levels:
//
//   - An escaper that is not written out here, or a value of a type that it treats differently, is run by html/template for that
//     value.
//   - A value that is an error (a missing key, a nil pointer on the way to a field, an index out of range) ends the program; what it wrote is
//     taken back, and html/template executes the template from its beginning and tells the error as it always does.
//   - A template is not compiled if a type in it is known only while it runs (an interface, a variable of changing type), if it calls functions
//     that are neither text/template's nor among those that were given, or if it calls another one inside a tag, a title or a script: for
//     such a place html/template makes a copy that it keeps to itself.
//
// The functions that templates call (eq, len, printf ...) are those of text/template: a set that redefines one must not be compiled.
package compiled

import (
	"bytes"
	"errors"
	"html/template"
	"io"
	"reflect"
	"sync"
)

// Set is a set of templates that are compiled when they are first executed. Safe for concurrent use.
type Set struct {
	templates *template.Template
	own       []template.FuncMap
	programs  sync.Map // of signature to *Program, nil for what is not compiled
}

// signature is what a template is compiled for: the same template may be given values of several types.
type signature struct {
	name string
	data reflect.Type
}

// New makes a set of the templates of html/template. Own are functions that the templates were parsed with; they must be pure, and are compiled where
// they make a string or template.HTML of strings.
func New(templates *template.Template, own ...template.FuncMap) *Set {
	return &Set{templates: templates, own: own}
}

// Execute does what ExecuteTemplate of html/template does.
func (s *Set) Execute(w *bytes.Buffer, name string, data any) error {
	key := signature{name, reflect.TypeOf(data)}
	known, ok := s.programs.Load(key)
	if !ok {
		program, err := Compile(s.templates, name, key.data, s.own...)
		if err != nil {
			program = nil
		}
		known, _ = s.programs.LoadOrStore(key, program)
	}
	if program := known.(*Program); program != nil {
		return program.Execute(w, data)
	}
	return s.templates.ExecuteTemplate(w, name, data)
}

// Program is a compiled template. Immutable, and safe for concurrent use.
type Program struct {
	templates *template.Template
	signature signature
	main      *routine
}

// Compile compiles a template for data of a type. An error says what in the template is not known to this package;
// html/template can execute it all the same. For own functions see [New].
func Compile(templates *template.Template, name string, data reflect.Type, own ...template.FuncMap) (*Program, error) {
	// Its first execution has html/template escape a template. That it fails without data is expected.
	err := templates.ExecuteTemplate(io.Discard, name, nil)
	if refused, ok := errors.AsType[*template.Error](err); ok {
		return nil, refused
	}
	c := &compiler{
		templates: templates,
		own:       ownFunctions(own),
		routines:  map[signature]*routine{},
		escapers:  map[string]*escaper{},
	}
	main, err := c.routine(name, data)
	if err != nil {
		return nil, err
	}
	return &Program{templates, signature{name, data}, main}, nil
}

// Execute does what ExecuteTemplate of html/template does.
func (p *Program) Execute(w *bytes.Buffer, data any) error {
	start := w.Len()
	if p.run(w, data) {
		return nil
	}
	w.Truncate(start)
	return p.templates.ExecuteTemplate(w, p.signature.name, data)
}

// run tells whether the program came to its end.
func (p *Program) run(w *bytes.Buffer, data any) bool {
	dot := reflect.ValueOf(data)
	if !dot.IsValid() || dot.Type() != p.signature.data {
		return false
	}
	m := machines.Get().(*machine)
	defer m.rest()
	m.w = w
	return p.main.run(m, dot) == proceed
}
