package attach

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"courtsite/generator/diag"
)

// programs are authors that programs write, and the names that computers are sold with.
var programs = regexp.MustCompile(`(?i)^(administrator|admin|user|users|owner|guest|root|test|author|unknown|none|default|default user|default admin|pc|computer|desktop.*|laptop.*|microsoft.*|windows.*|hp|dell|lenovo.*|asus|acer|huawei|thinkpad|apple|mac|` +
	`wps.*|kingsoft.*|openpyxl|python-docx|apache poi|openxml.*|libreoffice.*|openoffice.*|writer|calc|impress|draw|acrobat.*|adobe.*|itext.*|chrom.*|skia.*|mozilla.*|china|chinese.*|home|office|my company|` +
	`[a-z]*\d{3,}|[-_.\d\s]+|雨林木风|番茄花园|深度.*|微软.*|系统管理员|管理员|用户|未知|作者|系统天地|china user|cn=.*|文员|办公室|联想.*|惠普.*|电脑.*|usr|pos|xx+|×+)$`)

// offices end the names of courts and their offices, which are public.
var offices = regexp.MustCompile(`(法院|法庭|办公室|处|庭|局|科|室|中心|队|court|office)$`)

// naming judges a property that names who made a file: whether it is told, how it is shown, and how grave it is. A Chinese name of two to four
// characters is most probably a person's; other words may be an account, a company.
func naming(value string) (masked string, severity diag.Severity, told bool) {
	value = strings.TrimSpace(value)
	if value == "" || programs.MatchString(value) || offices.MatchString(strings.ToLower(value)) {
		return "", diag.Note, false
	}
	severity = diag.Note
	han := 0
	for _, r := range value {
		if unicode.Is(unicode.Han, r) {
			han++
		}
	}
	if n := utf8.RuneCountInString(value); han == n && n >= 2 && n <= 4 || strings.ContainsAny(value, "·•") {
		severity = diag.Warning
	}
	_, size := utf8.DecodeRuneInString(value)
	return value[:size] + "**", severity, true
}
