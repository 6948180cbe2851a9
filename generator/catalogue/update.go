package catalogue

import (
	"slices"
	"time"
)

// Update says how often something new is expected under an item.
type Update struct {
	Period Period
	Norm   string // that asks for it, with its mark of trust; "" where the site does
}

// Period is a length of time as site.toml writes it; "" for none.
type Period string

// Periods are all that can be written, the shortest first.
var Periods = []Period{"week", "two-weeks", "month", "quarter", "half-year", "year"}

// Never takes a period of the opinion's away.
const Never Period = "never"

// Known tells whether a period can be written.
func (p Period) Known() bool { return p == Never || slices.Contains(Periods, p) }

// Timed tells whether something falls due at all.
func (p Period) Timed() bool { return p != "" && p != Never }

// After is the moment at which something new is due, counted from the last. A month's end stays one: half a year after 31 August is the last of
// February.
func (p Period) After(last time.Time) time.Time {
	switch p {
	case "week":
		return last.AddDate(0, 0, 7)
	case "two-weeks":
		return last.AddDate(0, 0, 14)
	case "month":
		return months(last, 1)
	case "quarter":
		return months(last, 3)
	case "half-year":
		return months(last, 6)
	case "year":
		return months(last, 12)
	}
	return time.Time{}
}

// months adds months and keeps to the last day of a shorter one; AddDate alone would run into the next.
func months(from time.Time, n int) time.Time {
	to := from.AddDate(0, n, 0)
	if to.Day() != from.Day() {
		to = to.AddDate(0, 0, -to.Day())
	}
	return to
}
