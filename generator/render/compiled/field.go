package compiled

import (
	"reflect"
	"text/template/parse"
)

// fields compiles .A.B.C, from a value on.
func (s *scope) fields(of value, n parse.Node, names []string) (value, error) {
	for _, name := range names {
		next, ok := field(of, name)
		if !ok {
			return value{}, s.unknown(n, name+" is not known")
		}
		of = next
	}
	return of, nil
}

// field compiles .Name: a method without arguments, a field, or a map's value by that key.
func field(of value, name string) (value, bool) {
	if of.typ == nil {
		return value{}, false
	}
	of = behindPointers(of)
	if _, ok := reflect.PointerTo(of.typ).MethodByName(name); ok {
		return method(of, name)
	}
	switch of.typ.Kind() {
	case reflect.Struct:
		if f, ok := of.typ.FieldByName(name); ok && f.IsExported() && known(f.Type) {
			return structField(of, f), true
		}
	case reflect.Map:
		if reflect.TypeFor[string]().AssignableTo(of.typ.Key()) && known(of.typ.Elem()) {
			return mapValue(of, name), true
		}
	}
	return value{}, false
}

// behindPointers follows pointers; a nil pointer is not ok.
func behindPointers(v value) value {
	for v.typ.Kind() == reflect.Pointer {
		find := v.find
		v = value{v.typ.Elem(), func(m *machine, dot reflect.Value) (reflect.Value, bool) {
			found, ok := find(m, dot)
			if !ok || found.IsNil() {
				return reflect.Value{}, false
			}
			return found.Elem(), true
		}}
	}
	return v
}

func structField(of value, f reflect.StructField) value {
	find := of.find
	if len(f.Index) == 1 {
		i := f.Index[0]
		return value{f.Type, func(m *machine, dot reflect.Value) (reflect.Value, bool) {
			found, ok := find(m, dot)
			if !ok {
				return reflect.Value{}, false
			}
			return found.Field(i), true
		}}
	}
	return value{f.Type, func(m *machine, dot reflect.Value) (reflect.Value, bool) {
		found, ok := find(m, dot)
		if !ok {
			return reflect.Value{}, false
		}
		// An embedded pointer on the way may be nil.
		promoted, err := found.FieldByIndexErr(f.Index)
		return promoted, err == nil
	}}
}

// mapValue looks a key up. That the key is missing means what the set's option says, so html/template is asked.
func mapValue(of value, name string) value {
	key := reflect.ValueOf(name)
	return value{of.typ.Elem(), func(m *machine, dot reflect.Value) (reflect.Value, bool) {
		found, ok := of.find(m, dot)
		if !ok {
			return reflect.Value{}, false
		}
		found = found.MapIndex(key)
		return found, found.IsValid()
	}}
}

// method compiles the call of a method without arguments. Of a value that has no address, only methods without a pointer can be called.
func method(of value, name string) (value, bool) {
	byPointer, _ := reflect.PointerTo(of.typ).MethodByName(name)
	byValue, plain := of.typ.MethodByName(name)
	typ := byPointer.Type
	if typ.NumIn() != 1 || typ.NumOut() == 0 || typ.NumOut() > 2 || !known(typ.Out(0)) {
		return value{}, false
	}
	if typ.NumOut() == 2 && typ.Out(1) != reflect.TypeFor[error]() {
		return value{}, false
	}
	return value{typ.Out(0), func(m *machine, dot reflect.Value) (reflect.Value, bool) {
		found, ok := of.find(m, dot)
		switch {
		case !ok:
			return reflect.Value{}, false
		case found.CanAddr():
			return result(found.Addr().Method(byPointer.Index))
		case plain:
			return result(found.Method(byValue.Index))
		}
		return reflect.Value{}, false
	}}, true
}

// result calls a method. One that fails or panics is called again by html/template, which makes an error of it.
func result(f reflect.Value) (v reflect.Value, ok bool) {
	defer func() {
		if recover() != nil {
			v, ok = reflect.Value{}, false
		}
	}()
	out := f.Call(nil)
	if len(out) == 2 && !out[1].IsNil() {
		return reflect.Value{}, false
	}
	return out[0], true
}
