package diag

// Who may see a page, who answered for it, and what was passed in spite of a finding.
var (
	// audience
	FrontAudience = kind("front-audience", Error,
		"%[1]q is no audience", "write audience = \"public\", \"parties\" or \"internal\"",
		"%[1]q 不是公开范围", "可写 audience = \"public\"（社会公开）、\"parties\"（仅向当事人公开）或 \"internal\"（内部）")
	AudienceLink = kind("audience-link", Error,
		"%[1]q is for %[2]s only: a public page must not lead to it", "take the link out; saying where those whom it concerns can ask for it is enough",
		"%[1]q 仅供%[2]s，公开页面不得链接到它", "请删去链接；需要时写明向哪里查询即可")
	AudienceFile = kind("audience-file", Error,
		"the file %[1]q belongs to %[2]s, which is for %[3]s only", "take it out; if the file itself is public, put a copy of it beside the public page",
		"文件 %[1]q 属于 %[2]s，后者仅供%[3]s", "请删去；如文件本身可以公开，请在公开页面旁另放一份")
	AudienceDiffers = kind("audience-differs", Error,
		"this language version is for %[1]s, and %[2]s is for %[3]s", "a document has one audience: write the same in all its language versions, or in none",
		"此语言版本的公开范围是%[1]s，而 %[2]s 是%[3]s", "同一文件只有一个公开范围：请在各语言版本中写成一致，或都不写")
	AudienceOutput = kind("audience-output", Error,
		"%[1]s would be published, and it is made of, or has the address of, %[2]s, which is for %[3]s only", "give the page or the old address another name",
		"%[1]s 将会发布，而它出自 %[2]s 或者占用其地址，后者仅供%[3]s", "请为该页面或旧地址另取名称")

	// sign-offs
	SignOffMissing = kind("sign-off-missing", Error,
		"the page waits to be signed: %[1]s", "courtsite sign %[2]s --role %[3]s --by \"name\" --office \"office\"",
		"页面尚待签批：%[1]s", "courtsite sign %[2]s --role %[3]s --by \"姓名\" --office \"部门\"")
	SignOffVoid = kind("sign-off-void", Error,
		"%[1]s by %[2]s of %[3]s is void: the page or a file of it was changed since", "have it looked at and signed again: courtsite sign %[4]s --role %[5]s",
		"%[1]s（%[2]s，%[3]s）已失效：其后页面或者其文件有改动", "请重新审核并签批：courtsite sign %[4]s --role %[5]s")
	SignOffExpired = kind("sign-off-expired", Error,
		"%[1]s by %[2]s was valid until %[3]s", "have it looked at and signed again: courtsite sign %[4]s --role %[5]s",
		"%[1]s（%[2]s）的有效期至 %[3]s", "请重新审核并签批：courtsite sign %[4]s --role %[5]s")
	SignOffApart = kind("sign-off-apart", Error,
		"%[1]s has signed both %[2]s and %[3]s, which the site keeps apart", "another person has to sign one of the two",
		"%[1]s 同时签了%[2]s和%[3]s，本站规定二者不得由同一人签", "请由另一人签其中一项")
	SignOffRecord = kind("sign-off-record", Error,
		"a sign-off without %[1]s", "sign-offs are written by courtsite sign; restore the file, or delete the entry and sign again",
		"签批记录缺少 %[1]s", "签批由 courtsite sign 写入；请恢复此文件，或删去该条后重新签批")
	SignOffRole = kind("sign-off-role", Error,
		"%[1]q is no role", "the roles are content, language, risk, secrecy, approval",
		"没有 %[1]q 这个签批角色", "签批角色有 content（内容审核）、language（译文审校）、risk（风险评估）、secrecy（保密审查）、approval（审批签发）")
	SignOffStray = kind("sign-off-stray", Warning,
		"sign-offs of a page that does not exist", "rename the file together with its page, or delete it",
		"签批记录所属的页面不存在", "请让此文件与页面同名，或者删除它")

	// [gate] in site.toml
	GateRole = kind("gate-role", Error,
		"%[1]q is no role", "the nearest is %[2]q; the roles are content, language, risk, secrecy, approval",
		"没有 %[1]q 这个签批角色", "最接近的是 %[2]q；签批角色有 content（内容审核）、language（译文审校）、risk（风险评估）、secrecy（保密审查）、approval（审批签发）")
	GateApart = kind("gate-apart", Error,
		"apart must be a list of lists of at least two roles", "write apart = [[\"content\", \"approval\"]]",
		"apart 应为列表的列表，每个列表至少写两个角色", "请写成 apart = [[\"content\", \"approval\"]]")
	GateUnknown = kind("gate-unknown", Error,
		"%[1]q is neither a category nor an item of the catalogue nor a document", "the nearest is %[2]q; pages outside the catalogue are \"pages\"",
		"%[1]q 既不是公开目录的类别、事项，也不是某个文件", "最接近的是 %[2]q；目录以外的页面写 \"pages\"")
	GateSeverityCode = kind("gate-severity-code", Error,
		"no problem has the code %[1]q", "the nearest is %[2]q; docs/problems.md lists all codes",
		"没有 %[1]q 这个问题代码", "最接近的是 %[2]q；全部代码见 docs/problems.md")
	GateSeverityValue = kind("gate-severity-value", Error,
		"%[1]q is no severity", "error, warning, note or off",
		"%[1]q 不是轻重程度", "可写 error（错误）、warning（警告）、note（提示）或 off（不检查）")
	GateSeverityFixed = kind("gate-severity-fixed", Error,
		"%[1]q cannot be lowered", "secrecy, audience and identity numbers are passed by a waiver alone (courtsite waive); without the other errors put right no site can be made",
		"%[1]q 不能降低", "涉密、公开范围、公民身份号码只能逐项豁免（courtsite waive）；其他错误不改正就无法生成站点")

	// waivers
	WaiverRecord = kind("waiver-record", Error,
		"a waiver without %[1]s", "a waiver has code, path, match, reason, by, office, date and expires; courtsite waive writes one",
		"豁免缺少 %[1]s", "每条豁免须有 code、path、match、reason、by、office、date、expires；可由 courtsite waive 写入")
	WaiverCode = kind("waiver-code", Error,
		"%[1]q is no finding that can be waived", "delete the waiver, and put right what was found",
		"%[1]q 不是可以豁免的问题", "请删去此条豁免，改正所指的问题")
	WaiverExpired = kind("waiver-expired", Error,
		"the waiver by %[1]s has expired on %[2]s", "put right what was found and delete the waiver, or have it decided anew",
		"%[1]s 的豁免已于 %[2]s 到期", "请改正所指的问题并删去豁免，或重新报批")
	WaiverUnused = kind("waiver-unused", Warning,
		"the waiver fits nothing that was found", "delete it: what it was about is gone, or was changed",
		"此条豁免没有对应的问题", "请删去：所指内容已不存在或已改动")
)
