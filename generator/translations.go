package generator

import (
	"context"

	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/gate"
	"courtsite/generator/page"
)

// Translation is one document in one language, as "courtsite translate" lists it.
type Translation struct {
	Language string       `json:"language"`
	State    corpus.State `json:"state"`
	Document string       `json:"document"`       // its identity: "basic/news/opening"
	Path     string       `json:"path,omitempty"` // of the translation; "" where it is missing
	Source   string       `json:"source,omitempty"`
}

// Arrange runs the pipeline's first half, without bodies. The corpus is nil where site.toml cannot be read.
func Arrange(ctx context.Context, in Input) (*corpus.Corpus, []diag.Problem, error) {
	b := &build{in: in}
	err := b.arrange(ctx)
	return b.corpus, gate.Hide(b.log.Problems()), err
}

// Translations lists how every document stands in every language but the default one: by language in the site's order, then by document.
func Translations(c *corpus.Corpus) []Translation {
	var list []Translation
	for _, e := range c.Editions[1:] {
		for _, id := range c.IDs() {
			set := c.Set(page.ID(id))
			t := Translation{Language: e.Tag, Document: id, State: corpus.Missing}
			if source := set.In(e.Default.Tag); source != nil {
				t.Source = source.Path
			}
			if p := set.In(e.Tag); p != nil {
				t.Path, t.State = p.Path, p.State()
			} else if t.Source == "" {
				continue // a document of a third language only
			}
			list = append(list, t)
		}
	}
	return list
}
