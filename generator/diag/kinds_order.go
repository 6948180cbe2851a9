package diag

// Package config, the order of words.
var (
	SiteOrder = kind("site-order", Error,
		"order must be \"pinyin\" or \"stroke\", not %[1]q", "",
		"order 应为 \"pinyin\"（拼音）或 \"stroke\"（笔画），不能是 %[1]q", "")
	SiteOrderChinese = kind("site-order-chinese", Error,
		"order is for Chinese only; %[1]s has its own alphabetical order", "delete this line",
		"order 只用于中文；%[1]s 有自己的字母顺序", "请删去此行")
)
