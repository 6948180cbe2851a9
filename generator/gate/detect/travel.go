package detect

import (
	"strings"
	"unicode/utf8"
)

// Passports, permits of Hong Kong, Macao and Taiwan residents, permanent residence cards, military documents.
//
// Norm: 法释〔2016〕19号 10 [G]. Their numbers prove nothing (a letter or three, six to twelve digits), so a word must name them.

var documentWords = words(
	"护照", "通行证", "回乡证", "台胞证", "居留证", "永久居留", "旅行证", "军官证", "士兵证", "军人证", "警官证", "港澳居民", "台湾居民", "香港身份证", "海员证", "passport", "Passport", "PASSPORT",
)

// How far documentWords reach, in bytes, and how many digits a document's number has at least.
const (
	documentBack     = 75
	documentAhead    = 15
	shortestDocument = 6
)

// documentNear dismisses nearly all numbers: none of the words is anywhere where it could name them.
func (d *detector) documentNear(n number) bool {
	if documentWords.in(d.text[max(0, n.start-documentBack-utf8.UTFMax):n.start]) || documentWords.in(d.text[n.end:min(len(d.text), n.end+documentAhead)]) {
		return true
	}
	header, _ := d.header(n.start)
	return documentWords.in(header) || documentWords.in(d.context.Label)
}

// maybeDocument dismisses most numbers by what stands before them: fewer than eight digits have letters, or 字第, before them.
func (d *detector) maybeDocument(n number) bool {
	return len(n.digits) >= 8 || letter(d.before(n.start)) || strings.HasSuffix(d.text[:n.start], "字第")
}

func (d *detector) travelDocument(first int) (last int, found bool) {
	n := d.number(first, first)
	if next := first + 1; len(n.digits) < shortestDocument && next < len(d.groups) && d.groups[next].joint == joined {
		n = d.number(first, next)
	}
	if len(n.digits) < shortestDocument || len(n.digits) > 12 || letter(d.after(n.end)) || !d.maybeDocument(n) || !d.documentNear(n) || d.inAddress(n.start, n.end) {
		return first, false
	}
	context := d.around(n.start, n.end)
	lead := context.lead(documentBack)
	if !documentWords.in(lead) {
		lead = context.after[:boundary(context.after, min(len(context.after), documentAhead))] // 持E12345678号护照
	}
	if !documentWords.in(lead) || hasAny(context.lead(36), []string{"电话", "手机", "日期"}) || otherNumbers.in(context.lead(36)) {
		return first, false
	}
	letters := 0
	for letters < 3 && letter(d.before(n.start)) {
		_, size := utf8.DecodeLastRuneInString(d.text[:n.start])
		n.start -= size
		letters++
	}
	if letter(d.before(n.start)) || letters == 0 && len(n.digits) < 8 && !strings.HasSuffix(d.text[:n.start], "字第") {
		return first, false
	}
	if rest := d.text[n.end:]; hasAny(rest[:min(3, len(rest))], []string{"年", "元", "人", "件", "本", "万"}) {
		return first, false
	}
	d.add(TravelDocument, n.start, n.end, Certain, Evidence{keyword, documentWords.word(lead)})
	return n.last, true
}
