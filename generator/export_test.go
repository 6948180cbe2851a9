package generator

import (
	"context"

	"courtsite/generator/output"
)

// Outputs gives what is recorded of the tree's files.
func (p *Past) Outputs(ctx context.Context) map[string]output.File {
	all := map[string]output.File{}
	if p.file != nil {
		for path, f := range (&Past{file: p.file}).whole(ctx).outputs {
			all[path] = f
		}
	}
	if p.under != nil {
		p = p.flat()
	}
	for path, f := range p.outputs {
		all[path] = f
	}
	return all
}
