package pdf

import (
	"bytes"

	"courtsite/generator/gate/attach/inside"
)

// file is a PDF with all its objects. They are found by looking for them, not by the file's table of them: so a damaged table does no harm, and what
// the table leaves out is looked at too.
type file struct {
	data    []byte
	work    *inside.Work
	objects map[int]any
	old     map[int][]any // what objects were before a later save
	numbers []int         // in the order of the file, the last place of each counts
	trailer dict
	crypt   *crypt
	deep    bool // some values stand too deep in each other to be read
	cut     bool // a stream has no end
}

// mostObjects is how many objects a file may have.
const mostObjects = 500_000

// load finds all objects.
func load(data []byte, work *inside.Work) (*file, error) {
	f := &file{data: data, work: work, objects: map[int]any{}, old: map[int][]any{}, trailer: dict{}}
	if err := work.Spend(len(data)); err != nil {
		return nil, err
	}
	for at := 0; ; {
		number, start := nextObject(data, at)
		if start < 0 {
			f.trailers(at, len(data))
			break
		}
		f.trailers(at, start)
		if len(f.objects) > mostObjects || work.Spent() {
			return nil, inside.ErrLimit
		}
		at = f.object(number, start)
	}
	if work.Spent() {
		return nil, inside.ErrLimit
	}
	f.numbers = f.order()
	if enc, ok := f.get(f.trailer["Encrypt"]).(dict); ok {
		var err error
		if f.crypt, err = unlock(f, enc); err != nil {
			return nil, err
		}
		for n, v := range f.objects {
			f.objects[n] = f.crypt.strings(n, v, 0)
		}
	}
	return f, f.unpackObjects()
}

// nextObject finds the next "N G obj", and gives the place behind it.
func nextObject(data []byte, at int) (number, start int) {
	for {
		i := bytes.Index(data[at:], []byte("obj"))
		if i < 0 {
			return 0, -1
		}
		i += at
		at = i + 3
		j := i
		if _, j = digitsBefore(data, j); j < 0 {
			continue
		}
		if number, j = digitsBefore(data, j); j >= 0 {
			return number, at
		}
	}
}

// digitsBefore reads the number that ends, with space behind it or not, before a place.
func digitsBefore(data []byte, at int) (number, start int) {
	for at > 0 && space(data[at-1]) {
		at--
	}
	end := at
	for at > 0 && end-at < 9 && data[at-1] >= '0' && data[at-1] <= '9' {
		at--
	}
	if at == end {
		return 0, -1
	}
	for _, c := range data[at:end] {
		number = number*10 + int(c-'0')
	}
	return number, at
}

// object reads the object that begins at a place, and gives the place behind it.
func (f *file) object(number, start int) int {
	v, l := f.value(f.data, start)
	d, isDict := v.(dict)
	if _, ended := v.(end); ended || l.deep {
		return start
	}
	if isDict {
		if s := f.stream(d, l, number); s != nil {
			f.put(number, s)
			if d["Type"] == name("XRef") {
				f.mergeTrailer(d)
			}
			return max(s.end, l.at)
		}
	}
	f.put(number, v)
	return l.at
}

// Work for what is kept: a byte of a value, and a value, which takes far more memory than its bytes.
const (
	workOfByte  = 4
	workOfValue = 32
)

// value reads the value that begins at a place. Many may begin in each other, and be read again and again: that counts as work.
func (f *file) value(data []byte, at int) (any, *lexer) {
	l := &lexer{data: data, at: at, refs: true, left: int(f.work.Left()/workOfValue) + 2}
	if f.work.Spent() {
		return end{}, l
	}
	before := l.left
	v := l.next(0)
	read := l.at - at
	if l.deep {
		f.deep, read = true, l.stop-at
	}
	_ = f.work.Spend(read*workOfByte + (before-l.left)*workOfValue) // seen by whoever reads the next
	return v, l
}

// put keeps an object. Of a page or a stream that stands there already, the earlier state is kept as well.
func (f *file) put(number int, v any) {
	switch before := f.objects[number].(type) {
	case *stream:
		f.old[number] = append(f.old[number], before)
	case dict:
		if before["Type"] == name("Page") {
			f.old[number] = append(f.old[number], before)
		}
	}
	f.objects[number] = v
}

// stream reads the bytes behind a dictionary, if there are any.
func (f *file) stream(d dict, l *lexer, number int) *stream {
	l.skip()
	rest := f.data[l.at:]
	if !bytes.HasPrefix(rest, []byte("stream")) {
		return nil
	}
	start := l.at + len("stream")
	if start < len(f.data) && f.data[start] == '\r' {
		start++
	}
	if start < len(f.data) && f.data[start] == '\n' {
		start++
	}
	if n, ok := d["Length"].(float64); ok && n >= 0 && f.ends(start+int(n)) {
		return &stream{dict: d, start: start, end: start + int(n), number: number}
	}
	i := bytes.Index(f.data[start:], []byte("endstream"))
	if i < 0 {
		f.cut, i = true, len(f.data)-start
	}
	return &stream{dict: d, start: start, end: start + i, number: number}
}

// ends tells whether endstream stands at a place.
func (f *file) ends(at int) bool {
	for ; at >= 0 && at < len(f.data) && space(f.data[at]); at++ {
	}
	return at >= 0 && at < len(f.data) && bytes.HasPrefix(f.data[at:], []byte("endstream"))
}

// trailers reads the trailers between two places.
func (f *file) trailers(from, to int) {
	for {
		i := bytes.Index(f.data[from:to], []byte("trailer"))
		if i < 0 {
			return
		}
		from += i + len("trailer")
		v, _ := f.value(f.data, from)
		if d, ok := v.(dict); ok {
			f.mergeTrailer(d)
		}
	}
}

// mergeTrailer: what a later trailer says counts.
func (f *file) mergeTrailer(d dict) {
	for _, key := range []name{"Root", "Info", "Encrypt", "ID"} {
		if v, ok := d[key]; ok {
			f.trailer[key] = v
		}
	}
}

// get gives the value that a reference means.
func (f *file) get(v any) any {
	for range deepest {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = f.objects[int(r)]
	}
	return nil
}

func (f *file) dict(v any) dict {
	switch v := f.get(v).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}

func (f *file) array(v any) array {
	a, _ := f.get(v).(array)
	return a
}

func (f *file) number(v any) float64 {
	n, _ := f.get(v).(float64)
	return n
}

func (f *file) numbersOf(v any) []float64 {
	var list []float64
	for _, e := range f.array(v) {
		list = append(list, f.number(e))
	}
	return list
}

// unpackObjects reads the objects that stand packed in streams (7.5.7). One that also stands in the file itself is newer there only if the stream is
// older; telling that is not worth it: both are read, the first is kept under its number.
func (f *file) unpackObjects() error {
	spare := 0
	for _, n := range f.numbers {
		s, ok := f.objects[n].(*stream)
		if !ok || s.dict["Type"] != name("ObjStm") {
			continue
		}
		data, err := f.unpack(s)
		if err == inside.ErrLimit {
			return err
		}
		l := &lexer{data: data, refs: true}
		count, first := int(f.number(s.dict["N"])), int(f.number(s.dict["First"]))
		for range min(count, len(data)) {
			number, ok1 := l.next(0).(float64)
			offset, ok2 := l.next(0).(float64)
			if at := first + int(offset); ok1 && ok2 && at >= 0 && at < len(data) && offset >= 0 {
				key := int(number)
				if _, there := f.objects[key]; there {
					spare--
					key = spare
				}
				f.objects[key], _ = f.value(data, at)
			}
			if len(f.objects) > mostObjects || f.work.Spent() {
				return inside.ErrLimit
			}
		}
	}
	f.numbers = f.order()
	return nil
}
