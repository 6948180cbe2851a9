package diag

// Trust says how well a norm is known to those who wrote the program.
type Trust string

const (
	Own       Trust = ""  // no norm: a rule of the program's own, about its files or for readers' sake
	Primary   Trust = "A" // primary text or official source read
	Secondary Trust = "B" // reputable second-hand
	Copy      Trust = "C" // low-trust copy, for orientation
	General   Trust = "G" // general knowledge, to be confirmed by a person
)

// Weak tells whether a rule that rests on such a norm is never an error by default.
func (t Trust) Weak() bool { return t == Copy || t == General }

var trustWords = map[Trust]Words{
	Own:       {EN: "a rule of courtsite's own", ZH: "courtsite 自身的规则"},
	Primary:   {EN: "the primary text or an official source was read", ZH: "已核对原文或官方来源"},
	Secondary: {EN: "from a reputable second-hand source", ZH: "来自可信的二手来源"},
	Copy:      {EN: "only a copy of low trust was seen; to be confirmed", ZH: "只见过可信度低的转载，须核实"},
	General:   {EN: "general knowledge, to be confirmed by a person", ZH: "一般知识，须由人核实"},
}

// Meaning explains the mark in a language of the tool.
func (t Trust) Meaning(lang Lang) string { return trustWords[t].in(lang) }

// Norm is what a kind of problem rests on.
type Norm struct {
	Words
	Trust Trust
}

// Text cites the norm in a language of the tool; "" for a rule of the program's own.
func (n Norm) Text(lang Lang) string { return n.in(lang) }

// Norm gives what the kind rests on.
func (k *Kind) Norm() Norm { return norms[k] }

// Page is where the documentation explains the kind.
func (k *Kind) Page() string { return "docs/problems.md#" + k.Code }

func norm(trust Trust, en, zh string) Norm { return Norm{Words{EN: en, ZH: zh}, trust} }

// Norms that several kinds rest on.
var (
	protection = norm(Primary, "Personal Information Protection Law art. 28", "个人信息保护法第二十八条")
	redaction  = norm(General, "Fa Shi [2016] No. 19 art. 10", "法释〔2016〕19号第十条")
	minors     = norm(Primary, "Law on the Protection of Minors art. 103", "未成年人保护法第一百零三条")
	secrets    = norm(Primary, "Law on Guarding State Secrets art. 22 and its implementing regulation art. 42", "保守国家秘密法第二十二条、实施条例第四十二条")
	openness   = norm(Primary, "Fa Fa [2018] No. 20", "法发〔2018〕20号")
	catalogue  = norm(Primary, "Fa Fa [2018] No. 20 arts. 4 to 11", "法发〔2018〕20号第四条至第十一条")
	columns    = norm(Primary, "Fa Fa [2018] No. 20 art. 19", "法发〔2018〕20号第十九条")
	tongues    = norm(Primary, "Fa Fa [2018] No. 20 art. 23", "法发〔2018〕20号第二十三条")
	traces     = norm(Primary, "Fa Fa [2018] No. 20 art. 22", "法发〔2018〕20号第二十二条")
	barriers   = norm(Primary, "Law on Building a Barrier-Free Environment art. 32", "无障碍环境建设法第三十二条")
	marks      = norm(General, "GB/T 15834", "GB/T 15834")
	audience   = norm(Primary, "Fa Fa [2018] No. 20 arts. 3 and 14", "法发〔2018〕20号第三条、第十四条")
	process    = norm(Primary, "Fa Fa [2018] No. 20 arts. 16 and 17", "法发〔2018〕20号第十六条、第十七条")
)

// norms says which kinds rest on a norm, and on which. A kind that is not here is a rule of the program's own.
var norms = map[*Kind]Norm{
	AudienceLink:           audience,
	AudienceFile:           audience,
	AudienceDiffers:        audience,
	AudienceOutput:         audience,
	SignOffMissing:         process,
	SignOffVoid:            process,
	SignOffExpired:         process,
	SignOffApart:           process,
	PersonalIdentity:       norm(Primary, protection.EN+"; GB 11643", protection.ZH+"；GB 11643"),
	PersonalAccount:        protection,
	PictureLocation:        protection,
	PersonalTravelDocument: redaction,
	PersonalMobile:         redaction,
	PersonalLandline:       redaction,
	PersonalEmail:          redaction,
	PersonalChat:           redaction,
	PersonalPlate:          redaction,
	PersonalHome:           redaction,
	PersonalBirth:          redaction,
	PersonalMinorName:      minors,
	PersonalMinorSchool:    minors,
	PersonalProtectedName:  norm(Copy, "Fa Shi [2016] No. 19 arts. 8 and 9", "法释〔2016〕19号第八条、第九条"),
	SecrecyMark:            secrets,
	SecrecyInternal:        secrets,
	SecrecyFileName:        secrets,
	MaskedCourt:            openness,
	MaskedCaseNumber:       openness,
	MaskedJudge:            openness,

	PageItem:           catalogue,
	PageItemLevel:      norm(Primary, "Fa Fa [2018] No. 20 art. 3", "法发〔2018〕20号第三条"),
	GateItemDiffers:    tongues,
	CatalogueUnknown:   catalogue,
	CatalogueRetired:   norm(Primary, "Fa Fa [2018] No. 20 art. 11", "法发〔2018〕20号第十一条"),
	CatalogueReason:    norm(Primary, "Fa Fa [2018] No. 20 art. 2", "法发〔2018〕20号第二条"),
	ColumnBlank:        norm(Primary, "Fa Fa [2018] No. 20 arts. 4 to 10", "法发〔2018〕20号第四条至第十条"),
	ColumnOverdue:      norm(Copy, "Guo Ban Mi Han [2019] No. 19", "国办秘函〔2019〕19号"),
	GateEmpty:          columns,
	FileUnused:         columns,
	PageExtension:      columns,
	AddressVanished:    traces,
	PagesVanish:        traces,
	SiteEmptied:        traces,
	TranslationMissing: tongues, TranslationOutdated: tongues, TranslationOrphaned: tongues,
	FrontImageAlt: barriers, MarkdownImageAlt: barriers,
	TableHeader:     norm(General, "GB/T 37668", "GB/T 37668"),
	ScriptHalfWidth: marks, ScriptDoubled: marks,
}
