package detect

import "strings"

// Names of those whom the law hides.
//
// Norms: 未成年人保护法 103 [A], nothing that identifies a minor; 法释〔2016〕19号 8 and 9 [C], victims, witnesses and the parties of family matters are
// written with surname and 某. A rule can't know persons: it takes what follows 未成年被告人, 被害人, 证人 and looks like a name for one.

var minorWords = []string{
	"未成年被告人", "未成年被害人", "未成年罪犯", "未成年上诉人", "未成年当事人", "未成年原告", "未成年证人", "未成年犯罪嫌疑人", "未成年儿子", "未成年女儿", "未成年子女", "未成年学生", "未成年人", "未成年孩子", "未成年",
	"婚生子女", "婚生子", "婚生女",
}

// minor judges the name after 未成年, 婚生子.
func (d *detector) minor(start int) {
	rest := d.text[start:]
	if !hasPrefix(rest, []string{"未成年", "婚生"}) {
		return // with which all of them begin
	}
	for _, w := range minorWords {
		if strings.HasPrefix(rest, w) {
			d.role(start+len(w), MinorName, w)
			return
		}
	}
}

// role judges the names after a role.
func (d *detector) role(i int, kind *Kind, word string) {
	i = skipAny(d.text, i, "：: 　*")
	for {
		n := nameAt(d.text[i:boundary(d.text, min(len(d.text), i+60))])
		if n == 0 || hasPrefix(d.text[i+n:], []string{"（化名", "(化名"}) {
			return
		}
		d.add(kind, i, i+n, Likely, Evidence{keyword, word})
		if i += n; !strings.HasPrefix(d.text[i:], "、") {
			return
		}
		i += len("、")
	}
}

// victim judges the name after 被害人 (the trigger is 害; end is behind it).
func (d *detector) victim(end int) {
	const word = "被害人"
	if !strings.HasSuffix(d.text[:end], "被害") || !strings.HasPrefix(d.text[end:], "人") || strings.HasSuffix(d.text[:end], "未成年被害") {
		return
	}
	d.role(end+len("人"), ProtectedName, word)
}

// witness judges the name after 证人.
func (d *detector) witness(start int) {
	const word = "证人"
	if !strings.HasPrefix(d.text[start:], word) || hasSuffix(d.text[:start], []string{"见", "公", "保", "担", "未成年"}) {
		return
	}
	d.role(start+len(word), ProtectedName, word)
}

var (
	familyMatters = words("离婚", "抚养", "监护权", "监护人", "收养", "继承", "探望权", "婚约财产", "婚姻", "同居关系", "扶养", "赡养", "亲子关系", "亲权")
	parties       = []string{"原告", "被告", "申请人", "被申请人", "上诉人", "被上诉人", "第三人", "关于"}
	// notices must name the parties: a summons that names nobody reaches nobody.
	notices = []string{"公告送达", "传票", "开庭公告", "即视为送达", "视为送达", "定于", "公开开庭"}
)

// matterBack is how far before 纠纷 the matter begins, in bytes.
const matterBack = 24

// family judges the parties named before 离婚纠纷, 抚养费纠纷, 继承纠纷.
func (d *detector) family(start int) {
	if !strings.HasPrefix(d.text[start:], "纠纷") || !familyMatters.in(d.text[boundary(d.text, max(0, start-matterBack)):start]) {
		return
	}
	from := boundary(d.text, max(0, start-150))
	sentence := d.text[from:start]
	if i := strings.LastIndexAny(sentence, "\n"); i >= 0 {
		sentence = sentence[i+1:]
	}
	if i := strings.LastIndex(sentence, "。"); i >= 0 {
		sentence = sentence[i+len("。"):]
	}
	from = start - len(sentence)
	if tail := sentence[boundary(sentence, max(0, len(sentence)-matterBack)):]; !familyMatters.in(tail) {
		return
	}
	confidence := Likely
	if hasAny(d.text[boundary(d.text, max(0, start-600)):boundary(d.text, min(len(d.text), start+600))], notices) {
		confidence = Possible
	}
	for _, role := range parties {
		for i := 0; ; {
			j := strings.Index(sentence[i:], role)
			if j < 0 {
				break
			}
			i += j + len(role)
			if role == "申请人" && strings.HasSuffix(sentence[:i], "被申请人") || role == "上诉人" && strings.HasSuffix(sentence[:i], "被上诉人") {
				continue
			}
			at := skipAny(sentence, i, "：: 　")
			for n := nameAt(sentence[at:]); n > 0; n = nameAt(sentence[at:]) {
				d.add(ProtectedName, from+at, from+at+n, confidence, Evidence{keyword, role}, Evidence{keyword, familyMatters.word(sentence)})
				at = skipAny(sentence, at+n, "与诉和、")
			}
		}
	}
}

var (
	schools        = words("学校", "小学", "中学", "初中", "高中", "幼儿园", "附中", "附小", "一中", "二中", "三中", "四中", "五中", "六中", "实验", "职校", "职高", "技校")
	schoolWords    = []string{"就读于", "就读", "就学于"}
	childWords     = words("未成年", "被害人", "被告人", "儿童", "周岁", "抚养", "女童", "男童", "幼女", "婚生", "之子", "之女", "女儿", "儿子", "孩子", "罪犯")
	anonymousWords = []string{"某", "×", "*", "XX", "xx"}
)

// school judges the school named after 就读于, where the text speaks of a child.
func (d *detector) school(start int) {
	for _, w := range schoolWords {
		if strings.HasPrefix(d.text[start:], w) {
			d.schoolAt(start, skipAny(d.text, start+len(w), "：: 　于在"), w)
			return
		}
	}
}

// pupil judges the school in 系明镜县第三中学学生.
func (d *detector) pupil(start int) {
	const word = "系"
	from := start + len(word)
	name := d.text[from : from+clause(d.text[from:])]
	if !hasAny(name, []string{"学生", "在校", "在读"}) {
		return
	}
	if i, _ := schools.last(name); i > 0 && hasPrefix(name[i:], []string{"学生", "在校", "在读"}) {
		d.schoolAt(start, from, word)
	}
}

// schoolAt judges the school whose name begins at from, after a word that stands at start.
func (d *detector) schoolAt(start, from int, word string) {
	to := from + clause(d.text[from:])
	name := d.text[from:to]
	i, _ := schools.last(name)
	if i <= len("小学")+3 || hasAny(name, anonymousWords) {
		return
	}
	if context := d.around(start, to); childWords.in(context.before + context.after) {
		d.add(MinorSchool, from, from+i, Likely, Evidence{keyword, word}, Evidence{personal, childWords.word(context.before + context.after)})
	}
}
