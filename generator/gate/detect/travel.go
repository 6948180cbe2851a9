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

// documentStems: one of them is in each of documentWords. They are few, since the whole text is searched for them.
var documentStems = []string{"证", "照", "居留", "居民", "assport", "PASSPORT"}

// speaksOfDocuments: without one of the words in the whole text no number is looked at.
func (d *detector) speaksOfDocuments() bool {
	if d.documents == unasked {
		d.documents = no
		if hasAny(d.text, documentStems) && documentWords.in(d.text) || documentWords.in(d.context.Label) {
			d.documents = yes
		}
	}
	return d.documents == yes
}

// maybeDocument dismisses most numbers by what stands before them: fewer than eight digits have letters, or 字第, before them.
func (d *detector) maybeDocument(n number) bool {
	return len(n.digits) >= 8 || letter(d.before(n.start)) || strings.HasSuffix(d.text[:n.start], "字第")
}

func (d *detector) travelDocument(first int) (last int, found bool) {
	n := d.number(first, first)
	if next := first + 1; len(n.digits) < 6 && next < len(d.groups) && d.groups[next].joint == joined {
		n = d.number(first, next)
	}
	if len(n.digits) < 6 || len(n.digits) > 12 || letter(d.after(n.end)) || !d.maybeDocument(n) || !d.speaksOfDocuments() || d.inAddress(n.start, n.end) {
		return first, false
	}
	context := d.around(n.start, n.end)
	lead := context.lead(75)
	if !documentWords.in(lead) {
		lead = context.after[:boundary(context.after, min(len(context.after), 15))] // 持E12345678号护照
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
