package detect

// possibleRegion: the provinces of GB/T 2260, Hong Kong, Macao and Taiwan as residence permits write them, and 9 of permanent residents.
func possibleRegion(digits []byte) bool {
	switch p := digits[0]*10 + digits[1]; {
	case p >= 11 && p <= 15, p >= 21 && p <= 23, p >= 31 && p <= 37, p >= 41 && p <= 46, p >= 50 && p <= 54, p >= 61 && p <= 65:
		return true
	case p == 71, p >= 81 && p <= 83, p >= 91:
		return true
	}
	return false
}

func number4(digits []byte) int {
	return int(digits[0])*1000 + int(digits[1])*100 + int(digits[2])*10 + int(digits[3])
}

// possibleDate: a day of the calendar on which a living person, or one in an old case, may have been born.
func possibleDate(year int, monthDay []byte) bool {
	return possibleDay(year, int(monthDay[0]*10+monthDay[1]), int(monthDay[2]*10+monthDay[3]))
}

func possibleDay(year, month, day int) bool {
	if year < 1850 || year > 2060 || month < 1 || month > 12 || day < 1 {
		return false
	}
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		days = 29
	}
	return day <= days
}

// checkValue computes the check digit of GB 11643; 10 stands for X.
func checkValue(digits []byte) byte {
	weights := [...]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
	sum := 0
	for i, w := range weights {
		sum += w * int(digits[i])
	}
	return byte((12 - sum%11) % 11)
}

// creditCode: a unified social credit code of digits alone (GB 32100) that is an identity number by chance. Both checks must hold, and the
// text must name it, for a wrong guess here publishes a person.
func (d *detector) creditCode(n number, check byte, context setting) bool {
	if _, ok := context.nearest(creditWords, identityWords); !ok {
		return false
	}
	return check < 10 && creditValue(n.digits[:17]) == int(check)
}

var creditWords = words("信用代码", "索引号")

// creditValue computes the check character of GB 32100, for codes of digits alone.
func creditValue(digits []byte) int {
	weight, sum := 1, 0
	for _, v := range digits {
		sum += weight * int(v)
		weight = weight * 3 % 31
	}
	return (31 - sum%31) % 31
}

// plausibleDay: a month and a day that some month has.
func plausibleDay(monthDay []byte) bool {
	month, day := 10*monthDay[0]+monthDay[1], 10*monthDay[2]+monthDay[3]
	return month >= 1 && month <= 12 && day >= 1 && day <= 31
}
