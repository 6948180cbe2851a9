package source

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"courtsite/generator/diag"
)

// wide are the characters of a Chinese input method that stand where TOML wants ASCII.
var wide = map[rune]string{'“': `"`, '”': `"`, '‘': `'`, '’': `'`, '＂': `"`, '＝': "=", '：': "=", '，': ",", '、': ",", '［': "[", '］': "]", '【': "[", '】': "]", '｛': "{", '｝': "}", '＃': "#", '　': "space", '\u00a0': "space"}

var (
	dateValue = regexp.MustCompile(`^\s*(issued|published|updated|expires)\s*=\s*(.*?)\s*$`)
	// A bare key is ASCII; all keys that there are can be written bare.
	foreignKey = regexp.MustCompile(`^\s*([^\s"'=#\[\]]*[^\x00-\x7f"'=#\[\]][^\s"'=#\[\]]*)\s*=`)
	twice      = regexp.MustCompile(`^Key '(.*)' has already been defined`)
	colon      = regexp.MustCompile(`^\s*([A-Za-z0-9_-]+)[ \t]*:`)
	noValue    = regexp.MustCompile(`^\s*([A-Za-z0-9_.-]+)\s*=\s*(?:#.*)?$`)
	noEquals   = regexp.MustCompile(`^\s*([A-Za-z0-9_.-]+)[ \t]+["'\d]`)
	outOfRange = regexp.MustCompile(`^(.*) is out of range`)
	afterText  = regexp.MustCompile(`^\s*[A-Za-z0-9_-]+\s*=\s*["']`)
	// escapedNumber is a character written as its number.
	escapedNumber = regexp.MustCompile(`^\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})`)
	bareValue     = regexp.MustCompile(`^\s*[A-Za-z0-9_.-]+\s*=\s*([^"'\[{\s].*?)\s*$`)
)

// inEnglish has the keys of pages for those who write them in Chinese.
var inEnglish = map[string]string{
	"标题": "title", "发布": "published", "发布日期": "published", "发布时间": "published", "更新日期": "updated", "更新时间": "updated", "成文日期": "issued",
	"失效日期": "expires", "失效时间": "expires", "概述": "summary", "摘要": "summary", "内容概述": "summary", "事项": "item", "公开事项": "item", "栏目": "item",
	"文号": "number", "发文字号": "number", "索引号": "index", "来源": "source", "作者": "author", "责任部门": "office", "部门": "office", "关键词": "keywords", "主题词": "keywords",
	"旧地址": "aliases", "附件": "attachments", "图片": "image", "题图": "image", "草稿": "draft", "相关文件": "related", "公开范围": "audience",
}

// badEscape finds the first backslash of a line that TOML cannot read, and the character after it.
func badEscape(line []byte) []int {
	for i := 0; i+1 < len(line); i++ {
		if line[i] != '\\' {
			continue
		}
		_, size := utf8.DecodeRune(line[i+1:])
		if bytes.IndexByte([]byte(`btnfr"\`), line[i+1]) < 0 && !escapedNumber.Match(line[i:]) {
			return []int{i, i + 1 + size}
		}
		i++
	}
	return nil
}

// mistake names the mistake of a statement at which the TOML library gave up.
func (d *Document) mistake(b bad) diag.Problem {
	at := func(kind *diag.Kind, offset int, args ...any) diag.Problem {
		return diag.New(kind, diag.At(d.path, d.src, offset), args...)
	}
	line := d.src[b.line.from:b.line.to]
	if i, r := firstWide(line); i >= 0 && b.open != brackets {
		return at(diag.TOMLWide, b.line.from+i, string(r), wide[r])
	}
	if m := twice.FindStringSubmatch(b.message); m != nil {
		return at(diag.TOMLTwice, b.offset, m[1])
	}
	if b.open != closed {
		return at(diag.TOMLUnclosed, b.opened, string(d.src[b.opened]))
	}
	if strings.HasPrefix(b.message, "invalid escape") || strings.Contains(b.message, "hexadecimal digits after") {
		if m := badEscape(line); m != nil {
			return at(diag.TOMLEscape, b.line.from+m[0], string(line[m[0]:m[1]]))
		}
	}
	if m := foreignKey.FindSubmatchIndex(line); m != nil {
		key := string(line[m[2]:m[3]])
		return at(diag.TOMLUnknownKey, b.line.from+m[2], key, inEnglish[key])
	}
	if m := colon.FindSubmatchIndex(line); m != nil {
		return at(diag.TOMLColon, b.line.from+m[3], string(line[m[2]:m[3]]))
	}
	if m := noValue.FindSubmatch(line); m != nil {
		return at(diag.TOMLNoValue, b.line.from+bytes.IndexByte(line, '=')+1, string(m[1]))
	}
	if m := noEquals.FindSubmatchIndex(line); m != nil {
		return at(diag.TOMLNoEquals, b.line.from+m[3], string(line[m[2]:m[3]]))
	}
	if m := dateValue.FindSubmatchIndex(line); m != nil {
		return at(diag.FrontDate, b.line.from+m[4], string(line[m[2]:m[3]]))
	}
	if m := outOfRange.FindStringSubmatch(b.message); m != nil {
		return at(diag.TOMLRange, b.offset, m[1])
	}
	if m := bareValue.FindSubmatchIndex(line); m != nil {
		if r, _ := utf8.DecodeRune(line[m[2]:]); unicode.IsLetter(r) {
			return at(diag.TOMLUnquoted, b.line.from+m[2])
		}
	}
	if i := bytes.IndexFunc(line, func(r rune) bool { return r != '\t' && unicode.IsControl(r) }); i >= 0 {
		r, _ := utf8.DecodeRune(line[i:])
		return at(diag.TOMLControl, b.line.from+i, r)
	}
	if afterText.Match(line) && strings.HasPrefix(b.message, "expected a top-level item to end") {
		return at(diag.TOMLAfterText, b.offset)
	}
	return at(diag.TOMLSyntax, b.offset, said(b.message))
}

var (
	wantsEquals = regexp.MustCompile(`^expected '\.' or '=', but got '(.+)' instead`)
	wantsComma  = regexp.MustCompile(`^expected a comma \(','\) or [^,]*, but got '(.+)'`)
)

// said gives the library's message, with a translation of those that clerks meet.
func said(message string) any {
	if m := wantsEquals.FindStringSubmatch(message); m != nil {
		return diag.Words{EN: message, ZH: "键之后应为等号 =，却是 " + m[1]}
	}
	if m := wantsComma.FindStringSubmatch(message); m != nil {
		return diag.Words{EN: message, ZH: "两项之间应为逗号，却是 " + m[1]}
	}
	return message
}

// firstWide finds the first full-width character outside an ASCII string or comment, or the quotation mark that should have ended a string.
func firstWide(line []byte) (int, rune) {
	var quote byte
	end, ending := -1, rune(0)
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRune(line[i:])
		switch {
		case quote != 0 && r == rune(quote):
			quote = 0
		case quote != 0 && wide[r] == string(quote):
			end, ending = i, r
		case quote != 0:
		case r == '"' || r == '\'':
			quote = byte(r)
		case r == '#':
			return -1, 0
		case wide[r] != "":
			return i, r
		}
		i += n
	}
	if quote == 0 {
		return -1, 0
	}
	return end, ending
}
