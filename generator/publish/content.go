package publish

import (
	"bytes"
	"context"
	"crypto/md5"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"

	"courtsite/generator/output"
	"courtsite/generator/par"
)

// inMemory is the size in bytes up to which a file is read once and sent from memory; larger ones are read twice.
const inMemory = 4 << 20

// body is the content of an object while it is on its way.
type body struct {
	io.ReaderAt
	close func() error
}

// open reads a file of the tree, makes sure that it is what the manifest tells, and completes the object with what servers want to know of
// its body. The body must be closed.
func open(tree fs.FS, f output.File, o *Object) (*body, error) {
	file, err := tree.Open(f.Path)
	if err != nil {
		return nil, &ErrTree{f.Path, err}
	}
	at, seekable := file.(io.ReaderAt)
	if !seekable || f.Size <= inMemory || o.Encoding != "" {
		defer file.Close()
		return load(file, f, o)
	}
	b := &body{at, file.Close}
	if err := o.measure(io.NewSectionReader(at, 0, f.Size+1)); err != nil {
		return nil, errors.Join(&ErrTree{f.Path, err}, file.Close())
	}
	if o.BodySHA256 != f.SHA256 {
		return nil, errors.Join(&ErrTree{Path: f.Path}, file.Close())
	}
	return b, nil
}

// load reads a file into memory, and compresses it there if its object is to be.
func load(file io.Reader, f output.File, o *Object) (*body, error) {
	data, err := io.ReadAll(io.LimitReader(file, f.Size+1))
	if err != nil {
		return nil, &ErrTree{f.Path, err}
	}
	if output.Sum(data).String() != f.SHA256 {
		return nil, &ErrTree{Path: f.Path}
	}
	if o.Encoding == "gzip" {
		data = output.Compress(data)
	}
	return &body{bytes.NewReader(data), func() error { return nil }}, o.measure(bytes.NewReader(data))
}

// measure fills in the size and the digests of a body.
func (o *Object) measure(body io.Reader) error {
	sha, md := sha256.New(), md5.New()
	size, err := io.Copy(io.MultiWriter(sha, md), body)
	o.Size, o.BodySHA256 = size, hex.EncodeToString(sha.Sum(nil))
	md.Sum(o.MD5[:0])
	return err
}

// inspect reads every file that is to be stored, before the first of them is.
func inspect(ctx context.Context, in *Input, puts []Step) error {
	return par.Each(ctx, in.Jobs, len(puts), func(i int) error {
		o := puts[i].object
		b, err := open(in.Tree, puts[i].file, &o)
		if err != nil {
			return err
		}
		return b.close()
	})
}
