package detect

import "strings"

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

// Values of a check digit that is hidden (seventeen digits give it away), and of ×, which is typed for X too.
const (
	masked = 11
	cross  = 12
)

// checkLetter reads an X, in any script that looks so, or the mask of the last digit.
func (d *detector) checkLetter(i int) (end int, value byte, ok bool) {
	for j := i; j < min(len(d.text), i+gapBytes); {
		r, size := decode(d.text, j)
		j += size
		switch r {
		case 'X', 'x', 'Ｘ', 'ｘ', 'Х', 'х', 'Χ', 'χ', 'Ⅹ', 'ⅹ':
			gap := d.text[i : j-size]
			return j, 10, between(gap) != apart || boxed(gap)
		case '×', '✕', '╳':
			return j, cross, j == i+size && !mask(d.after(j))
		case '*', '＊':
			return j, masked, j == i+size && !mask(d.after(j))
		}
		if r != '|' && between(d.text[j-size:j]) == apart {
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// modern judges seventeen digits and a check value.
func (d *detector) modern(n number, check byte) bool {
	if !possibleRegion(n.digits) {
		return false
	}
	if check == cross {
		if check = masked; checkValue(n.digits) == 10 {
			check = 10
		}
	}
	if !possibleDate(number4(n.digits[6:]), n.digits[10:]) {
		return checkValue(n.digits) == check && plausibleDay(n.digits[10:]) && d.misdated(n)
	}
	context := d.around(n.start, n.end)
	if checkValue(n.digits) == check {
		if d.creditCode(n, check, context) {
			return false
		}
		confidence := Certain
		if d.overCells(n) && !d.identityNamed() {
			confidence = Likely
		}
		d.add(IdentityNumber, n.start, n.end, confidence, Evidence{Code: checkDigit}, Evidence{Code: regionAndDate})
		return true
	}
	word, ok := context.nearest(identityWords, otherNumbers)
	if !ok {
		return false
	}
	d.add(IdentityNumber, n.start, n.end, Likely, Evidence{keyword, word}, Evidence{Code: regionAndDate}, Evidence{Code: noCheckDigit})
	return true
}

// overCells tells whether a number stands in several cells of a row, and not in one for each digit. A region, a day and a serial number in
// columns of their own make an identity number in one row of eleven.
func (d *detector) overCells(n number) bool {
	return n.first != n.last && n.last-n.first+1 < modernLength-1 && strings.Contains(d.text[n.start:n.end], "\t")
}

// misdated judges a number that is right but for its day. Some were given out with days that no calendar has (29 February of a common year), and a number
// that is called one is not publishable because a digit was mistyped.
func (d *detector) misdated(n number) bool {
	word, ok := d.around(n.start, n.end).nearest(identityWords, otherNumbers)
	if ok {
		d.add(IdentityNumber, n.start, n.end, Likely, Evidence{keyword, word}, Evidence{Code: checkDigit})
	}
	return ok
}

// old judges fifteen digits. They prove little, so they must stand alone or as people write them: 6-6-3.
func (d *detector) old(n number) bool {
	if !possibleRegion(n.digits) || !possibleDate(1900+10*int(n.digits[6])+int(n.digits[7]), n.digits[8:]) {
		return false
	}
	split := n.first != n.last && d.lengths(n) != [5]int{6, 6, 3}
	if split && !d.identityNamed() {
		return false
	}
	context := d.around(n.start, n.end)
	if word, ok := context.nearest(identityWords, otherNumbers); ok {
		d.add(IdentityNumber, n.start, n.end, Certain, Evidence{keyword, word}, Evidence{Code: regionAndDate}, Evidence{Code: oldForm})
		return true
	}
	if split || context.has(otherNumbers) || context.has(accountWords) || !d.standsFree(n) {
		return false
	}
	d.add(IdentityNumber, n.start, n.end, Likely, Evidence{Code: regionAndDate}, Evidence{Code: oldForm})
	return true
}

// identityNamed tells whether anything names an identity number, anywhere: in columns of small numbers many may be one by their digits.
func (d *detector) identityNamed() bool {
	if d.named == unasked {
		d.named = no
		if identityWords.in(d.text) || identityWords.in(d.context.Label) {
			d.named = yes
		}
	}
	return d.named == yes
}
