package page

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBodyLinkHTML(t *testing.T) {
	for _, c := range []struct{ name, src, html, problems string }{
		{"file", `[甲](b.md "乙")`, `<p><a href="b.md" title="乙">甲</a></p>`, ""},
		{"outside", "[甲](https://a.cn/?x=1&y=2)", `<p><a href="https://a.cn/?x=1&amp;y=2" rel="noopener">甲</a></p>`, ""},
		{"mail and telephone", "[甲](mailto:a@b.cn) [乙](tel:12368)", `<p><a href="mailto:a@b.cn">甲</a> <a href="tel:12368">乙</a></p>`, ""},
		{"script", "甲[乙](javascript:alert(1))", "<p>甲乙</p>", "1:2 markdown-link-scheme"},
		{"hidden script", "[乙](java&Tab;script&colon;a) [丙](<\x01JAVASCRIPT:a>)", "<p>乙 丙</p>",
			"1:35 markdown-control, 1:1 markdown-link-scheme, 1:30 markdown-link-scheme"},
		{"script between angles", "<javascript:alert(1)>", "<p>javascript:alert(1)</p>", "1:1 markdown-link-scheme"},
		{"other schemes", "[甲](vbscript:a) [乙](file:///c:/a) [丙](data:text/html,a)", "<p>甲 乙 丙</p>",
			"1:1 markdown-link-scheme, 1:17 markdown-link-scheme, 1:35 markdown-link-scheme"},
		{"hard break in a link", "甲  [\\\n](b.md)", "<p>甲  <a href=\"b.md\"><br>\nb.md</a></p>", ""},
		{"no address", "[甲]()", "<p>甲</p>", "1:1 markdown-link-empty"},
		{"no words", "[](b.md)", `<p><a href="b.md">b.md</a></p>`, ""},
		{"reference", "[甲][a]\n\n[a]: b.md", `<p><a href="b.md">甲</a></p>`, ""},
		{"unused reference", "[注]: 本表不含基金", "<p>[注]: 本表不含基金</p>", "1:1 markdown-reference-unused"},

		{"image", `![甲 *乙*](a.png "丙")`, `<p><img src="a.png" alt="甲 乙" title="丙" loading="lazy"></p>`, ""},
		{"image without words", "甲 ![](a.png)", `<p>甲 <img src="a.png" alt="" loading="lazy"></p>`, "1:3 markdown-image-alt"},
		{"image in a link", "[![甲](a.png)](b.md)", `<p><a href="b.md"><img src="a.png" alt="甲" loading="lazy"></a></p>`, ""},
		{"image of data", "![甲](data:image/png;base64,AA==)", `<p><img src="data:image/png;base64,AA==" alt="甲" loading="lazy"></p>`, ""},
		{"image of script", "![甲](data:image/svg+xml;base64,AA==)", "<p>甲</p>", "1:1 markdown-link-scheme"},

		{"address after Chinese", "网址：https://a.cn/b_c，见", `<p>网址：<a href="https://a.cn/b_c" rel="noopener">https://a.cn/b_c</a>，见</p>`, ""},
		{"address with escaped marks", `见 https://a.cn/b\_c\*d?x=1\_，https://a.cn/b\c`, `<p>见 <a href="https://a.cn/b_c*d?x=1" rel="noopener">https://a.cn/b_c*d?x=1</a>_，<a href="https://a.cn/b" rel="noopener">https://a.cn/b</a>\c</p>`, ""},
		{"address before Chinese", "登录http://a.cn查询", `<p>登录<a href="http://a.cn" rel="noopener">http://a.cn</a>查询</p>`, ""},
		{"address in brackets", "(https://a.cn/b(c)).", `<p>(<a href="https://a.cn/b(c)" rel="noopener">https://a.cn/b(c)</a>).</p>`, ""},
		{"www", "（www.a.cn）", `<p>（<a href="http://www.a.cn" rel="noopener">www.a.cn</a>）</p>`, ""},
		{"mail", "邮箱a.b@court.cn。", `<p>邮箱<a href="mailto:a.b@court.cn">a.b@court.cn</a>。</p>`, ""},
		{"no address at all", "ftp://a.cn a@b http:// xhttp://a.cn https://中文", "<p>ftp://a.cn a@b http:// xhttp://a.cn https://中文</p>", ""},
		{"address in code", "`https://a.cn`", "<p><code>https://a.cn</code></p>", ""},
		{"address in a link", "[https://a.cn](b.md)", `<p><a href="b.md">https://a.cn</a></p>`, ""},
		{"angles in a link", "[甲 <https://a.cn>](b.md)", `<p><a href="b.md">甲 https://a.cn</a></p>`, ""},
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

func TestResolve(t *testing.T) {
	b, _ := parse(t, "[甲](a.md#乙) ![丙](d.png) https://a.cn [丁](#戊)")
	var seen []string
	addresses := destinations(b)
	for i, l := range b.Links() {
		seen = append(seen, l.Dest+" "+l.Alt)
		switch l.Dest {
		case "a.md#乙":
			addresses[i] = "/a/#%E4%B9%99"
		case "d.png":
			addresses[i] = "/files/d.png"
		}
	}
	b.Resolve(addresses)
	if diff := cmp.Diff([]string{"a.md#乙 ", "d.png 丙", "https://a.cn ", "#戊 "}, seen); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	page := `<p><a href="/a/#%E4%B9%99">甲</a> <img src="/files/d.png" alt="丙" loading="lazy"> ` +
		`<a href="https://a.cn" rel="noopener">https://a.cn</a> <a href="#%E6%88%8A">丁</a></p>`
	if diff := cmp.Diff(page, render(b)); diff != "" {
		t.Errorf("page (-want +got):\n%s", diff)
	}
	feed := `<p><a href="https://c.cn/a/#%E4%B9%99">甲</a> <img src="https://c.cn/files/d.png" alt="丙" loading="lazy"> ` +
		`<a href="https://a.cn" rel="noopener">https://a.cn</a> <a href="https://c.cn/p/#%E6%88%8A">丁</a></p>`
	var w bytes.Buffer
	local := b.HTML(&w, "")
	if diff := cmp.Diff(feed, strings.TrimSpace(local.Absolute(w.Bytes(), "https://c.cn", "https://c.cn/p/"))); diff != "" {
		t.Errorf("feed (-want +got):\n%s", diff)
	}
}

// destinations are a text's links as they are written.
func destinations(b *Body) []string {
	var list []string
	for _, l := range b.Links() {
		list = append(list, l.Dest)
	}
	return list
}
