package plan

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"courtsite/generator/config"
	"courtsite/generator/corpus"
	"courtsite/generator/view"
)

// A long list is cut so that a new entry changes few pages. Full pages behind its address are numbered from the oldest entry: page 1 holds the
// oldest entries and stays as it is for ever. The address itself shows what is newer than the last full page, and always at least a page's worth,
// so entries move from it to a numbered page a page at a time.

// parts gives the number of full pages behind a list of n entries.
func parts(n, size int) int { return max(0, n/size-1) }

// part gives the entries of a numbered page, newest first; number 0 is the list's own address.
func part[T any](entries []T, size, number int) []T {
	if number == 0 {
		return entries[:len(entries)-parts(len(entries), size)*size]
	}
	end := len(entries) - (number-1)*size
	return entries[end-size : end]
}

func partAddress(address string, number int) string {
	if number == 0 {
		return address
	}
	return fmt.Sprintf("%spage/%d/", address, number)
}

// newestOf gives a column's pages without regard to pins.
func newestOf(col *corpus.Column) []*corpus.Page {
	pages := slices.Clone(col.Pages)
	slices.SortStableFunc(pages, func(a, b *corpus.Page) int {
		return cmp.Or(b.Published.Compare(a.Published), cmp.Compare(a.Path, b.Path))
	})
	return pages
}

func (m *maker) column(e *corpus.Edition, g *corpus.Category, col *corpus.Column) {
	for number := range parts(len(col.Pages), m.Corpus.Site.ListSize) + 1 {
		l := m.list(e, partAddress(col.Address, number), "column", col.Item.ID, func(left []Left) any {
			return m.columnPage(e, g, col, number, left)
		})
		if number > 0 || e == e.Default { // else it shows what there is in the default language
			l.of(part(col.Pages, m.Corpus.Site.ListSize, number))
		}
	}
}

func (s *site) columnPage(e *corpus.Edition, g *corpus.Category, col *corpus.Column, number int, left []Left) *view.Column {
	link := s.column(col)
	sh := sheet{edition: e, kind: "column", address: partAddress(col.Address, number), title: link.Text, titleLang: link.In, category: g, column: col,
		parents: []view.Link{s.category(g)}}
	if number == 0 {
		sh.versions = s.versions(func(e *corpus.Edition) string {
			if other := e.Column(col.Item.ID); other != nil {
				return other.Address
			}
			return ""
		})
	}
	page := s.listPage(e, sh, s.Corpus.Site.ListSize, col.Pages, col.Address, number, left)
	page.TitleLang = link.Lang
	for i := range page.Entries {
		page.Entries[i].Column = view.Link{} // the page says it already
	}
	if col.Item.Shortened(e.Tag) {
		page.Intro = col.Item.Official
	}
	if original := e.Default.Column(col.Item.ID); number == 0 && e != e.Default && original != nil {
		name := s.column(original)
		page.Elsewhere = s.elsewhere(e, original.Pages, s.named(e, name.Text, cmp.Or(name.Lang, e.Default.Tag), original.Address), left)
		for i := range page.Elsewhere.Entries {
			page.Elsewhere.Entries[i].Column = view.Link{}
		}
	}
	return page
}

// mostElsewhere is how many documents of the default language a list of another one shows.
const mostElsewhere = 10

// elsewhere lists what a list in another language lacks, the newest of what exists in the default language only, and leads to the list there.
func (s *site) elsewhere(e *corpus.Edition, original []*corpus.Page, more view.Link, left []Left) view.Elsewhere {
	var list view.Elsewhere
	for _, p := range original {
		if p.Set.In(e.Tag) != nil {
			continue
		}
		if len(list.Entries) == mostElsewhere {
			list.More = &more
			break
		}
		list.Entries = append(list.Entries, s.entry(e, p, left))
	}
	return list
}

// listPage makes one page of a list that is cut into parts.
func (s *site) listPage(e *corpus.Edition, sh sheet, size int, pages []*corpus.Page, address string, number int, left []Left) *view.Column {
	last := parts(len(pages), size)
	page := &view.Column{Entries: s.entries(e, part(pages, size, number), left)}
	switch {
	case number == 0:
		page.Total = e.Locale.CountHTML("documents_count", len(pages))
		if last > 0 {
			page.Older = s.href(partAddress(address, last))
		}
	default:
		page.Part = e.Locale.CountHTML("page_part", number)
		page.Newer = s.href(partAddress(address, (number+1)%(last+1)))
		if number > 1 {
			page.Older = s.href(partAddress(address, number-1))
		}
		sh.parents = append(sh.parents, s.named(e, sh.title, sh.titleLang, address))
		text, _ := e.Locale.Count("page_part", number)
		sh.title += " · " + text
	}
	page.Frame = s.frame(sh)
	return page
}

// documents plans the list of all documents.
func (m *maker) documents(e *corpus.Edition) {
	address := e.Root + "documents/"
	title, lang := e.Locale.Phrase("documents_all")
	for number := range parts(len(e.Pages), m.Corpus.Site.ListSize) + 1 {
		l := m.list(e, partAddress(address, number), "documents", "", func(left []Left) any {
			sh := sheet{edition: e, kind: "documents", address: partAddress(address, number), title: title, titleLang: lang}
			if number == 0 {
				sh.versions = m.every("documents/")
			}
			page := m.listPage(e, sh, m.Corpus.Site.ListSize, e.Pages, address, number, left)
			page.TitleLang = other(lang, e.Tag)
			if number == 0 {
				page.Years = m.years(e)
			}
			if number == 0 && e != e.Default {
				all, lang := e.Default.Locale.Phrase("documents_all")
				page.Elsewhere = m.elsewhere(e, e.Default.Pages, m.named(e, all, lang, e.Default.Root+"documents/"), left)
			}
			return page
		})
		if number > 0 || e == e.Default {
			l.of(part(e.Pages, m.Corpus.Site.ListSize, number))
		}
	}
}

// archive plans the archive of few documents, or the overview of years, the years and the months of long ones.
func (m *maker) archive(e *corpus.Edition) {
	years := byYear(e.Pages, m.Corpus.Site)
	shown := []*corpus.Page{}
	if len(years) == 0 {
		shown = e.Pages
	}
	m.list(e, e.Root+"archive/", "archive", "", func(left []Left) any { return m.archivePage(e, left) }).of(shown)
	for _, y := range years {
		m.list(e, yearAddress(e, y.number), "archive", "", func(left []Left) any { return m.yearPage(e, y, left) }).of(y.pages)
		for _, month := range y.months {
			m.list(e, monthAddress(e, y.number, month.number), "archive", "", func(left []Left) any {
				return m.monthPage(e, y, month, left)
			}).of(month.pages)
		}
	}
}

// period is a year or a month with the documents published in it, newest first.
type period struct {
	number int
	pages  []*corpus.Page
	months []period // of a year with too many documents for its own page
}

// fewDocuments is how many documents an archive, or a year of it, may have to list them itself. One with more has a page for each year, or month, instead, so that a new
// document changes a short list.
const fewDocuments = 60

// byYear cuts pages, newest first, into years and months of the site's time zone; few pages not at all.
func byYear(pages []*corpus.Page, site *config.Site) []period {
	if len(pages) <= fewDocuments {
		return nil
	}
	years := cut(pages, func(p *corpus.Page) int { return p.Published.In(site.Zone).Year() })
	for i := range years {
		if len(years[i].pages) <= fewDocuments {
			continue
		}
		years[i].months = cut(years[i].pages, func(p *corpus.Page) int { return int(p.Published.In(site.Zone).Month()) })
	}
	return years
}

func cut(pages []*corpus.Page, number func(*corpus.Page) int) []period {
	var list []period
	for from := 0; from < len(pages); {
		to := from + 1
		for to < len(pages) && number(pages[to]) == number(pages[from]) {
			to++
		}
		list = append(list, period{number: number(pages[from]), pages: pages[from:to]})
		from = to
	}
	return list
}

func yearAddress(e *corpus.Edition, year int) string {
	return fmt.Sprintf("%sarchive/%d/", e.Root, year)
}
func monthAddress(e *corpus.Edition, year, month int) string {
	return fmt.Sprintf("%sarchive/%d/%02d/", e.Root, year, month)
}

func (s *site) years(e *corpus.Edition) []view.Link {
	var links []view.Link
	for _, y := range byYear(e.Pages, s.Corpus.Site) {
		links = append(links, s.year(e, y))
	}
	return links
}

func (s *site) year(e *corpus.Edition, y period) view.Link {
	return s.named(e, e.Locale.Year(y.number), e.Tag, yearAddress(e, y.number))
}

func (s *site) archivePage(e *corpus.Edition, left []Left) *view.Archive {
	title, lang := e.Locale.Phrase("archive")
	page := &view.Archive{Frame: s.frame(sheet{edition: e, kind: "archive", address: e.Root + "archive/", title: title, versions: s.every("archive/")})}
	page.TitleLang = other(lang, e.Tag)
	years := byYear(e.Pages, s.Corpus.Site)
	for _, y := range years {
		page.Periods = append(page.Periods, view.Period{Link: s.year(e, y), Count: e.Locale.CountHTML("documents_count", len(y.pages))})
	}
	if len(years) == 0 {
		page.Entries = s.entries(e, e.Pages, left)
	}
	return page
}

func (s *site) yearPage(e *corpus.Edition, y period, left []Left) *view.Archive {
	page := &view.Archive{Frame: s.frame(sheet{edition: e, kind: "archive", address: yearAddress(e, y.number), title: e.Locale.Year(y.number),
		parents: []view.Link{s.phrase(e, "archive", e.Root+"archive/")}, versions: s.during(y.number, 0)})}
	for _, m := range y.months {
		link := s.named(e, e.Locale.Month(y.number, time.Month(m.number)), e.Tag, monthAddress(e, y.number, m.number))
		page.Periods = append(page.Periods, view.Period{Link: link, Count: e.Locale.CountHTML("documents_count", len(m.pages))})
	}
	if len(y.months) == 0 {
		page.Entries = s.entries(e, y.pages, left)
	}
	return page
}

func (s *site) monthPage(e *corpus.Edition, y, m period, left []Left) *view.Archive {
	return &view.Archive{
		Frame: s.frame(sheet{edition: e, kind: "archive", address: monthAddress(e, y.number, m.number), title: e.Locale.Month(y.number, time.Month(m.number)),
			parents:  []view.Link{s.phrase(e, "archive", e.Root+"archive/"), s.year(e, y)},
			versions: s.during(y.number, m.number)}),
		Entries: s.entries(e, m.pages, left),
	}
}

// during gives the addresses of a year, or of a month that is not 0, in the editions that have documents of then.
func (s *site) during(year, month int) []string {
	return s.versions(func(e *corpus.Edition) string {
		switch {
		case !s.periods[e][[2]int{year, month}]:
			return ""
		case month == 0:
			return yearAddress(e, year)
		}
		return monthAddress(e, year, month)
	})
}

// periodsOf gives the years and the months that have pages; a year alone has the month 0.
func periodsOf(e *corpus.Edition, site *config.Site) map[[2]int]bool {
	periods := map[[2]int]bool{}
	for _, y := range byYear(e.Pages, site) {
		periods[[2]int{y.number, 0}] = true
		for _, m := range y.months {
			periods[[2]int{y.number, m.number}] = true
		}
	}
	return periods
}
