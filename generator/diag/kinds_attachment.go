package diag

// Package gate/attach: what attachments and pictures hold that a reader does not see, and what could not be looked at. Personal data and marks of
// secrecy found in an attachment are the problems of kinds_personal.go, with the place inside of the file. Norms: the text of an attachment is
// published as much as that of a page (Fa Shi [2016] No. 19 arts. 8 to 10); location is sensitive (Personal Information Protection Law art. 28).
var (
	AttachmentHiddenSheet = kind("attachment-hidden-sheet", Warning,
		"a hidden sheet: everybody can make it visible", "delete the sheet, or unhide it (right click on a sheet's tab, Unhide; a very hidden one shows in the macro editor only)",
		"有隐藏的工作表，任何人都能取消隐藏", "请删去该工作表，或取消隐藏（右击工作表标签→取消隐藏；深度隐藏的须在宏编辑器中取消）")
	AttachmentHiddenCells = kind("attachment-hidden-cells", Warning,
		"hidden rows or columns with content: %[1]s", "delete them, or unhide them; values that a filter hides count too",
		"有内容的行、列被隐藏：%[1]s", "请删去，或取消隐藏；被筛选隐藏的也算")
	AttachmentHiddenSlide = kind("attachment-hidden-slide", Warning,
		"a hidden slide", "delete it, or show it",
		"有隐藏的幻灯片", "请删去，或取消隐藏")
	AttachmentTracked = kind("attachment-tracked-changes", Warning,
		"tracked changes: %[1]s; what was deleted can still be read", "accept or reject all changes, and save (Review, Accept All Changes)",
		"留有修订记录：%[1]s 处，删去的内容仍可读出", "请接受或拒绝全部修订后保存（审阅→接受所有修订）")
	AttachmentComments = kind("attachment-comments", Warning,
		"comments: %[1]s", "delete all comments (Review, Delete All Comments)",
		"留有批注：%[1]s 条", "请删除全部批注（审阅→删除所有批注）")
	AttachmentNotes = kind("attachment-notes", Warning,
		"notes of the speaker", "delete them unless everybody may read them",
		"幻灯片带有演讲者备注", "请删去，除非备注也可公开")
	AttachmentHiddenText = kind("attachment-hidden-text", Warning,
		"hidden text: it does not show, but everybody can read it out", "delete it, or show it",
		"有隐藏文字，看不见但读得出", "请删去，或取消隐藏")
	AttachmentPaleText = kind("attachment-pale-text", Warning,
		"text in the colour of its background: it does not show, but everybody can read it out", "delete it, or give it a colour",
		"文字与底色相同，看不见但读得出", "请删去，或改用看得见的颜色")
	AttachmentCovered = kind("attachment-covered-text", Error,
		"text under a black box or bar: everybody can copy it out", "take the text itself out, write ××× in its place, and make the file again; covering does not remove it",
		"黑块遮盖下仍有文字，任何人都能复制出来", "请删去文字本身，以“×××”代替后重新生成文件；遮盖不等于删除")
	AttachmentProperties = kind("attachment-properties", Warning,
		"the file's properties name a person or an institution: %[1]s = %[2]s", "remove the properties (File, Info, Inspect Document; LibreOffice: File, Properties, Reset Properties)",
		"文件属性中有姓名或单位：%[1]s = %[2]s", "请清除文件属性（文件→信息→检查文档；WPS：文件→文档加密→属性）")
	PictureLocation = kind("picture-location", Warning,
		"the picture tells where it was taken (GPS) (Personal Information Protection Law art. 28 [A])", "remove the location (Windows: Properties, Details, Remove Properties), or save the picture anew without metadata",
		"图片带有拍摄地点（GPS）（个人信息保护法第二十八条 [A]）", "请去掉位置信息（右击→属性→详细信息→删除属性和个人信息），或另存为不带元数据的图片")
	PictureBehind = kind("picture-behind", Warning,
		"%[1]s bytes stand behind the end of the picture: what was cut away, or a film that belongs to it", "save the picture anew with another program; a screenshot that was cropped may still hold the rest",
		"图片结尾之后还有 %[1]s 字节：可能是裁去的部分，或者附带的影像", "请用其他程序另存图片；裁剪过的截图可能仍留有裁去的内容")
	AttachmentBlackBox = kind("attachment-black-box", Warning,
		"a black shape lies over the text: what stands under it can be read", "take the text itself out, write ××× in its place, and delete the shape; covering does not remove it",
		"有黑色图形盖在文字上，其下的文字仍可读出", "请删去文字本身，以“×××”代替，再删去图形；遮盖不等于删除")
	ArchivePath = kind("attachment-archive-path", Warning,
		"the archive holds a file whose path leads out of it: %[1]s", "pack the archive again, with plain names",
		"压缩包中有路径指向包外的文件：%[1]s", "请用普通文件名重新压缩")
	AttachmentUnread = kind("attachment-not-checked", Warning,
		"not checked for personal data and secrets: %[1]s", "%[2]s",
		"未能检查是否有个人信息和涉密内容：%[1]s", "%[2]s")
	AttachmentMore = kind("attachment-more", Note,
		"%[1]s more of %[2]s in this file", "mend those that are shown, and check again",
		"此文件中还有 %[1]s 处 %[2]s", "请先处理已列出的，再次检查")
)
