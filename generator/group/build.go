package group

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"courtsite/generator"
	"courtsite/generator/diag"
	"courtsite/generator/directory"
	"courtsite/generator/output"
	"courtsite/generator/par"
	"courtsite/generator/plan"
)

// Options are what a run over the members depends on beside the group's files.
type Options struct {
	Now     time.Time
	Version string
	Program string // tells the program from others of the same version, while it is being developed
	Jobs    int    // members at a time; 0 for one per processor. Does not change the result
	Only    []string
	Shard   Shard
	Fresh   bool // build unchanged members too
	Vanish  bool // most pages of a member's previous site may vanish
	Check   bool // find problems, and write nothing
	Drafts  bool // with Check: drafts too
	// Progress is told how many of how many members are done, and how many pages they had; nil for nobody. Called by several goroutines.
	Progress func(done, total, pages int)
}

// Shard is one of several equal parts of the members: the K-th of N, from 1. The zero Shard is all of them.
type Shard struct{ K, N int }

// Status is how a member's build ended.
type Status string

const (
	Built     Status = "built"
	Unchanged Status = "unchanged"
	Elsewhere Status = "elsewhere" // built somewhere else; its record was made
	Failed    Status = "failed"    // its last good site stands
)

// Outcome is how it went for one member.
type Outcome struct {
	ID       string
	Status   Status
	Problems []diag.Problem // with paths from the group's folder
	Err      error          // what the machine refused
	Pages    int
	Files    int
	Bytes    int64
}

// Chosen lists the members that the options ask for. unknown are ids that no member has.
func (g *Group) Chosen(o Options) (chosen []*Member, unknown []string) {
	for i, m := range g.Members {
		if len(o.Only) > 0 && !slices.Contains(o.Only, m.ID) {
			continue
		}
		if o.Shard.N > 0 && i%o.Shard.N != o.Shard.K-1 {
			continue
		}
		chosen = append(chosen, m)
	}
	for _, id := range o.Only {
		if !slices.ContainsFunc(g.Members, func(m *Member) bool { return m.ID == id }) {
			unknown = append(unknown, id)
		}
	}
	return chosen, unknown
}

// Build builds the chosen members whose files have changed since their last build, and gives the outcomes in the order of their ids. The error is
// that of a cancelled context; what a member's own disk refuses is its outcome's.
func Build(ctx context.Context, g *Group, o Options) ([]Outcome, error) {
	chosen, _ := g.Chosen(o)
	r := &run{Group: g, Options: o, shared: &generator.Shared{}, outcomes: make([]Outcome, len(chosen)), common: g.common()}
	done := map[int]bool{}
	var err error
	if !o.Check {
		if done, err = r.senders(ctx, chosen); err != nil {
			return nil, err
		}
	}
	inputs := make([]inputs, len(chosen))
	var changed []int
	var mu sync.Mutex
	err = par.Each(ctx, o.Jobs, len(chosen), func(i int) error {
		if done[i] {
			return nil
		}
		m := chosen[i]
		inputs[i] = g.inputs(m, r.common, o.Version+o.Program)
		if !o.Fresh && !o.Check && !m.HasErrors() && m.Built == "" {
			if refusals, same := g.unchanged(m, inputs[i], o.Now); same {
				r.outcomes[i] = m.standing(refusals)
				r.note(m, &r.outcomes[i]) // what made it fail may have been mended elsewhere, and its files be as they were
				return nil
			}
		}
		mu.Lock()
		defer mu.Unlock()
		changed = append(changed, i)
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.Sort(changed)
	r.total = r.done + len(changed)
	// Members are small and many: each is built by one goroutine, unless there are fewer of them than processors.
	r.inner = max(1, par.Jobs(o.Jobs)/max(1, len(changed)))
	err = par.Each(ctx, o.Jobs, len(changed), func(n int) error {
		i := changed[n]
		r.outcomes[i] = r.member(ctx, chosen[i], inputs[i])
		r.progress(r.outcomes[i].Pages)
		return ctx.Err()
	})
	return r.outcomes, err
}

// standing is the outcome for a member whose site stands as it is.
func (m *Member) standing(refusals []diag.Problem) Outcome {
	return Outcome{ID: m.ID, Status: Unchanged, Problems: diag.Sort(slices.Concat(m.Problems, refusals))}
}

// run is one run over the members of a group.
type run struct {
	*Group
	Options
	shared    *generator.Shared
	directory *directory.Directory // for the portal; nil for members
	window    generator.Window     // of the documents that the portal shows; zero for members
	common    string
	inner     int
	outcomes  []Outcome

	mu          sync.Mutex
	done, total int
	pages       int
}

func (r *run) progress(pages int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done++
	r.pages += pages
	if r.Progress != nil {
		r.Progress(r.done, r.total, r.pages)
	}
}

// member builds one member. Whatever happens stays with it, an error of this program's included.
func (r *run) member(ctx context.Context, m *Member, in inputs) (o Outcome) {
	o = Outcome{ID: m.ID, Status: Failed, Problems: slices.Clone(m.Problems)}
	defer func() {
		if v := recover(); v != nil {
			o.Status, o.Err = Failed, fmt.Errorf("this program failed: %w", par.Recovered(v))
			r.note(m, &o)
		}
	}()
	if m.HasOwnErrors() {
		r.note(m, &o)
		return o
	}
	var err error
	switch {
	case m.Built != "":
		err = r.elsewhere(m, &o)
	case r.Check:
		err = m.settle(&o, func(o *Outcome) error {
			_, err := r.generate(ctx, m, nil, nil, o)
			return err
		})
	default:
		err = m.settle(&o, func(o *Outcome) error { return r.publish(ctx, m, in, o) })
	}
	o.Problems = diag.Sort(o.Problems)
	if err != nil {
		o.Status, o.Err = Failed, err
	}
	if ctx.Err() == nil {
		r.note(m, &o)
	}
	return o
}

// generate runs the pipeline on a member's files.
func (r *run) generate(ctx context.Context, m *Member, previous *output.Manifest, staging *output.Staging, o *Outcome) (*generator.Result, error) {
	var tree output.Tree
	site, closeSite, err := r.open(m)
	defer closeSite()
	if errors.Is(err, os.ErrPermission) || errors.Is(err, os.ErrNotExist) {
		o.Problems = append(o.Problems, diag.New(diag.SourceUnreadable, diag.Pos{Path: m.Folder}))
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	in := generator.Input{
		Site: site, Now: r.Now, BaseURL: m.baseURL, Version: r.Version, Program: r.Program, Vanish: r.Vanish, Jobs: r.inner, Drafts: r.Drafts && r.Check,
		Inherited: r.inherit(m), Shared: r.shared, OwnTheme: r.has(m, "themes"), OwnPhrases: r.has(m, "i18n"), Keep: true, Received: r.provenance(m),
		Directory: r.directory, Previous: previous,
	}
	if staging != nil {
		tree = staging
	}
	result, err := generator.Build(ctx, in, tree)
	if err != nil {
		return nil, err
	}
	refused := len(m.refused)
	r.refuse(m, result)
	for _, p := range result.Problems {
		inherited := p.Path == File
		p.Path = r.place(m, p.Path)
		switch p.Kind {
		case diag.GroupWithdrawn:
			p.Pos = diag.Pos{Path: File} // the same for all that showed it, so that it is told once
		case diag.ColumnBlank, diag.ColumnOverdue:
			if inherited && m == r.Portal {
				continue // its columns are the courts'
			}
			if inherited {
				p.Pos, _ = r.within(m, "catalogue") // whose columns these are
			}
		}
		o.Problems = append(o.Problems, p)
	}
	o.Problems = append(o.Problems, m.refusals...)
	result.Problems = append(append(result.Problems, m.refusals...), m.crowded()...) // the board counts them
	o.Pages, o.Files, o.Bytes = result.Pages, result.Files, result.Bytes
	if !diag.HasErrors(o.Problems) && len(m.refused) == refused {
		o.Status = Built
	}
	return result, nil
}

// publish builds a member and puts its new site in place of the old one, if nothing is wrong with it.
func (r *run) publish(ctx context.Context, m *Member, in inputs, o *Outcome) (err error) {
	target := r.Out(m)
	if info, err := os.Lstat(target); err == nil && !info.IsDir() {
		return &fs.PathError{Op: "open", Path: target, Err: syscall.ENOTDIR} // a link could lead into another member's
	}
	staging, err := output.Stage(target)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, staging.Discard()) }()
	result, err := r.generate(ctx, m, staging.Last(), staging, o)
	if err != nil || o.Status == Failed {
		return err
	}
	if err := staging.Commit(result.Manifest); err != nil {
		return err
	}
	if m != r.Portal {
		rec := r.record(m, result, r.Now)
		if err := cmp.Or(r.saveRecord(m, rec), r.mark(m, rec, r.Now)); err != nil {
			return err
		}
	}
	if r.window.Until.After(r.Now) && r.window.Until.Before(result.Window.Until) {
		result.Window.Until = r.window.Until
	}
	return r.remember(m, in, result.Window)
}

// has tells whether a member's own folder has something of a name.
func (g *Group) has(m *Member, name string) bool {
	_, err := os.Lstat(filepath.Join(g.folder(m), name))
	return err == nil
}

// provenance tells the pipeline where a member's received documents come from.
func (g *Group) provenance(m *Member) map[string]plan.Received {
	from := map[string]plan.Received{}
	for _, x := range m.shown() {
		from[x.place] = plan.Received{Court: x.stock.names, Canonical: x.canonical, Origin: x.stock.origin}
	}
	return from
}

// place is the path from the group's folder of a file that a member's build names.
func (g *Group) place(m *Member, name string) string {
	if name == File || g.settings.list != "" && name == g.settings.list {
		return name
	}
	for _, x := range m.received {
		if x.place == name {
			return path.Join(x.from.Folder, x.file)
		}
	}
	if ofGroup(name) && !g.has(m, filepath.FromSlash(name)) {
		return name
	}
	return path.Join(m.Folder, name)
}

// failure is what is remembered of a member whose last build failed.
type failure struct {
	At      time.Time      `json:"at"`
	Errors  map[string]int `json:"errors,omitempty"` // by code
	First   string         `json:"first,omitempty"`  // the first of them
	Machine string         `json:"machine,omitempty"`
}

// note remembers for the board that a member's build failed, or that it does not any more.
func (r *run) note(m *Member, o *Outcome) {
	name := filepath.Join(r.cache(m), "failure.json")
	if r.Check {
		return
	}
	if o.Status != Failed {
		os.Remove(name)
		return
	}
	f := failure{At: r.Now, Errors: map[string]int{}}
	for _, p := range o.Problems {
		if p.Severity == diag.Error {
			if f.Errors[p.Kind.Code]++; f.First == "" {
				f.First = strings.SplitN(p.Text(diag.ZH), "\n", 2)[0]
			}
		}
	}
	var p *par.Panic
	switch {
	case errors.As(o.Err, &p):
		f.Machine = fmt.Sprintf("this program failed: %v", p.Value) // the stack is for whoever runs the build, not for a board
	case o.Err != nil:
		f.Machine = o.Err.Error()
	}
	// Where even this cannot be written, the outcome itself tells it.
	_ = save(name, f)
}
