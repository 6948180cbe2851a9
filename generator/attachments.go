package generator

import (
	"cmp"
	"context"
	"crypto/sha256"
	"io"
	"maps"
	"slices"
	"sync"

	"courtsite/generator/diag"
	"courtsite/generator/gate"
	"courtsite/generator/gate/attach"
	"courtsite/generator/output"
	"courtsite/generator/par"
	"courtsite/generator/source"
)

// attachments looks into every file that pages name, before any is copied: documents, tables, archives, pictures. The same content is looked
// into once, whatever it is called, and not again in a later build.
func (b *build) attachments(ctx context.Context) error {
	maps.Copy(b.files, b.plan.Named)
	names := slices.Sorted(maps.Keys(b.files))
	reports := b.past.reports()
	return par.Each(ctx, b.in.Jobs, len(names), func(i int) error {
		f, ok := b.inspect(names[i], reports)
		if !ok {
			return nil // copies tells
		}
		b.log.Add(gate.Attachment(names[i], f.Digest.String(), f.Report, b.corpus.Site.Strict)...)
		b.mu.Lock()
		defer b.mu.Unlock()
		b.next.looked[names[i]] = f
		return nil
	})
}

// lookedFile is a file that was looked into.
type lookedFile struct {
	File   source.File
	Digest output.Digest
	Report attach.Report
}

// inspect gives what is in a file: what is known, if it has not changed.
func (b *build) inspect(name string, reports *reports) (lookedFile, bool) {
	file, _ := b.snap.Lookup(name)
	if known, found := b.past.report(file); found {
		return known, true
	}
	data, ok := b.whole(name)
	if !ok {
		return lookedFile{}, false
	}
	digest, report := reports.of(name, data)
	return lookedFile{file, digest, report}, true
}

// whole reads a file, of one that is too large to be looked into one byte more than would be.
func (b *build) whole(name string) ([]byte, bool) {
	file, err := b.snap.Open(name)
	if err != nil {
		return nil, false
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, attach.MostBytes+1))
	return data, err == nil
}

// unlooked tells a file that is copied with other bytes than those that were looked into. A check copies nothing.
func (b *build) unlooked(name string, copied output.Digest, size int64) {
	if copied != (output.Digest{}) && copied != b.next.looked[name].Digest && size <= attach.MostBytes {
		b.log.Add(diag.New(diag.SourceChanged, diag.Pos{Path: name}))
	}
}

// report gives what was found in a file that has not changed.
func (p *Past) report(f source.File) (lookedFile, bool) {
	if p == nil {
		return lookedFile{}, false
	}
	known, found := p.looked[f.Path]
	return known, found && p.unchanged(f, known.File)
}

// lookedFiles lists the files that were looked into, for a file.
func (p *Past) lookedFiles() []lookedFile {
	return slices.SortedFunc(maps.Values(p.looked), func(a, b lookedFile) int { return cmp.Compare(a.File.Path, b.File.Path) })
}

// reports are what was found in files, by their content. Safe for concurrent use.
type reports struct {
	mu   sync.Mutex
	made map[content]*made
}

// content is all that a report depends on.
type content struct {
	digest output.Digest
	key    string
}

// made is a report that the first makes who asks for it.
type made struct {
	once sync.Once
	attach.Report
}

// reports begins with what is known of contents.
func (p *Past) reports() *reports {
	r := &reports{made: map[content]*made{}}
	if p == nil {
		return r
	}
	for name, f := range p.looked {
		known := &made{Report: f.Report}
		known.once.Do(func() {})
		r.made[content{f.Digest, attach.Key(name)}] = known
	}
	return r
}

func (r *reports) of(name string, data []byte) (output.Digest, attach.Report) {
	c := content{sha256.Sum256(data), attach.Key(name)}
	r.mu.Lock()
	if r.made[c] == nil {
		r.made[c] = &made{}
	}
	one := r.made[c]
	r.mu.Unlock()
	one.once.Do(func() { one.Report = attach.Check(name, data) })
	return c.digest, one.Report
}
