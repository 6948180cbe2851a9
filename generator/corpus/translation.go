package corpus

import (
	"slices"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/page"
)

// State is how a page stands to the text that it translates.
type State string

// The states of a translation. A document that a language lacks is Missing; a page that was written in its language is Original.
const (
	Original  State = "original"
	Missing   State = "missing"
	DraftText State = "draft"    // made by a machine, or not reviewed, or never recorded as matching the source
	Current   State = "current"  // reviewed, and the source is the text that it was recorded to match
	Outdated  State = "outdated" // the source changed since
	Orphaned  State = "orphaned" // there is no page in the default language
)

// State tells how the page stands to its source. Editing the translation does not change it; only recording that it matches the source does.
func (p *Page) State() State {
	if p.Edition == p.Edition.Default {
		return Original
	}
	t := p.Translation
	source := p.Translates()
	switch {
	case source == nil && t == (page.Translation{}):
		return Original // written in this language, and not a translation at all
	case source == nil:
		return Orphaned
	case t.Source != "" && t.Source != source.Text:
		return Outdated
	case t.Source == "" || t.Draft || t.Machine && t.Reviewer == "":
		return DraftText
	}
	return Current
}

// Translates is the page that this one translates; nil for a page in the default language, and for one that has none there.
func (p *Page) Translates() *Page {
	if p.Edition == p.Edition.Default {
		return nil
	}
	return p.Set.In(p.Edition.Default.Tag)
}

// translations tells what translations there have to be and are not, and which are behind their source.
func (a *arranger) translations() {
	for _, p := range a.Pages {
		switch p.State() {
		case Outdated:
			a.report(diag.TranslationOutdated, p.Pos("translation"), p.Translates().Path, p.Path)
		case Orphaned:
			a.report(diag.TranslationOrphaned, diag.Pos{Path: p.Path})
		}
	}
	for _, e := range a.Editions {
		a.required(e)
	}
}

func (a *arranger) required(e *Edition) {
	for _, name := range e.Required {
		if !a.Catalogue.Has(name) && name != "pages" && a.sets[page.ID(name)] == nil {
			a.report(diag.SiteRequiredUnknown, e.RequiredPos, name, a.Catalogue.Nearest(name))
		}
	}
	if len(e.Required) == 0 || e == e.Default {
		return
	}
	for _, p := range a.Pages {
		if p.Edition != e.Default || p.Set.In(e.Tag) != nil || !covers(e.Required, string(p.ID)) {
			continue
		}
		problem := diag.New(diag.TranslationMissing, diag.Pos{Path: p.Path}, e.Tag, translationFile(p, e.Tag))
		if e.Strict {
			problem = problem.As(diag.Error)
		}
		a.problems = append(a.problems, problem)
	}
}

// Requires tells whether site.toml asks for a document in the edition's language.
func (e *Edition) Requires(id page.ID) bool { return e != e.Default && covers(e.Required, string(id)) }

// covers tells whether a document is one of the names, or stands below one of them.
func covers(names []string, id string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return id == name || strings.HasPrefix(id, name+"/") })
}

// translationFile is the file that a page's translation into a language stands in.
func translationFile(p *Page, tag string) string {
	return strings.TrimSuffix(strings.TrimSuffix(p.Path, ".md"), "."+p.Lang) + "." + tag + ".md"
}
