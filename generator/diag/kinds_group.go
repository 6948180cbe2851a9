package diag

// Site groups: group.toml, the list of members, and what members may not do.
var (
	GroupMissing = kind("group-missing", Error,
		"there is no group.toml here", "run the command in the group's folder or name it with -C; docs/groups.md explains the file",
		"此处没有 group.toml", "请在站群文件夹中运行，或用 -C 指明；写法见 docs/groups.md")
	GroupEmpty = kind("group-empty", Error,
		"the group has no members", "name folders, such as members = [\"courts/*\"], or add [[member]]",
		"站群没有成员", "请写明成员文件夹，如 members = [\"courts/*\"]，或加上 [[member]]")
	GroupPattern = kind("group-pattern", Error,
		"the pattern %[1]q finds no folder with a site.toml", "write it relative to group.toml, with / between folders and * for any name: members = [\"courts/*\"]",
		"按 %[1]q 找不到含 site.toml 的文件夹", "请相对于 group.toml 书写，各级之间用 /，* 代表任意名称，如 members = [\"courts/*\"]")
	GroupFolder = kind("group-folder", Error,
		"%[1]q cannot be the folder of a member: %[2]s", "a folder below group.toml that exists, is no symbolic link, and lies neither in another member's nor in the folders of outputs",
		"%[1]q 不能作为成员文件夹：%[2]s", "应为 group.toml 之下实际存在的文件夹，不是符号链接，也不在其他成员或输出文件夹之内")
	GroupPassedOver = kind("group-passed-over", Warning,
		"this folder holds no site.toml and is no member, but %[1]s has one", "to have those as members, add %[2]q to members",
		"此文件夹中没有 site.toml，不是成员，但 %[1]s 中有", "要把其中的文件夹作为成员，请在 members 中加上 %[2]q")
	GroupNoSite = kind("group-no-site", Warning,
		"this folder has pages but no site.toml, and is no member", "write its site.toml, or list it with [[member]]; a folder whose name begins with a dot is passed over",
		"此文件夹中有页面但没有 site.toml，不是成员", "请写 site.toml，或用 [[member]] 列出；名称以点开头的文件夹会被略过")
	GroupID = kind("group-id", Error,
		"%[1]q cannot be the id of a member", "small letters, digits and hyphens, at most 63 characters, and none of portal, board, or of what Windows keeps for devices, such as con; a folder of another name becomes a member by [[member]] with id and folder",
		"%[1]q 不能作为成员的 id", "只用小写字母、数字和连字符，不超过 63 个字符，不能是 portal、board，也不能是 con 等 Windows 保留的名称；文件夹用别的名称时，请用 [[member]] 写明 id 和 folder")
	GroupTwice = kind("group-twice", Error,
		"%[1]s belongs to %[2]s already", "give each its own; until then what was published stays",
		"%[1]s 已由 %[2]s 使用", "请各用各的；改正之前，已发布的内容保持不变")
	GroupLocked = kind("group-locked", Error,
		"the group does not let its members set %[1]s", "take the key out, or ask who looks after group.toml",
		"站群不允许成员自行设置 %[1]s", "请删去这个键，或联系维护 group.toml 的部门")
	GroupLook = kind("group-look", Error,
		"the group lets its members change of the theme only emblem, icon and colours, not %[1]s", "keep themes/NAME/assets/emblem.svg, icon.svg and css/00-variables.css; take the file away",
		"主题由站群统一，成员只能更换院徽、图标和配色，不能更换 %[1]s", "只保留 themes/主题名/assets/ 下的 emblem.svg、icon.svg 和 css/00-variables.css，请移走此文件")
	GroupParent = kind("group-parent", Warning,
		"the court above, %[1]q, %[2]s", "%[3]swrite the id of the court above; the highest court writes parent = \"\"",
		"上级法院 %[1]q %[2]s", "%[3]s请写上级法院的 id；最上级的法院写 parent = \"\"")
	GroupRegion = kind("group-region", Warning,
		"group.toml knows no region %[1]q, so the directory does not list the court under one", "add it to [regions]",
		"group.toml 的 [regions] 中没有地区 %[1]q，名录无法按地区列出该院", "请在 [regions] 中加上")
	GroupNoRegion = kind("group-no-region", Warning,
		"the court has no region, so the directory does not list it under one", "write region = \"990101\", with the court's code, under [court]",
		"没有写该院的地区，名录无法按地区列出该院", "请在 [court] 中写 region = \"990101\"，换成该院的地区代码")
	GroupRegionCode = kind("group-region-code", Error,
		"%[1]q cannot be the code of a region", "digits and letters only",
		"%[1]q 不能作为地区代码", "只用数字和字母")
	GroupRule = kind("group-rule", Error,
		"%[1]s names %[2]q, which nothing in the group is", "the nearest is %[3]q",
		"%[1]s 中的 %[2]q 在站群中不存在", "最接近的是 %[3]q")
	GroupRuleMember = kind("group-rule-member", Error,
		"%[1]s names %[2]q, which is no member of the group", "%[3]swhere the court has left, take it out of the rule. The rest of the group is built",
		"%[1]s 中的 %[2]q 不是站群成员", "%[3]s该院已退出的，请从规则中删去。站群其余部分照常生成")
	GroupPush = kind("group-push", Error,
		"%[1]q finds no document of %[2]s", "write a document as its folder and name without language: \"service/guides/filing\", or \"service/guides/*\"",
		"在 %[2]s 中找不到 %[1]q 所指的文件", "请写所在文件夹和名称，不带语言，如 \"service/guides/filing\" 或 \"service/guides/*\"")
	GroupPushLanguage = kind("group-push-language", Warning,
		"none of the documents that this rule names is in a language that it asks for (%[1]s): it hands nothing down", "leave languages out to hand down every version, or ask %[2]s for a translation",
		"规则所指的文件都没有所要的语言（%[1]s）的版本，因此没有下发任何文件", "不写 languages 即下发全部语言的版本；或请 %[2]s 补充译文")
	GroupGlob = kind("group-glob", Error,
		"%[1]q is no pattern", "* stands for any name, ? for any character, and each [ needs its ]",
		"%[1]q 不是有效的模式", "* 代表任意名称，? 代表任意一个字，[ 要有对应的 ]")
	GroupPushTwice = kind("group-push-twice", Warning,
		"%[1]s hands down a document (%[2]s) with the name, address or index number of this: on the site of %[3]s this stands, and that document does not",
		"give this another to have both, take it away to have that document, or ask %[1]s to leave the court out",
		"%[1]s 下发的文件（%[2]s）与此处同名，或网址、索引号相同：%[3]s 的网站上以此处为准，没有放下发的文件", "要两者并存请改名，要下发的文件请删去此处，或请 %[1]s 不再向该院下发")
	GroupPushRival = kind("group-push-rival", Warning,
		"%[1]q of %[2]s has the name, or a file, of a document that %[3]s hands down by an earlier rule: the courts that both are for show only the latter (%[4]s)",
		"ask one of the two to rename it, or say with levels, regions or only which court gets which",
		"%[2]s 下发的 %[1]q 与 %[3]s 按前面的规则下发的文件（或其附件）同名：两者都下发到的法院只显示后者（%[4]s）", "请其中一方改名，或用 levels、regions、only 写明哪些法院收哪一份")
	GroupRefused = kind("group-refused", Warning,
		"%[2]s hands this document down, but the rules of %[1]s refuse it (%[3]s): it does not stand on that court's site",
		"ask %[2]s to correct it, or to leave the court out; what is harmless %[1]s may waive for %[4]s",
		"%[2]s 下发的此文件未通过 %[1]s 自己的检查（%[3]s），没有放到该院网站上", "请 %[2]s 改正或不再向该院下发；确无问题的，%[1]s 可对 %[4]s 予以豁免")
	GroupWithdrawn = kind("group-withdrawn", Warning,
		"%[1]s was handed down, and does not stand on the sites that showed it any more: its address there vanishes",
		"nothing is to be done where that is meant; to leave a word for readers, add the address and the reason as [[gone]] to the site.toml of such a site",
		"曾经下发的 %[1]s 不再显示在接收法院的网站上，该处的网址随之消失", "如属有意，无需处理；要向读者说明，请在接收法院的 site.toml 中用 [[gone]] 写明网址和理由")
	GroupList = kind("group-list", Error,
		"the list of members cannot be read: %[1]s", "a table in CSV and UTF-8; its first line names the columns: id, folder, built, or keys of site.toml such as court.code",
		"无法读取成员名单：%[1]s", "名单应为 UTF-8 的 CSV 表格，第一行是列名：id、folder、built，或 site.toml 的键，如 court.code")
	GroupColumn = kind("group-column", Error,
		"unknown column %[1]q", "id, folder, built, or keys of site.toml such as court.code",
		"没有 %[1]q 这一列", "列名可为 id、folder、built，或 site.toml 的键，如 court.code")
	GroupBuilt = kind("group-built", Error,
		"%[1]q holds no finished site of courtsite: %[2]s", "deliver the whole folder that courtsite build made, and name the one with manifest.json",
		"%[1]q 中没有由 courtsite 生成的站点：%[2]s", "请送交 courtsite build 生成的整个文件夹，并写明 manifest.json 所在的文件夹")
	GroupBuiltEntry = kind("group-built-entry", Warning,
		"documents in %[1]q that the portal does not show: %[2]d; the first is %[3]s: %[4]s", "build the site anew with courtsite build and deliver it whole; no other program should write its manifest.json",
		"%[1]q 中有 %[2]d 个文件门户不予显示，第一个是 %[3]s：%[4]s", "请用 courtsite build 重新生成并完整送交；不要用其他程序改写其中的 manifest.json")
	GroupBuiltAddress = kind("group-built-address", Warning,
		"the site in %[1]q was built for %[2]s, and the group has %[3]s for it: is it this court's?", "deliver the site of the right court, or write its base_url in group.toml; the portal's links to it lead nowhere else",
		"%[1]q 中的站点是为 %[2]s 生成的，而站群中该院的网址是 %[3]s：是否放错了法院", "请换成该院的站点，或在 group.toml 中写对它的 base_url；否则门户上的链接打不开")
	GroupRequired = kind("group-required", Error,
		"%[1]s is missing", "add %[2]s",
		"缺少 %[1]s", "请加上 %[2]s")
	GroupPlace = kind("group-place", Error,
		"%[1]s must be a folder below group.toml that holds nothing of the group's sources", "write %[1]s = \"%[2]s\"",
		"%[1]s 应为 group.toml 之下不含源文件的文件夹", "请写成 %[1]s = \"%[2]s\"")
	GroupOrphan = kind("group-orphan", Warning,
		"%[2]s is no member of the group any more, but its files are still here: nothing updates them, and portal and board do not know them",
		"if the court has left, delete %[1]s, and take its site off the server; if not, put its folder, or its line in the list of members, back",
		"%[2]s 已不是站群成员，但其文件仍在此处，不再更新，门户和监督台也不再收录", "该院已退出的，请删除 %[1]s，并从服务器上撤下其网站；否则请恢复其文件夹或名单中的记录")
	GroupOrphanPortal = kind("group-orphan-portal", Warning,
		"group.toml names no portal any more, but its files are still here: nothing updates them", "write portal = \"portal\" again, or delete %[1]s, and take the portal off the server",
		"group.toml 中已没有 portal，但门户的文件仍在此处，不再更新", "请重新写上 portal = \"portal\"，或删除 %[1]s，并从服务器上撤下门户")
	GroupTaken = kind("group-taken", Warning,
		"the portal does not show %[1]s of %[2]s: its %[3]s holds what the gate refuses (%[4]s)", "correct it on the court's own site",
		"门户不显示 %[2]s 的 %[1]s：%[3]s未通过发布检查（%[4]s）", "请在该院网站改正")
)
