package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"io"
	"maps"
	"slices"

	"courtsite/generator/gate/attach/inside"
)

// order lists the numbers of all objects, rising.
func (f *file) order() []int { return slices.Sorted(maps.Keys(f.objects)) }

var errFilter = errors.New("unknown filter")

// raw gives a stream's packed bytes, unlocked.
func (f *file) raw(s *stream) []byte {
	if s.packed != nil {
		return s.packed
	}
	start, stop := s.start, s.end
	if n := int(f.number(s.dict["Length"])); n > 0 && f.ends(start+n) {
		stop = start + n
	}
	if start > stop || stop > len(f.data) {
		return nil
	}
	data := f.data[start:stop]
	if f.crypt != nil && s.dict["Type"] != name("XRef") {
		data = f.crypt.stream(s, data)
	}
	return data
}

// unpack gives a stream's bytes. What was unpacked before a fault is given with the error.
func (f *file) unpack(s *stream) ([]byte, error) {
	if s.data != nil {
		return s.data, nil
	}
	data := f.raw(s)
	var err error
	filters := f.array(s.dict["Filter"])
	if n, ok := f.get(s.dict["Filter"]).(name); ok {
		filters = array{n}
	}
	params := f.array(s.dict["DecodeParms"])
	if d := f.dict(s.dict["DecodeParms"]); d != nil {
		params = array{d}
	}
	if len(filters) > 8 {
		return nil, errFilter
	}
	for i, filter := range filters {
		var param dict
		if i < len(params) {
			param = f.dict(params[i])
		}
		kind, _ := f.get(filter).(name)
		if data, err = f.filter(kind, data, param); err != nil {
			break
		}
	}
	if err == nil && len(data) < 1<<20 {
		s.data = data
	}
	return data, err
}

func (f *file) filter(kind name, data []byte, param dict) ([]byte, error) {
	switch kind {
	case "FlateDecode", "Fl":
		return f.inflate(data, param)
	case "ASCIIHexDecode", "AHx":
		l := &lexer{data: append([]byte{'<'}, data...)}
		t, _ := l.hex().(text)
		return []byte(t), f.work.Spend(len(t))
	case "ASCII85Decode", "A85":
		return f.base85(data)
	case "RunLengthDecode", "RL":
		return f.runLength(data)
	case "Crypt":
		return data, nil
	}
	return nil, errFilter
}

func (f *file) inflate(data []byte, param dict) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	out, err := f.work.Unpack(r, int64(len(data)))
	if err == inside.ErrLimit {
		return nil, err
	}
	// A missing end is common, and does no harm to what stands before it.
	if err != nil && len(out) == 0 {
		return nil, err
	}
	return f.predict(out, param), nil
}

func (f *file) base85(data []byte) ([]byte, error) {
	if i := bytes.Index(data, []byte("~>")); i >= 0 {
		data = data[:i]
	}
	data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~"))
	out, err := io.ReadAll(ascii85.NewDecoder(bytes.NewReader(data)))
	if spent := f.work.Spend(len(out)); spent != nil {
		return nil, spent
	}
	return out, err
}

func (f *file) runLength(data []byte) ([]byte, error) {
	var out []byte
	for i := 0; i < len(data) && data[i] != 128; {
		n := int(data[i])
		i++
		switch {
		case n < 128:
			stop := min(i+n+1, len(data))
			out = append(out, data[i:stop]...)
			i = stop
		case i < len(data):
			out = append(out, bytes.Repeat(data[i:i+1], 257-n)...)
			i++
		}
		if len(out) > inside.MostUnpacked {
			return nil, inside.ErrLimit
		}
	}
	return out, f.work.Spend(len(out))
}

// predict undoes the prediction of PNG (7.4.4.4). That of TIFF serves pictures only.
func (f *file) predict(data []byte, param dict) []byte {
	if f.number(param["Predictor"]) < 10 {
		return data
	}
	bits, colors, columns := orOne(f.number(param["BitsPerComponent"]), 8), orOne(f.number(param["Colors"]), 1), orOne(f.number(param["Columns"]), 1)
	pixel := max(1, bits*colors/8)
	row := (bits*colors*columns + 7) / 8
	if row <= 0 || row > 1<<24 {
		return data
	}
	var out []byte
	before := make([]byte, row)
	for len(data) > 1 {
		kind := data[0]
		line := slices.Clone(data[1:min(len(data), row+1)])
		data = data[min(len(data), row+1):]
		for i := range line {
			var left, up, corner int
			up = int(before[i])
			if i >= pixel {
				left, corner = int(line[i-pixel]), int(before[i-pixel])
			}
			switch kind {
			case 1:
				line[i] += byte(left)
			case 2:
				line[i] += byte(up)
			case 3:
				line[i] += byte((left + up) / 2)
			case 4:
				line[i] += byte(paeth(left, up, corner))
			}
		}
		out = append(out, line...)
		copy(before, line)
	}
	return out
}

func orOne(n float64, standard int) int {
	if n < 1 || n > 1<<16 {
		return standard
	}
	return int(n)
}

// paeth is the predictor of the PNG specification, 9.4.
func paeth(a, b, c int) int {
	p := a + b - c
	pa, pb, pc := abs(p-a), abs(p-b), abs(p-c)
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
