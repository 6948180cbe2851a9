package generator

import (
	"io/fs"
	"time"

	"courtsite/generator/config"
	"courtsite/generator/page"
)

// Window is the time in which a build of the same files would give the same site: from the last moment that decided about a page (the end of an
// embargo, an expiry) until the next one.
type Window struct{ From, Until time.Time }

// Holds tells whether a moment lies in the window.
func (w Window) Holds(now time.Time) bool {
	return !now.Before(w.From) && (w.Until.IsZero() || now.Before(w.Until))
}

// window finds the moments that matter among all pages, published or not. A year's end is one too: doubtful dates and the catalogue go by years; and with
// daily every day's.
func window(heads []*page.Head, now time.Time, zone *time.Location, daily bool) Window {
	year, month, day := now.In(zone).Date()
	w := Window{time.Date(year, 1, 1, 0, 0, 0, 0, zone), time.Date(year+1, 1, 1, 0, 0, 0, 0, zone)}
	if daily {
		w = Window{time.Date(year, month, day, 0, 0, 0, 0, zone), time.Date(year, month, day+1, 0, 0, 0, 0, zone)}
	}
	for _, h := range heads {
		for _, at := range []time.Time{h.Published, h.Expires} {
			switch {
			case at.IsZero():
			case at.After(now) && at.Before(w.Until):
				w.Until = at
			case !at.After(now) && at.After(w.From):
				w.From = at
			}
		}
	}
	return w
}

// daily tells whether the day may matter for more than the pages' own dates: where the catalogue is looked after, for what is overdue; and where there are
// further files of settings beside site.toml, whose entries may have an end.
func (b *build) daily(site *config.Site) bool {
	settings, err := fs.Glob(b.in.Site, "*.toml")
	return site.Catalogue.Kept || site.Catalogue.Page || err != nil || len(settings) > 1
}
