package generator

import (
	"strings"

	"courtsite/generator/plan"
)

// stillness finds the articles and lists that need not be looked at again in a preview, where the last build is in memory: their own texts, and all that they show of others, are what
// they were.
type stillness struct {
	last  *prepared
	plans *plan.Still
}

// stillness compares this build with the last one; nil where that is not at hand, or where more than pages may have changed.
func (b *build) stillness() *stillness {
	past := b.in.Past
	if b.amends != nil || past == nil || past.prepared == nil || past.outcome == nil || !past.outcome.holds(b.in.Now) || past.key != b.next.key || b.ofGroup() || b.plan == nil {
		return nil
	}
	return &stillness{past.prepared, b.plan.Since(past.prepared.plan)}
}

// ofGroup tells that the site is made of more than its own folder.
func (b *build) ofGroup() bool {
	return b.in.Inherited != nil || b.in.Received != nil || b.in.Directory != nil
}

// stands takes an article over whose text, with what its links lead to, is what it was, and around which nothing has changed.
func (b *build) stands(a *plan.Article) (bool, error) {
	if b.still == nil {
		return false, nil
	}
	was, still := b.still.plans.Article(a)
	if !still {
		return false, nil
	}
	if b.left[a.Page.Seq].Source != b.still.last.left[was.Seq].Source || !b.render.SameFrame(b.still.last.render, a.Page.Lang, a.Page.Column.Item.Category) {
		return false, nil
	}
	return b.keepLast(a.Path)
}

// listStands takes a list over that shows the words of the same pages.
func (b *build) listStands(l *plan.List) (bool, error) {
	if b.still == nil {
		return false, nil
	}
	category, _, _ := strings.Cut(l.Item, "/")
	if !b.still.plans.List(l) || !b.render.SameFrame(b.still.last.render, l.Lang, category) {
		return false, nil
	}
	return b.keepLast(l.Path)
}

// keepLast takes an output over as the last build recorded it.
func (b *build) keepLast(path string) (bool, error) {
	file, found := b.past.output(path)
	if !found {
		return false, nil
	}
	return b.keep(file)
}
