package gate

import (
	"fmt"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach"
	"courtsite/generator/page"
)

// embedded looks into the files that stand in a page's text themselves, as addresses that begin with data: pictures, mostly.
func embedded(b *page.Body) []diag.Problem {
	var problems []diag.Problem
	for _, e := range attach.InText(b.Source()) {
		for i, f := range e.Findings {
			p := diag.New(kindOf(f), b.Pos(e.At), arguments(f)...).As(f.Severity).Inside(f.Place.Words(), i)
			problems = append(problems, p.Matching(fmt.Sprintf("%x %d %s %q", e.Digest, i, f.Code, f.Args)))
		}
	}
	return problems
}
