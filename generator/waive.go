package generator

import (
	"context"

	"courtsite/generator/diag"
	"courtsite/generator/waiver"
)

// Waivable finds what stands at a place (in any line of the file where at.Line is 0) and has a code, and gives the beginnings of waivers of it: all but who
// waives it, why, and until when. Drafts are looked at too. Findings that are waived already are not found.
func Waivable(ctx context.Context, in Input, at diag.Pos, code string) ([]waiver.Waiver, []diag.Problem, error) {
	in.Drafts = true
	b := &build{in: in, tree: nowhere{}, files: map[string]bool{}}
	result, err := b.run(ctx)
	if err != nil {
		return nil, nil, err
	}
	var list []waiver.Waiver
	seen := map[string]bool{}
	for _, p := range b.log.Problems() {
		match := p.Fingerprint()
		if p.Kind.Code == code && p.Path == at.Path && (at.Line == 0 || p.Line == at.Line) && p.Kind.Waivable() && !seen[match] {
			seen[match] = true
			list = append(list, waiver.Waiver{Code: code, Path: p.Path, Match: match})
		}
	}
	return list, result.Problems, nil
}
