package detect

import (
	"fmt"
	"strings"
	"testing"
)

// generatedCases makes labelled texts from the forms of numbers: fictional persons, computed check digits.
func generatedCases(t testing.TB) []example {
	var lines []string
	add := func(kind, sign, format string, args ...any) {
		lines = append(lines, kind+"\t"+sign+"\t"+strings.NewReplacer("\n", `\n`, "\t", `\t`).Replace(fmt.Sprintf(format, args...)))
	}
	identityCases(add)
	accountCases(add)
	phoneCases(add)
	plateCases(add)
	markCases(add)
	innocentCases(add)
	examples := make([]example, len(lines))
	for i, line := range lines {
		e, err := parseCase(line)
		if err != nil {
			t.Fatal(err)
		}
		examples[i] = e
	}
	return examples
}

type adder = func(kind, sign, format string, args ...any)

var testRegions = []string{"110105", "120101", "130102", "210102", "310115", "330106", "340121", "370203", "420106", "440305", "500101", "510104", "530102", "540102", "620102", "630102", "650102", "654201", "810000", "830000"}

// resident makes the identity number of nobody: region, birth date, sequence, check digit.
func resident(i int) string {
	s := fmt.Sprintf("%s%04d%02d%02d%03d", testRegions[i%len(testRegions)], 1930+i*7%90, 1+i*5%12, 1+i*11%28, (i*37+1)%1000)
	return s + checkCharacter(s)
}

func checkCharacter(s string) string {
	digits := make([]byte, len(s))
	for i := range s {
		digits[i] = s[i] - '0'
	}
	return string("0123456789X"[checkValue(digits)])
}

// luhnNumber completes digits so that Luhn holds.
func luhnNumber(prefix string) string {
	for c := '0'; c <= '9'; c++ {
		digits := []byte(prefix + string(c))
		for i := range digits {
			digits[i] -= '0'
		}
		if luhnValid(digits) {
			return prefix + string(c)
		}
	}
	return prefix
}

// creditCodeOf makes a unified social credit code of GB 32100.
func creditCodeOf(prefix string) string {
	const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	weight, sum := 1, 0
	for _, r := range prefix {
		sum += weight * strings.IndexRune(alphabet, r)
		weight = weight * 3 % 31
	}
	return prefix + string(alphabet[(31-sum%31)%31])
}

// writings are the ways in which people and programs write a number.
var writings = []func(string) string{
	func(s string) string { return s },
	strings.ToLower,
	fullWidth,
	func(s string) string { return cut(s, " ", 6, 14) },
	func(s string) string { return cut(s, "-", 6, 14) },
	func(s string) string { return cut(s, "·", 6, 14) },
	func(s string) string { return cut(s, "　", 6, 14) },
	func(s string) string { return cut(s, " - ", 6, 14) },
	func(s string) string { return cut(s, "—", 6, 10, 14) },
	func(s string) string { return cut(s, " ", 4, 8, 12, 16) },
	func(s string) string { return cut(s, " ", 3, 6, 10, 14) },
	func(s string) string { return cut(s, "\n", 10) },
	func(s string) string { return cut(s, "\n    ", 6) },
	func(s string) string { return cut(s, ".", 6, 14) },
	func(s string) string { return cut(s, "•", 6, 14) },
	func(s string) string { return cut(s, "\u200b", 6, 14) },
	func(s string) string { return cut(s, "\u00a0", 6, 14) },
	func(s string) string { return cut(s, " ", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17) },
	func(s string) string { return cut(fullWidth(s), "－", 6, 14) },
	func(s string) string { return cut(s, "_", 6, 14) },
	func(s string) string { return cut(s, "/", 6, 10, 12, 14) },
	func(s string) string { return cut(s, "-", 17) },
}

func fullWidth(s string) string {
	return strings.Map(func(r rune) rune { return r - '!' + '！' }, s)
}

// cut puts a separator at places of a number.
func cut(s, separator string, at ...int) string {
	var b strings.Builder
	runes := []rune(s)
	from := 0
	for _, to := range at {
		b.WriteString(string(runes[from:to]) + separator)
		from = to
	}
	return b.String() + string(runes[from:])
}

func identityCases(add adder) {
	frames := []string{
		"被执行人张三，身份证号码：⟦%s⟧，现下落不明。", "⟦%s⟧", "公民身份号码⟦%s⟧。", "（⟦%s⟧）", "姓名\t证件\n李四\t⟦%s⟧", "王五,⟦%s⟧,5000", "申请人⟦%s⟧号", "见附件：张三_⟦%s⟧_申请表",
	}
	for i := range 10 * len(writings) {
		add(IdentityNumber.Code, "+", frames[i%len(frames)], writings[i%len(writings)](resident(i)))
	}
	for i := range 24 {
		modern := resident(i)
		old := modern[:6] + fmt.Sprintf("%02d", 30+i*7%65) + modern[10:17]
		add(IdentityNumber.Code, "+", "身份证号：⟦%s⟧", writings[[]int{0, 2, 3, 4, 5}[i%5]](old[:15]))
		add(IdentityNumber.Code, "+", "名单：⟦%s⟧", old)
	}
	for i := range 60 { // a wrong check digit without a word beside it is another number
		s := resident(i)
		add(IdentityNumber.Code, "-", "数据%s号", s[:17]+string("0123456789"[(strings.Index("0123456789X", s[17:])+1+i%8)%10]))
	}
	for i := range 30 { // no such day, no such region
		s := resident(i)
		day := s[:10] + "13" + s[12:17]
		region := "7" + "9" + s[2:17]
		add(IdentityNumber.Code, "-", "身份证号%s", []string{day + checkCharacter(day), region + checkCharacter(region)}[i%2])
	}
}

func accountCases(add adder) {
	frames := []string{"账号：⟦%s⟧", "张三，开户行农业银行，卡号⟦%s⟧", "户名：李四 账号 ⟦%s⟧", "收款人：王五\n开户银行：工商银行\n帐号：⟦%s⟧", "转入赵六银行卡（⟦%s⟧）"}
	public := []string{"户名：明镜县人民法院 账号：%s", "收款单位：明镜县财政局，账号%s", "案款专户，账号：%s", "户名：某有限公司管理人；账号：%s"}
	for i := range 40 {
		number := luhnNumber(fmt.Sprintf("62%04d%09d%03d", 1000+i*83, i*7654321%1000000000, i*17%1000))[:16+i%4]
		add(AccountNumber.Code, "+", frames[i%len(frames)], []string{number, cut(number, " ", 4, 8, 12), fullWidth(number)}[i%3])
		add(AccountNumber.Code, "-", public[i%len(public)], number)
		if i%4 == 3 {
			add(AccountNumber.Code, "+", "附表：⟦%s⟧", number)
		}
	}
	for i := range 20 {
		add(AccountNumber.Code, "-", "%s%016d", []string{"流水号", "订单编号：", "发票号码", "运单号"}[i%4], 1234567890123*(i+3))
	}
}

func phoneCases(add adder) {
	frames := []string{"原告张三，电话%s", "姓名：李四 手机：%s", "被执行人联系方式：%s", "赵女士（%s）", "联系方式 %s", "名单：%s"}
	offices := []string{"咨询电话：%s", "本院执行局值班电话%s", "管理人联系电话：%s", "举报电话：%s", "承办法官王法官 %s", "看样预约：%s"}
	shapes := []func(string) string{
		func(s string) string { return s }, func(s string) string { return cut(s, "-", 3, 7) }, func(s string) string { return cut(s, " ", 3, 7) },
		fullWidth, func(s string) string { return "+86" + s },
	}
	for i := range 60 {
		number := fmt.Sprintf("1%d%d%08d", 3+i%7, i%10, i*1234567%100000000)
		written := shapes[i%len(shapes)](number)
		add(MobileNumber.Code, "+", frames[i%len(frames)], "⟦"+written+"⟧")
		add(MobileNumber.Code, "-", offices[i%len(offices)], written)
		add(LandlineNumber.Code, "-", offices[i%len(offices)], fmt.Sprintf("0%d-%08d", 10+i%20, i*7654321%100000000))
	}
	for i := range 20 {
		number := fmt.Sprintf("0%d-%08d", 571+i, 20000000+i*765432)
		add(LandlineNumber.Code, "+", []string{"家庭电话：⟦%s⟧", "被告李四，电话⟦%s⟧", "宅电⟦%s⟧"}[i%3], number)
	}
}

func plateCases(add adder) {
	provinces := []rune("京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新")
	for i, p := range provinces {
		number := string("ABCDEFGH"[i%8]) + []string{"", "·", " ", "-"}[i%4] + []string{"12345", "D12345", "1A234", "12345F"}[i/4%4]
		add(PlateNumber.Code, "+", []string{"车牌号⟦%s⟧", "⟦%s⟧小型轿车", "（车号：⟦%s⟧）"}[i%3], string(p)+number)
		add(PlateNumber.Code, "-", []string{"%cICP备12345678号", "（2024）%c01民终12345号", "%cB2-20230045", "%cA级景区"}[i%4], p)
	}
}

func markCases(add adder) {
	for _, grade := range []string{"秘密", "机密", "绝密", "秘　密", "机 密", "绝 密"} {
		for _, term := range []string{"★", "★10年", "★ 20 年", "★长期", "★３０年", "★启用前", "★6个月", "★五年", " ★ 10年"} {
			add(SecrecyMark.Code, "+", "⟦%s⟧", grade+term)
			add(SecrecyMark.Code, "+", "明镜县人民法院文件　　　　⟦%s⟧\n关于某事项的报告", grade+term)
		}
		add(SecrecyMark.Code, "+", "⟦密级：%s⟧", strings.NewReplacer(" ", "", "　", "").Replace(grade))
		add(SecrecyMark.Code, "+", "份号：000001\n⟦%s⟧\n特急", grade)
		add(SecrecyMark.Code, "-", "涉及国家%s的信息不予公开", strings.NewReplacer(" ", "", "　", "").Replace(grade))
	}
	for _, phrase := range []string{"内部资料", "内部文件"} {
		for _, ban := range []string{"不得外传", "严禁外传", "请勿外传", "禁止外传"} {
			for _, between := range []string{"，", " ", "　", "\n", "；"} {
				add(InternalPhrase.Code, "+", "⟦%s⟧%s⟦%s⟧", phrase, between, ban)
			}
		}
	}
}

// innocentCases are the numbers that courts publish every day.
func innocentCases(add adder) {
	provinces := []rune("京浙苏粤川云新藏")
	for i := range 60 {
		p := provinces[i%len(provinces)]
		add(IdentityNumber.Code, "-", "（%d）%c%02d%s%d号", 2015+i%10, p, 1+i%16, []string{"民终", "刑初", "行申", "执恢"}[i%4], 1+i*137)
		add(IdentityNumber.Code, "-", "统一社会信用代码：%s", creditCodeOf(fmt.Sprintf("91%s%09d", testRegions[i%18], 100000000+i*7654321)))
		add(IdentityNumber.Code, "-", "统一社会信用代码%s，法定代表人王某", creditCodeOf(fmt.Sprintf("91%sMA%07d", testRegions[i%18], i*54321)))
		add(MobileNumber.Code, "-", "合计%d.%02d万元", 13000000000+i*7654321, i)
		add(AccountNumber.Code, "-", "%d年%d月%d日至%d年%d月%d日", 2020+i%5, 1+i%12, 1+i%28, 2021+i%5, 1+i%12, 1+i%28)
		add(IdentityNumber.Code, "-", "索引号：%09d/2024-%05d", i*1234567, i)
	}
}
