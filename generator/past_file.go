package generator

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"io"
	"maps"
	"reflect"
	"slices"
	"time"

	"courtsite/generator/diag"
	"courtsite/generator/output"
	"courtsite/generator/page"
	"courtsite/generator/par"
)

// The file of a [Past]: a line that says what it is, parts of it, each with its length before it, and the SHA-256 of the parts. They
// are made and read side by side. A file that is damaged, cut off or another version's is no Past at all.
const (
	pastMagic = "courtsite past 3\n"
	pastPart  = 256 // pages
)

var errPast = errors.New("the record of the last build cannot be read")

// pastHead is the first part.
type pastHead struct {
	Key     [sha256.Size]byte
	Began   time.Time
	Parts   int // of pages; those of outputs come after them, and the last is of attachments
	Outputs int
	Outcome *outcome
}

// Write writes the file of a Past. A batch of parts is made side by side, then written: little room is needed for it.
func (p *Past) Write(ctx context.Context, w io.Writer) error {
	const batch = 16
	sum := sha256.New()
	to := io.MultiWriter(w, sum)
	if _, err := io.WriteString(w, pastMagic); err != nil {
		return err
	}
	for parts := range slices.Chunk(p.split(), batch) {
		made, err := par.Map(ctx, 0, parts, encodePart)
		if err != nil {
			return err
		}
		for _, part := range made {
			_, err = to.Write(binary.AppendUvarint(nil, uint64(part.Len())))
			if err == nil {
				_, err = to.Write(part.Bytes())
			}
			giveBack(part)
			if err != nil {
				return err
			}
		}
	}
	_, err := w.Write(sum.Sum(nil))
	return err
}

// split gives what makes the parts.
func (p *Past) split() []func([]byte) []byte {
	paths := slices.Collect(slices.Chunk(slices.Sorted(maps.Keys(p.heads)), pastPart))
	outputs := slices.Collect(slices.Chunk(slices.Sorted(maps.Keys(p.outputs)), pastPart))
	parts := []func([]byte) []byte{func(b []byte) []byte {
		return packGob(b, pastHead{p.key, p.began, len(paths), len(outputs), p.outcome})
	}}
	for _, some := range paths {
		parts = append(parts, func(b []byte) []byte {
			for _, path := range some {
				b = p.packPage(b, path)
			}
			return b
		})
	}
	for _, some := range outputs {
		parts = append(parts, func(b []byte) []byte {
			for _, path := range some {
				b = pack(b, reflect.ValueOf(p.outputs[path]))
			}
			return b
		})
	}
	return append(parts, func(b []byte) []byte { return packGob(b, p.lookedFiles()) })
}

func encodePart(part func([]byte) []byte) (*bytes.Buffer, error) {
	b := borrow()
	b.Grow(pastPart << 11)
	b.Write(part(b.AvailableBuffer()))
	return b, nil
}

// packPage packs what is known of a page.
func (p *Past) packPage(b []byte, path string) []byte {
	known := p.heads[path]
	b = pack(b, reflect.ValueOf(known.file))
	b = pack(b, reflect.ValueOf(known.head).Elem())
	b = packProblems(b, known.problems)
	body := p.bodies[path]
	there := body != nil && body.digest == known.head.Digest
	b = pack(b, reflect.ValueOf(there))
	if !there {
		return b
	}
	b = packProblems(b, body.problems)
	for _, v := range []any{body.summary, body.anchors, body.headings, body.text, len(body.links)} {
		b = pack(b, reflect.ValueOf(v))
	}
	for _, l := range body.links { // without the path in each place
		for _, v := range []any{l.Dest, l.Image, l.Alt, l.Pos.Line, l.Pos.Col} {
			b = pack(b, reflect.ValueOf(v))
		}
	}
	return b
}

// packProblems packs problems, which few pages have, in gob: their arguments are of any type.
func packProblems(b []byte, problems []diag.Problem) []byte {
	if len(problems) == 0 {
		return append(b, 0)
	}
	data := packGob(nil, records(problems))
	return append(binary.AppendUvarint(b, uint64(len(data))), data...)
}

func packGob(b []byte, v any) []byte {
	w := bytes.NewBuffer(b)
	if err := gob.NewEncoder(w).Encode(v); err != nil {
		panic(err) // a type that gob does not know: the program is wrong
	}
	return w.Bytes()
}

// ReadPast reads the file of a Past.
func ReadPast(data []byte) (*Past, error) {
	parts, err := pastParts(data)
	if err != nil {
		return nil, err
	}
	var head pastHead
	if err := decodePart(parts[0], &head); err != nil {
		return nil, err
	}
	if head.Parts < 0 || head.Outputs < 0 || 1+head.Parts+head.Outputs+1 != len(parts) {
		return nil, errPast
	}
	return &Past{key: head.Key, began: head.Began, outcome: head.Outcome, parts: parts[1:], paged: head.Parts}, nil
}

// whole reads what has been left in the file's parts; nil where they cannot be read. A build in which nothing has changed never asks.
func (p *Past) whole(ctx context.Context) *Past {
	if p == nil || p.parts == nil {
		return p
	}
	read := make([]*Past, len(p.parts))
	err := par.Each(ctx, 0, len(p.parts), func(i int) (err error) {
		read[i], err = p.part(i)
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
	}
	return all
}

// part reads one part: pages, then outputs, and in the last one files that were looked into.
func (p *Past) part(i int) (*Past, error) {
	read := newPast()
	if i == len(p.parts)-1 {
		var files []lookedFile
		if err := decodePart(p.parts[i], &files); err != nil {
			return nil, err
		}
		for _, f := range files {
			read.looked[f.File.Path] = f
		}
		return read, nil
	}
	u := &unpacker{b: p.parts[i]}
	for len(u.b) > 0 {
		if i < p.paged {
			read.unpackPage(u)
			continue
		}
		var f output.File
		u.value(reflect.ValueOf(&f).Elem())
		read.outputs[f.Path] = f
	}
	if u.broken {
		return nil, errPast
	}
	return read, nil
}

func (p *Past) unpackPage(u *unpacker) {
	known := knownHead{head: new(page.Head)}
	u.value(reflect.ValueOf(&known.file).Elem())
	u.value(reflect.ValueOf(known.head).Elem())
	known.problems = u.problems()
	path := known.file.Path
	p.heads[path] = known
	if u.byte() == 0 {
		return
	}
	body := &said{digest: known.head.Digest, problems: u.problems()}
	for _, v := range []any{&body.summary, &body.anchors, &body.headings, &body.text} {
		u.value(reflect.ValueOf(v).Elem())
	}
	for n := u.number(); n > 0 && !u.broken; n-- {
		l := page.Link{Pos: diag.Pos{Path: path}}
		for _, v := range []any{&l.Dest, &l.Image, &l.Alt, &l.Pos.Line, &l.Pos.Col} {
			u.value(reflect.ValueOf(v).Elem())
		}
		body.links = append(body.links, l)
	}
	p.bodies[path] = body
}

func (u *unpacker) problems() []diag.Problem {
	n := u.count()
	if n == 0 {
		return nil
	}
	var list []diag.Record
	if err := decodePart(u.bytes(n), &list); err != nil {
		u.b, u.broken = nil, true
		return nil
	}
	problems, err := problemsOf(list)
	u.broken = u.broken || err != nil
	return problems
}

// pastParts takes the file apart.
func pastParts(data []byte) ([][]byte, error) {
	rest, ours := bytes.CutPrefix(data, []byte(pastMagic))
	end := len(rest) - sha256.Size
	if !ours || end < 0 || sha256.Sum256(rest[:end]) != [sha256.Size]byte(rest[end:]) {
		return nil, errPast
	}
	rest = rest[:end]
	var parts [][]byte
	for len(rest) > 0 {
		n, size := binary.Uvarint(rest)
		if size <= 0 || n > uint64(len(rest)-size) {
			return nil, errPast
		}
		parts = append(parts, rest[size:size+int(n)])
		rest = rest[size+int(n):]
	}
	if len(parts) == 0 {
		return nil, errPast
	}
	return parts, nil
}

func decodePart(data []byte, v any) error {
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(v); err != nil {
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
