package gate

import (
	"strings"

	"courtsite/generator/corpus"
	"courtsite/generator/coverage"
	"courtsite/generator/diag"
)

// mostListed is how many items a problem names; courtsite report has all.
const mostListed = 8

// columns tells which items are blank or overdue. It is told to courts that keep their catalogue in site.toml: in a site that has just begun everything is
// blank, and nobody needs to be told.
//
// Pages have no check of their own for being orphans: each stands in its column's list, in the list of all documents, the archive and the site map of
// its language, and pages outside the catalogue stand in every footer. What can be an orphan are files that no page names (file-unused) and translations
// without an original (translation-orphaned).
func columns(c *corpus.Corpus) []diag.Problem {
	if !c.Site.Catalogue.Kept {
		return nil
	}
	var blank, overdue []string
	for _, item := range coverage.Items(c) {
		switch item.Status {
		case coverage.Blank:
			blank = append(blank, item.ID)
		case coverage.Overdue:
			overdue = append(overdue, item.ID)
		}
	}
	var problems []diag.Problem
	for _, found := range []struct {
		kind *diag.Kind
		ids  []string
	}{{diag.ColumnBlank, blank}, {diag.ColumnOverdue, overdue}} {
		if n := len(found.ids); n > 0 {
			problems = append(problems, diag.New(found.kind, c.Site.Catalogue.Pos, n, some(found.ids)))
		}
	}
	return problems
}

// some lists the first few names.
func some(names []string) string {
	if len(names) <= mostListed {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:mostListed], ", ") + ", …"
}
