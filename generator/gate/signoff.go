package gate

import (
	"time"

	"courtsite/generator/config"
	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/signoff"
)

// SignOffs tells what is wrong with the signatures of a page. That somebody has to sign keeps a page from being published under the strict profile; a page
// that only a preview shows still waits with good reason, and what nobody asked to be signed is told and no more.
func SignOffs(site *config.Site, p *corpus.Page, preview bool, standings []signoff.Standing) []diag.Problem {
	var problems []diag.Problem
	var missing []signoff.Standing
	strict := site.Strict && !preview && p.Held == 0
	for _, s := range standings {
		if s.State == signoff.Missing {
			missing = append(missing, s)
			continue
		}
		if problem, wrong := unsigned(p, s, site.Zone); wrong {
			problems = append(problems, weigh(problem, strict && s.Needed))
		}
	}
	if len(missing) > 0 {
		problem := diag.New(diag.SignOffMissing, diag.Pos{Path: p.Path}, roles(missing), p.Path, string(missing[0].Role))
		problems = append(problems, weigh(problem, strict))
	}
	return problems
}

func weigh(p diag.Problem, strict bool) diag.Problem {
	if strict {
		return p
	}
	return p.As(diag.Warning)
}

func roles(standings []signoff.Standing) diag.Words {
	var w diag.Words
	for i, s := range standings {
		if i > 0 {
			w.EN, w.ZH = w.EN+", ", w.ZH+"、"
		}
		w.EN, w.ZH = w.EN+s.Role.Words().EN, w.ZH+s.Role.Words().ZH
	}
	return w
}

// unsigned says why a signature that was given does not count.
func unsigned(p *corpus.Page, s signoff.Standing, zone *time.Location) (diag.Problem, bool) {
	r, role := s.Record, s.Role.Words()
	date := func(at time.Time) string { return at.In(zone).Format(time.DateOnly) }
	switch s.State {
	case signoff.Void:
		return diag.New(diag.SignOffVoid, r.Pos, role, r.By, date(r.At), p.Path, string(s.Role)), true
	case signoff.Expired:
		return diag.New(diag.SignOffExpired, r.Pos, role, r.By, date(r.Expires), p.Path, string(s.Role)), true
	case signoff.Apart:
		other := diag.Words{EN: "the translation", ZH: "翻译"}
		if s.Other != "" {
			other = s.Other.Words()
		}
		return diag.New(diag.SignOffApart, r.Pos, r.By, other, role), true
	}
	return diag.Problem{}, false
}
