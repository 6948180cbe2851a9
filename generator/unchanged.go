package generator

import (
	"slices"
	"time"

	"courtsite/generator/diag"
	"courtsite/generator/gate"
	"courtsite/generator/source"
)

// outcome is what a build said, for a build that would say the same.
type outcome struct {
	Now, Until time.Time // the same input gives the same site from Now up to, but not including, Until
	Problems   []diag.Record
	Waived     []waivedRecord
	Counts     Counts
}

// holds tells whether the same files make the same site at a moment.
func (o *outcome) holds(now time.Time) bool { return !now.Before(o.Now) && now.Before(o.Until) }

// Unchanged gives the result of the last build where another one would come to the same: no file of the site has changed, and no page's, signature's or waiver's
// time has come or ended, nor has a day begun where the day matters. Whether the site that was made then still stands, the caller has to find out.
func Unchanged(in Input) (*Result, bool) {
	if in.Past == nil || in.Past.outcome == nil || !in.Past.outcome.holds(in.Now) {
		return nil, false
	}
	b := &build{in: in}
	if key, err := b.key(); err != nil || key != in.Past.key {
		return nil, false
	}
	then, err := in.Past.snapshot()
	if err != nil {
		return nil, false
	}
	snap, problems, err := scan(in.Site)
	if err != nil || len(problems) > 0 || !slices.EqualFunc(snap.Files(), then, in.Past.unchanged) {
		return nil, false
	}
	said, err := problemsOf(in.Past.outcome.Problems)
	if err != nil {
		return nil, false
	}
	waived, err := waivedOf(in.Past.outcome.Waived)
	if err != nil {
		return nil, false
	}
	return &Result{Problems: said, Waived: waived, Counts: in.Past.outcome.Counts}, true
}

// snapshot gives the files that there were.
func (p *Past) snapshot() ([]source.File, error) {
	if p.files == nil && p.file != nil {
		return p.file.snapshot()
	}
	return p.files, nil
}

// unchanged tells whether a file is what it was, as far as its size and time tell.
func (p *Past) unchanged(now, then source.File) bool {
	return now.Path == then.Path && now.Size == then.Size && now.Modified.Equal(then.Modified) && !now.Modified.IsZero() && now.Modified.Before(p.began.Add(-settling))
}

// outcome notes a build that made a site.
func (b *build) outcome(r *Result) *outcome {
	return &outcome{Now: b.in.Now, Until: b.until(), Problems: records(gate.Hide(b.said)), Waived: waivedRecords(r.Waived), Counts: r.Counts}
}

// until is when the same files begin to make another site: when the time of a page, a signature or a waiver comes or ends, or with another day where the
// day matters.
func (b *build) until() time.Time { return b.earliest(b.window.Until) }

// earliest gives the moment, or that at which a signature or a waiver ends before it.
func (b *build) earliest(until time.Time) time.Time {
	for _, end := range b.ends {
		if end.After(b.in.Now) && end.Before(until) {
			until = end
		}
	}
	return until
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
