package compiled

import (
	"fmt"
	"reflect"
)

// function compiles the call of a function of text/template; it is not ok where it does not know arguments of such types.
type function func(args []value) (v value, ok bool)

// functions are those of text/template that templates commonly call.
var functions = map[string]function{
	"eq":      equalToAny,
	"ne":      comparison(func(order int) bool { return order != 0 }),
	"lt":      ordering(func(order int) bool { return order < 0 }),
	"le":      ordering(func(order int) bool { return order <= 0 }),
	"gt":      ordering(func(order int) bool { return order > 0 }),
	"ge":      ordering(func(order int) bool { return order >= 0 }),
	"not":     not,
	"len":     length,
	"index":   index,
	"print":   printing(fmt.Sprint),
	"println": printing(fmt.Sprintln),
	"printf":  printf,
}

// not is for what is piped into it; see logic for the rest.
func not(args []value) (value, bool) {
	if len(args) != 1 {
		return value{}, false
	}
	test := args[0].truth()
	return boolean(func(m *machine, dot reflect.Value) (bool, bool) {
		truth, ok := test(m, dot)
		return !truth, ok
	}), true
}

func length(args []value) (value, bool) {
	if len(args) != 1 {
		return value{}, false
	}
	switch args[0].typ.Kind() {
	case reflect.String, reflect.Slice, reflect.Array, reflect.Map:
	default:
		return value{}, false
	}
	return value{reflect.TypeFor[int](), func(m *machine, dot reflect.Value) (reflect.Value, bool) {
		found, ok := args[0].find(m, dot)
		if !ok {
			return reflect.Value{}, false
		}
		return reflect.ValueOf(found.Len()), true
	}}, true
}

// index is index x 1 "key": an item of a slice, or what a map has for a key.
func index(args []value) (value, bool) {
	if len(args) < 2 {
		return value{}, false
	}
	item, ok := args[0], true
	for _, at := range args[1:] {
		if item, ok = indexOne(item, at); !ok {
			return value{}, false
		}
	}
	return item, true
}

func indexOne(of, at value) (value, bool) {
	var one func(of, at reflect.Value) (reflect.Value, bool)
	switch kind := of.typ.Kind(); {
	case (kind == reflect.Slice || kind == reflect.Array) && isInt(at.typ):
		one = func(of, at reflect.Value) (reflect.Value, bool) {
			if i := at.Int(); i >= 0 && i < int64(of.Len()) {
				return of.Index(int(i)), true
			}
			return reflect.Value{}, false
		}
	case kind == reflect.Map && at.typ == of.typ.Key():
		zero := reflect.Zero(of.typ.Elem())
		one = func(of, at reflect.Value) (reflect.Value, bool) {
			if found := of.MapIndex(at); found.IsValid() {
				return found, true
			}
			return zero, true
		}
	}
	if one == nil || !known(of.typ.Elem()) {
		return value{}, false
	}
	return value{of.typ.Elem(), func(m *machine, dot reflect.Value) (reflect.Value, bool) {
		from, ok1 := of.find(m, dot)
		key, ok2 := at.find(m, dot)
		if !ok1 || !ok2 {
			return reflect.Value{}, false
		}
		return one(from, key)
	}}, true
}

func printing(sprint func(...any) string) function {
	return func(args []value) (value, bool) {
		return value{reflect.TypeFor[string](), func(m *machine, dot reflect.Value) (reflect.Value, bool) {
			values, ok := findAll(m, dot, args)
			if !ok {
				return reflect.Value{}, false
			}
			return reflect.ValueOf(sprint(values...)), true
		}}, true
	}
}

func printf(args []value) (value, bool) {
	if len(args) == 0 || args[0].typ != reflect.TypeFor[string]() {
		return value{}, false
	}
	return value{reflect.TypeFor[string](), func(m *machine, dot reflect.Value) (reflect.Value, bool) {
		values, ok := findAll(m, dot, args)
		if !ok {
			return reflect.Value{}, false
		}
		return reflect.ValueOf(fmt.Sprintf(values[0].(string), values[1:]...)), true
	}}, true
}

func findAll(m *machine, dot reflect.Value, args []value) ([]any, bool) {
	values := make([]any, len(args))
	for i, arg := range args {
		found, ok := arg.find(m, dot)
		if !ok {
			return nil, false
		}
		values[i] = found.Interface()
	}
	return values, true
}
