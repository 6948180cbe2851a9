package page

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"courtsite/generator/diag"
)

// parse parses a body without front matter.
func parse(t *testing.T, src string) (*Body, []diag.Problem) {
	t.Helper()
	return ParseBody(&Head{Path: "content/a.md", Title: "标题"}, []byte(src), 0)
}

func render(b *Body) string { return renderBack(b, "") }

func renderBack(b *Body, back string) string {
	var w bytes.Buffer
	b.HTML(&w, back)
	return strings.TrimSpace(w.String())
}

// told lists problems as code and place.
func told(problems []diag.Problem) string {
	var all []string
	for _, p := range problems {
		all = append(all, strings.TrimPrefix(p.Pos.String(), "content/a.md:")+" "+p.Kind.Code)
	}
	return strings.Join(all, ", ")
}

func TestBodyHTML(t *testing.T) {
	for _, c := range []struct{ name, src, html, problems string }{
		{"emphasis at Chinese quotes", "这是**“重点”**文字", "<p>这是<strong>“重点”</strong>文字</p>", ""},
		{"emphasis before a bracket", "**重点（一）**见下", "<p><strong>重点（一）</strong>见下</p>", ""},
		{"emphasis around a code", "我**这个`码`**吗", "<p>我<strong>这个<code>码</code></strong>吗</p>", ""},
		{"emphasis around the space of an article", "**第一条　**为规范\n\n**第二条　**　甲**乙**", "<p><strong>第一条　</strong>为规范</p>\n<p><strong>第二条　</strong>　甲<strong>乙</strong></p>", ""},
		{"masked names with a wide space", "**强　**明", "<p>**强　**明</p>", ""},
		{"emphasis in Korean", "**용어(term)**를", "<p><strong>용어(term)</strong>를</p>", ""},
		{"emphasis after a tsheg", "བོད་**སྐད་**ཡིག", "<p>བོད་<strong>སྐད་</strong>ཡིག</p>", ""},
		{"emphasis in Uyghur", "بۇ **مۇھىم** سۆز", "<p>بۇ <strong>مۇھىم</strong> سۆز</p>", ""},
		{"two emphases", "**甲**、**乙**", "<p><strong>甲</strong>、<strong>乙</strong></p>", ""},
		{"emphasis inside a word", "foo*bar*baz", "<p>foo<em>bar</em>baz</p>", ""},
		{"masked telephones", "138****5678，139****1234", "<p>138****5678，139****1234</p>", ""},
		{"short masks between digits", "6222**01和6222**02", "<p>6222**01和6222**02</p>", ""},
		{"masked names", "王**、李**、张*，赵*（女）、钱*（男）", "<p>王**、李**、张*，赵*（女）、钱*（男）</p>", ""},
		{"products", "210*297*3mm", "<p>210*297*3mm</p>", ""},
		{"ranges", "10~20日，30~40日", "<p>10~20日，30~40日</p>", ""},
		{"strikethrough", "原~~“旧”~~文，~~~不~~~", "<p>原<del>“旧”</del>文，~~~不~~~</p>", ""},

		{"lines of Chinese", "中文\n续行", "<p>中文续行</p>", ""},
		{"lines of English", "one,\n**two** three", "<p>one,\n<strong>two</strong> three</p>", ""},
		{"lines of Uyghur", "بىر،\nئىككى", "<p>بىر،\nئىككى</p>", ""},
		{"lines of Tibetan", "གི་\nསྐད།\nཡིག", "<p>གི་སྐད།\nཡིག</p>", ""},
		{"lines of Korean", "한국어\n문장", "<p>한국어\n문장</p>", ""},
		{"hard break", "甲  \n乙", "<p>甲<br>\n乙</p>", ""},
		{"indented lines", "    甲 **乙**\n\n\t丙", "<p>甲 <strong>乙</strong></p>\n<p>丙</p>", ""},
		{"ideographic indent", "　　甲\n　　乙\n　\n丙", "<p>甲</p>\n<p>乙</p>\n<p>丙</p>", ""},

		{"tags", "甲<br>乙<附件>", "<p>甲&lt;br&gt;乙&lt;附件&gt;</p>", "1:2 markdown-raw-html"},
		{"block tag", "<div>\n**甲**\n</div>", "<p>&lt;div&gt;\n<strong>甲</strong>\n&lt;/div&gt;</p>", "1:1 markdown-raw-html, 3:1 markdown-raw-html"},
		{"comments", "<!-- a\n\nb -->\n甲<!-- c -->乙\n<!-- d --> 丙", "<p>甲乙丙</p>", ""},
		{"text after a comment", "<!-- a\nb --> 甲", "<p>甲</p>", ""},
		{"comment without an end", "<!-- 甲\n\n乙", "<p>&lt;!-- 甲</p>\n<p>乙</p>", "1:1 markdown-raw-html"},
		{"control character", "甲\x0b乙", "<p>甲 乙</p>", "1:2 markdown-control"},
		{"control characters of ISO 6429", "é甲\u0085乙\u009f", "<p>é甲  乙</p>", "1:3 markdown-control"},
		{"code points that are no characters", "甲\ufffe乙\ufdd0丙\U0001ffff丁\ufffd\U00020bb7", "<p>甲   乙   丙    丁\ufffd\U00020bb7</p>", "1:2 markdown-control"},

		{"title once more", "<!-- a -->\n# 标题\n\n## 一", `<h2 id="一">一</h2>`, ""},
		{"another h1", "# 甲\n\n## 乙\n\n###### 丙", "<h2 id=\"甲\">甲</h2>\n<h3 id=\"乙\">乙</h3>\n<h4 id=\"丙\">丙</h4>", ""},
		{"skipped levels", "#### 甲\n\n## 乙\n\n#### 丙\n\n### 丁\n\n> ###### 戊", "<h2 id=\"甲\">甲</h2>\n<h2 id=\"乙\">乙</h2>\n<h3 id=\"丙\">丙</h3>\n" +
			"<h3 id=\"丁\">丁</h3>\n<blockquote>\n<h4 id=\"戊\">戊</h4>\n</blockquote>", ""},
		{"heading ids", "## A b_C!\n## A b_C\n## མི་ རིགས།\n## （）\n## 收入 {#income}", "<h2 id=\"a-b-c\">A b_C!</h2>\n<h2 id=\"a-b-c-2\">A b_C</h2>\n" +
			"<h2 id=\"མི-རིགས\">མི་ རིགས།</h2>\n<h2 id=\"section\">（）</h2>\n<h2 id=\"income\">收入</h2>", ""},
		{"heading without space", "##甲\n\n#1 乙", "<p>##甲</p>\n<p>#1 乙</p>", "1:1 markdown-heading-space"},

		{"empty heading", "##\n\n甲", "<p>甲</p>", ""},
		{"numbers as written", "2. 甲\n3. 乙\n5. 丙", "<ol start=\"2\">\n<li>甲</li>\n<li>乙</li>\n<li value=\"5\">丙</li>\n</ol>", ""},
		{"numbers left to us", "1. 甲\n1. 乙", "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>", ""},
		{"definitions", "甲\n: 乙", "<dl>\n<dt>甲</dt>\n<dd>乙</dd>\n</dl>", ""},
		{"code", "```go\na<b\n```", "<pre tabindex=\"0\"><code>a&lt;b\n</code></pre>", ""},
		{"code with attributes", "~~~go {.x #y} n=\"1 2\"\na\n~~~", "<pre tabindex=\"0\"><code>a\n</code></pre>", ""},
		{"words beside the marks of code", "甲\n\n- 乙\n\n  ````见 下文\n  a\n  ````\n", "<p>甲</p>\n<ul>\n<li>\n<p>乙</p>\n<pre tabindex=\"0\"><code>见 下文\na\n</code></pre>\n</li>\n</ul>", "5:7 markdown-code-words"},
		{"code without an end", "甲\n```\n乙\n\n丙", "<p>甲</p>\n<pre tabindex=\"0\"><code>乙\n\n丙\n</code></pre>", "2:1 markdown-code-open"},
		{"words and nothing else", "甲\n\n```乙", "<p>甲</p>\n<pre tabindex=\"0\"><code>乙\n</code></pre>", "3:4 markdown-code-words, 3:1 markdown-code-open"},
		{"code that is empty", "```\n```\n\n> ```\n> 甲\n\n乙", "<pre tabindex=\"0\"><code></code></pre>\n<blockquote>\n<pre tabindex=\"0\"><code>甲\n</code></pre>\n</blockquote>\n<p>乙</p>", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, problems := parse(t, c.src)
			if diff := cmp.Diff(c.html, render(b)); diff != "" {
				t.Errorf("HTML (-want +got):\n%s", diff)
			}
			if got := told(problems); got != c.problems {
				t.Errorf("problems %q, want %q", got, c.problems)
			}
		})
	}
}

func TestBodyText(t *testing.T) {
	b, _ := parse(t, "## 一、*总则*\n\n甲 &amp; \\*乙\\*\n续 ![图](a.png)\n\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n\n- 丙\n\n甲[^1]\n\n[^1]: 注")
	want := "一、总则\n甲 & *乙* 续 图\n甲\t乙\n1\t2\n丙\n甲\n注\n"
	if diff := cmp.Diff(want, b.Text()); diff != "" {
		t.Errorf("Text (-want +got):\n%s", diff)
	}
}

func TestBodyPositionsAreInTheFile(t *testing.T) {
	src := "+++\ntitle = \"甲\"\n+++\n\n乙 <br> [丙](d.md)"
	b, problems := ParseBody(&Head{Path: "a.md"}, []byte(src), strings.Index(src, "\n\n")+1)
	if len(problems) != 1 || problems[0].Pos.String() != "a.md:5:3" {
		t.Errorf("problems %v", problems)
	}
	if got := b.Links()[0].Pos.String(); got != "a.md:5:8" {
		t.Errorf("link at %s", got)
	}
}

func TestFirstParagraph(t *testing.T) {
	sentence := strings.Repeat("法", 59) + "。"
	latin := strings.Repeat("judgment ", 30)
	for _, c := range []struct{ name, src, want string }{
		{"none", "## 甲\n\n- 乙", ""},
		{"after a heading, an image, a list and a caption", "## 甲\n\n![图](a.png)\n\n- 乙\n\n表：丙\n\n|a|\n|-|\n\n正文**一**\n二", "正文一二"},
		{"cut after a sentence", sentence + sentence + sentence, sentence + sentence},
		{"cut after a quotation", "他说：“" + strings.Repeat("法", 100) + "。”" + sentence, "他说：“" + strings.Repeat("法", 100) + "。”"},
		{"cut in Chinese", strings.Repeat("法", 300), strings.Repeat("法", 159) + "…"},
		{"cut between words", latin, strings.TrimSpace(latin[:9*17]) + "…"},
		{"cut at a tsheg", strings.Repeat("ཁྲིམས་", 60), strings.Repeat("ཁྲིམས་", 159/6) + "…"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, _ := parse(t, c.src)
			if diff := cmp.Diff(c.want, b.FirstParagraph()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestHeadingsAndAnchors(t *testing.T) {
	b, _ := parse(t, "# 甲\n## 乙 *丙*\n甲[^1]\n\n[^1]: 注")
	want := []Heading{{2, "甲", "甲"}, {3, "乙-丙", "乙 丙"}}
	if diff := cmp.Diff(want, b.Headings()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"fn_1", "fnref_1", "乙-丙", "甲"}, slices.Sorted(slices.Values(b.Anchors()))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestOneParserForAll fails under -race if pages share more than the parser's tables.
func TestOneParserForAll(t *testing.T) {
	src := []byte("## 甲\n\n**乙**[^1] https://court.example\n\n|a|\n|-|\n|b|\n\n[^1]: 注")
	want, _ := ParseBody(&Head{}, src, 0)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			b, _ := ParseBody(&Head{}, src, 0)
			if render(b) != render(want) {
				t.Error("another HTML for the same text")
			}
		})
	}
	all.Wait()
}
