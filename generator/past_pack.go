package generator

import (
	"encoding/binary"
	"reflect"
	"time"
)

// A packed value is its leaves one after the other, without names or types: strings and lists with their length, numbers as varints, moments as
// [time.Time.AppendBinary] writes them. gob would say what each value is made of, which for ten thousand pages takes longer than the pages' rendering.

// pack appends a value. It knows the kinds of values that pages' heads and outputs are made of, and panics at any other.
func pack(b []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.String:
		b = binary.AppendUvarint(b, uint64(v.Len()))
		return append(b, v.String()...)
	case reflect.Bool:
		if v.Bool() {
			return append(b, 1)
		}
		return append(b, 0)
	case reflect.Int, reflect.Int64:
		return binary.AppendVarint(b, v.Int())
	case reflect.Uint8:
		return append(b, byte(v.Uint()))
	case reflect.Slice:
		b = binary.AppendUvarint(b, uint64(v.Len()))
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return append(b, v.Bytes()...)
		}
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			b = pack(b, v.Index(i))
		}
		return b
	case reflect.Struct:
		if v.Type() == moment {
			return packTime(b, v.Interface().(time.Time))
		}
		for i := range v.NumField() {
			b = pack(b, v.Field(i))
		}
		return b
	}
	panic("no packed form of a " + v.Type().String())
}

var moment = reflect.TypeFor[time.Time]()

func packTime(b []byte, t time.Time) []byte {
	if t.IsZero() {
		return append(b, 0)
	}
	at := len(b)
	b, err := t.AppendBinary(append(b, 0))
	if err != nil { // a zone that is no whole number of minutes off: no input can have one
		b, _ = t.UTC().AppendBinary(b[:at+1])
	}
	b[at] = byte(len(b) - at - 1)
	return b
}

// unpacker reads packed values. After one that is none it gives zero values, and broken is set.
type unpacker struct {
	b      []byte
	broken bool
}

// value fills a value.
func (u *unpacker) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(string(u.bytes(u.count())))
	case reflect.Bool:
		v.SetBool(u.byte() != 0)
	case reflect.Int, reflect.Int64:
		v.SetInt(u.number())
	case reflect.Uint8:
		v.SetUint(uint64(u.byte()))
	case reflect.Slice:
		u.slice(v)
	case reflect.Array:
		for i := range v.Len() {
			u.value(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == moment {
			u.time(v.Addr().Interface().(*time.Time))
			return
		}
		for i := range v.NumField() {
			u.value(v.Field(i))
		}
	}
}

func (u *unpacker) slice(v reflect.Value) {
	n := u.count()
	switch {
	case n == 0:
	case v.Type().Elem().Kind() == reflect.Uint8:
		v.SetBytes(append([]byte(nil), u.bytes(n)...))
	default:
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := 0; i < n && !u.broken; i++ {
			u.value(v.Index(i))
		}
	}
}

func (u *unpacker) time(t *time.Time) {
	if data := u.bytes(int(u.byte())); len(data) > 0 && t.UnmarshalBinary(data) != nil {
		u.broken = true
	}
}

// count reads a length. Nothing that is counted is shorter than a byte.
func (u *unpacker) count() int {
	n, size := binary.Uvarint(u.b)
	if size <= 0 || n > uint64(len(u.b)-size) {
		u.b, u.broken = nil, true
		return 0
	}
	u.b = u.b[size:]
	return int(n)
}

func (u *unpacker) number() int64 {
	n, size := binary.Varint(u.b)
	if size <= 0 {
		u.b, u.broken = nil, true
		return 0
	}
	u.b = u.b[size:]
	return n
}

func (u *unpacker) bytes(n int) []byte {
	if n > len(u.b) {
		u.b, u.broken = nil, true
		return nil
	}
	data := u.b[:n]
	u.b = u.b[n:]
	return data
}

func (u *unpacker) byte() byte {
	if data := u.bytes(1); len(data) == 1 {
		return data[0]
	}
	return 0
}
