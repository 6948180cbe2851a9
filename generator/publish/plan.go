package publish

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"slices"

	"courtsite/generator/output"
	"courtsite/generator/par"
)

// Reason is why an object is stored or deleted.
type Reason string

// The reasons for storing an object, then the one for deleting one.
const (
	New        Reason = "new"        // the target does not have it
	Changed    Reason = "changed"    // its content is another one than the last that was published
	Headers    Reason = "headers"    // only what the target is to tell about it changed
	Lost       Reason = "lost"       // it was published, and is not there any more
	Altered    Reason = "altered"    // somebody else changed it at the target
	Unfinished Reason = "unfinished" // a run that did not end may have left another version
	TakenOver  Reason = "taken-over" // it is somebody else's, and is to be replaced all the same

	Vanished Reason = "vanished" // the site has no such file any more
)

// Step is one object to be stored or deleted.
type Step struct {
	Name   string
	Delete bool
	Reason Reason
	Size   int64 // in the tree, in bytes
	stage  int
	file   output.File
	object Object
}

// Plan is what has to be done at a target.
type Plan struct {
	Steps     []Step   // in the order in which they will be done
	Unchanged int      // objects that stay as they are
	Left      []string // published once and gone from the site, but changed by somebody else since: they stay
	Bytes     int64    // to be sent, before compression

	known  *record
	found  map[string]string // versions of the objects that stay
	stamps map[string]Object // all objects of the site, by name
	stale  bool              // the record says less, or more, than is true
}

// Idle tells whether nothing has to be done.
func (p *Plan) Idle() bool { return len(p.Steps) == 0 && !p.stale }

// Puts are the steps that store something.
func (p *Plan) Puts() []Step {
	return slices.DeleteFunc(slices.Clone(p.Steps), func(s Step) bool { return s.Delete })
}

// deletions counts what [ErrDeletions] is about. Fingerprinted assets don't count: each change of the theme replaces them.
func (p *Plan) deletions() (planned int) {
	for _, s := range p.Steps {
		if s.Delete && p.known.kind(s.Name) != output.Asset {
			planned++
		}
	}
	return planned
}

// allowed gives how many objects may be deleted: most, or a tenth of what was published, rounded up, where most is negative.
func (p *Plan) allowed(most int) int {
	if most >= 0 {
		return most
	}
	return (len(p.known.Objects) + 9) / 10
}

// planner compares a site with a target.
type planner struct {
	in     *Input
	wanted []output.File
	listed map[string]Listed
	plan   *Plan
}

// makePlan compares the wanted files with what the record and a listing tell of the target. Where they leave a doubt, it asks for the object
// itself.
func makePlan(ctx context.Context, in *Input, wanted []output.File, known *record) (*Plan, error) {
	p := &planner{in: in, wanted: wanted, listed: map[string]Listed{}, plan: &Plan{known: known, found: map[string]string{}, stamps: map[string]Object{}}}
	list, err := in.Target.List(ctx, "")
	if err != nil {
		return nil, err
	}
	for _, o := range list {
		p.listed[o.Name] = o
	}
	if err := p.store(ctx); err != nil {
		return nil, err
	}
	if err := p.delete(ctx); err != nil {
		return nil, err
	}
	p.plan.arrange()
	return p.plan, nil
}

// store decides for every wanted file whether it has to be stored.
func (p *planner) store(ctx context.Context) error {
	steps, err := par.Map(ctx, p.in.Jobs, p.wanted, func(f output.File) (Step, error) {
		o := p.in.Serving.object(f)
		reason, err := p.compare(ctx, o)
		return Step{Name: f.Path, Reason: reason, Size: f.Size, stage: stageOf(f.Kind), file: f, object: o}, err
	})
	if err != nil {
		return err
	}
	var foreign []string
	for _, s := range steps {
		p.plan.stamps[s.Name] = s.object
		switch {
		case s.Reason == "":
			p.plan.Unchanged++
			p.plan.found[s.Name] = p.listed[s.Name].Version
			if was := p.plan.known.Objects[s.Name]; was.Stamp != s.object.Stamp || was.Version != p.listed[s.Name].Version {
				p.plan.stale = true
			}
			continue
		case s.Reason == TakenOver && !p.in.TakeOver:
			foreign = append(foreign, s.Name)
		}
		p.plan.Steps = append(p.plan.Steps, s)
		p.plan.Bytes += s.Size
	}
	if len(foreign) > 0 {
		return &ErrForeign{foreign}
	}
	return nil
}

// compare tells why an object has to be stored; "" if the target has it.
func (p *planner) compare(ctx context.Context, o Object) (Reason, error) {
	known := p.plan.known
	was, done := known.Objects[o.Name]
	there, found := p.listed[o.Name]
	_, begun := known.Pending[o.Name]
	switch {
	case !found && done:
		return Lost, nil
	case !found:
		return New, nil
	case done && !begun && was.Version == there.Version:
		return p.since(was, o), nil
	}
	mark, err := p.in.Target.Stat(ctx, o.Name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Lost, nil
	case err != nil:
		return "", err
	case mark.is(o.Stamp):
		return "", nil
	case !known.knows(o.Name):
		return TakenOver, nil
	case !known.ours(o.Name, mark):
		return Altered, nil
	}
	return Unfinished, nil
}

// since tells what has changed about an object since it was published.
func (p *planner) since(was published, o Object) Reason {
	switch {
	case was.Stamp == o.Stamp:
		return ""
	case digestOf(was.Stamp) == digestOf(o.Stamp):
		return Headers
	}
	return Changed
}

// delete plans the deletion of what was published and is not in the site any more. What somebody else changed since then stays.
func (p *planner) delete(ctx context.Context) error {
	known := p.plan.known
	var gone []string
	for name := range p.listed {
		if _, wanted := p.plan.stamps[name]; !wanted && !isOwn(name) && known.knows(name) {
			gone = append(gone, name)
		}
	}
	slices.Sort(gone)
	keep, err := par.Map(ctx, p.in.Jobs, gone, func(name string) (bool, error) {
		if was, done := known.Objects[name]; done && was.Version == p.listed[name].Version {
			return false, nil
		}
		mark, err := p.in.Target.Stat(ctx, name)
		if errors.Is(err, fs.ErrNotExist) {
			return false, nil
		}
		return !known.ours(name, mark), err
	})
	if err != nil {
		return err
	}
	for i, name := range gone {
		if keep[i] {
			p.plan.Left = append(p.plan.Left, name)
			continue
		}
		p.plan.Steps = append(p.plan.Steps, Step{Name: name, Delete: true, Reason: Vanished, stage: deletionOf(known.kind(name))})
	}
	p.plan.stale = p.plan.stale || known.renamed || len(known.Pending) > 0 || len(p.plan.Left) > 0
	for name := range known.Objects {
		_, wanted := p.plan.stamps[name]
		_, there := p.listed[name]
		p.plan.stale = p.plan.stale || !wanted && !there
	}
	return nil
}

// arrange puts the steps in the order of their stages.
func (p *Plan) arrange() {
	p.clearWay()
	slices.SortFunc(p.Steps, func(a, b Step) int {
		return cmp.Or(cmp.Compare(a.stage, b.stage), cmp.Compare(a.Name, b.Name))
	})
}
