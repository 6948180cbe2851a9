package detect

import (
	"strings"
	"unicode/utf8"
)

// setting is the text around a match, by which words judge what proves nothing by itself.
type setting struct {
	before, after string
	label         string // of the column or the field
}

// How far words reach, in bytes; a Chinese character has three.
const (
	reachBack    = 210
	reachForward = 60
)

// around gives the setting of text[start:end]: the paragraph, or in a table the row and the header of the column.
func (d *detector) around(start, end int) setting {
	from, to := boundary(d.text, max(0, start-reachBack)), boundary(d.text, min(len(d.text), end+reachForward))
	s := setting{before: d.text[min(from, start):start], after: d.text[end:max(to, end)], label: d.context.Label}
	if header, ok := d.header(start); ok {
		s.label += " " + header
		s.before = s.before[strings.LastIndexByte(s.before, '\n')+1:]
		s.after, _, _ = strings.Cut(s.after, "\n")
		return s
	}
	if i := lastBlankLine(s.before); i >= 0 {
		s.before = s.before[i:]
	}
	if i := strings.IndexByte(s.after, '\n'); i >= 0 {
		s.after = s.after[:i]
	}
	return s
}

// boundary moves an offset back to the beginning of a character, where there is one.
func boundary(s string, i int) int {
	for j := i; j > 0 && j < len(s) && i-j < utf8.UTFMax; j-- {
		if utf8.RuneStart(s[j]) {
			return j
		}
	}
	return i
}

func lastBlankLine(s string) int {
	if i := strings.LastIndex(s, "\n\n"); i >= 0 {
		return i + 2
	}
	if i := strings.LastIndex(s, "\n\r\n"); i >= 0 {
		return i + 3
	}
	return -1
}

// lead is the end of the text before, with the label as its last word.
func (s setting) lead(bytes int) string {
	return s.before[boundary(s.before, max(0, len(s.before)-bytes)):] + " " + s.label
}

// nearest tells whether one of the words stands before the match, nearer than any of the others, and which. The label is nearest of all.
func (s setting) nearest(wanted, others *lexicon) (word string, ok bool) {
	for _, text := range [...]string{s.label, s.before} {
		i, w := wanted.last(text)
		j, _ := others.last(text)
		if i >= 0 || j >= 0 {
			return w, i >= j
		}
	}
	return "", false
}

// has tells whether one of the words stands anywhere around.
func (s setting) has(l *lexicon) bool {
	return l.in(s.before) || l.in(s.after) || l.in(s.label)
}

func hasAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// standsFree: the number is a word of its own: no letter, decimal point, currency or unit touches it, and it is no part of a web address.
func (d *detector) standsFree(n number) bool {
	before, after := d.before(n.start), d.after(n.end)
	if letter(before) || letter(after) || after == '@' || strings.ContainsRune("￥¥$€£=&#", before) || before == '.' || before == '_' {
		return false
	}
	rest := d.text[n.end:]
	for _, unit := range units {
		if strings.HasPrefix(rest, unit) {
			return false
		}
	}
	if after == '.' || after == ',' || after == '，' {
		if _, size := utf8.DecodeRuneInString(rest); n.end+size < len(d.text) && '0' <= d.text[n.end+size] && d.text[n.end+size] <= '9' && after != '，' {
			return false
		}
	}
	return !d.inAddress(n.start, n.end)
}

// units make a number an amount.
var units = []string{"元", "万", "亿", "美元", "吨", "公斤", "千克", "平方", "㎡", "公里", "米", "次", "件", "人", "户", "个", "年", "%", "％", " 元", "亩", "股", "辆", "字节", "条"}

// inAddress tells whether text[start:end] is part of a web address or a path.
func (d *detector) inAddress(start, end int) bool {
	const far = 200
	from, to := start, end
	for from > 0 && start-from < far && visibleASCII(d.text[from-1]) {
		from--
	}
	for to < len(d.text) && to-end < far && visibleASCII(d.text[to]) {
		to++
	}
	return addressParts.in(d.text[from:to])
}

func visibleASCII(c byte) bool {
	return c > ' ' && c < 0x7f && !strings.ContainsRune(`"'<>()[]{},;|`, rune(c))
}

var addressParts = words("://", "www.", ".htm", ".shtml", ".jsp", ".gov", ".com/", ".cn/", "/detail/", "?id=")
