package plan

import (
	"slices"

	"courtsite/generator/corpus"
	"courtsite/generator/view"
)

// signs are what pages of one edition, category or column have in common. Each is made once: nearly every page shows some of them.
type signs struct {
	editions   map[*corpus.Edition]editionSigns
	categories map[*corpus.Category]view.Link
	columns    map[*corpus.Column]columnSigns
	territory  map[string]string // by tag; see [territory]
}

type editionSigns struct {
	home      view.Link
	languages []view.Language // the switch of a page that exists in no other language
	court     []byte          // linked data that every page begins with
}

type columnSigns struct {
	link   view.Link
	crumbs []view.Link // of a page in it
	feeds  []view.FeedLink
}

func (s *site) makeSigns() {
	s.signs = signs{
		editions: map[*corpus.Edition]editionSigns{}, categories: map[*corpus.Category]view.Link{},
		columns: map[*corpus.Column]columnSigns{}, territory: map[string]string{},
	}
	for _, e := range s.Corpus.Editions {
		home := s.phrase(e, "home", e.Root)
		s.signs.editions[e] = editionSigns{home, s.homes(), s.appendCourt(nil, e)}
		s.signs.territory[e.Tag] = territory(e.Tag)
		for i := range e.Groups {
			g := &e.Groups[i]
			text, lang := columnName(e, g.ID, g.Names)
			s.signs.categories[g] = s.named(e, text, lang, e.Root+g.ID+"/")
			for _, col := range g.Columns {
				text, lang := columnName(e, col.Item.ID, col.Item.Names)
				link := s.named(e, text, lang, col.Address)
				s.signs.columns[col] = columnSigns{link, slices.Clip([]view.Link{home, s.signs.categories[g], link}), s.feedsAt(link.Text, col.Address)}
			}
		}
	}
}

// homes is the switch of a page without versions: each language leads to its home.
func (s *site) homes() []view.Language {
	list := make([]view.Language, len(s.Corpus.Editions))
	for i, e := range s.Corpus.Editions {
		list[i] = view.Language{Tag: e.Tag, Name: e.Locale.Name, Dir: e.Locale.Dir, Href: s.href(e.Root), Home: true}
	}
	return list
}

// home is the first crumb of every page.
func (s *site) home(e *corpus.Edition) view.Link { return s.signs.editions[e].home }

// category links to a category's page, in its own edition.
func (s *site) category(g *corpus.Category) view.Link { return s.signs.categories[g] }

// column links to a column, in its own edition.
func (s *site) column(col *corpus.Column) view.Link { return s.signs.columns[col].link }
