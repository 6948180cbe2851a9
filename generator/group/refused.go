package group

import (
	"slices"
	"strings"

	"courtsite/generator"
	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/page"
)

// A document that is handed down passes the gate of the site that receives it as well, and that gate may be stricter than its author's. Then the document
// is left out there, and the court is told; its own pages are published. A higher court's document must not stop a lower court's site, which
// cannot mend it.

// shown are the files of others that stand on a member's site: all that it received, without documents that its rules refuse.
func (m *Member) shown() []received {
	if len(m.refused) == 0 {
		return m.received
	}
	return slices.DeleteFunc(slices.Clone(m.received), func(r received) bool {
		return !slices.ContainsFunc(r.documents, func(d string) bool { return !m.refused[r.from.ID+" "+d] })
	})
}

// settle makes a member's site by a given way: again without the documents that its rules refuse, if nothing else is wrong with it. It ends, since every
// turn takes a document away.
func (m *Member) settle(o *Outcome, make func(o *Outcome) error) error {
	m.refused, m.refusals = map[string]bool{}, nil
	before := *o
	for {
		known := len(m.refused)
		*o = before
		o.Problems = slices.Clone(before.Problems)
		if err := make(o); err != nil || o.Status != Failed || len(m.refused) == known || diag.HasErrors(o.Problems) {
			return err
		}
	}
}

// refuse takes errors in documents of others out of what a build found. What it finds of them a warning tells, and whom to ask.
func (r *run) refuse(m *Member, result *generator.Result) {
	kept := result.Problems[:0:0]
	for _, p := range result.Problems {
		x, own, is := m.foreign(p)
		if !is {
			kept = append(kept, p)
			continue
		}
		for _, d := range x.documents {
			m.refused[x.from.ID+" "+d] = true
		}
		if own.Path != "" {
			own.Path = r.place(m, own.Path)
			m.refusals = append(m.refusals, diag.New(diag.GroupPushTwice, own, x.from.ID, r.place(m, x.place), m.ID))
			continue
		}
		at := p.Pos
		at.Path = r.place(m, p.Path)
		p.Pos, p.Severity = at, diag.Warning
		m.refusals = append(m.refusals, p, diag.New(diag.GroupRefused, at, m.ID, x.from.ID, p.Kind.Code, x.place))
	}
	result.Problems = kept
}

// foreign finds the file of another court's that an error is about: the error is in it, or it wants what a file of the member's own has, such as an
// address. own is the latter, if there is one.
func (m *Member) foreign(p diag.Problem) (x received, own diag.Pos, is bool) {
	if p.Severity != diag.Error {
		return x, own, false
	}
	at := func(place string) int {
		return slices.IndexFunc(m.received, func(x received) bool { return x.place == place })
	}
	here, other := at(p.Path), ""
	if p.Kind == diag.PlanTwice || p.Kind == diag.FrontIndexTwice {
		for _, arg := range p.Record().Args {
			if name, ok := arg.(string); ok && (at(name) >= 0 || strings.HasPrefix(name, page.Folder+"/") || name == config.File) {
				other = name
			}
		}
	}
	switch there := at(other); {
	case here < 0 && there >= 0:
		return m.received[there], p.Pos, true
	case here >= 0 && there < 0 && other != "":
		return m.received[here], diag.Pos{Path: other}, true
	case here >= 0:
		return m.received[here], own, true
	}
	return x, own, false
}
