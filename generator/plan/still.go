package plan

import (
	"slices"

	"courtsite/generator/corpus"
	"courtsite/generator/page"
)

// Still tells which articles and lists show of other pages what they showed in an older plan of the same site: none of the pages that they name has changed, come or gone. What it does
// not look at must be the same in both plans: configuration, catalogue, theme, phrases, and which pages' time has come or is over. What texts leave behind is for the caller to compare.
type Still struct {
	now, then *Plan
	lists     map[string]*List // of the older plan, by path; nil where there are others now
}

// Since compares a plan with an older one.
func (p *Plan) Since(then *Plan) *Still {
	s := &Still{now: p, then: then}
	if slices.EqualFunc(p.Lists, then.Lists, func(l, was *List) bool { return l.Path == was.Path }) {
		s.lists = make(map[string]*List, len(then.Lists))
		for _, l := range then.Lists {
			s.lists[l.Path] = l
		}
	}
	return s
}

// List tells of one list. Where it is not known whose words a list shows, it may have changed.
func (s *Still) List(l *List) bool {
	then := s.lists[l.Path]
	return then != nil && len(l.Of) > 0 && slices.EqualFunc(l.Of, then.Of, samePage)
}

// Article tells of one article, and gives the page that it was.
func (s *Still) Article(a *Article) (was *corpus.Page, still bool) {
	p := a.Page
	was = s.then.Corpus.ByFile(p.Path)
	if !samePage(p, was) || p.Column == nil || was.Column == nil || p.Index != was.Index || p.Held != was.Held {
		return was, false
	}
	older, newer := p.Neighbours()
	wasOlder, wasNewer := was.Neighbours()
	return was, samePage(older, wasOlder) && samePage(newer, wasNewer) && sameSet(p.Set, was.Set) && slices.EqualFunc(p.Related, was.Related, sameSet) &&
		slices.EqualFunc(p.Subjects, was.Subjects, s.sameSubject) && !slices.ContainsFunc(p.Attachments, func(a page.Attachment) bool { return s.resized(p, a) })
}

func samePage(p, was *corpus.Page) bool {
	if p == nil || was == nil {
		return p == was
	}
	return p.Head == was.Head && p.Address == was.Address
}

func sameSet(set, was *corpus.Set) bool { return slices.EqualFunc(set.Pages, was.Pages, samePage) }

func (s *Still) sameSubject(subject, was *corpus.Subject) bool {
	return s.now.subjectLinks[subject] == s.then.subjectLinks[was]
}

func (s *Still) resized(p *corpus.Page, a page.Attachment) bool {
	name := fileName(p, a.File)
	return s.now.sizes[name] != s.then.sizes[name]
}
