package page

import (
	"testing"

	"courtsite/generator/source"
)

func BenchmarkHead(b *testing.B) {
	front := "+++\ntitle = \"明镜县人民法院关于公布2026年部门预算的公告（第17号）\"\npublished = 2026-03-01T10:00:00+08:00\nsummary = \"为进一步深化司法公开，现将有关事项公告如下。\"\n" +
		"office = \"办公室\"\nnumber = \"2026-00017\"\n+++\n\n"
	text := source.Text{Bytes: append([]byte(front), article()...)}
	b.SetBytes(int64(len(text.Bytes)))
	b.ReportAllocs()
	for b.Loop() {
		ParseHead("content/administration/budgets/budget-2026.md", text, languages, zone)
	}
}
