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
	"slices"
	"time"

	"courtsite/generator/diag"
	"courtsite/generator/output"
	"courtsite/generator/page"
	"courtsite/generator/par"
	"courtsite/generator/source"
)

// The file of a [Past]: a line that says what it is, parts of it in gob, each with its length before it, and the SHA-256 of the parts. They
// are read side by side. A file that is damaged, cut off or another version's is no Past at all.
const (
	pastMagic = "courtsite past 1\n"
	pastPart  = 256 // pages
)

var errPast = errors.New("the record of the last build cannot be read")

// pastHead is the first part.
type pastHead struct {
	Key     [sha256.Size]byte
	Began   time.Time
	Parts   int // of pages; those of outputs come after them
	Outputs int
	Outcome *outcome
}

// pastPage is what is known of a page.
type pastPage struct {
	File     source.File
	Head     page.Head
	Problems []diag.Record
	Body     *pastBody // nil where the page is not published
}

type pastBody struct {
	Problems []diag.Record
	Summary  string
	Anchors  []string
	Headings []page.Heading
	Links    []page.Link
	Text     [sha256.Size]byte
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
func (p *Past) split() []func() any {
	paths := slices.Collect(slices.Chunk(slices.Sorted(maps.Keys(p.heads)), pastPart))
	outputs := slices.Collect(slices.Chunk(slices.Sorted(maps.Keys(p.outputs)), pastPart))
	parts := []func() any{func() any { return pastHead{p.key, p.began, len(paths), len(outputs), p.outcome} }}
	for _, some := range paths {
		parts = append(parts, func() any { return p.pages(some) })
	}
	for _, some := range outputs {
		parts = append(parts, func() any {
			list := make([]output.File, 0, pastPart)
			for _, path := range some {
				list = append(list, p.outputs[path])
			}
			return list
		})
	}
	return parts
}

func encodePart(part func() any) (*bytes.Buffer, error) {
	b := borrow()
	return b, gob.NewEncoder(b).Encode(part())
}

func (p *Past) pages(paths []string) []pastPage {
	list := make([]pastPage, 0, len(paths))
	for _, path := range paths {
		known := p.heads[path]
		one := pastPage{File: known.file, Head: *known.head, Problems: records(known.problems)}
		if body := p.bodies[path]; body != nil && body.digest == known.head.Digest {
			one.Body = &pastBody{records(body.problems), body.summary, body.anchors, body.headings, inFile(body.links, ""), body.text}
		}
		list = append(list, one)
	}
	return list
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
	if head.Parts < 0 || head.Outputs < 0 || 1+head.Parts+head.Outputs != len(parts) {
		return nil, errPast
	}
	return &Past{key: head.Key, began: head.Began, outcome: head.Outcome, parts: parts[1:], paged: head.Parts}, nil
}

// whole reads what has been left in the file's parts; nil where they cannot be read. A build in which nothing has changed never asks.
func (p *Past) whole(ctx context.Context) *Past {
	if p == nil || p.parts == nil {
		return p
	}
	outputs := len(p.parts) - p.paged
	pages, made := make([][]pastPage, p.paged), make([][]output.File, outputs)
	err := par.Each(ctx, 0, len(p.parts), func(i int) error {
		if i < p.paged {
			return decodePart(p.parts[i], &pages[i])
		}
		return decodePart(p.parts[i], &made[i-p.paged])
	})
	if err != nil {
		return nil
	}
	read := &Past{
		key: p.key, began: p.began, outcome: p.outcome, heads: make(map[string]knownHead, pastPart*len(pages)), bodies: make(map[string]*said, pastPart*len(pages)),
		outputs: make(map[string]output.File, pastPart*len(made)),
	}
	for _, list := range pages {
		for i := range list {
			if err := read.learn(&list[i]); err != nil {
				return nil
			}
		}
	}
	for _, list := range made {
		for _, f := range list {
			read.outputs[f.Path] = f
		}
	}
	return read
}

func (p *Past) learn(one *pastPage) error {
	known := knownHead{file: one.File, head: &one.Head}
	var err error
	if known.problems, err = problemsOf(one.Problems); err != nil {
		return err
	}
	p.heads[one.File.Path] = known
	if one.Body == nil {
		return nil
	}
	body := &said{digest: one.Head.Digest, summary: one.Body.Summary, anchors: one.Body.Anchors, headings: one.Body.Headings, links: inFile(one.Body.Links, one.File.Path), text: one.Body.Text}
	body.problems, err = problemsOf(one.Body.Problems)
	p.bodies[one.File.Path] = body
	return err
}

// inFile gives links with another path in their places: in the file it would stand there as often as there are links.
func inFile(links []page.Link, path string) []page.Link {
	list := slices.Clone(links)
	for i := range list {
		list[i].Pos.Path = path
	}
	return list
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
