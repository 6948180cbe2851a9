package diag

// The table of all kinds of problems: code, severity, and text and hint in English and in Chinese with the
// same arguments. docs/problems.md explains each.
var (
	// source
	SourceUnreadable = kind("source-unreadable", Error,
		"the file or folder cannot be read", "check that it exists and that you may read it",
		"无法读取此文件或文件夹", "请检查它是否存在、您是否有读取权限")
	SourceSymlink = kind("source-symlink", Error,
		"a symbolic link is not followed: it could publish what is not the site's", "put a copy of the file here",
		"不读取符号链接：它可能把站点以外的内容公开出去", "请把文件本身复制到这里")
	SourceName = kind("source-name", Error,
		"the file's name is not UTF-8", "rename it; names from an old archive (zip) may be in another encoding",
		"文件名不是 UTF-8 编码", "请改名；旧压缩包（zip）中的文件名可能是其他编码")
	SourceEncoding = kind("source-encoding", Error,
		"the file is not UTF-8; its encoding %[1]s", "save it again as UTF-8 (Notepad: Save as, Encoding: UTF-8)",
		"文件不是 UTF-8 编码，%[2]s", "请另存为 UTF-8 编码（记事本：文件→另存为→编码选“UTF-8”）")

	// TOML, in site.toml and in front matter
	TOMLSyntax = kind("toml-syntax", Error,
		"not valid TOML: %[1]s", "a line is key = value; texts stand between ASCII quotation marks",
		"不符合 TOML 格式：%[1]s", "每行写“键 = 值”，文字放在英文半角引号之间")
	TOMLWide = kind("toml-full-width", Error,
		"full-width character %[1]s where ASCII is needed", "type %[2]s with the input method switched to English",
		"此处用了全角字符 %[1]s，应为英文半角", "请切换到英文输入法，改为 %[2]s")
	TOMLEscape = kind("toml-backslash", Error,
		"a backslash in a text does not stand for itself: %[1]s", "write / in paths; anywhere else write \\\\ for a backslash",
		"文字中的反斜杠不能直接写：%[1]s", "路径请写 /；其他地方的反斜杠请写成 \\\\")
	TOMLUnquoted = kind("toml-unquoted", Error,
		"a text must stand between quotation marks", "write key = \"text\" with ASCII quotation marks",
		"文字没有加引号", "请写成：键 = \"文字\"，引号用英文半角")
	TOMLTwice = kind("toml-key-twice", Error,
		"the key %[1]s stands twice", "remove one of the two",
		"%[1]s 这个键写了两次", "请删去其中一个")
	TOMLUnknownKey = kind("toml-unknown-key", Error,
		"unknown key %[1]q", "the nearest known key is %[2]q; docs/front-matter.md, docs/site-toml.md and docs/groups.md list all keys",
		"没有 %[1]q 这个键", "最接近的键是 %[2]q；全部的键见 docs/front-matter.md、docs/site-toml.md 和 docs/groups.md")
	TOMLString = kind("toml-text", Error,
		"%[1]s must be a text", "write %[1]s = \"...\"",
		"%[1]s 应为文字", "请写成 %[1]s = \"……\"")
	TOMLBool = kind("toml-bool", Error,
		"%[1]s must be true or false", "write %[1]s = true, without quotation marks",
		"%[1]s 应为 true 或 false", "请写成 %[1]s = true，不加引号")
	TOMLInt = kind("toml-number", Error,
		"%[1]s must be a whole number", "write %[1]s = 10, without quotation marks",
		"%[1]s 应为整数", "请写成 %[1]s = 10，不加引号")
	TOMLStrings = kind("toml-list", Error,
		"%[1]s must be a list of texts", "write %[1]s = [\"one\", \"two\"]",
		"%[1]s 应为文字列表", "请写成 %[1]s = [\"甲\", \"乙\"]")
	TOMLTable = kind("toml-table", Error,
		"%[1]s must be a table", "write [%[1]s] on a line of its own and its keys below",
		"%[1]s 应为表", "请单独一行写 [%[1]s]，其下写各个键")
	TOMLTables = kind("toml-tables", Error,
		"%[1]s must be a list of tables", "write [[%[1]s]] on a line of its own and its keys below, once for each",
		"%[1]s 应为表的列表", "请单独一行写 [[%[1]s]]，其下写各个键，每项写一次")
	FrontDate = kind("front-date", Error,
		"%[1]s is not a date", "write %[1]s = 2026-02-10 or %[1]s = 2026-02-10T09:00:00+08:00, without quotation marks",
		"%[1]s 不是有效的日期", "请写成 %[1]s = 2026-02-10 或 %[1]s = 2026-02-10T09:00:00+08:00，不加引号")

	// config
	SiteMissing = kind("site-missing", Error,
		"there is no site.toml here", "run the command in the site's folder or name it with -C; \"courtsite new site DIR\" makes a new one",
		"此处没有 site.toml", "请在站点文件夹中运行，或用 -C 指明；“courtsite new site 目录”可新建站点")
	SiteRequired = kind("site-required", Error,
		"%[1]s is missing", "add %[2]s",
		"缺少 %[1]s", "请加上 %[2]s")
	SiteBaseURL = kind("site-base-url", Error,
		"base_url must be an absolute http or https address without query", "write base_url = \"https://court.example\"",
		"base_url 应为完整的 http 或 https 网址，不带参数", "请写成 base_url = \"https://court.example\"")
	SiteLevel = kind("site-court-level", Error,
		"%[1]q is not a court level", "one of basic, intermediate, high, supreme",
		"%[1]q 不是法院层级", "可写 basic（基层）、intermediate（中级）、high（高级）、supreme（最高）")
	SiteTimezone = kind("site-timezone", Error,
		"unknown time zone %[1]q", "write timezone = \"Asia/Shanghai\" or \"Asia/Urumqi\"",
		"没有 %[1]q 这个时区", "请写成 timezone = \"Asia/Shanghai\" 或 \"Asia/Urumqi\"")
	SiteLanguageTag = kind("site-language-tag", Error,
		"%[1]q is not a language tag in its usual form", "%[2]s",
		"%[1]q 不是规范的语言标签", "%[2]s")
	SiteDefaultLanguage = kind("site-default-language", Error,
		"default_language %[1]q has no [languages.%[1]s]", "write the tag of a language that the site has (%[2]s), or add the table [languages.%[1]s] with a title",
		"默认语言 %[1]q 没有对应的 [languages.%[1]s]", "请写本站已有的语言（%[2]s），或加上 [languages.%[1]s] 及其 title")
	SiteRange = kind("site-range", Error,
		"%[1]s must be between %[2]d and %[3]d", "",
		"%[1]s 应在 %[2]d 与 %[3]d 之间", "")
	SiteGateProfile = kind("site-gate-profile", Error,
		"%[1]q is not a gate profile", "strict or relaxed",
		"%[1]q 不是发布检查的档次", "可写 strict（严格）或 relaxed（宽松）")

	// page: path and front matter
	PagePlace = kind("page-place", Error,
		"a page stands in content/<category>/<item>/ or in content/pages/", "move it into the folder of its item of the catalogue",
		"页面应放在 content/<类别>/<事项>/ 或 content/pages/ 之下", "请移到所属公开事项的文件夹")
	PageSlug = kind("page-slug", Error,
		"the file's name leaves nothing for an address", "give it a name of letters, digits and hyphens",
		"无法由文件名得出网页地址", "请用字母、数字和连字符命名")
	PageLanguage = kind("page-language", Error,
		"the site has no language %[1]q", "its languages are %[2]s: rename the file, or add [languages.%[1]s] to site.toml",
		"本站没有 %[1]q 这种语言", "本站的语言有 %[2]s：请改文件名，或在 site.toml 中加上 [languages.%[1]s]")
	FrontMissing = kind("front-missing", Error,
		"the page does not begin with front matter", "its first line is +++, then title = \"...\" and published = ..., then +++",
		"页面开头没有文档属性", "第一行写 +++，其后写 title = \"……\" 与 published = ……，再写一行 +++")
	FrontYAML = kind("front-yaml", Error,
		"the front matter stands between --- lines (YAML)", "use +++ lines and write key = value (TOML)",
		"文档属性用了 --- 分隔（YAML 格式）", "请改用 +++ 分隔，写“键 = 值”（TOML 格式）")
	FrontWideFence = kind("front-full-width-fence", Error,
		"the line of the front matter is full-width ＋＋＋", "type +++ with the input method switched to English",
		"分隔行用了全角 ＋＋＋", "请切换到英文输入法，改为 +++")
	FrontTwice = kind("front-twice", Error,
		"a second front matter begins here, and would be shown as text", "put all keys between the first two lines +++, and delete the rest",
		"此处又有一段文档属性，会按文字显示", "请把全部的键写在开头的两行 +++ 之间，删去其余的")
	FrontMarkup = kind("front-markup", Warning,
		"%[1]s is no HTML, and shows this as it stands: %[2]s", "write the character itself, or take it out",
		"%[1]s 不是 HTML，此处按文字显示：%[2]s", "请直接写字符本身，或删去")
	FrontOpen = kind("front-open", Error,
		"the front matter that begins here is never closed", "put a line +++ after the last key",
		"此处开始的文档属性没有结束", "请在最后一个键之后加一行 +++")
	FrontTitle = kind("front-title", Error,
		"the page has no title", "add title = \"...\"",
		"页面没有标题", "请加上 title = \"……\"")
	FrontPublished = kind("front-published", Error,
		"the page has no date of publication", "add published = 2026-02-10T09:00:00+08:00",
		"页面没有发布日期", "请加上 published = 2026-02-10T09:00:00+08:00")
	FrontUpdated = kind("front-updated", Error,
		"updated lies before published", "correct one of the two dates",
		"更新日期早于发布日期", "请改正其中一个日期")
	FrontExpires = kind("front-expires", Error,
		"expires lies before published", "correct one of the two dates",
		"失效日期早于发布日期", "请改正其中一个日期")
	FrontImageAlt = kind("front-image-alt", Warning,
		"the image has no text for those who cannot see it", "add image_alt = \"...\"",
		"题图没有替代文字", "请加上 image_alt = \"……\"")
	FrontAttachments = kind("front-attachments", Error,
		"attachments must be a list of file names, or of tables with file and title", "write attachments = [\"a.xlsx\", { file = \"b.pdf\", title = \"...\" }]",
		"attachments 应为文件名列表，或含 file 与 title 的表", "请写成 attachments = [\"a.xlsx\", { file = \"b.pdf\", title = \"……\" }]")

	FrontTranslationSource = kind("front-translation-source", Error,
		"source is not the hash of a text", "let the tool write it: courtsite translate mark PAGE",
		"source 不是原文的校验值", "请由工具写入：courtsite translate mark 页面")

	// corpus
	TranslationMissing = kind("translation-missing", Warning,
		"this document has to exist in %[1]s, as site.toml says, and does not", "translate it as %[2]s, or take it out of required",
		"按 site.toml，此文件应有 %[1]s 版本，目前没有", "请译为 %[2]s，或从 required 中去掉")
	TranslationOutdated = kind("translation-outdated", Warning,
		"the text that this page translates, %[1]s, has changed since", "bring the translation up to date, then: courtsite translate mark %[2]s",
		"所译的原文 %[1]s 已有改动", "请更新译文，然后运行 courtsite translate mark %[2]s")
	TranslationOrphaned = kind("translation-orphaned", Warning,
		"this translation has no page in the site's default language", "restore the page that it translates, or publish the text in that language too",
		"此译文没有对应的默认语言页面", "请恢复原文页面，或同时发布默认语言的文本")
	SiteRequiredUnknown = kind("site-required-unknown", Error,
		"required names %[1]q, which is neither a category, an item nor a document", "the nearest is %[2]q",
		"required 中的 %[1]q 不是类别、事项或文件", "最接近的是 %[2]q")
	SiteMissingLevel = kind("site-missing-level", Error,
		"missing must be \"error\" or \"warning\"", "",
		"missing 应为 \"error\" 或 \"warning\"", "")
	PageItem = kind("page-item", Error,
		"the catalogue has no item %[1]q", "the nearest is %[2]q; docs/clerk.zh.md lists all items",
		"公开目录中没有 %[1]q 这一事项", "最接近的是 %[2]q；全部事项见 docs/clerk.zh.md")
	PageItemLevel = kind("page-item-level", Error,
		"the item %[1]q does not apply to a court of level %[2]q", "file the page under an item that does",
		"%[1]q 这一事项不适用于 %[2]q 层级的法院", "请归入适用的事项")
	PageTwice = kind("page-twice", Error,
		"two pages for one address %[1]s: this one and %[2]s", "rename or remove one of them",
		"两个页面的地址同为 %[1]s：本文件与 %[2]s", "请改名或删去其中一个")
	FrontRelated = kind("front-related", Error,
		"related names a document that is not published: %[1]q", "the nearest is %[2]q; write the path below content/ without language and .md",
		"related 所指的文件不存在或未发布：%[1]q", "最接近的是 %[2]q；写 content/ 之下的路径，不带语言与 .md")
	FrontRelatedSelf = kind("front-related-self", Error,
		"related names the page itself", "remove it",
		"related 指向了本页自己", "请删去")
	FrontIndexTwice = kind("front-index-twice", Error,
		"the index number %[1]q belongs to %[2]s too", "give each document its own, or leave it out to have one made",
		"索引号 %[1]q 与 %[2]s 重复", "请各用各的索引号，或不写、由系统生成")

	// plan
	PlanTwice = kind("plan-twice", Error,
		"two sources for one address %[1]s: this one and %[2]s", "rename one of them, or remove the alias",
		"两个来源的地址同为 %[1]s：本处与 %[2]s", "请改名，或删去旧地址")
	FrontAlias = kind("front-alias", Error,
		"%[1]q is not an old address that files can serve", "write a path from the site's root without query, such as \"/article/2022/08/id/6841589.shtml\"",
		"%[1]q 不是可用的旧地址", "请写站内路径，不带参数，如 \"/article/2022/08/id/6841589.shtml\"")
	FrontFile = kind("front-file", Error,
		"the file %[1]q does not exist beside the page", "the nearest is %[2]q",
		"页面旁没有 %[1]q 这个文件", "最接近的是 %[2]q")
	LinkMalformed = kind("link-malformed", Error,
		"not an address: %[1]s", "blanks and other special characters in an address are percent-encoded",
		"不是有效的地址：%[1]s", "地址中的空格等特殊字符应作百分号编码")
	LinkBroken = kind("link-broken", Error,
		"link to something that does not exist: %[1]q", "the nearest is %[2]q",
		"链接的目标不存在：%[1]q", "最接近的是 %[2]q")
	LinkUnpublished = kind("link-unpublished", Error,
		"link to a page that is not published: %[1]q is a draft or its time has not come", "publish it, or take the link out until then",
		"链接的页面尚未发布：%[1]q 是草稿或未到发布时间", "请先发布该页，或暂时去掉链接")
	LinkAnchor = kind("link-anchor", Error,
		"%[1]q points at a place that does not exist in %[2]s", "that page has %[3]s; a place is a heading in lower case with hyphens",
		"%[1]q 指向的位置在 %[2]s 中不存在", "该页中有 %[3]s；位置名由标题得出：小写、空格换成连字符")
	AddressVanished = kind("address-vanished", Warning,
		"the address %[1]s was published and would vanish", "name it in the aliases of the page that stands for it now, or under [[gone]] in site.toml",
		"已发布的地址 %[1]s 将会消失", "请写入替代页面的 aliases，或在 site.toml 中用 [[gone]] 说明")
	PathRefused = kind("path-refused", Error,
		"the address %[1]q cannot be a file on every system: %[2]s", "use a short name without : * ? \" < > |, and not one such as con, nul or aux",
		"地址 %[1]q 不能在所有系统上存为文件：%[3]s", "请改用较短的名称，不含 : * ? \" < > |，也不要用 con、nul、aux 等")

	// gate
	GateItemDiffers = kind("gate-item-differs", Error,
		"filed under %[1]q, but %[3]s under %[2]q", "file all language versions of a document under one item",
		"归入 %[1]q，而 %[3]s 归入 %[2]q", "同一文件的各语言版本应归入同一事项")
	GateEmpty = kind("gate-empty", Warning,
		"the page has no text", "write it, or set draft = true until it is written",
		"页面没有内容", "请补充内容，或先设 draft = true")
	GateLanguage = kind("gate-language", Error,
		"the text is not in the language of the file's tag: %[2]d %% of its letters are in the script of %[1]s", "correct the language in the file's name",
		"正文不是文件名所标的语言：只有 %[2]d%% 的字母属于 %[1]s 的文字", "请改正文件名中的语言标签")
	GateLanguageDoubtful = kind("gate-language-doubtful", Warning,
		"only %[2]d %% of the text's letters are in the script of %[1]s", "see that the language in the file's name is right",
		"正文只有 %[2]d%% 的字母属于 %[1]s 的文字", "请核对文件名中的语言标签")

	// generator
	SourceChanged = kind("source-changed", Error,
		"the file changed while the site was being built", "build again",
		"生成过程中文件被改动", "请重新生成")
	FileUnused = kind("file-unused", Warning,
		"no page names this file, so it is not published", "link to it, name it in attachments, or remove it",
		"没有页面用到此文件，不会发布", "请在正文中链接、写入 attachments，或删去")
	PageExtension = kind("page-extension", Warning,
		"this looks like a page, but its name does not end in .md, so it is not published", "rename it to %[1]s; in Notepad choose \"All files\" when saving",
		"此文件像是页面，但文件名不以 .md 结尾，不会发布", "请改名为 %[1]s；用记事本保存时，“保存类型”请选“所有文件”")
	ThemeFailed = kind("theme-failed", Error,
		"the template failed: %[1]s", "correct the template; docs/themes.md lists what a template can see",
		"模板出错：%[1]s", "请改正模板；模板可用的内容见 docs/themes.md")

	// markdown
	MarkdownRawHTML = kind("markdown-raw-html", Warning,
		"raw HTML is shown as text: %[1]s", "write it in Markdown, or remove it",
		"HTML 标签按文字显示：%[1]s", "请改用 Markdown 写法，或删去")

	// locale: phrase files i18n/<tag>.toml.

	LanguageWithoutPhrases = kind("language-without-phrases", Warning,
		"there are no interface phrases for the language %[1]s; they are shown in %[2]s", "copy i18n/en.toml to i18n/%[1]s.toml and translate what a translator can vouch for",
		"语言 %[1]s 没有界面用语文件，界面用语以 %[2]s 显示", "可将 i18n/en.toml 复制为 i18n/%[1]s.toml，由译者填写有把握的译文")
	PhrasesValue = kind("phrases-value", Error,
		"the value of %[1]q is not usable", "expected here: %[2]s",
		"%[1]q 的值不能使用", "此处应为：%[3]s")
	PhraseUnknown = kind("phrase-unknown", Warning,
		"the default language has no phrase %[1]q, so no page uses it", "the nearest known phrase is %[2]q",
		"界面用语 %[1]q 在默认语言中不存在，不会被使用", "最接近的用语是 %[2]q")
	ColumnUnknown = kind("column-unknown", Error,
		"the catalogue has no category or item %[1]q to name", "the nearest is %[2]q",
		"公开目录中没有类别或事项 %[1]q，无法为其命名", "最接近的是 %[2]q")
	PhrasesMissing = kind("phrases-missing", Note,
		"%[2]d of %[3]d interface phrases are missing in %[1]s, and are shown in %[4]s", "have them translated by somebody who knows the court's terms in that language",
		"%[1]s 缺少 %[3]d 条界面用语中的 %[2]d 条，缺少的以 %[4]s 显示", "请由熟悉该语言法院用语的人员翻译")
	PhrasesDraft = kind("phrases-draft", Note,
		"no native court translator has reviewed the interface phrases in %[1]s", "once one has, write status = \"reviewed\", reviewer and reviewed",
		"%[1]s 的界面用语尚未经母语法院译员审校", "审校后请写 status = \"reviewed\"、reviewer 和 reviewed")

	// theme
	ThemeUnknown = kind("theme-unknown", Error,
		"there is no theme named %[1]q", "the theme's files stand in themes/%[1]s/; the theme that comes with the program is \"default\"",
		"没有名为 %[1]q 的主题", "主题文件应放在 themes/%[1]s/；程序自带的主题名为 default")
	ThemeLoop = kind("theme-loop", Error,
		"the theme %[1]q inherits itself", "set inherits = \"default\" in one of the theme.toml files",
		"主题 %[1]q 循环继承自身", "请在其中一个 theme.toml 中写 inherits = \"default\"")
	ThemeFile = kind("theme-file", Error,
		"the theme's file cannot be used: %[1]s", "check that it can be read and is saved as UTF-8",
		"主题文件无法使用：%[1]s", "请检查文件能否打开，并以 UTF-8 编码保存")
	ThemeStray = kind("theme-stray", Warning,
		"this file is not used: only %[1]s files belong here", "move it to assets/, or remove it",
		"此文件未被使用：这里只放 %[1]s 文件", "请移到 assets/ 下，或删去")
	ThemeLayout = kind("theme-layout", Error,
		"the layout is not valid: %[1]s", "templates are written in Go's html/template language",
		"模板有误：%[1]s", "模板使用 Go 语言 html/template 的语法")
	ThemeLayoutTwice = kind("theme-layout-twice", Error,
		"the template %[1]q is already defined in %[2]s", "give one of them another name",
		"模板 %[1]q 已在 %[2]s 中定义", "请给其中一个改名")
	ThemeLayoutMissing = kind("theme-layout-missing", Error,
		"no theme defines the layout %[1]q", "add layouts/%[1]s.html, or inherit the theme \"default\"",
		"主题缺少模板 %[1]q", "请添加 layouts/%[1]s.html，或继承 default 主题")
	ThemeAsset = kind("theme-asset", Error,
		"the file is not valid: %[1]s", "correct the place, or remove the file to use the inherited one",
		"文件内容有误：%[1]s", "请改正此处；或删去该文件，改用所继承主题的同名文件")

	// Package page, the Markdown body.
	MarkdownLinkScheme = kind("markdown-link-scheme", Error,
		"a link to an address starting %[1]q is not allowed", "link to http, https, mailto, tel, or to a file of the site; a file on your computer has to be put beside the page first",
		"不允许链接到以 %[1]q 开头的地址", "可以链接 http、https、mailto、tel 地址或本站文件；自己电脑上的文件，请先放到页面旁边")
	MarkdownLinkEmpty = kind("markdown-link-empty", Warning,
		"a link has no address and is shown as text", "write the address between the round brackets",
		"链接没有地址，按文字显示", "请在圆括号内填写地址")
	MarkdownImageAlt = kind("markdown-image-alt", Warning,
		"the image %[1]q has no words for people who cannot see it", "say what it shows: ![words](file)",
		"图片 %[1]q 没有替代文字，视障读者无法了解内容", "请写明图片内容：![文字](文件)")
	ImageElsewhere = kind("image-elsewhere", Error,
		"the picture %[1]s is not a file of this site; pages fetch nothing from elsewhere, so browsers would not show it", "put the picture's file beside the page, and write its name: ![words](file)",
		"图片 %[1]s 不是本站的文件；页面不从别处取内容，浏览器不会显示它", "请把图片文件放到页面旁边，写文件名：![文字](文件)")
	MarkdownCodeOpen = kind("markdown-code-open", Warning,
		"code begins here and does not end, so all text after this line is shown as code", "close it with %[1]s on a line of its own, or remove this line",
		"代码从此处开始，没有结束，其后的文字都按代码显示", "请在代码之后另起一行写 %[1]s，或删去此行")
	MarkdownCodeWords = kind("markdown-code-words", Warning,
		"these words stand on the line that begins code, and are shown as code: %[1]s", "begin the code on a line of its own, with nothing after %[2]s",
		"以下文字写在开始代码的那一行，按代码显示：%[1]s", "%[2]s 应单独成行，其后不写文字")
	MarkdownTableCells = kind("markdown-table-cells", Error,
		"a table row has more than its %[1]d columns, and this text would be lost: %[2]s", "add a column to the header, or write | inside a cell as \\|",
		"表格此行超过 %[1]d 列，以下文字会丢失：%[2]s", "请在表头增加一列；单元格内的 | 请写成 \\|")
	MarkdownTableShape = kind("markdown-table-shape", Warning,
		"this looks like a table, but its header and the line below it differ in columns", "give both lines the same number of cells",
		"此处像表格，但表头与分隔行的列数不同", "请使两行的列数一致")
	MarkdownHeadingSpace = kind("markdown-heading-space", Warning,
		"this looks like a heading, but no space follows the #: %[1]s", "write an ordinary space after the last #",
		"此处像标题，但 # 后没有半角空格：%[1]s", "请在最后一个 # 后加一个半角空格")
	MarkdownFootnoteUnused = kind("markdown-footnote-unused", Warning,
		"nothing in the text refers to the footnote %[1]q; it is shown after the others", "write [^%[1]s] where it belongs",
		"正文没有引用脚注 %[1]q，已列在其他脚注之后", "请在相应位置写 [^%[1]s]")
	MarkdownReferenceUnused = kind("markdown-reference-unused", Warning,
		"the link definition %[1]q is used by no link, and is shown as text", "if it is text, write a full-width colon or \\[ at its start; else remove it",
		"没有链接使用定义 %[1]q，按文字显示", "如本是正文，请使用全角冒号，或在行首写 \\[；否则请删去")
	MarkdownControl = kind("markdown-control", Warning,
		"the text holds characters that no page may hold (the first is U+%04[1]X); they are shown as spaces", "retype this place; they come from word processors",
		"文中有网页不能使用的控制字符（第一个为 U+%04[1]X），按空格显示", "请重新输入此处文字，这类字符来自文字处理软件")
	// Package locale: whose the phrases are.
	PhrasesReview = kind("phrases-review", Error,
		"the phrases are said to be reviewed, but not by whom and when", "write reviewer = \"...\" and reviewed = 2026-03-01, or status = \"draft\"",
		"界面用语标为已审校，但没有写明审校人和日期", "请写 reviewer = \"……\" 和 reviewed = 2026-03-01，否则请写 status = \"draft\"")
	PhrasesPlaceholder = kind("phrases-placeholder", Error,
		"the phrase %[1]q does not have the placeholders of the phrase that it translates", "expected: %[2]s (nothing: no braces)",
		"界面用语 %[1]q 的占位符与原文不一致", "应有：%[2]s（为空则不得有花括号）")
	PhrasesUnused = kind("phrases-unused", Warning,
		"the site has no language %[1]q, so no page uses this file", "the nearest language in site.toml is %[2]q",
		"本站没有语言 %[1]q，此文件不会被使用", "site.toml 中最接近的语言是 %[2]q")

	// Package gate: script checks.
	ScriptParagraph = kind("script-paragraph", Warning,
		"this paragraph is not in the script of %[1]s", "translate it, or put it into a file of its own language",
		"此段不是用 %[1]s 的文字写的", "请翻译此段，或移到该语言的文件中")
	ScriptKazakh = kind("script-kazakh-hamza", Warning,
		"U+%04[1]X is not used in Kazakh, and searches do not find it", "write U+0674 and the letter: %[2]s",
		"哈萨克文不使用 U+%04[1]X，写了搜索不到", "请写 U+0674 加字母：%[2]s")
	ScriptPresentation = kind("script-presentation-form", Warning,
		"%[1]s is made of presentation forms (the first is U+%04[2]X), which searches and screen readers do not know", "write the letters themselves: %[3]s",
		"%[1]s 用的是字形码（第一个为 U+%04[2]X），无法搜索、朗读", "请改为字母本身的编码：%[3]s")
	ScriptCyrillic = kind("script-cyrillic", Warning,
		"Cyrillic in a text in traditional Mongolian script: %[1]s", "write it in the traditional script",
		"传统蒙古文中有西里尔字母：%[1]s", "请改用传统蒙古文")
	ScriptSuffix = kind("script-mongolian-space", Warning,
		"an ordinary space before the suffix %[1]s: its letters take the wrong shapes, and a line may break before it", "put the narrow space U+202F there",
		"词缀 %[1]s 前是普通空格，字形会出错，且可能在此换行", "请改为窄空格 U+202F")
	ScriptNFC = kind("script-not-nfc", Warning,
		"%[1]s is not in Unicode's normal form NFC, and searches may not find it", "save the text in NFC; here it is %[2]s",
		"%[1]s 不是 Unicode 规范形式（NFC），可能搜索不到", "请转换为 NFC，此处应为 %[2]s")
	ScriptMixed = kind("script-mixed-chinese", Warning,
		"characters that only %[1]s Chinese has, in a text in %[2]s: %[3]s", "correct them; a text in the other kind of Chinese has its own tag, zh-Hans or zh-Hant",
		"%[2]s 的正文中有%[4]s字：%[3]s", "请改正；整篇为另一种字体的，请在文件名中标明 zh-Hans 或 zh-Hant")
	ScriptPinyin = kind("script-pinyin", Warning,
		"a reading in Latin letters stands in the text: %[1]s", "take it out unless the document has it; it comes from input methods and text databases",
		"正文中夹有拼音：%[1]s", "如非原文所有，请删去；多由输入法或数据库导出时带入")
	ScriptDamage = kind("script-damage", Error,
		"the text is damaged here by a wrong encoding: %[1]s", "take the text from its source again, in UTF-8",
		"此处文字因编码转换错误已损坏：%[1]s", "请从原始文件重新取得文字，以 UTF-8 编码保存")
	ScriptMarkup = kind("script-markup", Warning,
		"the rest of a tag or of an HTML code stands in the text: %[1]s", "take it out, or write the character that was meant",
		"正文中残留网页代码：%[1]s", "请删去，或改为相应的字符")
	ScriptControl = kind("script-control", Warning,
		"an invisible control character stands here: U+%04[1]X", "take it out; text of the other direction is isolated by itself",
		"此处有不可见的控制字符 U+%04[1]X", "请删去；不同书写方向的文字会自动隔离")
	ScriptPrivate = kind("script-private-use", Warning,
		"U+%04[1]X means something in one font only; readers see a box", "write the character that Unicode has for it",
		"U+%04[1]X 只在某一种字体中有意义，读者看到的是方框", "请改用 Unicode 的标准编码")

	// generator: what must not be published by oversight.
	ContentMissing = kind("content-missing", Error,
		"there is no folder content/ here, so the site has no pages", "give the folder its name back, or make it and put pages into it: courtsite new page",
		"此处没有 content/ 文件夹，站点没有任何页面", "请把该文件夹改回原名，或新建它并放入页面：courtsite new page")
	SiteEmptied = kind("site-emptied", Error,
		"not one page would be published, and the site that stands has %[1]d", "look at content/ and at the time of the build (--now); to publish an empty site nonetheless, remove the output folder first",
		"没有任何页面可发布，而现有站点有 %[1]d 个页面", "请检查 content/ 和生成时间（--now）；确要发布空站点，请先删除输出文件夹")
	PagesVanish = kind("pages-vanish", Error,
		"%[1]d of %[2]d published pages would vanish", "if that is meant, build with --allow-vanish; for pages that moved write aliases, for withdrawn ones [[gone]] in site.toml",
		"已发布的 %[2]d 个页面中有 %[1]d 个将会消失", "如确需如此，请加 --allow-vanish 生成；移动的页面请写 aliases，撤下的请在 site.toml 中用 [[gone]] 说明")
	DateDoubtful = kind("front-date-doubtful", Warning,
		"%[1]s is a doubtful date: %[2]s", "see that the year is right; a page whose time has not come is not published",
		"%[1]s 的日期可疑：%[2]s", "请核对年份；未到发布时间的页面不会发布")

	// Package page: text that was meant as Markdown.
	MarkdownLinkBlank = kind("markdown-link-blank", Warning,
		"this link stays text, as its address has a blank: %[1]s", "put the address between angle brackets: (%[2]s)",
		"地址中有空格，此处不成链接，按文字显示：%[1]s", "请用尖括号括起地址：(%[2]s)")
	MarkdownLinkWide = kind("markdown-link-full-width", Warning,
		"full-width brackets make no link, and this stays text: %[1]s", "type the four brackets with the input method switched to English: [text](%[2]s)",
		"用了全角括号，此处不成链接，按文字显示：%[1]s", "请切换到英文输入法输入四个括号：[文字](%[2]s)")
	MarkdownDialect = kind("markdown-dialect", Warning,
		"this is markup of another program, and stays text: %[1]s", "take it out; where it stands for a table, write the table with bars; docs/markdown.md tells how to convert from Word",
		"其他程序特有的标记，按文字显示：%[1]s", "请删去；表格请改用竖线分列；从 Word 转换的办法见 docs/markdown.md")
	MarkdownFootnoteMissing = kind("markdown-footnote-missing", Warning,
		"the mark [^%[1]s] has no note, and stays text", "write the note on a line of its own, with an ASCII colon: [^%[1]s]: text",
		"标记 [^%[1]s] 没有对应的脚注，按文字显示", "请另起一行写脚注，冒号用英文半角：[^%[1]s]: 文字")
	MarkdownTableLine = kind("markdown-table-line", Warning,
		"these lines look like a table, but have no line of dashes below the head, and stay text", "put a line such as | --- | --- | below the first one, with as many cells",
		"这几行像是表格，但表头之下没有分隔行，按文字显示", "请在第一行之下加一行 | --- | --- |，格数与表头相同")
	MarkdownTableWide = kind("markdown-table-full-width", Warning,
		"full-width bars ｜ make no table, and these lines stay text", "type | with the input method switched to English",
		"用了全角竖线 ｜，不成表格，按文字显示", "请切换到英文输入法，改为 |")
	MarkdownListSpace = kind("markdown-list-space", Warning,
		"there is no blank after %[1]q, so that this is no list, and its lines run together", "put a blank after each mark, or an empty line between the paragraphs",
		"%[1]q 之后没有空格，不成列表，各行会连成一段", "请在每个标记之后加一个空格；如不是列表，请在各段之间空一行")
	MarkdownLinesJoin = kind("markdown-lines-join", Warning,
		"lines that begin like %[1]q are no list, and run together in one paragraph", "put an empty line between them, or begin each with a number, a dot and a blank",
		"以 %[1]q 开头的各行不成列表，会连成一段", "请在各行之间空一行；或以数字、半角点、空格开头")

	// Package generator: files that pages link to or attach.
	FileProgram = kind("file-program", Error,
		"a file of the type %[1]s runs as a program on the computer of who opens it", "publish the information itself, or a document; name the place to get the program from",
		"%[1]s 文件在打开者的电脑上会作为程序运行", "请直接公布信息或改为文档；需要程序的，请写明获取的官方渠道")
	FileActive = kind("file-active", Warning,
		"the file can run scripts under the site's address: %[1]s", "publish a PDF, a picture without scripts, or a page of the site instead",
		"此文件可以在本站网址之下运行脚本：%[1]s", "请改为 PDF、不含脚本的图片，或本站的页面")
	FileEmpty = kind("file-empty", Warning,
		"the file is empty", "copy it here again; it may have been damaged on the way",
		"文件是空的", "请重新复制此文件，可能在传输中损坏")
	FrontAttachmentTwice = kind("front-attachment-twice", Warning,
		"attachments names %[1]q twice", "remove one of the two",
		"attachments 中 %[1]q 写了两次", "请删去其中一个")

	// Packages source and config: slips of the pen.
	SourceBinary = kind("source-binary", Error,
		"this is not a text file: it holds a NUL character here", "a page is a text; put documents and pictures beside it under their own names (.docx, .pdf, .png)",
		"这不是文本文件：此处有 NUL 字符", "页面应为文本；文档、图片请用原来的扩展名（.docx、.pdf、.png）放在页面旁")
	TOMLColon = kind("toml-colon", Error,
		"a colon stands after %[1]s", "write = instead of the colon: %[1]s = \"...\"",
		"%[1]s 后面写了冒号", "请把冒号改为等号：%[1]s = \"……\"")
	TOMLUnclosed = kind("toml-unclosed", Error,
		"what begins here with %[1]s is never closed", "write the closing mark, in ASCII, at its end",
		"此处的 %[1]s 没有对应的结束符号", "请在末尾补上对应的英文半角符号")
	TOMLRange = kind("toml-number-range", Error,
		"the number %[1]s is too large", "write a smaller number; numbers that are names or codes stand between quotation marks",
		"数字 %[1]s 超出范围", "请写较小的数字；编号、代码等请放在引号之间")
	TOMLNoValue = kind("toml-no-value", Error,
		"%[1]s has no value", "write one behind the equals sign, or take the line out",
		"%[1]s 没有值", "请在等号后写上值；不需要时请删去这一行")
	TOMLNoEquals = kind("toml-no-equals", Error,
		"between %[1]s and its value there is no equals sign", "write %[1]s = …",
		"%[1]s 与它的值之间缺少等号", "请写成 %[1]s = …")
	TOMLAfterText = kind("toml-after-text", Error,
		"something follows the closing quotation mark", "inside a text write “ ” or \\\", not an ASCII quotation mark alone",
		"结束引号之后还有内容", "文字中的引号请写 “ ” 或 \\\"，不要直接写英文半角引号")
	TOMLControl = kind("toml-control", Error,
		"an invisible control character stands here: U+%04[1]X", "retype this place; they come from word processors",
		"此处有不可见的控制字符 U+%04[1]X", "请重新输入此处文字，这类字符来自文字处理软件")
	TOMLLine = kind("toml-one-line", Error,
		"%[1]s must be one line without control characters", "write %[1]s = \"...\" on one line, without \\n",
		"%[1]s 应为一行文字，不含换行和控制字符", "请在一行内写 %[1]s = \"……\"，不用 \\n")
	SiteAddress = kind("site-address", Error,
		"%[1]s must be an absolute http or https address", "write %[1]s = \"https://...\"",
		"%[1]s 应为完整的 http 或 https 网址", "请写成 %[1]s = \"https://……\"")
	SiteEmail = kind("site-email", Error,
		"email must be an address such as name@court.example", "write one address without a name before it",
		"email 应为电子邮件地址，如 name@court.example", "请只写一个地址，前面不加姓名")
	SiteHost = kind("site-base-url-host", Error,
		"the host of base_url must be written in ASCII", "write %[1]s",
		"base_url 中的域名应写为 ASCII 形式", "请写 %[1]s")
	PageIndex = kind("page-index", Error,
		"index.md stands for a folder of its own, and this is the folder of an item", "make a folder for the page: %[1]s/<name>/index.md, or give the file a name: %[1]s/<name>.md",
		"index.md 应放在页面自己的文件夹中，而此处是事项的文件夹", "请建立页面文件夹：%[1]s/<名称>/index.md，或改文件名：%[1]s/<名称>.md")
)

func kind(code string, s Severity, enMessage, enHint, zhMessage, zhHint string) *Kind {
	k := &Kind{Code: code, Severity: s, en: text{enMessage, enHint}, zh: text{zhMessage, zhHint}}
	kinds = append(kinds, k)
	return k
}

var kinds []*Kind

// Kinds lists every kind of problem in the table's order. The caller must not change it.
func Kinds() []*Kind { return kinds }
