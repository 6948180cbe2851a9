package detect

import (
	"slices"
	"strings"
)

// Bank cards and accounts, and payment accounts.
//
// Norm: 个人信息保护法 28 [A], financial accounts. Many published numbers fail Luhn (NORMS 6), so words decide and Luhn is evidence only:
// near 账号, 卡号, 户名, 开户行 a number of 16 to 19 digits is an account. The account of an organisation, such as the court's own for fees, is public.

var accountWords = words(
	"账号", "帐号", "账户", "帐户", "卡号", "银行卡", "储蓄卡", "信用卡", "借记卡", "开户行", "开户银行", "开户网点", "户名", "存折", "收款人", "一卡通", "社保卡",
	"银行账", "工资卡", "支付宝", "汇入", "转入", "打入", "汇至", "银行", "农行", "工行", "建行", "中行", "交行", "农商行", "邮储", "信用社", "bank account", "card number", "A/C",
)

// directWords name the number that follows them.
var directWords = words("账号", "帐号", "卡号", "账户", "帐户", "银行卡", "存折")

var holderWords = words("户名", "收款人", "收款单位", "账户名", "帐户名", "开户名", "单位名称", "开户单位", "名称")

var publicHolders = words(
	"法院", "财政", "国库", "公司", "管理人", "事务所", "中心", "委员会", "局", "专户", "医院", "学校", "大学", "协会", "基金会", "银行股份", "检察院", "合作社", "工会",
	"厂", "诉讼费", "案款", "非税", "执行款", "保证金", "代管款", "对公",
)

func (d *detector) account(first int) (last int, found bool) {
	n, ok := d.accountNumber(first)
	if !ok || !d.standsFree(n) {
		return first, false
	}
	context := d.around(n.start, n.end)
	length := len(n.digits)
	word, named := context.nearest(accountWords, otherNumbers)
	switch {
	case named && (length >= 16 && length <= 19 || directWords.in(context.lead(30))):
		if d.publicAccount(n, context) {
			return first, false
		}
		evidence := []Evidence{{keyword, word}}
		if luhnValid(n.digits) {
			evidence = append(evidence, Evidence{Code: luhn})
		}
		d.add(AccountNumber, n.start, n.end, Certain, evidence...)
	case length >= 16 && length <= 19 && likeCard(n.digits) && luhnValid(n.digits) && !context.has(otherNumbers) && !d.publicAccount(n, context):
		d.add(AccountNumber, n.start, n.end, Likely, Evidence{Code: cardPrefix}, Evidence{Code: luhn})
	default:
		return first, false
	}
	return n.last, true
}

// shortestAccount is how many digits an account has at least.
const shortestAccount = 12

// accountNumber joins groups of up to six digits to 16 to 19 digits; a group of 12 to 22 digits stands alone.
func (d *detector) accountNumber(first int) (number, bool) {
	if n := d.groups[first].len(); n >= shortestAccount && n <= 22 {
		return d.number(first, first), true
	}
	if n := d.groups[first].len(); n != 4 && n != 6 {
		return number{}, false
	}
	total, best := 0, -1
	for i := first; i < len(d.groups) && d.groups[i].len() <= 7; i++ {
		if i > first && d.groups[i].joint != joined {
			break
		}
		if total += d.groups[i].len(); total > 19 {
			break
		}
		if total >= 16 {
			best = i
		}
	}
	if best < 0 {
		return number{}, false
	}
	return d.number(first, best), true
}

// publicAccount: the holder named nearest, before or else after the number, is an organisation, or the purpose is a public one.
func (d *detector) publicAccount(n number, context setting) bool {
	if publicHolders.in(context.label) || d.heldBeside(n) {
		return true
	}
	before := d.text[boundary(d.text, max(0, n.start-2*reachBack)):n.start]
	after := d.text[n.end:boundary(d.text, min(len(d.text), n.end+reachBack))]
	if publicBracket(after) {
		return true
	}
	if i, _ := holderWords.last(before); i >= 0 && !hasPrefix(before[i:], directWords.words) { // 收款人账号 names no holder
		return publicHolders.in(value(before[i:]))
	}
	for _, w := range holderWords.words[:6] {
		if _, rest, ok := strings.Cut(after, w); ok {
			return publicHolders.in(value(rest))
		}
	}
	if _, person := context.nearest(personWords, publicHolders); person {
		return false
	}
	return hasAny(context.before, []string{"法院", "财政", "诉讼费", "案款", "非税", "执行款", "保证金", "管理人", "专户", "对公", "本院"})
}

// publicBracket: the holder stands in brackets right behind the number, （清河县人民法院诉讼费专户）. Brackets that say more, such as that a court froze
// the account, name no holder.
func publicBracket(after string) bool {
	if !hasPrefix(after, []string{"（", "("}) {
		return false
	}
	inside, _, ok := strings.Cut(strings.TrimLeft(after, "（("), "）")
	if !ok {
		inside, _, ok = strings.Cut(inside, ")")
	}
	return ok && (strings.HasSuffix(inside, "法院") || strings.HasSuffix(inside, "专户") || strings.HasSuffix(inside, "财政局"))
}

// holderColumns head the columns of a table that say whose the account in another column is.
var holderColumns = words("户名", "收款人", "收款单位", "账户名", "帐户名", "开户名", "开户单位")

// heldBeside: the row of a table has the account's holder in a column of its own, and that is an organisation.
func (d *detector) heldBeside(n number) bool {
	t := d.table(n.start)
	if t == nil {
		return false
	}
	if t.holder == 0 {
		t.holder = 1 + slices.IndexFunc(t.header, func(h string) bool { return holderColumns.in(h) && !directWords.in(h) })
		if t.holder == 0 {
			t.holder = -1
		}
	}
	start, end := line(d.text, n.start)
	if t.holder < 0 || start == t.start {
		return false
	}
	row := d.text[start:end]
	for range t.holder - 1 {
		_, row, _ = strings.Cut(row, t.separator)
	}
	cell, _, _ := strings.Cut(row, t.separator)
	return publicHolders.in(cell)
}

// value is what a field holds: up to the end of its clause.
func value(s string) string {
	s = strings.TrimLeft(s, " 　:：为是|\t（）()")
	if i := strings.IndexAny(s, "\n，,。；;|\t"); i >= 0 {
		return s[:i]
	}
	return s
}

// likeCard: numbers that UnionPay issues begin with 62.
func likeCard(digits []byte) bool { return digits[0] == 6 && digits[1] == 2 }

func luhnValid(digits []byte) bool {
	sum := 0
	for i, v := range digits {
		x := int(v)
		if (len(digits)-i)%2 == 0 {
			if x *= 2; x > 9 {
				x -= 9
			}
		}
		sum += x
	}
	return sum%10 == 0
}
