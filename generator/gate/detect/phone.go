package detect

import (
	"strings"
	"unicode/utf8"
)

// Telephones.
//
// Norm: 法释〔2016〕19号 10 [G], means of communication of persons. The telephone of an office is public (12368, 010-xxxxxxxx, 400-): a landline is a
// finding only where words say that it is a person's, a mobile number unless words say that it is an office's.

// personWords speak of a person whose data is not the court's to publish.
var personWords = words(
	"原告", "被告", "申请人", "被申请人", "申请执行人", "被执行人", "上诉人", "第三人", "当事人", "罪犯", "被害人", "证人", "失踪人", "下落不明人", "法定代表人", "法定代理人",
	"姓名", "本人", "家属", "父亲", "母亲", "丈夫", "妻子", "，男", "，女", ",男", ",女", "、男", "、女", "身份证", "家庭", "住址", "出生", "先生", "女士", "债权人", "竞买人", "买受人",
	"候选人", "应聘", "考生", "陪审员", "个人", "户名", "手机号", "家中", "住宅", "私人", "受害人", "信访人", "来访人", "职工", "员工", "继承人", "监护人", "担保人", "保证人", "共有人", "承租人",
	"举报人", "投诉人", "控告人", "检举人", "报案人", "反映人", "求助人",
)

// officeWords speak of an office, or of one who may be called for it.
var officeWords = words(
	"咨询", "热线", "值班", "举报", "监督", "投诉", "法官", "书记员", "承办", "审判员", "审判长", "执行员", "执行局", "立案庭", "办公室", "法庭", "本院", "法院", "管理人", "拍卖", "看样", "评估",
	"报名", "客服", "工作人员", "联系部门", "事务所", "服务", "窗口", "法官助理", "调解中心", "传真", "政治部", "纪检", "督察", "检察院", "司法局", "联系科室", "庭审", "技术支持", "新闻发言人", "采购", "招标", "招聘",
	"审判庭", "预约", "总机", "公告", "诉讼费", "庭长", "院长", "督促", "辅助机构",
)

func (d *detector) mobile(first int) (last int, found bool) {
	n, ok := d.mobileNumber(first)
	if !ok || !d.standsFree(n) {
		return first, false
	}
	if before := d.before(n.start); before == '+' || before == '＋' {
		n.start -= utf8.RuneLen(before)
	}
	context := d.around(n.start, n.end)
	if d.joinedAfter(n) && !callWords.in(context.lead(30)) {
		return first, false
	}
	word, ok := context.nearest(personWords, officeWords)
	switch {
	case ok:
		d.add(MobileNumber, n.start, n.end, Certain, Evidence{Code: shape}, Evidence{personal, word})
	case officeWords.in(context.before + context.label), otherNumbers.in(context.lead(60)), amountWords.in(context.label):
		return first, false
	default:
		d.add(MobileNumber, n.start, n.end, Likely, Evidence{Code: shape})
	}
	return n.last, true
}

var (
	callWords   = words("手机", "电话", "联系方式", "联系", "致电", "拨打", "Tel", "tel", "mobile", "phone", "微信")
	amountWords = words("金额", "元", "数量", "面积", "价", "编码", "代码", "序号", "合计", "总计")
)

// How many digits the numbers have at least.
const (
	mobileLength     = 11
	shortestLandline = 7
)

// mobileNumber reads eleven digits that begin with 13 to 19, in one group or as people group them, with or without +86.
func (d *detector) mobileNumber(first int) (number, bool) {
	if l := d.groups[first].len(); l <= 4 && d.countryCode(first) && first+1 < len(d.groups) && d.groups[first+1].joint == joined {
		n, ok := d.plainMobile(first + 1)
		n.start = int(d.groups[first].start)
		return n, ok
	}
	n, ok := d.plainMobile(first)
	if ok && first > 0 && d.groups[first].joint == joined && !d.leads(first-1, n) {
		return number{}, false
	}
	return n, ok
}

// leads: the group before a number is no part of it: a list number, a day, another whole number.
func (d *detector) leads(group int, n number) bool {
	gap := d.text[d.groups[group].end:n.start]
	return strings.TrimLeft(gap, "-‐–—－") == gap && d.groups[group].len() <= 2 || strings.ContainsAny(gap, " 　/／、.．")
}

func (d *detector) countryCode(i int) bool {
	g := d.number(i, i).digits
	return string(g) == "\x08\x06" || string(g) == "\x00\x00\x08\x06"
}

func (d *detector) plainMobile(first int) (number, bool) {
	total := 0
	for i := first; i < len(d.groups) && (i == first || d.groups[i].joint == joined); i++ {
		if total += d.groups[i].len(); total < mobileLength {
			continue
		}
		n := d.number(first, i)
		digits := n.digits
		switch l := d.lengths(n); l {
		case [5]int{13}, [5]int{15}:
			code := len(digits) - 11
			if string(digits[code-2:code]) != "\x08\x06" {
				return number{}, false
			}
			digits = digits[code:]
		case [5]int{11}, [5]int{3, 4, 4}, [5]int{3, 8}, [5]int{7, 4}, [5]int{3, 3, 5}, [5]int{4, 3, 4}, [5]int{3, 2, 2, 2, 2}, [5]int{5, 6}, [5]int{4, 4, 3}, [5]int{3, 4, 2, 2}:
		default:
			return number{}, false
		}
		return n, len(digits) == 11 && digits[0] == 1 && digits[1] >= 3
	}
	return number{}, false
}

// joinedAfter: a dash binds more digits to the number, as in the numbers of files and orders.
func (d *detector) joinedAfter(n number) bool {
	next := n.last + 1
	return next < len(d.groups) && d.groups[next].joint == joined && strings.ContainsAny(d.text[n.end:d.groups[next].start], "-‐–—－_")
}

// homeWords say that a landline is at somebody's home.
var homeWords = words("家庭电话", "住宅电话", "宅电：", "宅电", "家中电话", "家里电话", "家电话", "私人电话", "家庭固话", "家庭联系电话", "住宅座机", "家庭座机")

// landline reads seven or eight digits with or without an area code before them.
func (d *detector) landline(first int) (last int, found bool) {
	n, ok := d.landlineNumber(first)
	if !ok || !d.standsFree(n) || d.joinedAfter(n) {
		return first, false
	}
	context := d.around(n.start, n.end)
	lead := context.lead(60)
	if !callWords.in(lead) && !homeWords.in(lead) {
		return first, false
	}
	word, ok := context.nearest(personWords, officeWords)
	switch {
	case homeWords.in(lead):
		d.add(LandlineNumber, n.start, n.end, Certain, Evidence{keyword, homeWords.word(lead)})
	case ok && n.digits[0] == 0 && personWords.in(context.lead(48)) && !officeWords.in(context.lead(120)) && !hasAny(lead, []string{"可", "拨打", "致电", "应", "请", "逾期", "。"}):
		d.add(LandlineNumber, n.start, n.end, Likely, Evidence{Code: shape}, Evidence{personal, word})
	default:
		return first, false
	}
	return n.last, true
}

// areaCode tells whether a group of digits may be the code of an area.
func (d *detector) areaCode(i int) bool {
	l := d.groups[i].len()
	return (l == 3 || l == 4) && d.digits[d.groups[i].from] == 0
}

func (d *detector) landlineNumber(first int) (number, bool) {
	g := d.number(first, first)
	local, open := first, 0
	if d.areaCode(first) {
		local++
		switch {
		case local == len(d.groups):
			return number{}, false
		case bracketed(d.text[g.end:d.groups[local].start]):
			if before := d.before(g.start); before == '(' || before == '（' {
				open = utf8.RuneLen(before)
			}
		case d.groups[local].joint != joined:
			return number{}, false
		}
	} else if l := len(g.digits); g.digits[0] == 0 {
		return g, l == 11 || l == 12
	}
	switch l := d.groups[local].len(); {
	case l == 7 || l == 8:
	case (l == 4 || l == 3) && local+1 < len(d.groups) && d.groups[local+1].joint == joined && d.groups[local+1].len() == 4:
		local++
	default:
		return number{}, false
	}
	n := d.number(first, local)
	n.start -= open
	return n, true
}

// bracketed: the area code stood in brackets.
func bracketed(gap string) bool {
	gap = strings.TrimSpace(gap)
	return gap == ")" || gap == "）"
}
