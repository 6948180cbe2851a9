package compiled

import (
	"fmt"
	"html/template"
	"reflect"
	"text/template/parse"
)

// maxDepth is how deep templates may call each other here. A template without end would exhaust the stack;
// html/template has a limit of its own, and an error for it.
const maxDepth = 500

// compiler compiles one program.
type compiler struct {
	templates *template.Template
	own       map[string]function
	routines  map[signature]*routine
	escapers  map[string]*escaper
}

// routine is a template compiled for data of one type.
type routine struct {
	body      step
	variables int // how many the template declares
}

// routine compiles a template. One that is being compiled is returned as it is: templates may call themselves.
func (c *compiler) routine(name string, data reflect.Type) (*routine, error) {
	key := signature{name, data}
	if r := c.routines[key]; r != nil {
		return r, nil
	}
	t := c.templates.Lookup(name)
	if t == nil || t.Tree == nil || t.Tree.Root == nil {
		return nil, fmt.Errorf("compile template %q: not in the set, or a copy that html/template keeps to itself", name)
	}
	r := &routine{}
	c.routines[key] = r
	s := &scope{compiler: c, tree: t.Tree}
	s.declare("$", data)
	body, err := s.list(t.Tree.Root, data)
	if err != nil {
		return nil, err
	}
	r.body, r.variables = body, s.variables
	return r, nil
}

// run executes the template. A template sees no variables but its own, of which $ is the first.
func (r *routine) run(m *machine, dot reflect.Value) signal {
	if m.depth == maxDepth {
		return giveUp
	}
	m.depth++
	base, height := m.base, len(m.stack)
	m.base = height
	m.stack = append(m.stack, dot)
	for range r.variables - 1 {
		m.stack = append(m.stack, reflect.Value{})
	}
	s := r.body(m, dot)
	m.stack = m.stack[:height]
	m.base = base
	m.depth--
	return s
}

// scope is what is known at a place in a template while it is compiled.
type scope struct {
	*compiler
	tree      *parse.Tree
	visible   []variable
	variables int
}

// variable has a place on the machine's stack, counted from the template's base.
type variable struct {
	name  string
	typ   reflect.Type
	place int
}

func (s *scope) declare(name string, typ reflect.Type) variable {
	v := variable{name, typ, s.variables}
	s.visible = append(s.visible, v)
	s.variables++
	return v
}

// block opens a block of the template; the returned function closes it: variables end with the block that they are declared in.
func (s *scope) block() (end func()) {
	n := len(s.visible)
	return func() { s.visible = s.visible[:n] }
}

func (s *scope) variable(name string) (variable, bool) {
	for i := len(s.visible) - 1; i >= 0; i-- {
		if s.visible[i].name == name {
			return s.visible[i], true
		}
	}
	return variable{}, false
}

func (v variable) set(m *machine, to reflect.Value) { m.stack[m.base+v.place] = to }
func (v variable) get(m *machine, _ reflect.Value) (reflect.Value, bool) {
	return m.stack[m.base+v.place], true
}

// unknown says that a node is left to html/template.
func (s *scope) unknown(n parse.Node, why string) error {
	where, _ := s.tree.ErrorContext(n)
	return fmt.Errorf("compile %s: %s: %s", where, n, why)
}
