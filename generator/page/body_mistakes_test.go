package page

import (
	"strings"
	"testing"

	"courtsite/generator/diag"
)

func TestMistakes(t *testing.T) {
	for _, c := range []struct{ name, src, problems string }{
		{"blank in an image's address", "见 ![图](无 图.png)", "1:3 markdown-link-blank"},
		{"blank in a file's name", "见**[附件](附件 a&b#1.pdf)**", "1:4 markdown-link-blank"},
		{"blank after emphasis", "[**附件**](附件 a.pdf)", "1:8 markdown-link-blank"},
		{"blank and brackets in a file's name", "[附件](附件 (2).pdf)", "1:1 markdown-link-blank"},
		{"blank in an address", "[附件](../a/附件 二)", "1:1 markdown-link-blank"},
		{"link with a blank in brackets", "[附件](<附件 a.pdf>)", ""},
		{"link with a title", `[附件](a.pdf "附件 a.pdf")`, ""},
		{"escaped link", `\[附件\](附件 a.pdf)`, ""},
		{"link in code", "`[附件](附件 a.pdf)`", ""},
		{"brackets of a text", "[2019](见 附件)，[甲](乙 丙).", ""},

		{"full-width round brackets", "见[甲]（first.md）", "1:2 markdown-link-full-width"},
		{"full-width square brackets", "见【甲】(x.md#一)", "1:2 markdown-link-full-width"},
		{"all full-width", "！［甲］（图 一.PNG）", "1:2 markdown-link-full-width"},
		{"one full-width", "[甲](../first/）", "1:1 markdown-link-full-width"},
		{"one full-width at a file", "[甲](first.md）", "1:1 markdown-link-full-width"},
		{"official brackets", "【甲】（2019.12）［乙］（www.court.gov.cn）〔2020〕（试行）", ""},

		{"mark without a note", "甲[^9]乙", "1:2 markdown-footnote-missing"},
		{"note with a full-width colon", "甲[^1]\n\n[^1]：注", "1:2 markdown-footnote-missing, 3:1 markdown-footnote-missing"},
		{"mark in code", "`[^9]`，\\[^9]", ""},

		{"Pandoc's attributes", "甲[乙]{.underline}丙[]{#_Toc1 .anchor}", "1:5 markdown-dialect, 1:20 markdown-dialect"},
		{"Pandoc's attributes of a link and a picture", "[甲](a.pdf){.x}，![图](a.png){width=\"2in\"\nheight=\"1in\"}", "1:11 markdown-dialect, 1:27 markdown-dialect"},
		{"braces of a text", "甲[乙]{丙}，{.x}，\\[乙\\]{.x}，`[a]{.x}`", ""},
		{"Pandoc's grid table", "+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+", "1:1 markdown-dialect"},
		{"Pandoc's simple table", "  ---- ------\n  甲   乙\n\n  1    2\n  ---- ------", "1:3 markdown-dialect, 5:3 markdown-dialect"},
		{"Pandoc's simple table with a head", "  甲   乙\n  ---- ------\n  1    2", "2:3 markdown-dialect"},
		{"Pandoc's sections", "::: {custom-style=\"正文\"}\n甲\n:::", "1:1 markdown-dialect"},
		{"a table that Pandoc left out", "甲\n\n[TABLE]\n\n乙", "3:1 markdown-dialect"},
		{"marks of editors", "[TOC]\n\n> [!NOTE]\n> 丙\n\n$$\nx\n$$", "1:1 markdown-dialect, 3:3 markdown-dialect, 6:1 markdown-dialect"},
		{"marks of other programs", "{{< figure >}}\n\n{% include %}\n\n\\newpage", "1:1 markdown-dialect, 3:1 markdown-dialect, 5:1 markdown-dialect"},
		{"brackets and sums at the start", "- [ ] 甲\n- [x] 乙\n\n[甲]乙\n\n[toc](a.pdf)\n\n- [2026]1号\n\n$100\n\n{甲}\n\n@法院\n\n\\[甲\\]", ""},
		{"rules and sums", "- - -\n\n* * *\n\n------\n\n+5\n+6\n\n+--\n\n：：：", ""},

		{"table without dashes", "甲\n| a | b |\n| 1 | 2 |", "2:1 markdown-table-line"},
		{"table with another mistake", "| a | b |\n|---|\n| 1 | 2 |", "2:1 markdown-table-shape"},
		{"one line with bars", "| a | b |\n甲", ""},
		{"full-width bars", "｜a｜b｜\n｜1｜2｜", "1:1 markdown-table-full-width"},
		{"full-width bars and dashes", "｜a｜b｜\n｜---｜---｜\n｜1｜2｜", "1:1 markdown-table-full-width"},
		{"bars of a text", "甲｜乙\n丙｜丁", ""},

		{"numbers without blanks", "1.甲\n2.乙\n3.丙", "1:1 markdown-list-space"},
		{"second number without a blank", "1. 甲\n2.乙", "2:1 markdown-list-space"},
		{"first number without a blank", "1)甲\n2) 乙", "1:1 markdown-list-space"},
		{"hyphens without blanks", "-甲\n-乙", "1:1 markdown-list-space"},
		{"one hyphen without a blank", "- 甲\n- 乙\n-丙", "3:1 markdown-list-space"},
		{"numbered paragraphs", "1.甲\n\n2.乙\n\n　　3.丙\n　　4.丁", ""},
		{"numbered lines", "1.甲  \n2.乙\\\n3.丙", ""},
		{"numbers of a text", "1.5倍\n2.5倍\n-5\n-6\n1.甲\n7.乙", ""},
		{"a number in a list", "- 1.甲\n- 2.乙", ""},
		{"Chinese numbers", "须带：\n1、甲\n2、乙", "2:1 markdown-lines-join"},
		{"Chinese numbers in brackets", "（九）甲\n（十）乙\n（十一）丙", "1:1 markdown-lines-join"},
		{"Chinese numerals", "十九、甲\n二十、乙", "1:1 markdown-lines-join"},
		{"full-width numbers", "９．甲\n１０．乙", "1:1 markdown-lines-join"},
		{"circled numbers", "①甲\n②乙", "1:1 markdown-lines-join"},
		{"full-width bracket", "1）甲\n2）乙", "1:1 markdown-lines-join"},
		{"Chinese numbers in paragraphs", "一、甲\n\n二、乙\n　　三、丙\n　　四、丁", ""},
		{"Chinese numbers in kept lines", "一、甲  \n二、乙\\\n三、丙", ""},
		{"Chinese numbers that do not follow", "见第\n（二）项、\n（四）项、\n一、二审、\n（五、六）", ""},
		{"Chinese numbers of two styles", "一、甲\n（二）乙\n3、丙", ""},
		{"a list", "1. 甲\n2. 乙\n\n   丙\n3. 丁", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := parse(t, c.src)
			if got := told(problems); got != c.problems {
				t.Errorf("problems %q, want %q", got, c.problems)
			}
		})
	}
}

// TestMistakesHints: what a hint tells to write is taken.
func TestMistakesHints(t *testing.T) {
	for src, hint := range map[string]string{
		"[附](附件 a.pdf)":     "(<附件 a.pdf>)",
		"[附](附件 a&b#1.pdf)": "(<附件 a&b%231.pdf>)",
		"[附](附件 a.md#一)":    "(<附件 a.md#一>)",
		"[附]（附件 a.pdf）":     "(<附件 a.pdf>)",
		"[附]（附件.pdf）":       "(附件.pdf)",
		"【附】(附件.pdf)":       "(附件.pdf)",
		"![附](图 一.png)":     "(<图 一.png>)",
	} {
		_, problems := parse(t, src)
		if len(problems) != 1 || !strings.HasSuffix(problems[0].Hint(diag.EN), hint) {
			t.Errorf("%s: problems %v, want one with %s", src, problems, hint)
			continue
		}
		if b, problems := parse(t, "[附]"+hint); len(b.Links()) != 1 || len(problems) > 0 {
			t.Errorf("%s: %s is no link: %v", src, hint, problems)
		}
	}
}

// TestManyTags holds what is told of a table that was pasted as HTML to what somebody reads.
func TestManyTags(t *testing.T) {
	src := "<table\nclass=\"a\">\n" + strings.Repeat("<tr><td>甲</td></tr>\n", 500) + "</table>"
	b, problems := ParseBody(&Head{Path: "a.md", Lang: "zh-Hans"}, []byte(src), 0)
	if len(problems) != mostOften+1 {
		t.Fatalf("%d problems, want %d", len(problems), mostOften+1)
	}
	if first := problems[0].Message(diag.EN); !strings.Contains(first, `<table class="a">`) {
		t.Errorf("the first is %q", first)
	}
	if last := problems[mostOften].Message(diag.EN); !strings.HasSuffix(last, "<td> … (+1991)") {
		t.Errorf("the last is %q", last)
	}
	if n := strings.Count(b.Text(), "<td>甲</td>"); n != 500 {
		t.Errorf("%d cells of the text are left, want 500", n)
	}
}
