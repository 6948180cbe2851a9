package diag

// Package gate, its personal data: what must not be published, found by package detect. The argument is the match with its characters hidden; no
// text shows a number or a name in full. Each message cites its norm, with how well the norm is known: [A] primary text read, [C] a copy of low
// trust, [G] general knowledge. The severity is that of a finding that is certain; the finding's own may be lower.
var (
	PersonalIdentity = kind("personal-identity-number", Error,
		"a resident identity number: %[1]s (Personal Information Protection Law art. 28; GB 11643 [A])", "take it out, or hide characters as shown",
		"公民身份号码：%[1]s（个人信息保护法第二十八条；GB 11643 [A]）", "请删去，或者如上隐去部分字符")
	PersonalAccount = kind("personal-account-number", Error,
		"a bank account or card number: %[1]s (Personal Information Protection Law art. 28 [A])", "take it out, or hide characters as shown; for an account of the court itself write its holder (户名) beside it",
		"银行账号、卡号：%[1]s（个人信息保护法第二十八条 [A]）", "请删去，或者如上隐去部分数字；本院账户请在旁写明户名")
	PersonalTravelDocument = kind("personal-travel-document", Warning,
		"the number of a passport or permit: %[1]s (Fa Shi [2016] No. 19 art. 10 [G])", "take it out, or hide characters as shown",
		"护照、通行证号码：%[1]s（法释〔2016〕19号第十条 [G]）", "请删去，或者如上隐去部分字符")
	PersonalMobile = kind("personal-mobile-number", Warning,
		"a mobile telephone number: %[1]s (Fa Shi [2016] No. 19 art. 10 [G])", "take it out, or hide characters as shown; for an office name the office beside it",
		"手机号码：%[1]s（法释〔2016〕19号第十条 [G]）", "请删去，或者如上隐去部分数字；办公电话请在旁写明部门")
	PersonalLandline = kind("personal-landline-number", Warning,
		"a private telephone number: %[1]s (Fa Shi [2016] No. 19 art. 10 [G])", "take it out, or hide characters as shown; for an office name the office beside it",
		"私人固定电话：%[1]s（法释〔2016〕19号第十条 [G]）", "请删去，或者如上隐去部分数字；办公电话请在旁写明部门")
	PersonalEmail = kind("personal-email-address", Warning,
		"a private e-mail address: %[1]s (Fa Shi [2016] No. 19 art. 10 [G])", "take it out, or hide characters as shown",
		"个人电子邮箱：%[1]s（法释〔2016〕19号第十条 [G]）", "请删去，或者如上隐去部分字符")
	PersonalChat = kind("personal-chat-account", Warning,
		"a chat account: %[1]s (Fa Shi [2016] No. 19 art. 10 [G])", "take it out, or hide characters as shown",
		"微信号、QQ号：%[1]s（法释〔2016〕19号第十条 [G]）", "请删去，或者如上隐去部分字符")
	PersonalPlate = kind("personal-plate-number", Warning,
		"a vehicle licence plate: %[1]s (Fa Shi [2016] No. 19 art. 10 [G])", "take it out, or hide characters as shown",
		"车牌号码：%[1]s（法释〔2016〕19号第十条 [G]）", "请删去，或者如上隐去部分字符")
	PersonalHome = kind("personal-home-address", Warning,
		"a home address: %[1]s (Fa Shi [2016] No. 19 art. 10 [G])", "leave out what comes after the county or district",
		"家庭住址：%[1]s（法释〔2016〕19号第十条 [G]）", "请只写到县、区")
	PersonalBirth = kind("personal-birth-date", Warning,
		"the birth date of a person: %[1]s (Fa Shi [2016] No. 19 art. 10 [G])", "give the year alone",
		"个人出生日期：%[1]s（法释〔2016〕19号第十条 [G]）", "请只写年份")
	PersonalMinorName = kind("personal-minor-name", Error,
		"the name of a minor: %[1]s (Law on the Protection of Minors art. 103 [A])", "write the surname and 某",
		"未成年人姓名：%[1]s（未成年人保护法第一百零三条 [A]）", "请保留姓氏，名字以“某”代替")
	PersonalMinorSchool = kind("personal-minor-school", Error,
		"the school of a minor: %[1]s (Law on the Protection of Minors art. 103 [A])", "leave the school out",
		"未成年人就读学校：%[1]s（未成年人保护法第一百零三条 [A]）", "请删去学校名称")
	PersonalProtectedName = kind("personal-protected-name", Warning,
		"the name of a victim, a witness or a party of a family matter: %[1]s (Fa Shi [2016] No. 19 arts. 8 and 9 [C])", "write the surname and 某",
		"被害人、证人或者家事案件当事人姓名：%[1]s（法释〔2016〕19号第八条、第九条 [C]）", "请保留姓氏，名字以“某”代替")
	SecrecyMark = kind("secrecy-mark", Error,
		"a mark of classification: %[1]s (Law on Guarding State Secrets art. 22 and its implementing regulation art. 42 [A])", "do not publish; ask the secrecy officer",
		"密级标志：%[1]s（保守国家秘密法第二十二条、实施条例第四十二条 [A]）", "不得发布，请先交保密审查")
	SecrecyInternal = kind("secrecy-internal-phrase", Error,
		"a phrase for internal papers: %[1]s (Law on Guarding State Secrets art. 22 and its implementing regulation art. 42 [A])", "do not publish; ask the secrecy officer",
		"内部文件用语：%[1]s（保守国家秘密法第二十二条、实施条例第四十二条 [A]）", "不得发布，请先交保密审查")
	SecrecyFileName = kind("secrecy-file-name", Error,
		"a file name that speaks of secret or internal matter: %[1]s (Law on Guarding State Secrets art. 22 and its implementing regulation art. 42 [A])", "do not publish; ask the secrecy officer",
		"文件名含涉密、内部字样：%[1]s（保守国家秘密法第二十二条、实施条例第四十二条 [A]）", "不得发布，请先交保密审查")
	MaskedCourt = kind("masked-court", Warning,
		"a masked name of a court: %[1]s (Fa Fa [2018] No. 20; names of judges, case numbers and the court are public [A])", "write it in full",
		"法院名称被隐去：%[1]s（法发〔2018〕20号；法官姓名、案号、法院名称应当公开 [A]）", "请写全，不要隐去")
	MaskedCaseNumber = kind("masked-case-number", Warning,
		"a masked case number: %[1]s (Fa Fa [2018] No. 20; names of judges, case numbers and the court are public [A])", "write it in full",
		"案号被隐去：%[1]s（法发〔2018〕20号；法官姓名、案号、法院名称应当公开 [A]）", "请写全，不要隐去")
	MaskedJudge = kind("masked-judge", Warning,
		"a masked name of a judge or clerk: %[1]s (Fa Fa [2018] No. 20; names of judges, case numbers and the court are public [A])", "write it in full",
		"审判人员姓名被隐去：%[1]s（法发〔2018〕20号；法官姓名、案号、法院名称应当公开 [A]）", "请写全，不要隐去")
)
