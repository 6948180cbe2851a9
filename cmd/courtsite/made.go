package main

import (
	"fmt"
	"strings"

	"courtsite/generator"
)

// explainMade says why each output was made again. It goes to standard error, as all that is not the outcome does.
func (a *app) explainMade(made []generator.Made) {
	if made == nil {
		line(a.err, a.text("every file was made: there was no earlier build to compare with", "所有文件均为新生成：没有可比较的上次生成结果"))
		return
	}
	const most = 3
	for _, m := range made {
		why := a.whyMade(m.Reason)
		if n := len(m.Files); n > most {
			why += a.text(": ", "：") + strings.Join(m.Files[:most], ", ") + fmt.Sprintf(a.text(" and %d more", " 等，另有 %d 个"), n-most)
		} else if n > 0 {
			why += a.text(": ", "：") + strings.Join(m.Files, ", ")
		}
		line(a.err, m.Path+a.text(": ", "：")+why)
	}
	line(a.err, a.number(len(made), "file was made again", "files were made again", "个文件重新生成"))
}

func (a *app) whyMade(r generator.Reason) string {
	switch r {
	case generator.MadeNew:
		return a.text("it is new", "新文件")
	case generator.MadeInput:
		return a.text("the program, site.toml, the theme or a phrase has changed", "程序、site.toml、主题或界面用语有变化")
	case generator.MadeText:
		return a.text("its page has changed", "页面有变化")
	case generator.MadeAltered:
		return a.text("it was missing from the output folder, or altered there", "输出文件夹中的该文件缺失或被改动")
	}
	return a.text("what it shows of other pages has changed", "所列其他页面的内容有变化")
}
