package detect

import (
	"strings"
	"unicode/utf8"
)

// E-mail and chat accounts.
//
// Norm: 法释〔2016〕19号 10 [G], means of communication of persons. A mailbox at a court's own domain is public; one at a provider for everybody is a
// finding unless words say that it is an office's, for many small courts have no other. Public accounts (公众号) and groups (群) are public.

var mailProviders = []string{
	"qq.com", "vip.qq.com", "foxmail.com", "163.com", "126.com", "yeah.net", "139.com", "189.cn", "wo.cn", "sina.com", "sina.cn", "vip.sina.com", "sohu.com", "aliyun.com", "tom.com", "21cn.com", "188.com",
	"gmail.com", "hotmail.com", "outlook.com", "live.com", "live.cn", "msn.com", "icloud.com", "me.com", "yahoo.com", "yahoo.com.cn", "proton.me", "protonmail.com", "mail.ru", "yandex.ru",
}

var mailOffices = words(append([]string{"投稿", "举报邮箱", "投诉邮箱", "报名邮箱", "联系邮箱", "公开邮箱", "院长信箱", "意见", "发送至", "发至"}, officeWords.words...)...)

func (d *detector) email(start, end int) {
	from, to := d.mailName(start), d.mailDomain(end)
	domain := strings.ToLower(strings.Map(narrow, d.text[end:to]))
	if from == start || !strings.Contains(domain, ".") || strings.Contains(domain, "..") || from > 0 && (d.text[from-1] == '/' || d.text[from-1] == '*') {
		return
	}
	context := d.around(from, to)
	consumer := contains(mailProviders, domain)
	word, person := context.nearest(personWords, mailOffices)
	switch {
	case person && consumer:
		d.add(EmailAddress, from, to, Certain, Evidence{personal, word}, Evidence{keyword, domain})
	case person:
		d.add(EmailAddress, from, to, Likely, Evidence{personal, word})
	case consumer && !context.has(mailOffices):
		d.add(EmailAddress, from, to, Likely, Evidence{keyword, domain})
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// mailName is where the name before an @ begins. Names and domains are read in full-width forms too.
func (d *detector) mailName(at int) int {
	from := at
	for from > 0 && at-from < 64 {
		r, size := utf8.DecodeLastRuneInString(d.text[:from])
		if !mailRune(r) {
			break
		}
		from -= size
	}
	return from
}

// mailDomain is where the domain after an @ ends; a stop at its end is the sentence's.
func (d *detector) mailDomain(at int) int {
	last := at
	for to := at; to < len(d.text) && to-at < 255; {
		r, size := utf8.DecodeRuneInString(d.text[to:])
		if !mailRune(r) || r == '+' || r == '%' {
			break
		}
		if to += size; !strings.ContainsRune(".-_", narrow(r)) {
			last = to
		}
	}
	return last
}

func mailRune(r rune) bool {
	r = narrow(r)
	return r < utf8.RuneSelf && mailByte(byte(r))
}

func mailByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '.' || c == '_' || c == '-' || c == '+' || c == '%'
}

var (
	chatNames  = words("微信号码", "微信帐号", "微信账号", "微信号", "微信", "QQ号码", "QQ帐号", "QQ账号", "QQ号", "QQ", "qq号码", "qq号", "qq", "ＱＱ号", "ＱＱ")
	chatGroups = words("群", "公众", "小程序", "官方", "扫", "平台", "公号", "订阅号", "服务号", "视频号", "矩阵", "关注")
)

// chatAccount judges what follows 微信 or QQ: an identifier after a colon, 号 or 为.
func (d *detector) chatAccount(start int) {
	first, size := utf8.DecodeRuneInString(d.text[start:])
	if after := d.after(start + size); after != first && after != '信' {
		return // no name begins so
	}
	name := ""
	for _, w := range chatNames.words {
		if strings.HasPrefix(d.text[start:], w) {
			name = w
			break
		}
	}
	if name == "" || letter(d.before(start)) {
		return
	}
	i := start + len(name)
	if d.chatColumn(start, name) {
		return
	}
	from := skipAny(d.text, i, "：: 　为是(（/手机同号*|\t")
	if from == i && !strings.HasSuffix(name, "号") && !strings.HasSuffix(name, "码") && d.before(i) != 'Q' && !(name == "微信" && letter(d.after(i))) {
		return
	}
	to := from
	for to < len(d.text) && to-from < 24 && (mailByte(d.text[to]) && d.text[to] != '.' && d.text[to] != '%' && d.text[to] != '+') {
		to++
	}
	if !chatID(d.text[from:to], strings.HasPrefix(name, "微")) || d.after(to) == '@' || d.after(to) == '*' {
		return
	}
	context := d.around(start, to)
	if chatGroups.in(context.lead(30)) || chatGroups.in(context.after[:boundary(context.after, min(6, len(context.after)))]) {
		return
	}
	word, person := context.nearest(personWords, officeWords)
	switch {
	case person:
		d.add(ChatAccount, from, to, Certain, Evidence{keyword, name}, Evidence{personal, word})
	case !officeWords.in(context.before):
		d.add(ChatAccount, from, to, Likely, Evidence{keyword, name})
	}
}

// chatColumn judges the cells below a header 微信号 or QQ号, and tells whether the name stood in one.
func (d *detector) chatColumn(start int, name string) bool {
	if _, ok := d.header(start); !ok {
		return false
	}
	t := d.table(start)
	if t.row != t.start {
		return false
	}
	for row := t.body; row < t.end; {
		_, next := line(d.text, row)
		from := row
		for i, cell := range strings.Split(strings.TrimRight(d.text[row:next], "\r\n"), t.separator) {
			if id := strings.TrimSpace(cell); i == t.column && chatID(id, strings.HasPrefix(name, "微")) {
				from += strings.Index(cell, id)
				d.add(ChatAccount, from, from+len(id), Certain, Evidence{keyword, name})
			}
			from += len(cell) + len(t.separator)
		}
		row = next
	}
	return true
}

// chatField judges a text that is a field called 微信号 or QQ号 as a whole.
func (d *detector) chatField() {
	id := strings.TrimSpace(d.text)
	word := chatNames.word(d.context.Label)
	if word != "" && !chatGroups.in(d.context.Label) && chatID(id, strings.HasPrefix(word, "微")) {
		from := strings.Index(d.text, id)
		d.add(ChatAccount, from, from+len(id), Certain, Evidence{keyword, word})
	}
}

// chatID: WeChat accounts have 6 to 20 letters, digits, _ and -, or are a telephone or QQ number; QQ numbers have 5 to 11 digits.
func chatID(s string, wechat bool) bool {
	digits := strings.Trim(s, "0123456789") == "" && s != ""
	if digits {
		return len(s) >= 5 && len(s) <= 11 && s[0] != '0'
	}
	if !wechat || len(s) < 6 || len(s) > 20 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return letter(r) && strings.ContainsAny(s, "0123456789_-") || letter(r) && strings.ToLower(s) == s
}
