package compiled

import (
	"reflect"
	"text/template/parse"
)

func (s *scope) list(l *parse.ListNode, dot reflect.Type) (step, error) {
	if l == nil {
		return nothing, nil
	}
	defer s.block()()
	var steps []step
	for _, n := range l.Nodes {
		one, err := s.node(n, dot)
		if err != nil {
			return nil, err
		}
		if one != nil {
			steps = append(steps, one)
		}
	}
	switch len(steps) {
	case 0:
		return nothing, nil
	case 1:
		return steps[0], nil
	}
	return func(m *machine, dot reflect.Value) signal {
		for _, one := range steps {
			if s := one(m, dot); s != proceed {
				return s
			}
		}
		return proceed
	}, nil
}

func nothing(*machine, reflect.Value) signal { return proceed }

// node compiles a node; the step is nil where there is nothing to do.
func (s *scope) node(n parse.Node, dot reflect.Type) (step, error) {
	switch n := n.(type) {
	case *parse.TextNode:
		text := n.Text
		return func(m *machine, _ reflect.Value) signal {
			m.w.Write(text)
			return proceed
		}, nil
	case *parse.ActionNode:
		if len(n.Pipe.Decl) > 0 {
			return s.assignment(n, dot)
		}
		return s.output(n, dot)
	case *parse.IfNode:
		return s.ifElse(n, dot)
	case *parse.WithNode:
		return s.with(n, dot)
	case *parse.RangeNode:
		return s.rangeOver(n, dot)
	case *parse.TemplateNode:
		return s.call(n, dot)
	case *parse.BreakNode:
		return func(*machine, reflect.Value) signal { return leaveLoop }, nil
	case *parse.ContinueNode:
		return func(*machine, reflect.Value) signal { return nextItem }, nil
	case *parse.CommentNode:
		return nil, nil
	}
	return nil, s.unknown(n, "no such node is known")
}

// assignment is {{$x := .A}} or {{$x = .A}}; it writes nothing.
func (s *scope) assignment(n *parse.ActionNode, dot reflect.Type) (step, error) {
	v, err := s.pipeline(n.Pipe, dot)
	if err != nil {
		return nil, err
	}
	return func(m *machine, dot reflect.Value) signal {
		if _, ok := v.find(m, dot); !ok {
			return giveUp
		}
		return proceed
	}, nil
}

func (s *scope) ifElse(n *parse.IfNode, dot reflect.Type) (step, error) {
	defer s.block()()
	test, err := s.condition(n.Pipe, dot)
	if err != nil {
		return nil, err
	}
	then, err := s.list(n.List, dot)
	if err != nil {
		return nil, err
	}
	otherwise, err := s.list(n.ElseList, dot)
	if err != nil {
		return nil, err
	}
	return func(m *machine, dot reflect.Value) signal {
		truth, ok := test(m, dot)
		switch {
		case !ok:
			return giveUp
		case truth:
			return then(m, dot)
		}
		return otherwise(m, dot)
	}, nil
}

func (s *scope) with(n *parse.WithNode, dot reflect.Type) (step, error) {
	defer s.block()()
	v, err := s.pipeline(n.Pipe, dot)
	if err != nil {
		return nil, err
	}
	then, err := s.list(n.List, v.typ)
	if err != nil {
		return nil, err
	}
	otherwise, err := s.list(n.ElseList, dot)
	if err != nil {
		return nil, err
	}
	find := v.find
	return func(m *machine, dot reflect.Value) signal {
		found, ok := find(m, dot)
		switch {
		case !ok:
			return giveUp
		case isTrue(found):
			return then(m, found)
		}
		return otherwise(m, dot)
	}, nil
}

// call is {{template "name" .}}.
func (s *scope) call(n *parse.TemplateNode, dot reflect.Type) (step, error) {
	if n.Pipe == nil {
		r, err := s.routine(n.Name, nil)
		if err != nil {
			return nil, err
		}
		return func(m *machine, _ reflect.Value) signal { return r.run(m, reflect.Value{}) }, nil
	}
	data, err := s.pipeline(n.Pipe, dot)
	if err != nil {
		return nil, err
	}
	r, err := s.routine(n.Name, data.typ)
	if err != nil {
		return nil, err
	}
	find := data.find
	return func(m *machine, dot reflect.Value) signal {
		found, ok := find(m, dot)
		if !ok {
			return giveUp
		}
		return r.run(m, found)
	}, nil
}
