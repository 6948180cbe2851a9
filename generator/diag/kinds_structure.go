package diag

// Structure: what keeps readers from finding a page or from reading it.
var (
	TitleTwice = kind("title-twice", Warning,
		"another page of the column has the same title: %[1]s; lists and feeds cannot tell them apart", "add what tells them apart: the case number, the date, the place",
		"同一栏目中另一页面标题相同：%[1]s，列表和订阅中无法区分", "请在标题中加上案号、日期、地点等可区分的内容")
	TitleLong = kind("title-long", Warning,
		"the title has %[1]d characters, and lists and feeds cut it off", "write a shorter title, and the full name in the text",
		"标题有 %[1]d 个字，列表和订阅会截断显示", "请缩短标题，全称写在正文中")
	TableHeader = kind("markdown-table-header", Warning,
		"the table has no header: screen readers cannot say which column a cell is in (GB/T 37668 [G])", "write the columns' names into the first line",
		"表格没有表头，读屏软件无法说明单元格属于哪一列（GB/T 37668 [G]）", "请在第一行写上各列名称")
	ScriptHalfWidth = kind("script-half-width", Warning,
		"an ASCII %[1]s between Chinese characters", "write %[2]s (GB/T 15834 [G])",
		"汉字之间用了半角标点 %[1]s", "请改为全角 %[2]s（GB/T 15834 [G]）")
	ScriptDoubled = kind("script-doubled", Warning,
		"punctuation marks in a row, of which one is too much: %[1]s (GB/T 15834 [G])", "leave one of them",
		"标点重复：%[1]s（GB/T 15834 [G]）", "请只留一个")
)
