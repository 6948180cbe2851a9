package corpus

import (
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/page"
)

// Withheld is a page that is not for the public. No preview shows it either: it is nowhere but in its own file.
type Withheld struct {
	*page.Head
	Audience page.Audience // of the whole document
	Address  string        // that it would have
}

// withheld are the pages that are not for the public, by what could lead to them.
type withheld struct {
	list      []*Withheld
	byFile    map[string]*Withheld
	byAddress map[string]*Withheld
}

// Withheld lists the pages that are not for the public, sorted by file.
func (c *Corpus) Withheld() []*Withheld { return c.withheld.list }

// WithheldFile finds a page that is not for the public by its file; nil where that is not the case.
func (c *Corpus) WithheldFile(name string) *Withheld { return c.withheld.byFile[name] }

// WithheldAt finds a page that is not for the public by the address that it would have, however that is written, or by an old one.
func (c *Corpus) WithheldAt(address string) *Withheld {
	if len(c.withheld.list) == 0 {
		return nil
	}
	return c.withheld.byAddress[bare(address)]
}

func (w *withheld) add(page *Withheld) {
	if w.list == nil {
		w.byFile, w.byAddress = map[string]*Withheld{}, map[string]*Withheld{}
	}
	w.list = append(w.list, page)
	w.byFile[page.Path] = page
	for _, alias := range page.Aliases {
		w.byAddress[bare(alias)] = page
	}
	w.byAddress[bare(page.Address)] = page
}

// bare takes off an address what makes no difference to where it leads on most servers.
func bare(address string) string {
	return strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(address), "index.html"), "/")
}

// audiences finds the documents that are not for the public. A document has one audience in all its languages: the narrowest that one of its
// versions states, or else what site.toml says of its place.
func (a *arranger) audiences(heads []*page.Head) {
	narrow := map[page.ID]*page.Head{}
	for _, h := range heads {
		if h.Audience != page.Unstated && (narrow[h.ID] == nil || h.Audience > narrow[h.ID].Audience) {
			narrow[h.ID] = h
		}
	}
	if len(narrow) == 0 && len(a.Site.Gate.Audience) == 0 {
		return
	}
	a.audience = map[page.ID]page.Audience{}
	for _, h := range heads {
		by := narrow[h.ID]
		switch {
		case by == nil:
			if audience := a.Site.Gate.AudienceFor(h.ID, h.Item); audience.Withheld() {
				a.audience[h.ID] = max(a.audience[h.ID], audience)
			}
		case by.Audience.Withheld():
			a.audience[h.ID] = by.Audience
		}
		if by != nil && h.Audience != page.Unstated && h.Audience != by.Audience {
			a.report(diag.AudienceDiffers, h.Pos("audience"), h.Audience.Words(), by.Path, by.Audience.Words())
		}
	}
}

// withhold keeps a page that is not for the public out of everything, and tells whether it is one.
func (a *arranger) withhold(h *page.Head) bool {
	audience := a.audience[h.ID]
	if audience == page.Unstated {
		return false
	}
	a.hidden[h.Path] = NotPublic
	a.withheld.add(&Withheld{h, audience, a.Edition(h.Lang).address(h)})
	a.Held.Withheld++
	return true
}

// address is where a page of the edition stands.
func (e *Edition) address(h *page.Head) string {
	if h.Item == "" {
		return e.Root + h.Slug + "/"
	}
	return e.Root + h.Item + "/" + h.Slug + "/"
}

// named checks the names that site.toml's gate calls parts of the site by: a wrong one would leave open what it was to keep back.
func (a *arranger) named(heads []*page.Head) {
	names := a.Site.Gate.Names()
	if len(names) == 0 {
		return
	}
	documents := map[string]bool{"pages": true}
	for _, h := range heads {
		documents[string(h.ID)] = true
	}
	for _, n := range names {
		if !a.Catalogue.Has(n.ID) && !documents[n.ID] {
			a.report(diag.GateUnknown, n.Pos, n.ID, a.Catalogue.Nearest(n.ID))
		}
	}
}
