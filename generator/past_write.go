package generator

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"encoding/gob"
	"hash/crc32"
	"io"
	"maps"
	"slices"

	"courtsite/generator/par"
	"courtsite/generator/source"
)

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
