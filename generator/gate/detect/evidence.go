package detect

import "courtsite/generator/diag"

// Evidence is one reason for a finding: a stable code, and the word of the text that it rests on, if one does.
type Evidence struct {
	Code string
	Word string
}

// Codes of evidence.
const (
	checkDigit    = "check-digit"    // the check digit of GB 11643 is right
	noCheckDigit  = "no-check-digit" // the check digit is wrong or hidden: a slip of the pen, not another number
	regionAndDate = "region-date"    // region and birth date are possible
	oldForm       = "old-form"       // 15 digits, without check digit
	luhn          = "luhn"
	cardPrefix    = "card-prefix"
	shape         = "shape" // the form alone
	keyword       = "keyword"
	personal      = "personal" // a word near it speaks of a person
	underAge      = "under-age"
)

var evidenceTexts = map[string]map[diag.Lang]string{
	checkDigit:    {diag.EN: "the check digit is right", diag.ZH: "校验码正确"},
	noCheckDigit:  {diag.EN: "the check digit is wrong or hidden", diag.ZH: "校验码不符或被隐去"},
	regionAndDate: {diag.EN: "region and birth date are possible", diag.ZH: "地区码、出生日期合理"},
	oldForm:       {diag.EN: "old form of 15 digits", diag.ZH: "十五位旧号码"},
	luhn:          {diag.EN: "the Luhn check digit is right", diag.ZH: "符合 Luhn 校验"},
	cardPrefix:    {diag.EN: "begins like a bank card", diag.ZH: "具有银行卡号段"},
	shape:         {diag.EN: "its form", diag.ZH: "形式特征"},
	keyword:       {diag.EN: "named so", diag.ZH: "文中写明"},
	personal:      {diag.EN: "stands beside a person", diag.ZH: "与个人相关"},
	underAge:      {diag.EN: "younger than 18 when published", diag.ZH: "发布时不满十八周岁"},
}

// Text says the reason in a language of the tool.
func (e Evidence) Text(lang diag.Lang) string {
	s := evidenceTexts[e.Code][lang]
	switch {
	case e.Word == "":
		return s
	case lang == diag.ZH:
		return s + "“" + e.Word + "”"
	}
	return s + " (" + e.Word + ")"
}
