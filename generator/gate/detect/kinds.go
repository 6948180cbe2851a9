package detect

import (
	"slices"

	"courtsite/generator/diag"
)

// Trust says how well the norm behind a kind is known.
type Trust byte

const (
	Primary   Trust = 'A' // primary text or official source read
	Secondary Trust = 'B' // reputable second-hand
	Copy      Trust = 'C' // low-trust copy, for orientation
	General   Trust = 'G' // general knowledge, to be confirmed by a person
)

// weak: a rule that rests on such a source never stops a site by default.
func (t Trust) weak() bool { return t == Copy || t == General }

// String writes the mark as messages show it.
func (t Trust) String() string { return "[" + string(rune(t)) + "]" }

// Kind is one sort of finding. Immutable; compare by pointer or by Code.
type Kind struct {
	Code  string // stable, lower case with hyphens
	Trust Trust  // of the norm
	// Maskable: masking the match mends the text. A mark of secrecy is not mended by hiding the mark.
	Maskable bool

	rank   int // in the table; of two overlapping findings the lower one stays
	mask   func(string) string
	en, zh wording
}

// wording is all that a message says of a kind in one language.
type wording struct{ name, norm, advice string }

func (k *Kind) in(lang diag.Lang) wording {
	if lang == diag.ZH {
		return k.zh
	}
	return k.en
}

// Name says what was found.
func (k *Kind) Name(lang diag.Lang) string { return k.in(lang).name }

// Norm cites the rule that the kind rests on, without its trust mark.
func (k *Kind) Norm(lang diag.Lang) string { return k.in(lang).norm }

// Advice says what to do.
func (k *Kind) Advice(lang diag.Lang) string { return k.in(lang).advice }

// Kinds lists all kinds, the gravest first.
func Kinds() []*Kind { return slices.Clone(kinds) }

// Norms as messages cite them.
const (
	piplEN       = "Personal Information Protection Law art. 28"
	piplZH       = "个人信息保护法第二十八条"
	judgmentsEN  = "Fa Shi [2016] No. 19 art. 10"
	judgmentsZH  = "法释〔2016〕19号第十条"
	anonymityEN  = "Fa Shi [2016] No. 19 arts. 8 and 9"
	anonymityZH  = "法释〔2016〕19号第八条、第九条"
	minorsEN     = "Law on the Protection of Minors art. 103"
	minorsZH     = "未成年人保护法第一百零三条"
	secretsEN    = "Law on Guarding State Secrets art. 22 and its implementing regulation art. 42"
	secretsZH    = "保守国家秘密法第二十二条、实施条例第四十二条"
	opennessEN   = "Fa Fa [2018] No. 20; names of judges, case numbers and the court are public"
	opennessZH   = "法发〔2018〕20号；法官姓名、案号、法院名称应当公开"
	maskEN       = "mask it or take it out"
	maskZH       = "请隐去部分字符或者删除"
	nameEN       = "write the surname and 某"
	nameZH       = "请保留姓氏，名字以“某”代替"
	withdrawEN   = "do not publish; ask the secrecy officer"
	withdrawZH   = "不得发布，请先交保密审查"
	unmaskEN     = "write it in full"
	unmaskZH     = "请写全，不要隐去"
	accountAdvEN = "mask it; for an account of the court itself write its holder (户名) beside it"
	accountAdvZH = "请隐去部分数字；本院账户请在旁写明户名"
)

// The kinds.
var (
	// IdentityNumber: resident identity numbers of GB 11643, 18 digits and the old 15.
	IdentityNumber = kind("identity-number", Primary, maskIdentity,
		wording{"resident identity number", piplEN + "; GB 11643", maskEN}, wording{"公民身份号码", piplZH + "；GB 11643", maskZH})
	// AccountNumber: bank cards, bank accounts and payment accounts of persons.
	AccountNumber = kind("account-number", Primary, maskMiddle(4, 4),
		wording{"bank account or card number", piplEN, accountAdvEN}, wording{"银行账号、卡号", piplZH, accountAdvZH})
	// TravelDocument: passports, permits for Hong Kong, Macao and Taiwan residents, residence and military documents.
	TravelDocument = kind("travel-document", General, maskMiddle(2, 2),
		wording{"number of a passport or permit", judgmentsEN, maskEN}, wording{"护照、通行证号码", judgmentsZH, maskZH})
	// MobileNumber: mobile telephones that are not given as an office's.
	MobileNumber = kind("mobile-number", General, maskMiddle(3, 4),
		wording{"mobile telephone number", judgmentsEN, maskEN}, wording{"手机号码", judgmentsZH, maskZH})
	// LandlineNumber: telephones of a home.
	LandlineNumber = kind("landline-number", General, maskMiddle(0, 3),
		wording{"private telephone number", judgmentsEN, maskEN}, wording{"私人固定电话", judgmentsZH, maskZH})
	// EmailAddress: mailboxes of persons.
	EmailAddress = kind("email-address", General, maskEmail,
		wording{"private e-mail address", judgmentsEN, maskEN}, wording{"个人电子邮箱", judgmentsZH, maskZH})
	// ChatAccount: WeChat and QQ accounts of persons.
	ChatAccount = kind("chat-account", General, maskMiddle(1, 0),
		wording{"chat account", judgmentsEN, maskEN}, wording{"微信号、QQ号", judgmentsZH, maskZH})
	// PlateNumber: licence plates.
	PlateNumber = kind("plate-number", General, maskPlate,
		wording{"vehicle licence plate", judgmentsEN, maskEN}, wording{"车牌号码", judgmentsZH, maskZH})
	// HomeAddress: addresses of persons down to the house or the door.
	HomeAddress = kind("home-address", General, maskAddress,
		wording{"home address", judgmentsEN, "leave out what comes after the county or district"},
		wording{"家庭住址", judgmentsZH, "请只写到县、区"})
	// BirthDate: the full birth date of a named person, or of a minor.
	BirthDate = kind("birth-date", General, maskBirth,
		wording{"birth date of a person", judgmentsEN, "give the year alone"}, wording{"个人出生日期", judgmentsZH, "请只写年份"})
	// MinorName: a minor by name.
	MinorName = kind("minor-name", Primary, maskName,
		wording{"name of a minor", minorsEN, nameEN}, wording{"未成年人姓名", minorsZH, nameZH})
	// MinorSchool: the school of a minor.
	MinorSchool = kind("minor-school", Primary, maskSchool,
		wording{"school of a minor", minorsEN, "leave the school out"}, wording{"未成年人就读学校", minorsZH, "请删去学校名称"})
	// ProtectedName: victims, witnesses, and parties of family matters by name.
	ProtectedName = kind("protected-name", Copy, maskName,
		wording{"name of a victim, a witness or a party of a family matter", anonymityEN, nameEN},
		wording{"被害人、证人或者家事案件当事人姓名", anonymityZH, nameZH})
	// SecrecyMark: marks of classification.
	SecrecyMark = kind("secrecy-mark", Primary, nil,
		wording{"mark of classification", secretsEN, withdrawEN}, wording{"密级标志", secretsZH, withdrawZH})
	// InternalPhrase: "internal only" phrases.
	InternalPhrase = kind("internal-phrase", Primary, nil,
		wording{"phrase for internal papers", secretsEN, withdrawEN}, wording{"内部文件用语", secretsZH, withdrawZH})
	// SecretFileName: names of files that speak of secrets.
	SecretFileName = kind("secret-file-name", Primary, nil,
		wording{"file name that speaks of secret or internal matter", secretsEN, withdrawEN},
		wording{"文件名含涉密、内部字样", secretsZH, withdrawZH})
	// MaskedCourt, MaskedCaseNumber and MaskedJudge: what the public has a right to read.
	MaskedCourt = kind("masked-court", Primary, nil,
		wording{"masked name of a court", opennessEN, unmaskEN}, wording{"法院名称被隐去", opennessZH, unmaskZH})
	MaskedCaseNumber = kind("masked-case-number", Primary, nil,
		wording{"masked case number", opennessEN, unmaskEN}, wording{"案号被隐去", opennessZH, unmaskZH})
	MaskedJudge = kind("masked-judge", Primary, nil,
		wording{"masked name of a judge or clerk", opennessEN, unmaskEN}, wording{"审判人员姓名被隐去", opennessZH, unmaskZH})
)

// kinds is filled by the declarations above, in their order.
var kinds []*Kind

func kind(code string, trust Trust, mask func(string) string, en, zh wording) *Kind {
	k := &Kind{Code: code, Trust: trust, Maskable: mask != nil, rank: len(kinds), mask: mask, en: en, zh: zh}
	if mask == nil {
		k.mask = func(s string) string { return s }
	}
	kinds = append(kinds, k)
	return k
}
