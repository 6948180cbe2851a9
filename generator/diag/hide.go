package diag

import "slices"

// Hide gives the same problem with hide applied to every text that came from the author's files: the path, the place within the file, and the arguments. A message about a
// broken link must not carry into a log what the link's page must not show.
func (p Problem) Hide(hide func(string) string) Problem {
	p.print = p.Fingerprint()
	p.Path = hide(p.Path)
	p.inside = Words{EN: hide(p.inside.EN), ZH: hide(p.inside.ZH)}
	p.args = slices.Clone(p.args)
	for i, a := range p.args {
		switch a := a.(type) {
		case string:
			p.args[i] = hide(a)
		case error:
			p.args[i] = hide(a.Error())
		}
	}
	return p
}
