package generator

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"hash/crc32"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"courtsite/generator/diag"
	"courtsite/generator/output"
	"courtsite/generator/par"
	"courtsite/generator/source"
)

// The file of a [Past]: a line that says what it is, parts, the list of the parts, and where that list begins. Each part is read when it is asked for, and
// what is in one that is damaged counts as unknown. A build that amends copies the parts that have not changed.
const (
	pastMagic = "courtsite past 5\n"
	pastPart  = 256 // pages, or outputs
	pastTail  = 12  // the length of the list, its checksum, and the beginning of the magic
)

var (
	errPast    = errors.New("the record of the last build cannot be read")
	castagnoli = crc32.MakeTable(crc32.Castagnoli)
)

// The kinds of parts, in their order.
const (
	headPart    = iota // what is known of the build
	snapPart           // the files that there were
	pagesPart          // heads
	bodiesPart         // what is known of texts
	outputsPart        // files of the tree
	lookedPart         // attachments and pictures
)

// pastHead is what stands in the first part.
type pastHead struct {
	Key     inputs
	Began   time.Time
	Outcome *outcome
}

// part is where a part stands in a file.
type part struct {
	kind   int
	first  string // the path of the first thing in it
	offset int64
	size   int
	sum    uint32
}

// pastFile is a file that a [Past] is read from, part by part. Safe for concurrent use.
type pastFile struct {
	from  io.ReaderAt
	parts []part
	mu    sync.Mutex
	said  map[int]map[string]*said
	made  map[int]map[string]output.File
}

// ReadPast reads the file of a Past, whose parts are read later on: it has to stay open until the build is over.
func ReadPast(from io.ReaderAt, size int64) (*Past, error) {
	f := &pastFile{from: from, said: map[int]map[string]*said{}, made: map[int]map[string]output.File{}}
	if err := f.list(size); err != nil {
		return nil, err
	}
	data, err := f.read(0)
	if err != nil || f.parts[0].kind != headPart {
		return nil, errPast
	}
	var head pastHead
	if err := decodeGob(data, &head); err != nil {
		return nil, err
	}
	p := newPast()
	p.key, p.began, p.outcome, p.file = head.Key, head.Began, head.Outcome, f
	return p, nil
}

// list reads the list of parts.
func (f *pastFile) list(size int64) error {
	var tail [pastTail]byte
	magic := make([]byte, len(pastMagic))
	if size < int64(len(tail)+len(magic)) {
		return errPast
	}
	if _, err := f.from.ReadAt(magic, 0); err != nil || string(magic) != pastMagic {
		return errPast
	}
	if _, err := f.from.ReadAt(tail[:], size-pastTail); err != nil || string(tail[8:]) != pastMagic[:4] {
		return errPast
	}
	n, sum := int64(binary.LittleEndian.Uint32(tail[:])), binary.LittleEndian.Uint32(tail[4:])
	end := size - pastTail - n
	if end < int64(len(magic)) {
		return errPast
	}
	data := make([]byte, n)
	if _, err := f.from.ReadAt(data, end); err != nil || crc32.Checksum(data, castagnoli) != sum {
		return errPast
	}
	u := &unpacker{rest: string(data)}
	at := int64(len(magic))
	for u.rest != "" {
		one := part{kind: u.count(), first: u.text(), offset: at, size: int(u.number()), sum: uint32(u.unsigned())}
		at += int64(one.size)
		f.parts = append(f.parts, one)
		if one.size < 0 || at > end {
			return errPast
		}
	}
	if u.broken || at != end || len(f.parts) == 0 {
		return errPast
	}
	return nil
}

func (f *pastFile) read(i int) (string, error) {
	p := f.parts[i]
	data := make([]byte, p.size)
	if _, err := f.from.ReadAt(data, p.offset); err != nil || crc32.Checksum(data, castagnoli) != p.sum {
		return "", errPast
	}
	return string(data), nil
}

// of lists the parts of a kind.
func (f *pastFile) of(kind int) (list []int) {
	for i, p := range f.parts {
		if p.kind == kind {
			list = append(list, i)
		}
	}
	return list
}

// holding finds the part of a kind that holds a path, if any does.
func (f *pastFile) holding(kind int, path string) (int, bool) {
	list := f.of(kind)
	i, exact := slices.BinarySearchFunc(list, path, func(i int, path string) int { return strings.Compare(f.parts[i].first, path) })
	if !exact {
		i--
	}
	if i < 0 {
		return 0, false
	}
	return list[i], true
}

// snapshot reads the files that there were.
func (f *pastFile) snapshot() ([]source.File, error) {
	var list []source.File
	for _, i := range f.of(snapPart) {
		if err := f.unpack(i, func(u *unpacker) { list = append(list, u.file()) }); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// heads reads what is known of a part's heads.
func (f *pastFile) heads(i int) (list []knownHead, err error) {
	list = make([]knownHead, 0, pastPart)
	err = f.unpack(i, func(u *unpacker) { list = append(list, u.known()) })
	return list, err
}

func (f *pastFile) bodies(i int) (map[string]*said, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if known, read := f.said[i]; read {
		return known, nil
	}
	known := make(map[string]*said, pastPart)
	err := f.unpack(i, func(u *unpacker) {
		path, body := u.body()
		known[path] = body
	})
	f.said[i] = known
	return known, err
}

func (f *pastFile) outputs(i int) (map[string]output.File, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if known, read := f.made[i]; read {
		return known, nil
	}
	known := make(map[string]output.File, pastPart)
	err := f.unpack(i, func(u *unpacker) {
		file := u.output()
		known[file.Path] = file
	})
	f.made[i] = known
	return known, err
}

func (f *pastFile) looked(i int) (list []lookedFile, err error) {
	data, err := f.read(i)
	if err != nil {
		return nil, err
	}
	return list, decodeGob(data, &list)
}

func (f *pastFile) unpack(i int, one func(*unpacker)) error {
	data, err := f.read(i)
	if err != nil {
		return err
	}
	u := &unpacker{rest: data}
	for u.rest != "" {
		one(u)
	}
	if u.broken {
		return errPast
	}
	return nil
}

// whole reads everything; nil where something cannot be read.
func (p *Past) whole(ctx context.Context) *Past {
	switch {
	case p == nil:
		return nil
	case p.under != nil:
		return p.flat()
	case p.file == nil:
		return p
	}
	f := p.file
	read := make([]*Past, len(f.parts))
	err := par.Each(ctx, 0, len(f.parts), func(i int) (err error) {
		read[i], err = f.part(i)
		return err
	})
	if err != nil {
		return nil
	}
	all := newPast()
	all.key, all.began, all.outcome = p.key, p.began, p.outcome
	for _, some := range read {
		maps.Copy(all.heads, some.heads)
		maps.Copy(all.bodies, some.bodies)
		maps.Copy(all.outputs, some.outputs)
		maps.Copy(all.looked, some.looked)
		all.files = append(all.files, some.files...)
	}
	return all
}

func (f *pastFile) part(i int) (p *Past, err error) {
	p = &Past{}
	switch f.parts[i].kind {
	case snapPart:
		err = f.unpack(i, func(u *unpacker) { p.files = append(p.files, u.file()) })
	case pagesPart:
		p.heads = make(map[string]knownHead, pastPart)
		err = f.unpack(i, func(u *unpacker) {
			k := u.known()
			p.heads[k.file.Path] = k
		})
	case bodiesPart:
		p.bodies, err = f.bodies(i)
	case outputsPart:
		p.outputs, err = f.outputs(i)
	case lookedPart:
		var list []lookedFile
		list, err = f.looked(i)
		p.looked = make(map[string]lookedFile, len(list))
		for _, l := range list {
			p.looked[l.File.Path] = l
		}
	}
	return p, err
}

// making is a part that is to be written: made anew, or copied.
type making struct {
	part
	make func(*packer)
	copy *part // of the file that the Past was read from
}

// Write writes the file of a Past. A batch of parts is made side by side, then written: little room is needed for it.
func (p *Past) Write(ctx context.Context, w io.Writer) error {
	const batch = 16
	if _, err := io.WriteString(w, pastMagic); err != nil {
		return err
	}
	if p.under != nil {
		p = p.flat()
	}
	var list packer
	for parts := range slices.Chunk(p.split(), batch) {
		made, err := par.Map(ctx, 0, parts, func(m making) (*bytes.Buffer, error) { return m.data(p.file) })
		if err != nil {
			return err
		}
		for i, data := range made {
			list.count(parts[i].kind)
			list.text(parts[i].first)
			list.number(int64(data.Len()))
			sum := crc32.Checksum(data.Bytes(), castagnoli)
			if parts[i].copy != nil {
				sum = parts[i].copy.sum // damage stays damage
			}
			list.b = binary.AppendUvarint(list.b, uint64(sum))
			_, err := w.Write(data.Bytes())
			giveBack(data)
			if err != nil {
				return err
			}
		}
	}
	tail := binary.LittleEndian.AppendUint32(nil, uint32(len(list.b)))
	tail = binary.LittleEndian.AppendUint32(tail, crc32.Checksum(list.b, castagnoli))
	_, err := w.Write(append(append(list.b, tail...), pastMagic[:4]...))
	return err
}

func (m making) data(from *pastFile) (*bytes.Buffer, error) {
	b := borrow()
	if m.copy != nil {
		_, err := b.ReadFrom(io.NewSectionReader(from.from, m.copy.offset, int64(m.copy.size)))
		return b, err
	}
	b.Grow(pastPart << 10)
	p := packer{b.AvailableBuffer()}
	m.make(&p)
	b.Write(p.b)
	return b, nil
}

// split gives what makes the parts.
func (p *Past) split() []making {
	parts := []making{{part{kind: headPart}, func(k *packer) { k.b = append(k.b, packGob(pastHead{p.key, p.began, p.outcome})...) }, nil}}
	parts = append(parts, chunks(snapPart, p.files, func(f source.File) string { return f.Path }, func(k *packer, f source.File) { k.file(&f) })...)
	if p.file != nil {
		return append(parts, p.amended()...)
	}
	itself := func(path string) string { return path }
	parts = append(parts, chunks(pagesPart, slices.Sorted(maps.Keys(p.heads)), itself, func(k *packer, path string) {
		known := p.heads[path]
		k.known(&known)
	})...)
	parts = append(parts, chunks(bodiesPart, slices.Sorted(maps.Keys(p.bodies)), itself, func(k *packer, path string) { k.body(path, p.bodies[path]) })...)
	parts = append(parts, chunks(outputsPart, slices.Sorted(maps.Keys(p.outputs)), itself, func(k *packer, path string) {
		f := p.outputs[path]
		k.output(&f)
	})...)
	return append(parts, making{part{kind: lookedPart}, func(k *packer) { k.b = append(k.b, packGob(p.lookedFiles())...) }, nil})
}

func chunks[T any](kind int, list []T, path func(T) string, pack func(*packer, T)) (parts []making) {
	for some := range slices.Chunk(list, pastPart) {
		parts = append(parts, making{part{kind: kind, first: path(some[0])}, func(k *packer) {
			for _, one := range some {
				pack(k, one)
			}
		}, nil})
	}
	return parts
}

// amended gives the parts of a Past that says of some pages and outputs something else than the file which it was read from. It says nothing of
// paths that are not in the file.
func (p *Past) amended() (parts []making) {
	f := p.file
	changed := map[int]bool{}
	note := func(kind int, path string) {
		if i, found := f.holding(kind, path); found {
			changed[i] = true
		}
	}
	for path := range p.heads {
		note(pagesPart, path)
	}
	for path := range p.bodies {
		note(bodiesPart, path)
	}
	for path := range p.outputs {
		note(outputsPart, path)
	}
	for i, old := range f.parts {
		m := making{part: part{kind: old.kind, first: old.first}, copy: &f.parts[i]}
		if changed[i] {
			m.copy, m.make = nil, func(k *packer) { p.amend(k, i) }
		}
		if old.kind > snapPart {
			parts = append(parts, m)
		}
	}
	return parts
}

// amend packs a part again, with what has changed. What is in a damaged one gets lost.
func (p *Past) amend(k *packer, i int) {
	f := p.file
	switch f.parts[i].kind {
	case pagesPart:
		list, _ := f.heads(i)
		for _, known := range list {
			if now, changed := p.heads[known.file.Path]; changed {
				known = now
			}
			k.known(&known)
		}
	case bodiesPart:
		list, _ := f.bodies(i)
		for _, path := range slices.Sorted(maps.Keys(list)) {
			k.body(path, cmp.Or(p.bodies[path], list[path]))
		}
	case outputsPart:
		list, _ := f.outputs(i)
		for _, path := range slices.Sorted(maps.Keys(list)) {
			file := list[path]
			if now, changed := p.outputs[path]; changed {
				file = now
			}
			k.output(&file)
		}
	}
}

func packGob(v any) []byte {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(v); err != nil {
		panic(err) // a type that gob does not know: the program is wrong
	}
	return b.Bytes()
}

func decodeGob(data string, v any) error {
	if err := gob.NewDecoder(strings.NewReader(data)).Decode(v); err != nil {
		return errors.Join(errPast, err)
	}
	return nil
}

func records(problems []diag.Problem) []diag.Record {
	var list []diag.Record
	for _, p := range problems {
		list = append(list, p.Record())
	}
	return list
}

func problemsOf(records []diag.Record) ([]diag.Problem, error) {
	var list []diag.Problem
	for _, r := range records {
		p, known := r.Problem()
		if !known {
			return nil, errPast
		}
		list = append(list, p)
	}
	return list, nil
}
