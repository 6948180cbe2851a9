package generator

import (
	"context"

	"courtsite/generator/corpus"
	"courtsite/generator/coverage"
	"courtsite/generator/diag"
	"courtsite/generator/gate"
)

// Translation is one document in one language, as "courtsite translate" lists it.
type Translation = coverage.Translation

// Arrange runs the pipeline's first half, without bodies. The corpus is nil where site.toml cannot be read.
func Arrange(ctx context.Context, in Input) (*corpus.Corpus, []diag.Problem, error) {
	b := &build{in: in}
	err := b.arrange(ctx)
	return b.corpus, gate.Hide(b.log.Problems()), err
}

// Translations lists how every document stands in every language but the default one: by language in the site's order, then by document.
func Translations(c *corpus.Corpus) []Translation { return coverage.Translations(c) }

// Report runs the first half of the pipeline and tells how far the site covers its catalogue. With a year to compare with, other than 0, it tells what
// changed in the catalogue since. The report is nil where site.toml cannot be read.
func Report(ctx context.Context, in Input, compare int) (*coverage.Report, []diag.Problem, error) {
	c, problems, err := Arrange(ctx, in)
	if err != nil || c == nil {
		return nil, problems, err
	}
	r := coverage.Make(c)
	if compare != 0 {
		before, _ := catalogueOf(c.Site, compare)
		r.Changes = coverage.Compare(before, c.Catalogue, c.Site.Court.Level, compare, c.Year())
	}
	return r, problems, nil
}
