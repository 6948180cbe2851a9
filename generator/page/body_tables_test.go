package page

import (
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTableHTML(t *testing.T) {
	b, problems := parse(t, "表1：收入\n\n| 项目 |  | 金额 |\n|:--|:-:|--:|\n| 甲 | `a\\|b` | 1 |\n| 乙 |\n")
	want := `<div class="table" role="region" tabindex="0" aria-label="表1：收入"><table>
<caption>表1：收入</caption>
<thead>
<tr><th scope="col" class="a-l">项目</th><td class="a-c"></td><th scope="col" class="a-r">金额</th></tr>
</thead>
<tbody>
<tr><td class="a-l">甲</td><td class="a-c"><code>a|b</code></td><td class="a-r">1</td></tr>
<tr><td class="a-l">乙</td><td></td><td></td></tr>
</tbody>
</table></div>`
	if diff := cmp.Diff(want, render(b)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(problems) > 0 {
		t.Error(problems)
	}
}

func TestTableLabels(t *testing.T) {
	const table = "\n\n|甲|\n|-|\n|乙|\n\n"
	b, _ := parse(t, table+"## 收入"+table+table+"表：收入"+table+"表: *支出*\n|甲|\n|-|\n\nTable:  Income"+table+"Table 2-1: Out"+table+"表格见下："+table)
	var got []string
	for _, m := range regexp.MustCompile(`aria-label="(.*?)"><table>(?:\n<caption>(.*?)</caption>)?`).FindAllStringSubmatch(render(b), -1) {
		got = append(got, m[1]+"|"+m[2])
	}
	want := []string{"标题|", "收入|", "收入 2|", "收入 3|收入", "支出|<em>支出</em>", "Income|Income", "Table 2-1: Out|Table 2-1: Out", "收入 4|"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTableProblems(t *testing.T) {
	for _, c := range []struct{ name, src, problems string }{
		{"cells too many", "|甲|乙|\n|-|-|\n|1|2|3|", "3:5 markdown-table-cells"},
		{"cells too few", "|甲|乙|\n|-|-|\n|1|", ""},
		{"no bars at the sides", "甲|乙\n-|-\n1|2", ""},
		{"header and line differ", "|甲|乙|丙|\n|--|--|\n|1|2|3|", "2:1 markdown-table-shape"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, problems := parse(t, c.src); told(problems) != c.problems {
				t.Errorf("problems %q, want %q", told(problems), c.problems)
			}
		})
	}
}

func TestTableWithoutHeader(t *testing.T) {
	b, _ := parse(t, "| | |\n|-|-|\n|甲|乙|")
	want := "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"标题\"><table>\n<tbody>\n<tr><td>甲</td><td>乙</td></tr>\n</tbody>\n</table></div>"
	if diff := cmp.Diff(want, render(b)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFootnotes(t *testing.T) {
	b, problems := parse(t, "甲[^a]，[乙[^a]](b.md)\n\n[^c]: 无人引用\n[^a]: 注")
	want := `<p>甲<sup id="fnref_1"><a href="#fn_1" role="doc-noteref">1</a></sup>，<a href="b.md">乙</a><sup id="fnref_1_2"><a href="#fn_1" role="doc-noteref">1</a></sup></p>
<div class="footnotes" role="doc-endnotes">
<ol>
<li id="fn_1">
<p>注 <a href="#fnref_1" role="doc-backlink" aria-label="返回正文 1">↑ 1</a> <a href="#fnref_1_2" role="doc-backlink" aria-label="返回正文 1-2">↑ 1-2</a></p>
</li>
<li id="fn_2">
<p>无人引用</p>
</li>
</ol>
</div>`
	if diff := cmp.Diff(want, renderBack(b, "返回正文")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := told(problems); got != "3:1 markdown-footnote-unused" {
		t.Errorf("problems %q", got)
	}
}
