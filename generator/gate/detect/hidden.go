package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Over-masking: names of courts, case numbers and judges that somebody hid.
//
// Norm: 法发〔2018〕20号, NORMS 6 [A]: hiding what the public has a right to read is a fault too. A form shows the same signs where
// something is to be filled in, so forms and samples are left alone.

// mask: a character that stands for a hidden one.
func mask(r rune) bool { return r != 0 && strings.ContainsRune("×✕╳XxＸｘ*＊○某", r) }

// hidden judges a run of masks; it begins at start.
func (d *detector) hidden(start int) {
	before := d.before(start)
	if letterOrSlash(before) && letter(d.after(start)) || mask(before) {
		return // inside a word most of all
	}
	end, count := start, 0
	for mask(d.after(end)) {
		end += utf8.RuneLen(d.after(end))
		count++
	}
	first := d.after(start)
	switch {
	case first == '某':
		d.maskedJudge(start, end)
		if count >= 2 {
			d.maskedCourt(start, end)
		}
		d.maskedCase(start, end)
	case strings.ContainsRune("XxＸｘ○", first) && count < 2, strings.ContainsRune("*＊", first) && count < 3:
		if letterOrSlash(d.before(start)) || letterOrSlash(d.after(end)) || strings.ContainsRune("*＊", first) {
			return
		}
		d.maskedCase(start, end)
	case letter(first) && (letterOrSlash(d.before(start)) || letterOrSlash(d.after(end))):
	default:
		d.maskedJudge(start, end)
		d.maskedCourt(start, end)
		d.maskedCase(start, end)
	}
}

func letterOrSlash(r rune) bool { return letter(r) || r == '/' }

// courtWords may stand between the mask and 人民法院.
var courtWords = []string{
	"省", "市", "区", "县", "州", "盟", "旗", "镇", "自治", "中级", "高级", "基层", "海事", "铁路", "运输", "知识产权", "金融", "互联网", "林业", "军事", "矿区", "开发", "新", "回族", "藏族", "壮族", "维吾尔", "蒙古", "彝族", "苗族", "土家族", "侗族", "哈萨克",
}

// maskedCourt judges what follows the mask: ×××人民法院, ××县人民法院, 明镜县×××法院.
func (d *detector) maskedCourt(start, end int) {
	i := end
next:
	for {
		if mask(d.after(i)) {
			i += utf8.RuneLen(d.after(i))
			continue
		}
		for _, w := range courtWords {
			if strings.HasPrefix(d.text[i:], w) {
				i += len(w)
				continue next
			}
		}
		break
	}
	switch {
	case strings.HasPrefix(d.text[i:], "人民法院"):
		i += len("人民法院")
	case strings.HasPrefix(d.text[i:], "法院"):
		i += len("法院")
	default:
		return
	}
	if quoted(d.before(start)) || strings.HasSuffix(d.text[:start], "中华人民共和国") || unicode.IsDigit(d.before(start)) || hasPrefix(d.text[i:], []string{"*"}) || d.isForm() {
		return
	}
	d.add(MaskedCourt, start, i, Likely, Evidence{Code: shape})
}

func quoted(r rune) bool { return r == '“' || r == '"' || r == '「' || r == '‘' || r == '《' }

// caseWords: a case number names the kind of case.
const caseWords = "民刑行执破赔保特催督清仲协减假司财认请委监诉知申初终再"

// maskedCase judges (2024)×01民初×号 and (20××)浙01民终123号.
func (d *detector) maskedCase(start, end int) {
	open := strings.LastIndexAny(d.text[max(0, start-60):start], "（(")
	if open < 0 {
		return
	}
	from := max(0, start-60) + open
	number := d.text[from:min(len(d.text), end+60)]
	stop := strings.Index(number, "号")
	if stop < 0 || from+stop < end {
		return
	}
	number = number[:stop+len("号")]
	_, opening := utf8.DecodeRuneInString(number)
	closing := strings.IndexAny(number, "）)")
	if closing < 0 {
		return
	}
	year := number[opening:closing]
	_, size := utf8.DecodeRuneInString(number[closing:])
	rest := number[closing+size:]
	if !hiddenYear(year) || !strings.ContainsAny(rest, caseWords) || strings.ContainsFunc(rest, notInCaseNumber) || d.isForm() {
		return
	}
	d.add(MaskedCaseNumber, from, from+len(number), Likely, Evidence{Code: shape})
}

// hiddenYear: four characters, digits or masks, two digits at least: a year wholly hidden is a form's.
func hiddenYear(s string) bool {
	digits, count := 0, 0
	for _, r := range s {
		count++
		switch {
		case narrow(r) >= '0' && narrow(r) <= '9':
			digits++
		case !mask(r):
			return false
		}
	}
	return count == 4 && digits >= 2
}

func notInCaseNumber(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsPunct(r) && !mask(r) && r != '-' && r != '－'
}

var judgeRoles = []string{"审判长", "审判员", "人民陪审员", "陪审员", "书记员", "法官助理", "执行员", "执行法官", "承办法官", "主审法官", "独任法官", "执行长"}

// maskedJudge judges the mask after 审判长, 审判员, 书记员: ×××, 张某, 李××. The characters of the role may be spaced.
func (d *detector) maskedJudge(start, end int) {
	from := boundary(d.text, max(0, start-60))
	before := d.text[from:start]
	role, ok := roleEnd(before)
	if !ok { // one character of the surname may have been left
		_, size := utf8.DecodeLastRuneInString(before)
		if role, ok = roleEnd(before[:len(before)-size]); ok && !unicode.Is(unicode.Han, lastRune(before)) {
			return
		}
		start -= size
	}
	if !ok {
		return
	}
	if r := d.after(end); r == '甲' || r == '乙' || r == '丙' {
		end += utf8.RuneLen(r)
	}
	if next := d.after(end); next != 0 && !unicode.IsSpace(next) && !unicode.IsPunct(next) && next != '|' || d.isForm() {
		return
	}
	d.add(MaskedJudge, start, end, Likely, Evidence{keyword, role})
}

// roleEnd finds the role that ends a text, whatever spaces it is written with.
func roleEnd(s string) (role string, ok bool) {
	last := lastRune(strings.TrimRightFunc(s, spacesRole))
	if last != '长' && last != '员' && last != '官' && last != '理' {
		return "", false // with which all of them end
	}
	s = strings.Map(func(r rune) rune {
		if spacesRole(r) {
			return -1
		}
		return r
	}, s)
	for _, w := range judgeRoles {
		if strings.HasSuffix(s, w) {
			return w, true
		}
	}
	return "", false
}

// spacesRole: what may stand between the characters of a role, and behind it.
func spacesRole(r rune) bool {
	return unicode.IsSpace(r) && r != '\n' || strings.ContainsRune("：:*|", r)
}

// formSigns: what only a form or a sample holds.
var formSigns = words(
	"××××年", "XXXX年", "xxxx年", "××年", "××月", "（××××）", "(××××)", "〔××××〕", "（XXXX）", "(XXXX)", "××月××日", "XX年XX月", "样式", "范本", "示范文本", "模板", "示例", "填写说明", "……", "此致", "填写样例", "起诉状", "年月日",
)

func (d *detector) isForm() bool {
	if d.form == unasked {
		d.form = no
		if d.context.Form || formSigns.in(d.text) {
			d.form = yes
		}
	}
	return d.form == yes
}
