package generator

import (
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
)

// attachments looks into every file that pages name, before any is copied: documents, tables, archives, pictures. The same content is looked
// into once, whatever it is called.
func (b *build) attachments(ctx context.Context) error {
	maps.Copy(b.files, b.plan.Named)
	names := slices.Sorted(maps.Keys(b.files))
	b.looked = make(map[string]output.Digest, len(names))
	var reports reports
	return par.Each(ctx, b.in.Jobs, len(names), func(i int) error {
		data, ok := b.whole(names[i])
		if !ok {
			return nil // copies tells
		}
		digest, report := reports.of(names[i], data)
		b.log.Add(gate.Attachment(names[i], report, b.corpus.Site.Strict)...)
		b.mu.Lock()
		defer b.mu.Unlock()
		b.looked[names[i]] = digest
		return nil
	})
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
	if copied != (output.Digest{}) && copied != b.looked[name] && size <= attach.MostBytes {
		b.log.Add(diag.New(diag.SourceChanged, diag.Pos{Path: name}))
	}
}

// reports are what was found in files, by their content. Safe for concurrent use.
type reports struct {
	mu   sync.Mutex
	made map[content]*looked
}

// content is all that a report depends on.
type content struct {
	digest output.Digest
	key    string
}

// looked is made by the first that asks for it.
type looked struct {
	once sync.Once
	attach.Report
}

func (r *reports) of(name string, data []byte) (output.Digest, attach.Report) {
	c := content{sha256.Sum256(data), attach.Key(name)}
	r.mu.Lock()
	if r.made == nil {
		r.made = map[content]*looked{}
	}
	if r.made[c] == nil {
		r.made[c] = &looked{}
	}
	made := r.made[c]
	r.mu.Unlock()
	made.once.Do(func() { made.Report = attach.Check(name, data) })
	return c.digest, made.Report
}
