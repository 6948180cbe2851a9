package config

import (
	"cmp"
	"slices"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/page"
	"courtsite/generator/source"
)

// Gate is what the site asks of a page before it is published.
type Gate struct {
	Audience   []AudienceOf    // of parts of the site, for pages that do not say it themselves
	Severities diag.Severities // what weighs more or less here than it does elsewhere
	Review
}

// AudienceOf is the audience of a category, an item, the pages outside the catalogue, or one document.
type AudienceOf struct {
	Named
	Audience page.Audience
}

func (r *reader) gate(s *Site, t *source.Table) {
	g := t.Table("gate")
	defer g.Done()
	switch profile := cmp.Or(g.String("profile"), "relaxed"); profile {
	case "relaxed":
	case "strict":
		s.Strict = true
	default:
		r.add(diag.SiteGateProfile, g.Pos("profile"), profile)
	}
	r.review(&s.Gate.Review, g, s.Strict)
	r.audiences(s, g.Table("audience"))
	r.severities(s, g.Table("severity"))
}

func (r *reader) audiences(s *Site, t *source.Table) {
	for _, id := range t.Keys() {
		audience, problems := page.ReadAudience(t, id)
		r.problems = append(r.problems, problems...)
		s.Gate.Audience = append(s.Gate.Audience, AudienceOf{Named{id, t.Pos(id)}, audience})
	}
	t.Done()
}

// AudienceFor gives the audience of a document that does not say it itself: what the nearest part of the site says that it belongs to.
func (g *Gate) AudienceFor(id page.ID, item string) page.Audience {
	best, audience := -1, page.Public
	for _, a := range g.Audience {
		if a.Has(id, item) && len(a.ID) > best {
			best, audience = len(a.ID), a.Audience
		}
	}
	return audience
}

// severityWords are the values of [gate.severity].
var severityWords = map[string]diag.Severity{"error": diag.Error, "warning": diag.Warning, "note": diag.Note, "off": diag.Off}

// severities reads what the site weighs otherwise. Of what nobody may lower, and of what keeps a page from being made at all, the severity stands.
func (r *reader) severities(s *Site, t *source.Table) {
	s.Gate.Severities = diag.Severities{}
	for _, code := range t.Keys() {
		word := t.String(code)
		severity, known := severityWords[word]
		kind := diag.KindOf(code)
		switch {
		case t.Mistyped(code):
		case kind == nil:
			r.add(diag.GateSeverityCode, t.Pos(code), code, diag.Nearest(code, diag.Codes()))
		case !known:
			r.add(diag.GateSeverityValue, t.Pos(code), word)
		case !kind.Adjustable(severity):
			r.add(diag.GateSeverityFixed, t.Pos(code), code)
		default:
			s.Gate.Severities[kind] = severity
		}
	}
	t.Done()
}

// names lists what stands in the site's configuration of the gate as the name of a part of the site, each with its place.
func (g *Gate) Names() []Named {
	var names []Named
	for _, a := range g.Audience {
		names = append(names, a.Named)
	}
	for _, n := range g.Require {
		names = append(names, n.Named)
	}
	return slices.Concat(names, g.Sensitive)
}

// Named is the name of a part of the site: a category, an item, "pages", or a document.
type Named struct {
	ID  string
	Pos diag.Pos
}

// Has tells whether a document belongs to the part: by its folder, or by the item that it is filed under.
func (n Named) Has(id page.ID, item string) bool {
	return covers(n.ID, string(id)) || covers(n.ID, item)
}

// covers tells whether a name is another one, or stands below it.
func covers(name, id string) bool {
	return id == name || len(id) > len(name) && id[len(name)] == '/' && strings.HasPrefix(id, name)
}
