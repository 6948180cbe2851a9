package detect

import (
	"strings"
	"testing"
)

// article is a text of 3,000 characters without digits.
var article = func() string {
	const paragraph = "人民法院审理民事案件，应当保障当事人平等行使诉讼权利，依法公开审判，接受社会监督。当事人可以委托代理人参加诉讼，" +
		"有权申请回避，提供证据，进行辩论，请求调解，提起上诉，申请执行。涉及国家秘密、商业秘密和个人隐私的案件，不公开审理。" +
		"明镜县人民法院坚持司法为民、公正司法，完善诉讼服务体系，方便群众办理立案、查询进度、联系法官、申请救助等事项。\n\n"
	s := []rune(strings.Repeat(paragraph, 30))
	return string(s[:3000])
}()

func BenchmarkArticle(b *testing.B) {
	b.SetBytes(int64(len(article)))
	b.ReportAllocs()
	for b.Loop() {
		Text(article, Context{})
	}
}

// BenchmarkTable is a page of statistics: 500 rows of numbers that are none of anybody's data.
func BenchmarkTable(b *testing.B) {
	page := strings.Repeat("办公室\t2040501\t1,234.56\t2024-03-15\t(2024)明01执123号\t12345678\n", 500)
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		Text(page, Context{})
	}
}

// BenchmarkList is a list that should never have been published: 500 rows with identity number, telephone and account.
func BenchmarkList(b *testing.B) {
	page := "姓名\t身份证号\t电话\t账号\n" + strings.Repeat("张三\t11010519491231002X\t13812345678\t6217001234567890123\n", 500)
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		Text(page, Context{})
	}
}
