// Package gate holds the publication checks: pure functions on the arranged site and on single bodies. A page that a check refuses keeps the
// whole site from being written.
package gate

import (
	"slices"

	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/font"
	"courtsite/generator/page"
)

// Structure checks the site as a whole.
func Structure(c *corpus.Corpus) []diag.Problem {
	var problems []diag.Problem
	for _, p := range c.Pages {
		problems = append(problems, sameItem(p)...)
	}
	return slices.Concat(problems, Titles(c), columns(c))
}

// Body checks the text of one page, and what its front matter shows to readers. fonts are the webfonts that it is shown in.
func Body(h *page.Head, b *page.Body, fonts *font.Set) []diag.Problem {
	wrong, foreign := letters(h, b, fonts)
	return slices.Concat(empty(h, b), inLanguage(h, b, foreign), wrong, personalData(h, b), embedded(b))
}

// sameItem: all language versions of a document are filed under one item, or a reader of another language looks for it in vain.
func sameItem(p *corpus.Page) []diag.Problem {
	original := p.Set.Pages[0]
	if p.Item == original.Item {
		return nil
	}
	return []diag.Problem{diag.New(diag.GateItemDiffers, p.Pos("item"), p.Item, original.Item, original.Path)}
}

// empty: a page without text, pictures or attachments is a blank page.
func empty(h *page.Head, b *page.Body) []diag.Problem {
	if b.Text() != "" || len(b.Links()) > 0 || len(h.Attachments) > 0 {
		return nil
	}
	return []diag.Problem{diag.New(diag.GateEmpty, diag.Pos{Path: h.Path})}
}
