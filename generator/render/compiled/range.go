package compiled

import (
	"reflect"
	"slices"
	"strings"
	"text/template/parse"
)

// loop is a {{range}} being executed.
type loop struct {
	index, item *variable // nil where the template does not name them
	body        step
}

func (s *scope) rangeOver(n *parse.RangeNode, dot reflect.Type) (step, error) {
	defer s.block()()
	if n.Pipe.IsAssign {
		return nil, s.unknown(n.Pipe, "variables of another block are set")
	}
	over, err := s.commands(n.Pipe, n.Pipe.Cmds, dot)
	if err != nil {
		return nil, err
	}
	each, key := eachOf(over.typ)
	if each == nil {
		return nil, s.unknown(n.Pipe, "not a slice, an array or a map by text")
	}
	otherwise, err := s.withoutItems(n, dot)
	if err != nil {
		return nil, err
	}
	var l loop
	item := over.typ.Elem()
	if names := n.Pipe.Decl; len(names) > 0 {
		if len(names) > 1 {
			v := s.declare(names[0].Ident[0], key)
			l.index = &v
		}
		v := s.declare(names[len(names)-1].Ident[0], item)
		l.item = &v
	}
	if l.body, err = s.list(n.List, item); err != nil {
		return nil, err
	}
	return func(m *machine, dot reflect.Value) signal {
		items, ok := over.find(m, dot)
		switch {
		case !ok:
			return giveUp
		case items.Len() == 0:
			return otherwise(m, dot).afterLoop()
		}
		return each(m, &l, items)
	}, nil
}

// withoutItems compiles the else of a range. There the range's variables hold something else than in its body, so they have no type.
func (s *scope) withoutItems(n *parse.RangeNode, dot reflect.Type) (step, error) {
	defer s.block()()
	for _, name := range n.Pipe.Decl {
		s.declare(name.Ident[0], nil)
	}
	return s.list(n.ElseList, dot)
}

// eachOf gives the way through all items of values of a type, and the type of their indices; nil for other types.
func eachOf(typ reflect.Type) (each func(*machine, *loop, reflect.Value) signal, key reflect.Type) {
	if typ == nil {
		return nil, nil
	}
	switch typ.Kind() {
	case reflect.Slice, reflect.Array:
		if !known(typ.Elem()) {
			return nil, nil
		}
		return eachItem, reflect.TypeFor[int]()
	case reflect.Map:
		if typ.Key().Kind() != reflect.String || !known(typ.Elem()) {
			return nil, nil
		}
		return eachKey, typ.Key()
	}
	return nil, nil
}

func eachItem(m *machine, l *loop, items reflect.Value) signal {
	for i := range items.Len() {
		if l.index != nil {
			l.index.set(m, reflect.ValueOf(i))
		}
		if s := l.once(m, items.Index(i)); s != proceed {
			return s.afterLoop()
		}
	}
	return proceed
}

// eachKey goes through a map by its sorted keys.
func eachKey(m *machine, l *loop, items reflect.Value) signal {
	keys := items.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	for _, key := range keys {
		if l.index != nil {
			l.index.set(m, key)
		}
		if s := l.once(m, items.MapIndex(key)); s != proceed {
			return s.afterLoop()
		}
	}
	return proceed
}

// once executes the loop's body for one item; only signals that end the loop come out.
func (l *loop) once(m *machine, item reflect.Value) signal {
	if l.item != nil {
		l.item.set(m, item)
	}
	if s := l.body(m, item); s != nextItem {
		return s
	}
	return proceed
}

// afterLoop is what a signal that ended a loop means to the steps around it.
func (s signal) afterLoop() signal {
	if s == leaveLoop {
		return proceed
	}
	return s
}
