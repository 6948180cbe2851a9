package detect

// Resident identity numbers.
//
// Norm: 个人信息保护法 28 [A]; GB 11643: six digits of the region, eight of the birth date, three of the sequence, and a check digit
// of the weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2 modulo 11 (10X98765432). The old form has two digits for the year and no check digit.
//
// Eighteen digits are found wherever they stand and however they are written (full width, spaces, dashes, dots, across a line break):
// region, date and check digit together let one random number of about seven hundred thousand pass. Numbers whose check digit is wrong or hidden, and
// the old form, need a word beside them or are only likely.

const (
	modernLength = 18
	oldLength    = 15
)

var identityWords = words(
	"身份证", "公民身份", "身份号码", "身份證", "证件号", "证件号码", "证号码", "身份证件", "居民身份", "ID card", "ID No", "ID number", "كىملىك", "ཐོབ་ཐང",
)

// otherNumbers name numbers that look like an identity number or an account and are none.
var otherNumbers = words(
	"信用代码", "机构代码", "代码", "索引号", "注册号", "登记号", "登记证", "执照", "税号", "识别号", "纳税人", "流水号", "订单", "单号", "编号", "序列号", "案号", "文号",
	"标识码", "条码", "条形码", "凭证", "票号", "发票", "证书号", "查询码", "验证码", "合同号", "项目代码", "许可证", "备案", "IMEI", "ISBN", "ISSN", "标的",
	"产权证", "不动产", "宗地", "图号", "批次", "快递", "运单", "邮件号", "缴款码", "缴费码", "识别码", "票据号", "汇票", "车架号", "发动机号",
)

func (d *detector) identity(first int) (last int, found bool) {
	total := 0
	for last = first; last < len(d.groups) && total < modernLength; last++ {
		if last > first && d.groups[last].joint == apart {
			break
		}
		total += d.groups[last].len()
		n := d.number(first, last)
		switch total {
		case modernLength:
			found = d.modern(n, n.digits[17])
		case modernLength - 1:
			if end, value, ok := d.checkLetter(n.end); ok {
				n.end = end
				found = d.modern(n, value)
			}
		case oldLength:
			found = d.old(n)
		}
		if found {
			return last, true
		}
	}
	if total >= modernLength-1 {
		return d.embedded(first, last-1)
	}
	return first, false
}

// bornBefore bounds the birth years of numbers that run into others: long numbers of files hold recent dates.
const bornBefore = 2012

// embedded looks for an identity number that runs into other digits without a gap, as when columns were copied together: anywhere
// in one long group, or at the beginning of several.
func (d *detector) embedded(first, last int) (int, bool) {
	all := d.number(first, last).digits
	starts := 1
	if first == last {
		starts = len(all) - (modernLength - 2)
	}
	for i := range max(starts, 0) {
		rest := all[i:]
		if len(rest) < modernLength-1 || !possibleRegion(rest) || number4(rest[6:]) >= bornBefore || !possibleDate(number4(rest[6:]), rest[10:]) {
			continue
		}
		check, length := checkValue(rest), modernLength
		start, end := d.digitAt(first, i), 0
		switch {
		case len(rest) >= modernLength && rest[17] == check:
			end = d.digitAt(first, i+modernLength)
		case len(rest) == modernLength-1 && check == 10:
			length--
			var value byte
			var ok bool
			if end, value, ok = d.checkLetter(d.groups[last].end); !ok || value != check {
				continue
			}
		default:
			continue
		}
		d.add(IdentityNumber, start, end, Likely, Evidence{Code: checkDigit}, Evidence{Code: regionAndDate})
		for last = first; d.groups[last].to < d.groups[first].from+i+length; last++ {
		}
		return last, true
	}
	return first, false
}

// digitAt is the place in the text of the digit with a number, counted from a group on; behind the last digit of a group it is its end.
func (d *detector) digitAt(first, count int) int {
	g := d.groups[first]
	for count > g.len() {
		count -= g.len()
		first++
		g = d.groups[first]
	}
	place := g.start
	for range count {
		_, size := decode(d.text, place)
		place += size
	}
	return place
}

// masked is the value of a check digit that is hidden; seventeen digits give it away.
const masked = 11

// checkLetter reads an X, in any script that looks so, or the mask of the last digit.
func (d *detector) checkLetter(i int) (end int, value byte, ok bool) {
	for j := i; j < min(len(d.text), i+gapBytes); {
		r, size := decode(d.text, j)
		j += size
		switch r {
		case 'X', 'x', 'Ｘ', 'ｘ', 'Х', 'х', 'Χ', 'χ':
			return j, 10, between(d.text[i:j-size]) != apart
		case '×', '*', '＊':
			return j, masked, j == i+size && !mask(d.after(j))
		}
		if between(d.text[j-size:j]) == apart {
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// modern judges seventeen digits and a check value.
func (d *detector) modern(n number, check byte) bool {
	if !possibleRegion(n.digits) || !possibleDate(number4(n.digits[6:]), n.digits[10:]) {
		return false
	}
	context := d.around(n.start, n.end)
	if checkValue(n.digits) == check {
		if d.creditCode(n, check, context) {
			return false
		}
		d.add(IdentityNumber, n.start, n.end, Certain, Evidence{Code: checkDigit}, Evidence{Code: regionAndDate})
		return true
	}
	word, ok := context.nearest(identityWords, otherNumbers)
	if !ok {
		return false
	}
	d.add(IdentityNumber, n.start, n.end, Likely, Evidence{keyword, word}, Evidence{Code: regionAndDate}, Evidence{Code: noCheckDigit})
	return true
}

// old judges fifteen digits. They prove little, so they must stand alone or as people write them: 6-6-3.
func (d *detector) old(n number) bool {
	if !possibleRegion(n.digits) || !possibleDate(1900+10*int(n.digits[6])+int(n.digits[7]), n.digits[8:]) {
		return false
	}
	context := d.around(n.start, n.end)
	if word, ok := context.nearest(identityWords, otherNumbers); ok {
		d.add(IdentityNumber, n.start, n.end, Certain, Evidence{keyword, word}, Evidence{Code: regionAndDate}, Evidence{Code: oldForm})
		return true
	}
	split := n.first != n.last
	if split && d.lengths(n) != [5]int{6, 6, 3} || context.has(otherNumbers) || context.has(accountWords) || !d.standsFree(n) {
		return false
	}
	d.add(IdentityNumber, n.start, n.end, Likely, Evidence{Code: regionAndDate}, Evidence{Code: oldForm})
	return true
}

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
