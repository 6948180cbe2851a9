package view

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"
)

// Digest is the SHA-256 of a view: equal views have equal digests, and views that a template could tell apart have different ones. It
// knows the kinds of values that views are made of, and panics at any other.
func Digest(v any) [sha256.Size]byte {
	d := digesters.Get().(*digester)
	defer digesters.Put(d)
	d.buf = d.buf[:0]
	d.value(reflect.ValueOf(v))
	return sha256.Sum256(d.buf)
}

var digesters = sync.Pool{New: func() any { return new(digester) }}

type digester struct{ buf []byte }

func (d *digester) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		d.text(v.String())
	case reflect.Bool:
		if v.Bool() {
			d.buf = append(d.buf, 1)
		} else {
			d.buf = append(d.buf, 0)
		}
	case reflect.Int, reflect.Int64:
		d.buf = binary.LittleEndian.AppendUint64(d.buf, uint64(v.Int()))
	case reflect.Pointer:
		if v.IsNil() {
			d.buf = append(d.buf, 0)
			return
		}
		d.buf = append(d.buf, 1)
		d.value(v.Elem())
	case reflect.Slice:
		d.buf = binary.AppendUvarint(d.buf, uint64(v.Len()))
		for i := range v.Len() {
			d.value(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == moment {
			d.text(v.Interface().(time.Time).Format(time.RFC3339Nano))
			return
		}
		for i := range v.NumField() {
			if f := v.Field(i); f.Type() != phrases {
				d.value(f)
			}
		}
	case reflect.Map:
		d.texts(v)
	default:
		panic(fmt.Sprintf("view: no digest of a %s", v.Type()))
	}
}

var moment = reflect.TypeFor[time.Time]()

// phrases are the same for all views of a language; whoever makes a fingerprint adds their digest once.
var phrases = reflect.TypeFor[Phrases]()

func (d *digester) text(s string) {
	d.buf = binary.AppendUvarint(d.buf, uint64(len(s)))
	d.buf = append(d.buf, s...)
}

func (d *digester) texts(m reflect.Value) {
	keys := m.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	d.buf = binary.AppendUvarint(d.buf, uint64(len(keys)))
	for _, k := range keys {
		d.text(k.String())
		d.value(m.MapIndex(k))
	}
}
