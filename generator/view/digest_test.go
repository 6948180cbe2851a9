package view

import (
	"reflect"
	"testing"
	"time"
)

// pages are the views that templates are executed with, and feeds are made of.
var pages = []any{
	&Home{}, &Category{}, &Column{}, &Article{}, &Archive{}, &Subscribe{}, &Map{}, &Missing{}, &Gone{}, &Redirect{}, Header{}, Footer{}, &Feed{},
}

// TestDigestSeesEveryField: two views that differ in one place, however deep, have different digests.
func TestDigestSeesEveryField(t *testing.T) {
	for _, v := range pages {
		original := reflect.New(reflect.Indirect(reflect.ValueOf(v)).Type())
		fill(original.Elem())
		digest := Digest(original.Interface())
		if digest != Digest(original.Interface()) {
			t.Errorf("%T has two digests", v)
		}
		places := 0
		walk(original.Elem(), func(place reflect.Value, path string) {
			places++
			old := reflect.New(place.Type()).Elem()
			old.Set(place)
			alter(place)
			if Digest(original.Interface()) == digest {
				t.Errorf("%T%s is not in the digest", v, path)
			}
			place.Set(old)
		})
		if places < 3 || Digest(original.Interface()) != digest {
			t.Errorf("%T: %d places", v, places)
		}
	}
}

// TestDigestKeepsFieldsApart: a text that moves from one field to the next makes another view.
func TestDigestKeepsFieldsApart(t *testing.T) {
	for _, pair := range [][2]Link{
		{{Text: "甲"}, {Href: "甲"}}, {{Text: "ab", Href: "c"}, {Text: "a", Href: "bc"}},
	} {
		if Digest(pair[0]) == Digest(pair[1]) {
			t.Errorf("%v and %v have one digest", pair[0], pair[1])
		}
	}
	if Digest([]Link{{}}) == Digest([]Link{}) || Digest([]Link{{}, {}}) == Digest([]Link{{}}) {
		t.Error("the length of a list does not count")
	}
}

// fill gives every list one element, every pointer a target, every map an entry.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		if v.Type().Elem().Kind() != reflect.Struct || depth(v.Type().Elem(), v.Type()) {
			fill(v.Index(0))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type() != moment {
				fill(v.Field(i))
			}
		}
	}
}

// depth tells that a type does not contain a list of itself, as a set of feeds does.
func depth(elem, list reflect.Type) bool {
	for i := range elem.NumField() {
		if elem.Field(i).Type == list {
			return false
		}
	}
	return true
}

// walk goes to every text, number and truth value that a template can see.
func walk(v reflect.Value, visit func(place reflect.Value, path string)) {
	var at func(v reflect.Value, path string)
	at = func(v reflect.Value, path string) {
		switch v.Kind() {
		case reflect.Pointer:
			at(v.Elem(), path)
		case reflect.Slice:
			for i := range v.Len() {
				at(v.Index(i), path+"[]")
			}
		case reflect.Struct:
			if v.Type() == moment {
				visit(v, path)
				return
			}
			for i := range v.NumField() {
				at(v.Field(i), path+"."+v.Type().Field(i).Name)
			}
		case reflect.String, reflect.Bool, reflect.Int, reflect.Int64:
			visit(v, path)
		}
	}
	at(v, "")
}

func alter(place reflect.Value) {
	switch place.Kind() {
	case reflect.String:
		place.SetString(place.String() + "甲")
	case reflect.Bool:
		place.SetBool(!place.Bool())
	case reflect.Struct:
		place.Set(reflect.ValueOf(place.Interface().(time.Time).Add(time.Second)))
	default:
		place.SetInt(place.Int() + 1)
	}
}
