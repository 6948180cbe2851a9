// Package inside is what readers of file formats have in common: how they say what they found inside of a file, and where.
//
// A reader is given bytes that anybody may have made, and a [Work] that bounds what it may do with them. It hands to a [Taker], as it finds
// them: texts with the places that their parts come from, traces of hidden content, files within the file, and what it could not look at. It
// judges no text; that is the business of gate/attach.
package inside

import "courtsite/generator/diag"

// Taker takes what a reader finds.
type Taker interface {
	// Text takes a text that belongs together: a sheet, a page, the paragraphs of a document.
	Text(*Text)
	// Trace takes a sign of content that readers of the file don't see but can get at.
	Trace(Trace)
	// Member takes a file within the file, by its path.
	Member(name string, data []byte)
	// Unread takes the reason why something was not looked at.
	Unread(Unread)
}

// Trace is a sign of hidden content. Its arguments are those of the kind's message, as they stand in the file: who tells them masks them.
type Trace struct {
	Kind  *diag.Kind
	Place Place
	Args  []string
}

// Unread says that something could not be looked at, so that nobody takes it for clean.
type Unread struct {
	Reason Reason
	Place  Place
}

// Reason is why something was not looked at. Stable, for caches.
type Reason string

// The reasons.
const (
	Encrypted   Reason = "encrypted"    // needs a password
	Damaged     Reason = "damaged"      // not what its format asks for
	OverLimit   Reason = "over-limit"   // larger, deeper or more of it than is looked at
	Unknown     Reason = "unknown"      // a format that is not known
	OldOffice   Reason = "old-office"   // .doc, .xls, .ppt, .wps, .et, .dps
	Binary      Reason = "binary"       // .xlsb, macros and embedded objects
	Archive     Reason = "archive"      // rar, 7z and other archives
	Scan        Reason = "scan"         // pages that are pictures
	Font        Reason = "font"         // text whose font does not say which characters it has
	Media       Reason = "media"        // sound and film
	NotItsName  Reason = "not-its-name" // the bytes are of another format than the name says
	Metafile    Reason = "metafile"     // .emf, .wmf
	OtherFilter Reason = "filter"       // packed in a way that is not known
	Mail        Reason = "mail"         // parts in base64 or quoted-printable, as letters have them
)

// words says a reason and what to do about it.
type words struct{ what, advice diag.Words }

var reasons = map[Reason]words{
	Encrypted: {diag.Words{EN: "it is protected by a password", ZH: "设有密码"},
		diag.Words{EN: "save it without a password", ZH: "请去掉密码后重新保存"}},
	Damaged: {diag.Words{EN: "it is damaged, or not as its format asks", ZH: "文件损坏或不合格式"},
		diag.Words{EN: "open it, save it again, and see whether it is whole", ZH: "请打开后另存，并查看内容是否完整"}},
	OverLimit: {diag.Words{EN: "it is too large, or packed too densely", ZH: "内容过大、层次过多或压缩过度"},
		diag.Words{EN: "split it into smaller files without archives inside archives", ZH: "请拆成较小的文件，不要层层压缩"}},
	Unknown: {diag.Words{EN: "its format is not known", ZH: "不认识这种格式"},
		diag.Words{EN: "publish it as docx, xlsx, csv or pdf, or let a person read all of it", ZH: "请改用 docx、xlsx、csv、pdf 格式，或由人逐页查看"}},
	OldOffice: {diag.Words{EN: "it is in an old format of office programs", ZH: "是旧版办公软件格式（doc、xls、ppt、wps、et、dps）"},
		diag.Words{EN: "save it as docx, xlsx or pptx", ZH: "请另存为 docx、xlsx 或 pptx"}},
	Binary: {diag.Words{EN: "it holds an embedded object, a macro or a binary sheet", ZH: "含嵌入对象、宏或二进制内容"},
		diag.Words{EN: "take it out, or let a person look at it", ZH: "请删去，或由人查看"}},
	Archive: {diag.Words{EN: "archives of this format are not opened", ZH: "不能打开这种压缩包"},
		diag.Words{EN: "publish the files themselves, or a zip", ZH: "请直接发布其中的文件，或改用 zip"}},
	Scan: {diag.Words{EN: "it is a picture without text", ZH: "只有图像，没有文字（扫描件）"},
		diag.Words{EN: "publish the document that it was made from; readers who cannot see need it too", ZH: "请改用原电子文件，视障读者也需要；否则由人逐页查看"}},
	Font: {diag.Words{EN: "its fonts do not say which characters they show", ZH: "字体未注明文字编码，读不出文字"},
		diag.Words{EN: "make the PDF again from the document that it came from", ZH: "请用原文件重新导出 PDF"}},
	Media: {diag.Words{EN: "sound and film are not looked at", ZH: "不检查声音和影像"},
		diag.Words{EN: "let a person listen to and look at all of it", ZH: "请由人完整视听一遍"}},
	Metafile: {diag.Words{EN: "it is a drawing of Windows (emf, wmf), whose words are not read", ZH: "是 Windows 图元文件（emf、wmf），不读取其中的文字"},
		diag.Words{EN: "let a person look at it, or put a png in its place", ZH: "请由人查看，或改用 png 图片"}},
	NotItsName: {diag.Words{EN: "its content is not what its name says", ZH: "内容与扩展名不符"},
		diag.Words{EN: "save it again in the format that its name says", ZH: "请按扩展名所示的格式重新保存"}},
	OtherFilter: {diag.Words{EN: "it is packed in a way that is not known", ZH: "压缩方式不支持"},
		diag.Words{EN: "save it again with a usual program", ZH: "请用常见软件重新保存"}},
	Mail: {diag.Words{EN: "parts of it are in an encoding of mail (base64, quoted-printable)", ZH: "部分内容使用邮件编码（base64、quoted-printable）"},
		diag.Words{EN: "publish the text of the letter and the files in it, each on its own", ZH: "请分别发布邮件正文和其中的文件"}},
}

// What says the reason.
func (r Reason) What() diag.Words { return reasons[r.known()].what }

// Advice says what to do about it.
func (r Reason) Advice() diag.Words { return reasons[r.known()].advice }

func (r Reason) known() Reason {
	if _, ok := reasons[r]; ok {
		return r
	}
	return Unknown
}
