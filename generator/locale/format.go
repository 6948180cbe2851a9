package locale

import (
	"strconv"
	"strings"
	"time"
)

// dates are patterns and the names of months.
type dates struct {
	Long, Month, Year   string
	Months, MonthsAlone []string
}

// numbers say how digits are grouped, and how sizes are written.
type numbers struct {
	Group, Decimal string
	GroupFrom      int
	Bytes          []string
}

// plainDates and plainNumbers serve a language of which nothing is known: ISO 8601, and digits without groups.
var (
	plainDates   = dates{Long: "{y}-{MM}-{dd}", Month: "{y}-{MM}", Year: "{y}"}
	plainNumbers = numbers{Decimal: ".", GroupFrom: 1000, Bytes: []string{"{n} B", "{n} KB", "{n} MB", "{n} GB"}}
)

// ISO writes a moment as RFC 3339, in the moment's own time zone; the zero time is "".
func ISO(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// Date writes the day of a moment, in the moment's own time zone; the zero time is "".
func (l *Language) Date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return l.dates.fill(l.dates.Long, l.dates.Months, t.Year(), t.Month(), t.Day())
}

// Month writes a month of a year.
func (l *Language) Month(year int, month time.Month) string {
	names := l.dates.MonthsAlone
	if len(names) == 0 {
		names = l.dates.Months
	}
	return l.dates.fill(l.dates.Month, names, year, month, 1)
}

// Year writes a year.
func (l *Language) Year(year int) string {
	return l.dates.fill(l.dates.Year, nil, year, time.January, 1)
}

// fill puts the parts of a date into a pattern; what else stands in braces is kept.
func (d *dates) fill(pattern string, names []string, year int, month time.Month, day int) string {
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(pattern, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		pattern = after
		part, rest, _ := strings.Cut(after, "}")
		switch part {
		case "y":
			b.WriteString(strconv.Itoa(year))
		case "month":
			if i := int(month) - 1; i >= 0 && i < len(names) {
				b.WriteString(names[i])
			}
		case "M":
			b.WriteString(strconv.Itoa(int(month)))
		case "MM":
			b.WriteString(twoDigits(int(month)))
		case "d":
			b.WriteString(strconv.Itoa(day))
		case "dd":
			b.WriteString(twoDigits(day))
		default:
			b.WriteByte('{')
			continue
		}
		pattern = rest
	}
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// Number writes a whole number with the language's grouping.
func (l *Language) Number(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	if len(digits) < len(strconv.Itoa(max(l.numbers.GroupFrom, 1000))) || l.numbers.Group == "" {
		return sign + digits
	}
	var b strings.Builder
	b.WriteString(sign)
	for i := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(l.numbers.Group)
		}
		b.WriteByte(digits[i])
	}
	return b.String()
}

// Bytes writes the size of a file in the largest unit (of 1024) that leaves at least 1, with one decimal below 10.
func (l *Language) Bytes(size int64) string {
	size = max(size, 0)
	unit, power := int64(1), 0
	for power < len(l.numbers.Bytes)-1 && size >= unit*1024 {
		unit, power = unit*1024, power+1
	}
	whole, tenth := size/unit, (size%unit*10+unit/2)/unit
	if tenth == 10 {
		whole, tenth = whole+1, 0
	}
	if whole >= 10 && tenth >= 5 {
		whole++
	}
	if whole == 1024 && power < len(l.numbers.Bytes)-1 {
		whole, tenth, power = 1, 0, power+1
	}
	text := l.Number(int(whole))
	if whole < 10 && tenth > 0 {
		text += l.numbers.Decimal + strconv.FormatInt(tenth, 10)
	}
	return strings.Replace(l.numbers.Bytes[power], "{n}", text, 1)
}
