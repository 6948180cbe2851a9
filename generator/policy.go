package generator

import (
	"cmp"
	"slices"

	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/gate"
	"courtsite/generator/waiver"
)

// Waived is a finding that somebody took upon them to publish in spite of.
type Waived struct {
	Problem diag.Problem
	Waiver  waiver.Waiver
}

// policed is what a build remembers of the site's policy.
type policed struct {
	waivers *waiver.List
	waived  []Waived // the log's judge adds to it, one finding at a time
}

// waivedRecord is what is kept of a finding that was waived.
type waivedRecord struct {
	Problem diag.Record
	Waiver  waiver.Waiver
}

func waivedRecords(list []Waived) []waivedRecord {
	var kept []waivedRecord
	for _, w := range list {
		kept = append(kept, waivedRecord{w.Problem.Record(), w.Waiver})
	}
	return kept
}

func waivedOf(kept []waivedRecord) ([]Waived, error) {
	var list []Waived
	for _, k := range kept {
		p, known := k.Problem.Problem()
		if !known {
			return nil, errPast
		}
		list = append(list, Waived{p, k.Waiver})
	}
	return list, nil
}

// policy puts the log under the site's policy: some findings weigh more or less here, and some are waived. From here on only what it lets through can keep
// the site from being written.
func (b *build) policy(site *config.Site) {
	b.waivers = report(b, pair(waiver.Load(b.snap, site.Zone, b.in.Now)))
	b.ends = append(b.ends, b.waivers.Ends()...)
	b.log.Under(func(p diag.Problem) (diag.Problem, bool) {
		if site.Gaps && slices.Contains(fromGaps, p.Kind) {
			return p, false
		}
		p, keep := site.Gate.Severities.Apply(p)
		if !keep {
			return p, false
		}
		if w, passes := b.waivers.Pass(p); passes {
			b.waived = append(b.waived, Waived{p, w})
			return p, false
		}
		return p, true
	})
}

// fromGaps are kinds of problems that pages seem to have where lines of site.toml could not be read. That these could not is an error itself, so
// nothing is written.
var fromGaps = []*diag.Kind{diag.PageLanguage, diag.PageItem, diag.PageItemLevel, diag.AddressVanished, diag.PagesVanish}

// unused tells of waivers that were not needed. Drafts and embargoed pages wait with theirs.
func (b *build) unused() {
	b.log.Add(b.waivers.Unused(func(path string) bool { return b.corpus.Hidden(path) != 0 })...)
}

// told gives what was waived, as it may be told: a reason must not carry into a log what the page must not show.
func (b *build) told() []Waived {
	for i, w := range b.waived {
		b.waived[i].Problem = gate.Hide([]diag.Problem{w.Problem})[0]
		b.waived[i].Waiver.Reason = gate.Mask(w.Waiver.Reason)
	}
	slices.SortStableFunc(b.waived, func(x, y Waived) int {
		return cmp.Or(cmp.Compare(x.Problem.Path, y.Problem.Path), cmp.Compare(x.Problem.Line, y.Problem.Line), cmp.Compare(x.Problem.Col, y.Problem.Col),
			cmp.Compare(x.Waiver.Code, y.Waiver.Code))
	})
	return slices.CompactFunc(b.waived, func(x, y Waived) bool {
		return x.Problem.Pos == y.Problem.Pos && x.Waiver == y.Waiver
	})
}
