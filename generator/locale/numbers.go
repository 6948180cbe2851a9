package locale

import (
	"math"
	"strconv"
	"strings"
)

// numbers say how digits are grouped, and what stands around them.
type numbers struct {
	Group, Decimal, Minus string
	GroupFrom             int
	Percent               string   // {n}%
	Money, MoneyWan       string   // renminbi: ¥{n}; and in units of 10,000 yuan, "" where the language doesn't count so
	Bytes                 []string // {n} B, {n} KB, {n} MB, {n} GB
}

// plainNumbers serve a language of which nothing is known: digits without groups.
var plainNumbers = numbers{
	Decimal: ".", Minus: "-", GroupFrom: 1000, Percent: "{n}%", Money: "¥{n}", Bytes: []string{"{n} B", "{n} KB", "{n} MB", "{n} GB"},
}

// Number writes a whole number with the language's grouping.
func (l *Language) Number(n int) string { return l.Decimal(int64(n), 0) }

// Decimal writes a number given in its last decimal place: 12345 with 2 places is 123.45. A number in whole units, not a float, as
// amounts of money must not change by a fen.
func (l *Language) Decimal(n int64, places int) string {
	digits := strings.TrimPrefix(strconv.FormatInt(n, 10), "-") // not -n, which the least number doesn't have
	if missing := places + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	whole, rest := digits[:len(digits)-places], digits[len(digits)-places:]
	text := l.grouped(whole)
	if places > 0 {
		text += l.numbers.Decimal + rest
	}
	if n < 0 {
		return l.numbers.Minus + text
	}
	return text
}

func (l *Language) grouped(digits string) string {
	if l.numbers.Group == "" || len(digits) < len(strconv.Itoa(max(l.numbers.GroupFrom, 1000))) {
		return digits
	}
	var b strings.Builder
	for i := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(l.numbers.Group)
		}
		b.WriteByte(digits[i])
	}
	return b.String()
}

// Money writes an amount of renminbi given in fen: 1,234.50元 in Chinese, ¥1,234.50 elsewhere.
func (l *Language) Money(fen int64) string { return l.around(l.numbers.Money, fen, 2) }

// MoneyWan writes an amount given in fen in units of 10,000 yuan, as budgets do: 1,234.50万元, with half a unit of the last place rounded
// away from zero (四舍五入). A language that doesn't count in ten thousands has the amount in yuan.
func (l *Language) MoneyWan(fen int64) string {
	if l.numbers.MoneyWan == "" {
		return l.Money(fen)
	}
	rounded := fen / 10_000
	if rest := fen % 10_000; rest >= 5_000 {
		rounded++
	} else if rest <= -5_000 {
		rounded--
	}
	return l.around(l.numbers.MoneyWan, rounded, 2)
}

// Percent writes what part of a whole is, to one decimal place: 98.5%, 100%. Of nothing there is no part: "".
func (l *Language) Percent(part, whole int64) string {
	for whole > math.MaxInt64/2000 || part > math.MaxInt64/2000 || part < -math.MaxInt64/2000 {
		part, whole = part/2, whole/2
	}
	if whole <= 0 {
		return ""
	}
	tenths := (abs(part)*2000 + whole) / (2 * whole) // half up
	if part < 0 {
		tenths = -tenths
	}
	if tenths%10 == 0 {
		return l.around(l.numbers.Percent, tenths/10, 0)
	}
	return l.around(l.numbers.Percent, tenths, 1)
}

// around writes a number inside a pattern; a sign stands before the whole, as in -¥5.00.
func (l *Language) around(pattern string, n int64, places int) string {
	text := l.Decimal(n, places)
	sign := ""
	if n < 0 {
		sign, text = l.numbers.Minus, strings.TrimPrefix(text, l.numbers.Minus)
	}
	return sign + strings.Replace(pattern, "{n}", text, 1)
}

func abs(n int64) int64 { return max(n, -n) }

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
	text := l.Decimal(whole, 0)
	if whole < 10 && tenth > 0 {
		text = l.Decimal(whole*10+tenth, 1)
	}
	return strings.Replace(l.numbers.Bytes[power], "{n}", text, 1)
}
