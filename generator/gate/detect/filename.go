package detect

import (
	"path"
	"strings"
	"unicode/utf8"
)

// File names.
//
// Norm: 保密法 22, 实施条例 42 [A]; NORMS 6: file names with 涉密. A name is read by machines and people long before the file is.

var fileWords = []string{"涉密", "绝密", "机密", "秘密", "密级", "内部", "不公开", "勿外传", "禁止外传", "不得外传", "未公开", "不宜公开", "内参"}

// harmless are words of law and administration that hold one of fileWords.
var harmless = []string{
	"非涉密", "不涉密", "商业秘密", "国家秘密", "技术秘密", "审判秘密", "工作秘密", "保守秘密", "内部审计", "内部控制", "内部机构", "内部设置", "内部监督", "内部治理", "内部管理", "通信秘密", "执业秘密",
	"侵犯商业秘密", "秘密级", "涉密测绘", "涉密资质", "保密", "内部决定", "内部会议制度", "内部人员", "内部职工", "内部分工", "内部行政", "依法不公开审理",
}

// FileName finds what the name of a file gives away: words of secrecy, and whatever [Text] finds in it. The ranges are those of the path.
func FileName(name string) []Finding {
	findings := Text(name, Context{})
	if ascii(name) || !hasAny(name, fileWords) {
		return findings
	}
	d := detector{text: name}
	base := len(name) - len(path.Base(strings.ReplaceAll(name, `\`, "/")))
	if base < 0 || name == "" || strings.HasSuffix(name, "/") {
		base = 0
	}
	cleared := name[base:]
	for _, w := range harmless {
		if strings.Contains(cleared, w) {
			cleared = strings.ReplaceAll(cleared, w, strings.Repeat("\x00", len(w)))
		}
	}
	for _, w := range fileWords {
		if i := strings.Index(cleared, w); i >= 0 && !overlaps(findings, base+i, base+i+len(w)) {
			confidence := Certain
			if w == "秘密" || w == "内部" {
				confidence = Likely
			}
			d.add(SecretFileName, base+i, base+i+len(w), confidence, Evidence{keyword, w})
		}
	}
	d.found = append(d.found, findings...)
	return d.arranged()
}

// ascii: none of fileWords is in such a name.
func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func overlaps(findings []Finding, start, end int) bool {
	for _, f := range findings {
		if f.Start < end && start < f.End {
			return true
		}
	}
	return false
}
