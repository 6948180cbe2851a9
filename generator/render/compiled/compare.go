package compiled

import (
	"cmp"
	"reflect"
)

// compare orders two values of one kind.
type compare func(a, b reflect.Value) int

// comparing gives the way to compare values of two types; nil where they are not of one kind that can be compared.
func comparing(a, b reflect.Type) compare {
	switch {
	case a.Kind() == reflect.String && b.Kind() == reflect.String:
		return func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) }
	case isInt(a) && isInt(b):
		return func(a, b reflect.Value) int { return cmp.Compare(a.Int(), b.Int()) }
	case a.Kind() == reflect.Bool && b.Kind() == reflect.Bool:
		return func(a, b reflect.Value) int {
			if a.Bool() == b.Bool() {
				return 0
			}
			return 1
		}
	}
	return nil
}

func isInt(t reflect.Type) bool { return t.Kind() >= reflect.Int && t.Kind() <= reflect.Int64 }

func comparison(holds func(order int) bool) function {
	return func(args []value) (value, bool) {
		if len(args) != 2 {
			return value{}, false
		}
		order := comparing(args[0].typ, args[1].typ)
		if order == nil {
			return value{}, false
		}
		return boolean(func(m *machine, dot reflect.Value) (bool, bool) {
			a, ok1 := args[0].find(m, dot)
			b, ok2 := args[1].find(m, dot)
			return ok1 && ok2 && holds(order(a, b)), ok1 && ok2
		}), true
	}
}

// ordering is a comparison of what has an order: truths have none.
func ordering(holds func(order int) bool) function {
	compared := comparison(holds)
	return func(args []value) (value, bool) {
		if len(args) > 0 && args[0].typ.Kind() == reflect.Bool {
			return value{}, false
		}
		return compared(args)
	}
}

// equalToAny is eq, which compares its first argument with all others. All are evaluated before: one may be an error.
func equalToAny(args []value) (value, bool) {
	if len(args) < 2 {
		return value{}, false
	}
	order := make([]compare, len(args))
	for i, arg := range args {
		if order[i] = comparing(args[0].typ, arg.typ); order[i] == nil {
			return value{}, false
		}
	}
	return boolean(func(m *machine, dot reflect.Value) (truth, ok bool) {
		first, ok := args[0].find(m, dot)
		if !ok {
			return false, false
		}
		for i, arg := range args[1:] {
			other, ok := arg.find(m, dot)
			if !ok {
				return false, false
			}
			truth = truth || order[i+1](first, other) == 0
		}
		return truth, true
	}), true
}
