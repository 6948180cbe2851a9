package page

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func parseIn(lang, src string) *Body {
	b, _ := ParseBody(&Head{Path: "content/a.md", Title: "标题", Lang: lang}, []byte(src), 0)
	return b
}

func TestBodyRuns(t *testing.T) {
	const number = `<bdi lang="zh-Hans" dir="ltr">(2025)新01民初123号</bdi>`
	for _, c := range []struct{ name, lang, src, html string }{
		{"case number", "ug", "سوت (2025)新01民初123号 دا", "<p>سوت " + number + " دا</p>"},
		{"heading", "ug", "## سوت (2025)新01民初123号", `<h2 id="سوت-2025-新01民初123号">سوت ` + number + "</h2>"},
		{"link", "ug", "[(2025)新01民初123号](a.md)", `<p><a href="a.md">` + number + "</a></p>"},
		{"address", "ug", "سوت https://a.cn/ دا", `<p>سوت <a href="https://a.cn/" rel="noopener"><bdi dir="ltr">https://a.cn/</bdi></a> دا</p>`},
		{"link without words", "ug", "[](a.md)", `<p><a href="a.md"><bdi dir="ltr">a.md</bdi></a></p>`},
		{"emphasis", "ug", "سوت **最高法** دا", `<p>سوت <strong><bdi lang="zh-Hans" dir="ltr">最高法</bdi></strong> دا</p>`},
		{"entities and backslashes", "ug", "سوت \\(2025\\)新1号 دا &lt;A&gt;", `<p>سوت <bdi lang="zh-Hans" dir="ltr">(2025)新1号</bdi> دا &lt;<bdi dir="ltr">A</bdi>&gt;</p>`},
		{"code", "ug", "سوت `新01民` دا\n\n```\n新01民\n```", "<p>سوت <code>新01民</code> دا</p>\n<pre tabindex=\"0\"><code>新01民\n</code></pre>"},
		{"image", "ug", "![سوت (2025)新1号](a.png '法\\* &amp; سوت')", "<p><img src=\"a.png\" alt=\"سوت \u2066(2025)新1号\u2069\" title=\"\u2066法\u2069* &amp; سوت\" loading=\"lazy\"></p>"},
		{"title of a link", "ug", `[سوت](a.md "(2025)新1号")`, "<p><a href=\"a.md\" title=\"\u2066(2025)新1号\u2069\">سوت</a></p>"},
		{"image in Chinese", "zh-Hans", `![图 <1>](a.png "甲")`, `<p><img src="a.png" alt="图 &lt;1&gt;" title="甲" loading="lazy"></p>`},
		{"breaks", "ug", "سوت 法  \nسوت 院\nدا", `<p>سوت <bdi lang="zh-Hans" dir="ltr">法</bdi><br>` + "\n" + `سوت <bdi lang="zh-Hans" dir="ltr">院</bdi>` + "\nدا</p>"},
		{"Uyghur in Chinese", "zh-Hans", "名为“ئۇيغۇر تىلى”。", `<p>名为“<bdi lang="ug" dir="rtl">ئۇيغۇر تىلى</bdi>”。</p>`},
		{"Tibetan in Chinese", "zh-Hans", "即བོད་ཡིག & 乙", `<p>即<span lang="bo">བོད་ཡིག</span> &amp; 乙</p>`},
		{"Chinese in Mongolian", "mn-Mong", "ᠰᠢᠭᠦᠭᠰᠡᠨ 法院", `<p>ᠰᠢᠭᠦᠭᠰᠡᠨ <span lang="zh-Hans">法院</span></p>`},
		{"no language", "", "سوت 法院", "<p>سوت 法院</p>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := parseIn(c.lang, c.src)
			if diff := cmp.Diff(c.html, render(b)); diff != "" {
				t.Errorf("HTML (-want +got):\n%s", diff)
			}
			if without := parseIn("", c.src); b.Text() != without.Text() || b.FirstParagraph() != without.FirstParagraph() {
				t.Errorf("text %q, summary %q", b.Text(), b.FirstParagraph())
			}
		})
	}
}

func TestTableRuns(t *testing.T) {
	b := parseIn("ug", "表：سوت 法院\n\n| 法院 | سوت |\n|--|--|\n| 2025-11-03 | 1 |\n")
	want := `<div class="table" role="region" tabindex="0" aria-label="سوت 法院"><table>
<caption>سوت <bdi lang="zh-Hans" dir="ltr">法院</bdi></caption>
<thead>
<tr><th scope="col"><bdi lang="zh-Hans" dir="ltr">法院</bdi></th><th scope="col">سوت</th></tr>
</thead>
<tbody>
<tr><td><bdi dir="ltr">2025-11-03</bdi></td><td>1</td></tr>
</tbody>
</table></div>`
	if diff := cmp.Diff(want, render(b)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPassages(t *testing.T) {
	src := "+++\n+++\n## 甲 `乙`\n\n丙 <!-- 丁 --> https://a.cn 戊\n续\n\n| 己 |\n|--|\n| 庚 |\n\n```\n辛\n```\n"
	b, _ := ParseBody(&Head{Path: "a.md"}, []byte(src), 8)
	var got []string
	for at, text := range b.Passages() {
		got = append(got, b.Pos(at).String()+" "+string(text))
	}
	want := []string{"a.md:3:4 甲 ", "a.md:5:1 丙 ", "a.md:5:13  https://a.cn 戊", "a.md:6:1 续", "a.md:8:3 己", "a.md:10:3 庚"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// isolates stand in attributes, where elements cannot.
var isolates = strings.NewReplacer("\u2066", "", "\u2067", "", "\u2069", "")

var runElement = regexp.MustCompile(`<bdi( lang="[a-zA-Z-]+")? dir="(ltr|rtl)">|<span lang="[a-zA-Z-]+">|</(bdi|span)>`)

// FuzzBodyRuns asks that the elements around runs change nothing but themselves, and never stand in each other.
func FuzzBodyRuns(f *testing.F) {
	for _, src := range []string{
		"## سوت (2025)新01民初123号\n\nسوت **最高法** [法](a) `法` &lt;法&amp;\n续",
		"表：سوت 法\n\n| 法 |\n|-|\n| བོད A & B |\n\n![法](a) <https://a.cn> [](b)",
	} {
		f.Add(src, "ug")
		f.Add(src, "zh-Hans")
	}
	f.Fuzz(func(t *testing.T, src, lang string) {
		if !utf8.ValidString(src) {
			return
		}
		with, without := render(parseIn(lang, src)), render(parseIn("", src))
		if got := runElement.ReplaceAllString(with, ""); isolates.Replace(got) != isolates.Replace(without) {
			t.Errorf("in %q: %q without its runs is not %q", lang, with, without)
		}
		depth := 0
		for _, tag := range runElement.FindAllString(with, -1) {
			if strings.HasPrefix(tag, "</") {
				depth--
			} else {
				depth++
			}
			if depth < 0 || depth > 1 {
				t.Fatalf("runs in runs: %q", with)
			}
		}
	})
}
