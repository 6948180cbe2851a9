package generator

import (
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
	said  map[int]map[string]*said // by part, as far as they were asked for
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

// bodies reads what is known of a part's texts, once.
func (f *pastFile) bodies(i int) (map[string]*said, error) {
	return kept(f, f.said, i, (*unpacker).body)
}

// outputs reads what is known of a part's outputs, once.
func (f *pastFile) outputs(i int) (map[string]output.File, error) {
	return kept(f, f.made, i, func(u *unpacker) (string, output.File) {
		file := u.output()
		return file.Path, file
	})
}

// kept reads a part, unless it was read before. One that is damaged is never taken for read.
func kept[T any](f *pastFile, read map[int]map[string]T, i int, one func(*unpacker) (path string, what T)) (map[string]T, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if known, found := read[i]; found {
		return known, nil
	}
	known := make(map[string]T, pastPart)
	err := f.unpack(i, func(u *unpacker) {
		path, what := one(u)
		known[path] = what
	})
	if err == nil {
		read[i] = known
	}
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

// allHeads reads what is known of all heads.
func (p *Past) allHeads(ctx context.Context) (map[string]knownHead, error) {
	if p.file == nil {
		return p.heads, nil
	}
	read, err := par.Map(ctx, 0, p.file.of(pagesPart), p.file.heads)
	if err != nil {
		return nil, err
	}
	heads := make(map[string]knownHead, len(read)*pastPart)
	for _, list := range read {
		for _, k := range list {
			heads[k.file.Path] = k
		}
	}
	return heads, nil
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

func decodeGob(data string, v any) error {
	if err := gob.NewDecoder(strings.NewReader(data)).Decode(v); err != nil {
		return errors.Join(errPast, err)
	}
	return nil
}
