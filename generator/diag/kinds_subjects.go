package diag

// Packages page and config: keywords and their order.
var (
	FrontKeywordEmpty = kind("front-keyword-empty", Error,
		"an empty text among the keywords", "delete it",
		"keywords 中有空的词", "请删去")
	FrontKeywordSeveral = kind("front-keyword-several", Warning,
		"several keywords in one text: %[1]q", "write each in quotation marks of its own: keywords = [\"...\", \"...\"]",
		"一个主题词中写了几个词：%[1]q", "请给每个词单独加引号：keywords = [\"……\", \"……\"]")
	SiteOrder = kind("site-order", Error,
		"order must be \"pinyin\" or \"stroke\", not %[1]q", "",
		"order 应为 \"pinyin\"（拼音）或 \"stroke\"（笔画），不能是 %[1]q", "")
	SiteOrderChinese = kind("site-order-chinese", Error,
		"order is for Chinese only; %[1]s has its own alphabetical order", "delete this line",
		"order 只用于中文；%[1]s 有自己的字母顺序", "请删去此行")
)
