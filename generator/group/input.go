package group

import "courtsite/generator"

// Input gives what a member's pages are read with wherever somebody works on that member alone, as to sign for a page: what it inherits, and the
// documents that were handed to it. The folders stay open for as
// long as somebody has the input, since signatures digest files when they are asked for.
func (g *Group) Input(m *Member, in generator.Input) (generator.Input, error) {
	site, closeFiles, err := g.open(m)
	if err != nil {
		closeFiles()
		return in, err
	}
	in.Site, in.BaseURL, in.Inherited, in.Received = site, m.baseURL, g.inherit(m), g.provenance(m)
	in.OwnTheme, in.OwnPhrases = g.has(m, "themes"), g.has(m, "i18n")
	return in, nil
}
