package corpus

import (
	"time"

	"courtsite/generator/diag"
	"courtsite/generator/page"
)

// Held counts the pages that exist and are not public, whether or not a preview shows them.
type Held struct {
	Drafts, Embargoed int
	Withheld          int       // not for the public
	Next              time.Time // when the first embargo ends, in the site's time zone; zero for none
}

func (a *arranger) hold(h *page.Head, why Hidden) {
	switch why {
	case Draft:
		a.Held.Drafts++
	case Embargo:
		a.Held.Embargoed++
		if a.Held.Next.IsZero() || h.Published.Before(a.Held.Next) {
			a.Held.Next = h.Published.In(a.Site.Zone)
		}
	}
}

// Courts of today publish nothing from before 1949, and plan little more than a year ahead. A validity may be long.
const (
	firstYear  = 1949
	aheadYears = 2
	validYears = 100
)

// doubt finds dates whose year is most probably mistyped: one digit too many in a year holds a page back for ever.
func (a *arranger) doubt(h *page.Head) {
	for _, d := range []struct {
		key   string
		at    time.Time
		years int
	}{{"published", h.Published, aheadYears}, {"issued", h.Issued, aheadYears}, {"updated", h.Updated, aheadYears}, {"expires", h.Expires, validYears}} {
		if !d.at.IsZero() && (d.at.Year() < firstYear || d.at.After(a.Now.AddDate(d.years, 0, 0))) {
			a.report(diag.DateDoubtful, h.Pos(d.key), d.key, d.at.Format(time.DateOnly))
		}
	}
}
