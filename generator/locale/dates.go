package locale

import (
	"strconv"
	"strings"
	"time"
)

// dates are patterns, and the names of months and days of the week.
type dates struct {
	Long, Full, Short   string // of a day; Full has the day of the week
	Month, Year         string
	Time, DateTime      string
	Months, MonthsAlone []string // twelve, in a date and without a day
	Weekdays            []string // seven, from Sunday
}

// plainDates serve a language of which nothing is known: ISO 8601.
var plainDates = dates{
	Long: "{y}-{MM}-{dd}", Short: "{y}-{MM}-{dd}", Month: "{y}-{MM}", Year: "{y}", Time: "{HH}:{mm}", DateTime: "{date} {time}",
}

// The placeholders that each pattern may have.
var (
	inYear  = []string{"{y}"}
	inMonth = []string{"{y}", "{M}", "{MM}", "{month}"}
	inDay   = []string{"{y}", "{M}", "{MM}", "{month}", "{d}", "{dd}"}
	inFull  = []string{"{y}", "{M}", "{MM}", "{month}", "{d}", "{dd}", "{weekday}"}
	inTime  = []string{"{H}", "{HH}", "{mm}"}
	inBoth  = []string{"{date}", "{time}"}
)

// ISO writes a moment as RFC 3339, in the moment's own time zone; the zero time is "".
func ISO(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// Date writes the day of a moment in full, as documents do, in the moment's own time zone; the zero time is "".
func (l *Language) Date(t time.Time) string { return l.dates.day(l.dates.Long, t) }

// ShortDate writes the day of a moment in digits, as lists and tables do; the zero time is "".
func (l *Language) ShortDate(t time.Time) string { return l.dates.day(l.dates.Short, t) }

// FullDate is [Language.Date] with the day of the week, where the language's files have the days' names.
func (l *Language) FullDate(t time.Time) string {
	if l.dates.Full == "" {
		return l.Date(t)
	}
	return l.dates.day(l.dates.Full, t)
}

// Time writes the time of day, in 24 hours: a hearing at 3:00 must not be taken for one at 15:00. The zero time is "".
func (l *Language) Time(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	hour, minute := t.Hour(), t.Minute()
	return strings.NewReplacer("{H}", strconv.Itoa(hour), "{HH}", twoDigits(hour), "{mm}", twoDigits(minute)).Replace(l.dates.Time)
}

// DateTime writes the day and the time of a moment; the zero time is "".
func (l *Language) DateTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return strings.NewReplacer("{date}", l.Date(t), "{time}", l.Time(t)).Replace(l.dates.DateTime)
}

// Month writes a month of a year.
func (l *Language) Month(year int, month time.Month) string {
	names := l.dates.MonthsAlone
	if len(names) == 0 {
		names = l.dates.Months
	}
	return fill(l.dates.Month, year, month, 1, nameOf(names, int(month)-1), "")
}

// Year writes a year.
func (l *Language) Year(year int) string { return fill(l.dates.Year, year, time.January, 1, "", "") }

func (d *dates) day(pattern string, t time.Time) string {
	if t.IsZero() {
		return ""
	}
	year, month, day := t.Date()
	return fill(pattern, year, month, day, nameOf(d.Months, int(month)-1), nameOf(d.Weekdays, int(t.Weekday())))
}

func fill(pattern string, year int, month time.Month, day int, name, weekday string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(pattern, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		mark, after, _ := strings.Cut(rest, "}")
		pattern = after
		switch mark {
		case "y":
			b.WriteString(strconv.Itoa(year))
		case "M":
			b.WriteString(strconv.Itoa(int(month)))
		case "MM":
			b.WriteString(twoDigits(int(month)))
		case "d":
			b.WriteString(strconv.Itoa(day))
		case "dd":
			b.WriteString(twoDigits(day))
		case "month":
			b.WriteString(name)
		case "weekday":
			b.WriteString(weekday)
		default:
			b.WriteString("{" + mark + "}")
		}
	}
}

func nameOf(names []string, i int) string {
	if i < 0 || i >= len(names) {
		return ""
	}
	return names[i]
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
