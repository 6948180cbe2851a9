package page

import (
	"bytes"
	"strings"
	"testing"
)

// article is about 6 KB of Chinese with two tables, links and emphasis.
func article() []byte {
	paragraph := "　　第一条 为规范**“司法公开”**工作，根据《中华人民共和国人民法院组织法》的规定，结合审判实际，制定本意见，" +
		"并在[政务网站](../news/a.md)公布。见 https://court.example/a。\n\n"
	row := "| 一般公共预算财政拨款支出 | 1,234.56 | 2,345.67 | 12.3% |\n"
	table := "表：收入\n\n| 项目 | 预算 | 决算 | 比例 |\n|:--|--:|--:|--:|\n" + strings.Repeat(row, 10) + "\n"
	return []byte("## 一、总则\n\n" + strings.Repeat(paragraph, 8) + table + "## 二、说明\n\n" + strings.Repeat(paragraph, 7) + table)
}

func BenchmarkBody(b *testing.B) {
	src, head := article(), &Head{Path: "content/a.md", Title: "标题"}
	var w bytes.Buffer
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		w.Reset()
		body, _ := ParseBody(head, src, 0)
		body.HTML(&w, "")
		body.Release()
	}
}
