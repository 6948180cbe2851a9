package diag

// Fonts: what languages bring with them, and characters that no reader would see.
var (
	FontMissing = kind("font-missing", Error,
		"there is no font file %[1]s", "put the file there, or take it out of [[fonts.files]]",
		"没有字体文件 %[1]s", "请把文件放到该处，否则请从 [[fonts.files]] 中删去")
	FontFormat = kind("font-format", Error,
		"%[1]s is no font that browsers know, or is damaged", "use a WOFF2, TTF or OTF file",
		"%[1]s 不是浏览器支持的字体，或者已损坏", "请使用 WOFF2、TTF 或 OTF 文件")
	ThemeScript = kind("theme-script", Error,
		"no script has the code %[1]q", "write the four letters of ISO 15924, as in :script(Arab)",
		"没有代码为 %[1]q 的文字", "请写 ISO 15924 的四字母代码，如 :script(Arab)")
	ScriptNoFont = kind("script-no-font", Warning,
		"no font of the theme has %[1]s (U+%04[2]X); readers see a box or a letter that does not join the others", "check that it is the letter that was meant; if it is, add a font that has it (docs/languages.md)",
		"主题的字体中没有 %[1]s（U+%04[2]X），读者看到的是方框，或与前后不相连的字母", "请核对是否输错；确需使用的，请添加含此字的字体（见 docs/languages.md）")
	ScriptUnassigned = kind("script-unassigned", Warning,
		"U+%04[1]X is no character of Unicode; readers see a box", "retype this place",
		"U+%04[1]X 不是 Unicode 字符，读者看到的是方框", "请重新输入此处文字")
	ScriptRare = kind("script-rare-character", Warning,
		"many computers have no font with the rare character %[1]s (U+%04[2]X), and show a box", "say in brackets how it is composed, or add a font that has it (docs/languages.md)",
		"生僻字 %[1]s（U+%04[2]X）在许多电脑上没有字体，显示为方框", "请在其后括注字形（如“左金右高”），或添加含此字的字体（见 docs/languages.md）")
)
