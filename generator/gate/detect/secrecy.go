package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Marks of classification.
//
// Norm: 保密法 22, 实施条例 42 [A]. The mark is the grade and a star, with the term or without: 秘密★10年, 机密★20年, 绝密★, 秘密★长期; on papers without
// term the grade stands alone, its characters spaced (秘　密). A line 密级：机密 says the same. 秘密 in a sentence is a word as any other.

const stars = "★☆⭐✩✭✮🌟⋆*＊"

// secrecy judges 密 as the end of 秘密, 机密, 绝密, or as the beginning of 密级. start and end are those of 密.
func (d *detector) secrecy(start, end int) {
	if i := skipSpaces(d.text, end); strings.HasPrefix(d.text[i:], "级") && d.gradeLine(start, i+len("级")) {
		return
	}
	from, ok := d.gradeBefore(start)
	if !ok || from == start-len("秘") && d.proseAround(from, end) {
		return
	}
	i := skipSpaces(d.text, end)
	if strings.HasPrefix(d.text[i:], "级") {
		i = skipSpaces(d.text, i+len("级"))
	}
	if star, size := utf8.DecodeRuneInString(d.text[i:]); size > 0 && star != utf8.RuneError && strings.ContainsRune(stars, star) {
		to := i + size
		if term := d.term(to); term > to || star != '*' && star != '＊' {
			d.add(SecrecyMark, from, term, Certain, Evidence{Code: shape})
		}
		if star != '*' && star != '＊' || d.term(to) > to {
			return
		}
	}
	d.aloneGrade(from, end)
}

// proseAround dismisses most words at once: Chinese characters on both sides that are part of no mark.
func (d *detector) proseAround(from, end int) bool {
	before, after := d.before(from), d.after(end)
	return unicode.Is(unicode.Han, after) && after != '级' && after != '文' && unicode.Is(unicode.Han, before) ||
		before != 0 && unicode.Is(unicode.Han, before) && before != '为' && before != '于' && (after == '、' || after == '，' || after == '。')
}

// gradeBefore finds the first character of 秘密, 机密, 绝密 before 密, spaces between them allowed.
func (d *detector) gradeBefore(start int) (from int, ok bool) {
	i := beforeSpaces(d.text, start)
	if start-i > 12 {
		return 0, false
	}
	r, size := utf8.DecodeLastRuneInString(d.text[:i])
	return i - size, r == '秘' || r == '机' || r == '绝' || r == '機' || r == '絕' || r == '祕'
}

// beforeSpaces is where the spaces before a place begin.
func beforeSpaces(s string, i int) int {
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if r != ' ' && r != '　' && r != '\u00a0' {
			break
		}
		i -= size
	}
	return i
}

func skipSpaces(s string, i int) int { return skipAny(s, i, " 　\u00a0") }

// term is the end of what follows the star: 10年, 6个月, 长期, 启用前.
func (d *detector) term(i int) int {
	j := skipSpaces(d.text, i)
	for _, w := range []string{"长期", "启用前", "考试启用前", "解密前", "永久"} {
		if strings.HasPrefix(d.text[j:], w) {
			return j + len(w)
		}
	}
	k := j
	for number10(d.after(k)) && k-j < 18 {
		k += utf8.RuneLen(d.after(k))
	}
	unit := skipSpaces(d.text, k)
	for _, w := range []string{"年", "个月", "月", "日", "天"} {
		if k > j && strings.HasPrefix(d.text[unit:], w) {
			return d.term(unit + len(w)) // 2030年12月31日 has three parts
		}
	}
	return i
}

// aloneGrade: the grade alone in its line, cell or brackets is a mark too.
func (d *detector) aloneGrade(from, end int) {
	opened, closed := d.edges(from, end)
	spaced := end-from > len("秘密")
	switch {
	case opened && closed && (spaced || d.bracketed(from, end) || !d.heading(from)):
		confidence := Certain
		if d.inTable(from) {
			confidence = Likely
		}
		d.add(SecrecyMark, from, end, confidence, Evidence{Code: shape})
	case d.thisPaper(from, end):
		d.add(SecrecyMark, from, end, Likely, Evidence{keyword, "密级"})
	}
}

// thisPaper: 本文件属于机密级, 本件定密为机密 speak of the paper itself.
func (d *detector) thisPaper(from, end int) bool {
	before := d.text[boundary(d.text, max(0, from-30)):from]
	before = before[strings.LastIndexAny(before, "，。；\n")+1:]
	graded := hasPrefix(d.text[end:], []string{"级", "文件"}) || hasSuffix(before, []string{"密级为", "定密为", "密级是", "定为"})
	return graded &&
		hasAny(before, []string{"本文件", "本件", "本材料", "此件", "本资料"}) && !strings.Contains(before, "不")
}

// edges: whether nothing but spaces and brackets stands before and after text[from:end] in its line or cell.
func (d *detector) edges(from, end int) (opened, closed bool) {
	before := strings.TrimRight(d.text[:from], " 　\u00a0*")
	after := strings.TrimLeft(d.text[end:], " 　\u00a0*")
	if before != "" && after != "" && pairs[lastRune(before)] != 0 {
		if r, _ := utf8.DecodeRuneInString(after); r == pairs[lastRune(before)] {
			_, size := utf8.DecodeLastRuneInString(before)
			before = strings.TrimRight(before[:len(before)-size], " 　#>*")
			// A remark in brackets at the head of a line is a mark, one in a sentence is not.
			return before == "" || ends(before[len(before)-1]), true
		}
	}
	before = strings.TrimRight(before, "#> ")
	return before == "" || ends(before[len(before)-1]), after == "" || ends(after[0]) || after[0] == '\r'
}

var pairs = map[rune]rune{'【': '】', '[': ']', '［': '］', '（': '）', '(': ')', '〔': '〕', '「': '」', '<': '>', '＜': '＞'}

func (d *detector) bracketed(from, end int) bool {
	return pairs[d.before(from)] != 0 && d.after(end) == pairs[d.before(from)]
}

// heading: 秘密 as the title of a section is a word, not a mark.
func (d *detector) heading(from int) bool {
	start, _ := line(d.text, from)
	return strings.HasPrefix(strings.TrimSpace(d.text[start:from]), "#")
}

func (d *detector) inTable(pos int) bool {
	_, ok := d.header(pos)
	return ok
}

var openGrades = []string{"公开", "无", "非密", "不涉密", "普通", "主动公开", "依申请", "-", "—", "/", "非涉密"}

// gradeLine judges 密级：… and tells whether it stood there. A grade makes it certain; "public" clears it; a form's blank is only likely.
func (d *detector) gradeLine(start, end int) bool {
	i := skipAny(d.text, end, " 　\u00a0*")
	if r := d.after(i); r != '：' && r != ':' && r != '】' && r != ']' {
		return false
	}
	i = skipAny(d.text, i, "：:】] 　\u00a0\t*|_")
	rest := d.text[i:]
	if hasPrefix(rest, openGrades) {
		return true
	}
	to := i
	for _, w := range []string{"绝密", "机密", "秘密", "内部", "绝", "机", "秘", "核心商密", "普通商密"} {
		if strings.HasPrefix(rest, w) {
			to = i + len(w)
			break
		}
	}
	confidence := Certain
	if to == i {
		to, confidence = end, Likely
	}
	if j := skipSpaces(d.text, to); strings.HasPrefix(d.text[j:], "★") {
		to = d.term(j + len("★"))
	}
	if confidence == Certain || !d.sentenceGoesOn(end) {
		d.add(SecrecyMark, start, to, confidence, Evidence{keyword, "密级"})
	}
	return true
}

// sentenceGoesOn: what follows 密级： is prose, such as an explanation of the word.
func (d *detector) sentenceGoesOn(i int) bool {
	rest, _, _ := strings.Cut(d.text[i:boundary(d.text, min(len(d.text), i+60))], "\n")
	rest = strings.TrimSpace(rest)
	return strings.ContainsFunc(rest, func(r rune) bool { return unicode.Is(unicode.Han, r) }) && len(rest) > 36
}
