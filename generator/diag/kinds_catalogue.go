package diag

// The disclosure catalogue: how site.toml adjusts it, and what the site lacks of it.
var (
	CatalogueUnknown = kind("catalogue-unknown", Error,
		"the catalogue has no item %[1]q", "the nearest item is %[2]q; an item of the court's own stands in one of the seven categories and needs name = \"...\"",
		"公开目录中没有事项 %[1]q", "最接近的事项是 %[2]q；本院增设的事项应放在七个类别之一，并写 name = \"……\"")
	CatalogueID = kind("catalogue-id", Error,
		"%[1]q cannot be an item of the court's own", "write category/name with small letters, digits and hyphens, such as \"service/circuit-courts\": it is the folder of its pages and a part of their addresses",
		"%[1]q 不能作为增设的事项", "请写成“类别/名称”，名称用小写字母、数字和连字符，如 \"service/circuit-courts\"：它是页面所在的文件夹，也是网址的一部分")
	CatalogueCategory = kind("catalogue-category", Error,
		"%[1]q is a category: only office and update can be said of all its items", "name the item: [catalogue.items.\"%[1]s/...\"]",
		"%[1]q 是类别，对整个类别只能写 office 和 update", "请写明事项：[catalogue.items.\"%[1]s/……\"]")
	CatalogueNamed = kind("catalogue-named", Error,
		"%[1]q is an item of the opinion: it has its name, and no first year", "remove name and since; the phrases file can name a column otherwise",
		"%[1]q 是《意见》规定的事项，名称和起始年份不能另定", "请删去 name 和 since；栏目显示名称可在界面用语文件中改")
	CatalogueYears = kind("catalogue-years", Error,
		"%[1]q ends in %[3]d, before it begins in %[2]d", "correct one of the two years",
		"%[1]q 的终止年份 %[3]d 早于起始年份 %[2]d", "请改正其中一个年份")
	CatalogueReason = kind("catalogue-reason", Error,
		"%[1]q is retired without a reason", "write reason = \"...\": the report and the catalogue page show it (Fa Fa [2018] No. 20 art. 2 [A])",
		"%[1]q 停用而没有写明理由", "请写 reason = \"……\"，报告和公开目录页会列出（法发〔2018〕20号第二条 [A]）")
	CataloguePeriod = kind("catalogue-period", Error,
		"%[1]q is not a period", "one of week, two-weeks, month, quarter, half-year, year, never",
		"%[1]q 不是更新周期", "可写 week（每周）、two-weeks（两周）、month（每月）、quarter（每季）、half-year（半年）、year（每年）、never（不定期）")
	CatalogueRetired = kind("catalogue-retired", Warning,
		"the item %[1]q was retired after %[2]d, and this page is newer", "file it under another item, or change until in site.toml",
		"事项 %[1]q 已于 %[2]d 年后停用，而此页面更新", "请归入其他事项，或修改 site.toml 中的 until")
	SiteKind = kind("site-court-kind", Warning,
		"%[1]q is not a kind of court that courtsite knows, so it decides nothing", "the nearest is %[2]q; docs/site-toml.md lists them",
		"courtsite 不认识法院类别 %[1]q，该项不起作用", "最接近的是 %[2]q；全部类别见 docs/site-toml.md")
	ColumnBlank = kind("column-blank", Warning,
		"items of the catalogue without a page (%[1]d): %[2]s (Fa Fa [2018] No. 20 arts. 4 to 10 [A])", "publish something, or write not_applicable = \"the reason\" under [catalogue.items.\"...\"]; courtsite report lists all",
		"公开目录中有 %[1]d 个事项没有页面：%[2]s（法发〔2018〕20号第四条至第十条 [A]）", "请补充内容，或在 [catalogue.items.\"……\"] 下写 not_applicable = \"理由\"；courtsite report 可列出全部")
	ColumnOverdue = kind("column-overdue", Warning,
		"items of the catalogue that are overdue (%[1]d): %[2]s (period set in site.toml, or Guo Ban Mi Han [2019] No. 19 [C])", "publish what is due, or set another period with update under [catalogue.items.\"...\"]",
		"公开目录中有 %[1]d 个事项超期未更新：%[2]s（周期由 site.toml 设定，或依国办秘函〔2019〕19号 [C]）", "请及时更新，或在 [catalogue.items.\"……\"] 下用 update 另定周期")
)
