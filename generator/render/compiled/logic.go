package compiled

import (
	"reflect"
	"text/template/parse"
)

// condition compiles a pipeline of which only the truth is asked.
func (s *scope) condition(p *parse.PipeNode, dot reflect.Type) (condition, error) {
	if len(p.Decl) == 0 && len(p.Cmds) == 1 {
		if name, ok := p.Cmds[0].Args[0].(*parse.IdentifierNode); ok {
			if c, err := s.logic(p.Cmds[0], name.Ident, dot); c != nil || err != nil {
				return c, err
			}
		}
	}
	v, err := s.pipeline(p, dot)
	if err != nil {
		return nil, err
	}
	return v.truth(), nil
}

// logic compiles and, or, not as far as their truth is concerned; nil for other functions.
func (s *scope) logic(c *parse.CommandNode, name string, dot reflect.Type) (condition, error) {
	if name != "and" && name != "or" && name != "not" || len(c.Args) < 2 {
		return nil, nil
	}
	var tests []condition
	for _, n := range c.Args[1:] {
		test, err := s.truthOf(n, dot)
		if err != nil {
			return nil, err
		}
		tests = append(tests, test)
	}
	switch {
	case name != "not":
		return firstThatIs(name == "or", tests), nil
	case len(tests) == 1:
		return func(m *machine, dot reflect.Value) (bool, bool) {
			truth, ok := tests[0](m, dot)
			return !truth, ok
		}, nil
	}
	return nil, nil
}

func (s *scope) truthOf(n parse.Node, dot reflect.Type) (condition, error) {
	if p, ok := n.(*parse.PipeNode); ok && len(p.Decl) == 0 {
		return s.condition(p, dot)
	}
	v, err := s.argument(n, dot)
	if err != nil {
		return nil, err
	}
	return v.truth(), nil
}

// firstThatIs is "or" (the first that is true) or "and" (the first that is false): what follows is not looked at.
func firstThatIs(wanted bool, tests []condition) condition {
	return func(m *machine, dot reflect.Value) (bool, bool) {
		for _, test := range tests {
			truth, ok := test(m, dot)
			if !ok {
				return false, false
			}
			if truth == wanted {
				return wanted, true
			}
		}
		return !wanted, true
	}
}

// logicValue compiles and, or, not where their value is asked. "and" and "or" give one of their arguments, so these must be of one type.
func (s *scope) logicValue(c *parse.CommandNode, name string, dot reflect.Type) (value, error) {
	if name == "not" {
		test, err := s.logic(c, name, dot)
		if err != nil || test == nil {
			return value{}, s.unknown(c, "not known as a condition")
		}
		return boolean(test), nil
	}
	var args []value
	for _, n := range c.Args[1:] {
		arg, err := s.argument(n, dot)
		if err != nil {
			return value{}, err
		}
		if args = append(args, arg); arg.typ == nil || arg.typ != args[0].typ {
			return value{}, s.unknown(c, "the arguments are of different types")
		}
	}
	if len(args) == 0 {
		return value{}, s.unknown(c, "no arguments")
	}
	wanted := name == "or"
	return value{args[0].typ, func(m *machine, dot reflect.Value) (found reflect.Value, ok bool) {
		for _, arg := range args {
			if found, ok = arg.find(m, dot); !ok || isTrue(found) == wanted {
				break
			}
		}
		return found, ok
	}}, nil
}
