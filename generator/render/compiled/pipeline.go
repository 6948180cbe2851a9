package compiled

import (
	"html/template"
	"reflect"
	"strconv"
	"text/template/parse"
)

// known tells whether values of a type are of that very type: the type inside an interface is known only when the template runs.
func known(typ reflect.Type) bool {
	return typ.Kind() != reflect.Interface && typ != reflect.TypeFor[reflect.Value]()
}

// pipeline compiles a pipeline with the variable that it declares or sets.
func (s *scope) pipeline(p *parse.PipeNode, dot reflect.Type) (value, error) {
	v, err := s.commands(p, p.Cmds, dot)
	if err != nil || len(p.Decl) == 0 {
		return v, err
	}
	name := p.Decl[0].Ident[0]
	if len(p.Decl) > 1 || v.typ == nil {
		return value{}, s.unknown(p, "the type of the variable is not known")
	}
	var x variable
	if p.IsAssign {
		known, ok := s.variable(name)
		if !ok || known.typ != v.typ {
			return value{}, s.unknown(p, "the variable changes its type")
		}
		x = known
	} else {
		x = s.declare(name, v.typ)
	}
	return value{v.typ, func(m *machine, dot reflect.Value) (reflect.Value, bool) {
		found, ok := v.find(m, dot)
		if ok {
			x.set(m, found)
		}
		return found, ok
	}}, nil
}

// commands compiles a | b | c: the value of each is the last argument of the next.
func (s *scope) commands(p *parse.PipeNode, commands []*parse.CommandNode, dot reflect.Type) (v value, err error) {
	if len(commands) == 0 {
		return value{}, s.unknown(p, "no command")
	}
	for i, c := range commands {
		var last []value
		if i > 0 {
			last = []value{v}
		}
		if v, err = s.command(c, last, dot); err != nil {
			return value{}, err
		}
	}
	return v, nil
}

// command compiles one command; last is the value piped into it, if any.
func (s *scope) command(c *parse.CommandNode, last []value, dot reflect.Type) (value, error) {
	name, ok := c.Args[0].(*parse.IdentifierNode)
	if !ok {
		if len(c.Args) > 1 || len(last) > 0 {
			return value{}, s.unknown(c, "a method with arguments")
		}
		return s.argument(c.Args[0], dot)
	}
	switch name.Ident {
	case "and", "or", "not":
		if len(last) == 0 {
			return s.logicValue(c, name.Ident, dot)
		}
	}
	var args []value
	for _, n := range c.Args[1:] {
		arg, err := s.argument(n, dot)
		if err != nil {
			return value{}, err
		}
		args = append(args, arg)
	}
	args = append(args, last...)
	for _, arg := range args {
		if arg.typ == nil {
			return value{}, s.unknown(c, "no data")
		}
	}
	f := functions[name.Ident]
	if f == nil {
		f = s.own[name.Ident]
	}
	if f != nil {
		if v, ok := f(args); ok {
			return v, nil
		}
	}
	return value{}, s.unknown(c, "not known for arguments of these types")
}

func (s *scope) argument(n parse.Node, dot reflect.Type) (value, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		return value{dot, theDot}, nil
	case *parse.FieldNode:
		return s.fields(value{dot, theDot}, n, n.Ident)
	case *parse.VariableNode:
		x, ok := s.variable(n.Ident[0])
		if !ok || x.typ == nil && x.name != "$" {
			return value{}, s.unknown(n, "the variable's type is not known")
		}
		return s.fields(value{x.typ, x.get}, n, n.Ident[1:])
	case *parse.ChainNode:
		of, err := s.argument(n.Node, dot)
		if err != nil {
			return value{}, err
		}
		return s.fields(of, n, n.Field)
	case *parse.PipeNode:
		if len(n.Decl) == 0 {
			return s.commands(n, n.Cmds, dot)
		}
	case *parse.StringNode:
		return constant(n.Text), nil
	case *parse.BoolNode:
		return constant(n.True), nil
	case *parse.NumberNode:
		if number := int(n.Int64); n.IsInt && strconv.Itoa(number) == n.Text {
			return constant(number), nil
		}
	}
	return value{}, s.unknown(n, "not known as a value")
}

func theDot(_ *machine, dot reflect.Value) (reflect.Value, bool) { return dot, true }

// isTrue is what {{if}} makes of a value.
func isTrue(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Bool:
		return v.Bool()
	case reflect.String, reflect.Slice, reflect.Map, reflect.Array:
		return v.Len() > 0
	case reflect.Pointer:
		return !v.IsNil()
	case reflect.Struct:
		return true
	case reflect.Invalid:
		return false
	}
	truth, _ := template.IsTrue(v.Interface())
	return truth
}
