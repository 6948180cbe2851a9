package plan

import (
	"cmp"
	"html/template"
	"slices"

	"courtsite/generator/corpus"
	"courtsite/generator/page"
	"courtsite/generator/script"
	"courtsite/generator/view"
)

// The index of subjects lists an edition's keywords. A keyword of several documents has a list of its own; that of a single one leads straight to it,
// so that not every document brings pages that list nothing else. A document's own keywords lead to the list, or else to the keyword's place in
// the index: nothing on the document's page tells how many others there are, and another document changes it only where it is the keyword's second.

const (
	subjectsFolder = "subjects/"
	subjectSize    = 100  // documents on a full page of a keyword's list: it shows titles and dates only
	mostSubjects   = 1000 // keywords on one page; an index with more has a page for each heading
)

// subjectGroup are the keywords of an edition that stand under one heading.
type subjectGroup struct {
	heading  string
	id       string // of the heading's element
	subjects []*corpus.Subject
}

func subjectGroups(e *corpus.Edition) []subjectGroup {
	var groups []subjectGroup
	for _, subject := range e.Subjects {
		heading := subject.Place.Heading
		i := slices.IndexFunc(groups, func(g subjectGroup) bool { return g.heading == heading })
		if i < 0 {
			i = len(groups)
			groups = append(groups, subjectGroup{heading: heading, id: "heading-" + cmp.Or(page.Slug(heading), "other")})
		}
		groups[i].subjects = append(groups[i].subjects, subject)
	}
	return groups
}

// indexAddress is the page of the index with a heading.
func indexAddress(e *corpus.Edition, g subjectGroup) string {
	if len(e.Subjects) > mostSubjects {
		return e.Root + subjectsFolder + "index/" + g.id + "/"
	}
	return e.Root + subjectsFolder
}

func subjectAddress(e *corpus.Edition, subject *corpus.Subject) string {
	return e.Root + subjectsFolder + subject.Slug + "/"
}

// wordID is the id of a keyword's place in the index.
func wordID(subject *corpus.Subject) string { return "word-" + subject.Slug }

// linkSubjects makes the links from an edition's documents to their keywords.
func (s *site) linkSubjects(e *corpus.Edition) {
	for _, g := range subjectGroups(e) {
		for _, subject := range g.subjects {
			href := s.href(subjectAddress(e, subject))
			if len(subject.Pages) == 1 {
				href = s.href(indexAddress(e, g)) + "#" + escape(wordID(subject))
			}
			s.subjectLinks[subject] = view.Link{Text: subject.Name, Href: href, In: e.Tag}
		}
	}
}

// keywords links a page's keywords.
func (s *site) keywords(p *corpus.Page) []view.Link {
	links := make([]view.Link, len(p.Subjects))
	for i, subject := range p.Subjects {
		links[i] = s.subjectLinks[subject]
	}
	return links
}

// subjects plans the index of an edition's keywords and their lists. An edition without keywords has no index.
func (m *maker) subjects(e *corpus.Edition) {
	if len(e.Subjects) == 0 {
		return
	}
	groups := subjectGroups(e)
	m.list(e, e.Root+subjectsFolder, "subjects", "", func([]Left) any { return m.subjectsPage(e, groups) })
	for i, g := range groups {
		if len(e.Subjects) > mostSubjects {
			m.list(e, indexAddress(e, g), "subjects", "", func([]Left) any { return m.headingPage(e, groups, i) })
		}
	}
	for _, subject := range e.Subjects {
		if len(subject.Pages) == 1 {
			continue
		}
		for number := range parts(len(subject.Pages), subjectSize) + 1 {
			m.listAt(subject.Pages[0].Pos("keywords"), e, partAddress(subjectAddress(e, subject), number), "subject", "", func(left []Left) any {
				return m.subjectPage(e, subject, number, left)
			})
		}
	}
}

func (s *site) subjectsPage(e *corpus.Edition, groups []subjectGroup) *view.Subjects {
	title, lang := e.Locale.Phrase("subjects")
	page := &view.Subjects{Frame: s.frame(sheet{edition: e, kind: "subjects", address: e.Root + subjectsFolder, title: title,
		versions: s.versions(func(e *corpus.Edition) string {
			if len(e.Subjects) == 0 {
				return ""
			}
			return e.Root + subjectsFolder
		})})}
	page.TitleLang = other(lang, e.Tag)
	page.Headings = s.headings(e, groups)
	if len(e.Subjects) <= mostSubjects {
		for _, g := range groups {
			page.Groups = append(page.Groups, s.subjectGroup(e, g))
		}
	}
	return page
}

// headingPage is the part of a large index under one heading.
func (s *site) headingPage(e *corpus.Edition, groups []subjectGroup, i int) *view.Subjects {
	g := groups[i]
	title, lang := e.Locale.Phrase("subjects")
	if g.heading != "" {
		title, lang = g.heading, e.Tag
	}
	page := &view.Subjects{Frame: s.frame(sheet{edition: e, kind: "subjects", address: indexAddress(e, g), title: title,
		parents: []view.Link{s.phrase(e, "subjects", e.Root+subjectsFolder)}})}
	page.TitleLang = other(lang, e.Tag)
	page.Headings = s.headings(e, groups)
	only := s.subjectGroup(e, g)
	only.Heading = "" // the page's title says it
	page.Groups = []view.SubjectGroup{only}
	return page
}

func (s *site) headings(e *corpus.Edition, groups []subjectGroup) []view.Link {
	var links []view.Link
	for _, g := range groups {
		href := "#" + escape(g.id)
		if len(e.Subjects) > mostSubjects {
			href = s.href(indexAddress(e, g))
		}
		if g.heading != "" {
			links = append(links, view.Link{Text: g.heading, Href: href, In: e.Tag})
		}
	}
	return links
}

func (s *site) subjectGroup(e *corpus.Edition, g subjectGroup) view.SubjectGroup {
	group := view.SubjectGroup{ID: g.id, Heading: g.heading}
	for _, subject := range g.subjects {
		link := view.SubjectLink{ID: wordID(subject), Link: view.Link{Text: subject.Name, Href: s.href(subject.Pages[0].Address), In: e.Tag}}
		if n := len(subject.Pages); n > 1 {
			link.Href, link.Count = s.href(subjectAddress(e, subject)), template.HTML(script.For(e.Tag).HTML(e.Locale.Number(n)))
		}
		group.Subjects = append(group.Subjects, link)
	}
	return group
}

// subjectPage lists a keyword's documents by title and date.
func (s *site) subjectPage(e *corpus.Edition, subject *corpus.Subject, number int, left []Left) *view.Column {
	address := subjectAddress(e, subject)
	sh := sheet{edition: e, kind: "subject", address: partAddress(address, number), title: subject.Name, titleLang: e.Tag,
		parents: []view.Link{s.phrase(e, "subjects", e.Root+subjectsFolder)}}
	page := s.listPage(e, sh, subjectSize, subject.Pages, address, number, left)
	for i, entry := range page.Entries {
		page.Entries[i] = view.Entry{Link: entry.Link, In: entry.In, Lang: entry.Lang, Dir: entry.Dir, Published: entry.Published, Expired: entry.Expired}
	}
	return page
}
