package publish

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io/fs"
	"slices"
	"sync"
	"time"

	"courtsite/generator/output"
	"courtsite/generator/par"
)

// Input is everything that a run depends on.
type Input struct {
	Tree      fs.FS // the finished tree, with its manifest
	Target    Target
	Serving   Serving
	Site      string    // tells this site from others, whatever its address: a place belongs to the first that was published there; "" for any
	Publisher string    // a file name that no other publisher has, and that the same one has each time: it may take over what it left itself
	Now       time.Time // no page whose time has not come goes out
	Jobs      int       // transfers at a time; 0 for [DefaultJobs]
	PerSecond int       // the limit of all transfers together, in bytes in a second; 0 for none
	MaxDelete int       // how many objects may be deleted; negative for a tenth of what was published
	TakeOver  bool      // replace other people's objects where the site needs their names, and another site as a whole
	DryRun    bool      // make the plan and do nothing

	Announce func(*Plan)                                // is told the plan before anything is done; nil for nobody
	Progress func(done, total int)                      // is told after every step; nil for nobody. Called by several goroutines
	Wait     func(context.Context, time.Duration) error // between attempts; nil for sleeping
}

// DefaultJobs is how many transfers run at a time: most of each is waiting for the target.
const DefaultJobs = 8

// Run publishes a tree. The plan that it gives is nil where none could be made; what was done of it, the target's record knows.
func Run(ctx context.Context, in Input) (*Plan, error) {
	in.Jobs = cmp.Or(in.Jobs, DefaultJobs)
	if in.Wait == nil {
		in.Wait = wait
	}
	tidy := func() error { return nil }
	if t, ok := in.Target.(interface{ Tidy() error }); ok {
		tidy = t.Tidy
	}
	in.Target = patient{limit(in.Target, in.PerSecond), in.Wait}
	wanted, err := in.wanted()
	if err != nil {
		return nil, err
	}
	known, raw, err := in.record(ctx)
	if err != nil {
		return nil, err
	}
	plan, err := makePlan(ctx, &in, wanted, known)
	if err != nil {
		return nil, err
	}
	if in.Announce != nil {
		in.Announce(plan)
	}
	if err := in.permit(ctx, plan); err != nil || in.DryRun || plan.Idle() {
		return plan, err
	}
	r := &run{in: &in, wanted: wanted, plan: plan, tidy: tidy}
	return plan, r.claimed(ctx, raw)
}

// record reads what is known of the target, and makes sure that it is this site's.
func (in *Input) record(ctx context.Context) (*record, []byte, error) {
	known, raw, err := readRecord(ctx, in.Target)
	if err != nil {
		return nil, nil, err
	}
	if known.Site != "" && in.Site != "" && known.Site != in.Site && !in.TakeOver {
		return nil, nil, &ErrOtherSite{known.Site}
	}
	site := cmp.Or(in.Site, known.Site)
	known.Site, known.renamed = site, known.Site != site && raw != nil
	return known, raw, nil
}

// wanted lists what is to stand at the target, the manifest included.
func (in *Input) wanted() ([]output.File, error) {
	data, err := fs.ReadFile(in.Tree, output.ManifestName)
	if err != nil {
		return nil, &ErrTree{output.ManifestName, err}
	}
	m, err := output.ReadManifest(in.Tree)
	if err != nil {
		return nil, &ErrTree{output.ManifestName, err}
	}
	if m.Gate == "" {
		return nil, ErrGate
	}
	var wanted []output.File
	for _, f := range m.Files {
		if isOwn(f.Path + "/") {
			return nil, &ErrReserved{f.Path}
		}
		if at, err := time.Parse(time.RFC3339, f.Published); err == nil && at.After(in.Now) {
			return nil, &ErrEarly{f.Path, f.Published}
		}
		if !in.Serving.skips(f) {
			wanted = append(wanted, f)
		}
	}
	return append(wanted, output.File{
		Path: output.ManifestName, SHA256: output.Sum(data).String(), Size: int64(len(data)), MediaType: "application/json", Kind: manifestKind,
	}), nil
}

// permit refuses a plan that must not be carried out.
func (in *Input) permit(ctx context.Context, p *Plan) error {
	if planned, allowed := p.deletions(), p.allowed(in.MaxDelete); planned > allowed {
		return &ErrDeletions{planned, allowed}
	}
	return inspect(ctx, in, p.Puts())
}

// run is a plan being carried out.
type run struct {
	in     *Input
	wanted []output.File
	plan   *Plan
	claim  *claim
	tidy   func() error // removes what killed runs left half written

	mu   sync.Mutex // guards what follows
	done int
}

// claimed does the work while no other publisher does. If another one has finished since the plan was made, the plan is made again.
func (r *run) claimed(ctx context.Context, raw []byte) (err error) {
	if r.claim, err = takeClaim(ctx, r.in.Target, r.in.Publisher); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.claim.drop(ctx)) }()
	known, now, err := r.in.record(ctx)
	if err != nil {
		return err
	}
	if !bytes.Equal(now, raw) {
		again, err := makePlan(ctx, r.in, r.wanted, known)
		if err != nil {
			return err
		}
		*r.plan = *again
		if err := r.in.permit(ctx, r.plan); err != nil {
			return err
		}
	}
	return par.Beside(ctx, r.claim.keep, r.work)
}

// work carries the plan out, stage after stage.
func (r *run) work(ctx context.Context) error {
	if err := r.tidy(); err != nil {
		return err
	}
	if err := r.begin(ctx); err != nil {
		return err
	}
	for stage := range stages + 1 {
		steps := r.plan.stage(stage)
		if len(steps) > 0 && stage >= stageManifest {
			if err := r.claim.holds(ctx); err != nil {
				return err
			}
		}
		if err := par.Each(ctx, r.in.Jobs, len(steps), func(i int) error { return r.step(ctx, steps[i]) }); err != nil {
			return err
		}
	}
	return r.end(ctx)
}

// begin writes down what is about to be stored.
func (r *run) begin(ctx context.Context) error {
	puts := r.plan.Puts()
	if len(puts) == 0 {
		return nil
	}
	pending := r.plan.known.Pending
	for _, s := range puts {
		b := pending[s.Name]
		b.Kind = s.file.Kind
		if !slices.Contains(b.Stamps, s.object.Stamp) {
			b.Stamps = append(b.Stamps, s.object.Stamp)
		}
		pending[s.Name] = b
	}
	return r.store(ctx, r.plan.known)
}

func (r *run) step(ctx context.Context, s Step) error {
	if s.Delete {
		if err := r.in.Target.Delete(ctx, s.Name); err != nil {
			return err
		}
	} else if err := r.put(ctx, s); err != nil {
		return err
	}
	r.mu.Lock()
	r.done++
	done := r.done
	r.mu.Unlock()
	if r.in.Progress != nil {
		r.in.Progress(done, len(r.plan.Steps))
	}
	return nil
}

func (r *run) put(ctx context.Context, s Step) (err error) {
	body, err := open(r.in.Tree, s.file, &s.object)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, body.close()) }()
	version, err := r.in.Target.Put(ctx, s.object, body)
	if err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.plan.found[s.Name] = version
	return nil
}

// end writes down what stands at the target now.
func (r *run) end(ctx context.Context) error {
	if err := r.claim.holds(ctx); err != nil {
		return err
	}
	now := newRecord()
	now.Site = r.plan.known.Site
	for _, f := range r.wanted {
		now.Objects[f.Path] = published{Stamp: r.plan.stamps[f.Path].Stamp, Version: r.plan.found[f.Path], Kind: f.Kind}
	}
	return r.store(ctx, now)
}

func (r *run) store(ctx context.Context, known *record) error {
	data, err := known.encode()
	if err != nil {
		return err
	}
	_, err = r.in.Target.Put(ctx, ownObject(recordName, data), bytes.NewReader(data))
	return err
}
