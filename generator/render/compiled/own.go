package compiled

import (
	"html/template"
	"reflect"
)

// ownFunctions are the theme's functions that can be compiled: pure ones of strings.
func ownFunctions(maps []template.FuncMap) map[string]function {
	own := map[string]function{}
	for _, m := range maps {
		for name, f := range m {
			switch f := f.(type) {
			case func(a, b string) string:
				own[name] = ofTwoTexts(f)
			case func(a, b string) template.HTML:
				own[name] = ofTwoTexts(f)
			}
		}
	}
	return own
}

// ofTwoTexts compiles the call of a function of two strings. It takes strings only: html/template would refuse any other type, template.HTML among them.
func ofTwoTexts[T string | template.HTML](f func(a, b string) T) function {
	text := reflect.TypeFor[string]()
	return func(args []value) (value, bool) {
		if len(args) != 2 || args[0].typ != text || args[1].typ != text {
			return value{}, false
		}
		return value{reflect.TypeFor[T](), func(m *machine, dot reflect.Value) (reflect.Value, bool) {
			a, ok1 := args[0].find(m, dot)
			b, ok2 := args[1].find(m, dot)
			if !ok1 || !ok2 {
				return reflect.Value{}, false
			}
			return reflect.ValueOf(f(a.String(), b.String())), true
		}}, true
	}
}
