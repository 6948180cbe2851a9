package group

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"courtsite/generator/catalogue"
	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/directory"
)

// rules finds what the rules of push and take name, and gives documents to the members that they are for.
func (f *finder) rules() {
	for _, t := range f.settings.take {
		f.checkSelection("take", t.selection)
		f.checkItems(t)
	}
	for _, p := range f.settings.push {
		f.checkSelection("push", p.selection)
		from := f.byID(p.from)
		switch {
		case p.from == "":
			continue
		case from == nil && f.unlisted():
			continue // why, is told where members are named
		case from == nil:
			f.add(diag.GroupRuleMember, p.at["from"], "push.from", p.from, nearest(p.from, f.ids()))
			f.lose(p.from)
			continue
		case from.Site == nil:
			continue
		}
		if f.stocks[from] == nil {
			f.stocks[from] = f.documents(from)
		}
	}
	for _, m := range f.Members {
		m.found = len(m.Problems)
	}
	f.problems = append(f.problems, f.hand()...)
}

func (f *finder) ids() []string {
	var ids []string
	for _, m := range f.all() {
		ids = append(ids, m.ID)
	}
	return ids
}

// checkSelection wants every name in a rule to be that of something: a rule that is for nobody by mistake would do nothing, in silence.
func (f *finder) checkSelection(rule string, s selection) {
	levels, kinds := slices.Clone(config.Levels), slices.Clone(catalogue.Kinds)
	var languages []string
	for _, m := range f.Members {
		if m.Site != nil {
			levels, kinds, languages = append(levels, m.Site.Court.Level), append(kinds, m.Site.Court.Kind), append(languages, m.Site.Tags()...)
		}
	}
	for _, c := range []struct {
		key          string
		names, known []string
	}{{"only", s.members, f.ids()}, {"levels", s.levels, levels}, {"kinds", s.kinds, kinds}, {"languages", s.languages, languages}} {
		for _, name := range c.names {
			switch {
			case slices.Contains(c.known, name) || c.key == "languages" && isLanguage(name):
			case c.key == "only" && f.unlisted():
			case c.key == "only":
				f.add(diag.GroupRuleMember, s.at[c.key], rule+"."+c.key, name, nearest(name, c.known))
			case !f.unsure():
				f.add(diag.GroupRule, s.at[c.key], rule+"."+c.key, name, diag.Nearest(name, c.known))
			}
		}
	}
	for _, code := range s.regions {
		if !f.unsure() && !slices.ContainsFunc(f.Regions, func(r directory.Region) bool { return r.Code == code }) &&
			!slices.ContainsFunc(f.Members, func(m *Member) bool { return m.Site != nil && strings.HasPrefix(m.Site.Court.Region, code) }) {
			f.add(diag.GroupRule, s.at["regions"], rule+".regions", code, diag.Nearest(code, f.codes()))
		}
	}
}

// unsure tells whether some member's configuration cannot be read: what a rule names may stand there, and one court's error must not stop the others.
func (f *finder) unsure() bool {
	return slices.ContainsFunc(f.Members, func(m *Member) bool { return m.Site == nil || m.Site.Gaps })
}

// unlisted tells whether members are named in a way that nobody could read, so that one who seems to be missing may be meant.
func (f *finder) unlisted() bool {
	return slices.ContainsFunc(f.problems, func(p diag.Problem) bool {
		return p.Severity == diag.Error && (f.settings.list != "" && p.Path == f.settings.list || p.Kind == diag.GroupEmpty || p.Kind == diag.GroupPattern)
	})
}

// nearest begins a hint with the name that may have been meant, if there is one.
func nearest(name string, known []string) diag.Words {
	near := diag.Nearest(name, known)
	if near == "" {
		return diag.Words{}
	}
	return diag.Words{EN: fmt.Sprintf("the nearest is %q; ", near), ZH: fmt.Sprintf("最接近的是 %q；", near)}
}

// isLanguage tells whether a tag is that of a language, in the usual form: that no court has it today is no mistake.
func isLanguage(tag string) bool {
	parsed, err := language.Raw.Parse(tag)
	return err == nil && parsed.String() == tag
}

func (f *finder) codes() []string {
	var codes []string
	for _, r := range f.Regions {
		codes = append(codes, r.Code)
	}
	return codes
}

// checkItems wants the items of a rule to be in the catalogue, or in what some court adds to it.
func (f *finder) checkItems(t take) {
	standard := catalogue.Default()
	for _, id := range t.items {
		if !f.unsure() && !standard.Has(id) && !slices.ContainsFunc(f.Members, func(m *Member) bool {
			return m.Site != nil && slices.ContainsFunc(m.Site.Catalogue.Items, func(i config.CatalogueItem) bool { return i.ID == id })
		}) {
			f.add(diag.GroupRule, t.at["items"], "take.items", id, standard.Nearest(id))
		}
	}
}

// covers tells whether a rule is about a member.
func (s selection) covers(m *Member) bool {
	has := func(list []string, name string) bool { return len(list) == 0 || slices.Contains(list, name) }
	if m.Site == nil {
		return false
	}
	c := m.Site.Court
	return has(s.members, m.ID) && has(s.levels, c.Level) && has(s.kinds, c.Kind) &&
		(len(s.regions) == 0 || slices.ContainsFunc(s.regions, func(code string) bool { return strings.HasPrefix(c.Region, code) }))
}

// speaks tells whether a rule is about a language.
func (s selection) speaks(tag string) bool {
	return len(s.languages) == 0 || slices.Contains(s.languages, tag)
}

// reads tells whether a document has a version in a language that the rule is about.
func (s selection) reads(d sent) bool {
	for tag := range d.pages {
		if s.speaks(tag) {
			return true
		}
	}
	return false
}
