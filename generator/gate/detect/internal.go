package detect

import "strings"

// Phrases of internal papers.
//
// Norm: 保密法 22, 实施条例 42 [A]; NORMS 6: 内部资料, 仅供内部, 不得外传. As a remark they mark the paper; in a sentence (内部资料所载内容) they
// speak of others.

var internalPhrases = []string{
	"内部资料", "内部文件", "内部使用", "内部参考", "内部传阅", "内部掌握", "内部材料", "内部刊物", "内部发行", "内部明电", "内部情况", "内部事项", "内部通报", "内部讲话", "内部电报",
}

// internal judges 内部.
func (d *detector) internal(start int) {
	if !strings.HasPrefix(d.text[start:], "内部") {
		return
	}
	const only = "仅供内部"
	if from := start - len("仅供"); from >= 0 && strings.HasPrefix(d.text[from:], only) {
		to := from + len(only)
		for _, w := range []string{"使用", "参考", "传阅", "学习", "工作使用", "人员使用", "交流", "掌握", "人员"} {
			if strings.HasPrefix(d.text[to:], w) {
				to += len(w)
				break
			}
		}
		d.add(InternalPhrase, from, to, Certain, Evidence{keyword, only})
		return
	}
	for _, from := range [...]int{start - len("仅限"), start - len("限")} {
		if from >= 0 && hasPrefix(d.text[from:], []string{"仅限内部", "只限内部", "限内部"}) && hasPrefix(d.text[start:], []string{"内部使用", "内部参考", "内部传阅", "内部学习", "内部交流", "内部发行"}) {
			d.add(InternalPhrase, from, start+len("内部使用"), Certain, Evidence{keyword, "限内部"})
			return
		}
	}
	for _, w := range internalPhrases {
		if strings.HasPrefix(d.text[start:], w) {
			d.internalPhrase(start, start+len(w), w)
			return
		}
	}
}

// internalPhrase judges a phrase by its place: alone, in brackets, or at the head of a line before a stop it is a remark.
func (d *detector) internalPhrase(start, end int, word string) {
	opened, closed := d.edges(start, end)
	next := d.after(skipSpaces(d.text, end))
	inside := pairs[d.before(start)] != 0
	warned := hasPrefix(d.text[skipAny(d.text, end, " 　，,、；;：:·—-"):], []string{
		"注意保", "不得", "严禁", "请勿", "禁止", "妥善", "仅供", "切勿", "勿", "限", "不准", "不宜", "不要", "未经", "阅后", "用后",
	})
	switch {
	case opened && closed, d.bracketed(start, end), warned, inside && strings.ContainsRune("，,：: 、；", next):
		d.add(InternalPhrase, start, end, Certain, Evidence{keyword, word})
	case opened && strings.ContainsRune("，,；;！!：:★☆", next):
		d.add(InternalPhrase, start, end, Certain, Evidence{keyword, word})
	case hasSuffix(d.text[:start], []string{"系", "为", "属", "属于", "本件为", "本资料为", "此件为"}) && (closed || strings.ContainsRune("，。；,;", next)) && d.ofThis(start):
		d.add(InternalPhrase, start, end, Likely, Evidence{keyword, word})
	}
}

// ofThis: the sentence speaks of the paper itself.
func (d *detector) ofThis(start int) bool {
	return hasAny(d.text[boundary(d.text, max(0, start-36)):start], []string{"本资料", "本文件", "本件", "此件", "本材料", "本书", "本刊"})
}

var outsidePhrases = []string{
	"不得对外传", "不得外传", "严禁外传", "请勿外传", "禁止外传", "切勿外传", "不准外传", "勿外传", "不要外传", "不宜外传", "不可外传", "谢绝外传", "不许外传", "不能外传", "莫外传", "不得随意外传", "不得擅自外传", "严禁随意外传", "严禁擅自外传",
}

// outside judges 外传.
func (d *detector) outside(start int) {
	const word = "外传"
	if !strings.HasPrefix(d.text[start:], word) {
		return
	}
	end := start + len(word)
	longest := 0
	for _, w := range outsidePhrases {
		if strings.HasSuffix(d.text[:end], w) && len(w) > longest {
			longest = len(w)
		}
	}
	if longest == 0 || strings.HasPrefix(d.text[end:], "播") {
		return
	}
	if strings.HasPrefix(d.text[end:], "的") {
		return // 不宜外传的信息: of others
	}
	d.add(InternalPhrase, end-longest, end, Certain, Evidence{keyword, d.text[end-longest : end]})
}
