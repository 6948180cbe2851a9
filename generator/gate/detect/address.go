package detect

import (
	"strings"
	"unicode/utf8"
)

// Home addresses, down to the house or the door.
//
// Norm: 法释〔2016〕19号 10 [G]. What names a county or a village stays; what ends in a house number (号), a staircase (单元) or a door (室) after a
// word of residence (住, 住址, 户籍地) is a finding. An organisation's seat (某公司，住所地...) and a court's own address are public.

var organisations = words(
	"公司", "法院", "中心", "厂", "合作社", "银行", "事务所", "委员会", "医院", "学校", "局", "管理人", "检察院", "支行", "分行", "经营部", "商行", "单位", "协会", "法庭", "机构", "超市", "酒店", "农场", "机关", "联社", "集团", "企业", "店", "村委会", "居委会", "政府", "信用社",
)

var addressWords = words("家庭住址", "现住址", "住址", "户籍地", "户籍", "家庭地址", "居住地", "现住", "住所", "住地", "居住地址", "经常居住地", "送达地址", "住")

// notResidence are words that begin with 住 or end with it and speak of no home.
var notResidence = []string{
	"住房", "住宿", "住院", "住宅", "住户", "住建", "住持", "住所地法", "住院部", "住改", "住一", "住了", "住的", "住在一", "住处", "住证", "住人", "住民", "住校",
}

// residence judges what follows 住, 址 or 籍.
func (d *detector) residence(start, end int) {
	d.homes = true
	rest := d.text[start:]
	r, _ := utf8.DecodeRuneInString(rest)
	if r != '住' && !d.namedAddress(start) || hasPrefix(rest, notResidence) {
		return
	}
	if before := d.before(start); r == '住' && before != 0 && strings.ContainsRune("记抓站守保稳留不拿停挡封锁控把顶抱捉困围拦叫咬盯按忍吸", before) {
		return // 记住, 抓住: a verb's end
	}
	from := skipAny(d.text, end, "于在址所地籍：: 　为是至到*（)）")
	to := from + clause(d.text[from:])
	if !doorLevel(d.text[from:to]) {
		return
	}
	context := d.around(start, end)
	word, person := context.nearest(personWords, organisations)
	switch {
	case organisations.in(context.before) && !person:
		return
	case person:
		d.add(HomeAddress, from, to, Certain, Evidence{keyword, d.text[start:end]}, Evidence{personal, word})
	default:
		d.add(HomeAddress, from, to, Likely, Evidence{keyword, d.text[start:end]})
	}
}

// namedAddress: 址 and 籍 begin an address only as a person's: 家庭地址, 户籍, 送达地址.
func (d *detector) namedAddress(start int) bool {
	before := d.text[max(0, start-12):start]
	return hasSuffix(before, []string{"家庭地", "居住地", "家庭通讯地", "户", "住家地", "送达地"})
}

// longestCell is how many bytes an address fills at most.
const longestCell = 300

// addressCell judges 号, 室 and 户 in a column whose header speaks of homes.
func (d *detector) addressCell(start int) {
	if !d.homes && d.context.Label == "" || !number10(d.before(start)) {
		return // each of addressWords has one of the characters that residence looks at, and a header stands before its cells
	}
	header, ok := d.header(start)
	label := d.context.Label
	if ok && header != "" {
		label = header
	}
	if !addressWords.in(label) || organisations.in(label) {
		return
	}
	from, to := start, start
	for from > 0 && start-from < longestCell && !ends(d.text[from-1]) {
		from--
	}
	for to < len(d.text) && to-start < longestCell && !ends(d.text[to]) {
		to++
	}
	if to-from >= longestCell {
		return
	}
	from = skipAny(d.text, from, " *\t")
	if last := len(d.found) - 1; last >= 0 && d.found[last].Kind == HomeAddress && d.found[last].End > from {
		return
	}
	if from < to && (ok || from == 0) && doorLevel(d.text[from:to]) && !organisations.in(d.text[from:to]) {
		d.add(HomeAddress, from, to, Certain, Evidence{keyword, strings.TrimSpace(label)})
	}
}

// ends: the bytes at which a cell ends.
func ends(c byte) bool { return c == '\n' || c == '\t' || c == '|' }

// clause is the length of the text up to the next stop.
func clause(s string) int {
	const far = 150
	for i, size := 0, 0; i < len(s); i += size {
		var r rune
		r, size = decode(s, i)
		if i > far || (r < 0x3400 || r >= 0xff00) && strings.ContainsRune("，,。；;、\n\t|！？!?)）”》", r) {
			return i
		}
	}
	return len(s)
}

var (
	places = words("省", "市", "区", "县", "旗", "镇", "乡", "街", "路", "村", "巷", "弄", "里", "小区", "苑", "园", "公寓", "大道", "胡同", "屯", "社", "庄", "寨", "嘎查", "花园", "家属院", "里弄")
	doors  = []string{"号", "室", "户", "房", "单元", "幢", "栋", "组", "弄", "楼", "座"}
	public = words("法院", "法庭", "大厅", "办公室", "会议室", "服务中心", "检察院", "看守所", "监狱", "宾馆", "酒店", "招待所", "医院")
)

// doorLevel: the text has a place's name and ends, or nearly so (附3号, 院内), in a numbered house or door.
func doorLevel(s string) bool {
	if !places.in(s) || public.in(s) {
		return false
	}
	for _, door := range doors {
		for i := 0; ; {
			at := strings.Index(s[i:], door)
			if at < 0 {
				break
			}
			i += at
			rest := len(s) - i - len(door)
			if r := lastRune(s[:i]); rest <= 12 && (number10(r) || letter(r) && door != "号") {
				return true
			}
			i += len(door)
		}
	}
	return dashed(s)
}

// dashed: 3-2-501 at the end stands for building, staircase and door.
func dashed(s string) bool {
	tail := s[strings.LastIndexFunc(s, func(r rune) bool { return !(r >= '0' && r <= '9' || r == '-' || r == '－') })+1:]
	tail = strings.TrimFunc(tail, func(r rune) bool { return r < '0' || r > '9' })
	return strings.Count(tail, "-") >= 1 && len(tail) >= 4 && len(tail) <= 12
}

// number10: a digit in ASCII, full width or Chinese.
func number10(r rune) bool {
	r = narrow(r)
	return r >= '0' && r <= '9' || r != 0 && strings.ContainsRune("〇零一二三四五六七八九十百", r)
}

func skipAny(s string, i int, chars string) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune(chars, r) {
			break
		}
		i += size
	}
	return i
}

func hasPrefix(s string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

func hasSuffix(s string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}
