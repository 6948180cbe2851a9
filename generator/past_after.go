package generator

import "maps"

// mostAfter is how many outputs may be another than in the Past below, before the two are made one: to copy some is quick, to copy all is not.
const mostAfter = 2000

// after gives a Past that says what p says, and can be told what is another since. p stays as it is.
func (p *Past) after() *Past {
	next := &Past{key: p.key, began: p.began, outcome: p.outcome, file: p.file, under: p.under, files: p.files, looked: p.looked}
	switch {
	case p.file == nil && p.under == nil:
		next.under = &Past{heads: p.heads, bodies: p.bodies, outputs: p.outputs}
		next.heads, next.bodies, next.outputs = newPast().heads, newPast().bodies, newPast().outputs
	case p.under != nil && len(p.outputs) > mostAfter:
		return p.flat().after()
	default:
		next.heads, next.bodies, next.outputs = maps.Clone(p.heads), maps.Clone(p.bodies), maps.Clone(p.outputs)
	}
	return next
}

// flat gives the same as p, with nothing below it.
func (p *Past) flat() *Past {
	all := *p
	all.under = nil
	all.heads, all.bodies, all.outputs = maps.Clone(p.under.heads), maps.Clone(p.under.bodies), maps.Clone(p.under.outputs)
	maps.Copy(all.heads, p.heads)
	maps.Copy(all.bodies, p.bodies)
	maps.Copy(all.outputs, p.outputs)
	return &all
}
