package page

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"courtsite/generator/diag"
)

// FuzzBody asks of any text: HTML whose elements are closed in order, no script in an address, no id twice,
// positions inside the file, and the same bytes again.
func FuzzBody(f *testing.F) {
	for _, seed := range []string{
		"# 标题\n\n甲**“乙”**丙\n续 <br> <!-- a --> https://court.example/a_b。",
		"表：甲\n\n|甲||\n|:-|-:|\n|`a\\|b`|c|d|\n",
		"- 甲\n  1. 乙\n  3. 丙\n\n      丁\n\n> 　　戊\n",
		"[a [^1] ![b [^1] <http://a.cn>](c)](d)[^1][^2]\n\n[^1]: 甲\n\n    乙[^1]\n[^2]: \n[^3]: | 丙\n[e]: f\n",
		"[a](javascript:a) ![b](vbscript:c) <javascript:d> [e](java&#x73;cript&colon;f)\n\n## 甲 {#a}\n## 甲 {#a}\n===\n",
		"术语\n: 解\n\n<!-- \n\n--> 甲\n~~乙~~ 138****5678 王*（男）\x00\n```\na\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) {
			return // source refuses it
		}
		front := "+++\n+++\n"
		b, problems := ParseBody(&Head{Path: "a.md", Title: "标题"}, []byte(front+src), len(front))
		lines := strings.Count(front+src, "\n") + 1
		for _, at := range []int{len(src), 0, len(src) / 2, len(src) / 3, len(src) - 1} {
			r := reader{head: &Head{Path: "a.md"}, file: []byte(front + src), offset: len(front), body: b}
			r.pos(len(src) / 2)
			if got, want := r.pos(at), diag.At("a.md", r.file, len(front)+max(0, at)); got != want {
				t.Errorf("offset %d is at %s, want %s", at, got, want)
			}
		}
		for _, p := range problems {
			if p.Line < 3 || p.Line > lines || p.Col < 1 {
				t.Errorf("%s is outside of the file", p.Pos)
			}
		}
		b.Resolve(destinations(b))
		page := render(b)
		if again := render(b); again != page {
			t.Errorf("HTML changed from %q to %q", page, again)
		}
		checkHTML(t, page)
		checkReleased(t, b, src)
		for _, h := range b.Headings() {
			if !slices.Contains(b.Anchors(), h.ID) || h.Level < 2 || h.Level > 6 || strings.ContainsAny(h.ID, "_ \t") {
				t.Errorf("heading %+v", h)
			}
		}
	})
}

// checkReleased asks for the same of a text that has the memory of another.
func checkReleased(t *testing.T, b *Body, src string) {
	t.Helper()
	parse := func() (string, []string) {
		b, _ := ParseBody(&Head{Path: "a.md", Title: "标题"}, []byte(src), 0)
		defer b.Release()
		passages := []string{b.Text(), b.FirstParagraph(), strings.Join(b.Anchors(), " ")}
		for at, p := range b.Passages() {
			passages = append(passages, fmt.Sprint(at, " ", p))
		}
		return render(b), passages
	}
	page, passages := parse()
	other, _ := ParseBody(&Head{Path: "b.md"}, article(), 0)
	other.Release()
	if again, same := parse(); again != page || !slices.Equal(same, passages) {
		t.Errorf("%q became %q\n%q\nfrom %q\n%q", src, again, same, page, passages)
	}
}

var voidElements = []string{"br", "hr", "img"}

// checkHTML reads HTML as a strict reader would.
func checkHTML(t *testing.T, page string) {
	t.Helper()
	var open []string
	ids := map[string]bool{}
	z := html.NewTokenizer(bytes.NewReader([]byte(page)))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		token := z.Token()
		switch kind {
		case html.StartTagToken:
			if token.Data == "a" && slices.Contains(open, "a") {
				t.Errorf("a link inside a link: %q", page)
			}
			if !slices.Contains(voidElements, token.Data) {
				open = append(open, token.Data)
			}
			checkAttributes(t, token, ids)
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Fatalf("</%s> closes %v in %q", token.Data, open, page)
			}
			open = open[:len(open)-1]
		case html.CommentToken, html.DoctypeToken:
			t.Errorf("%v in %q", token, page)
		}
	}
	if len(open) > 0 {
		t.Errorf("%v stay open in %q", open, page)
	}
}

func checkAttributes(t *testing.T, token html.Token, ids map[string]bool) {
	t.Helper()
	for _, a := range token.Attr {
		switch a.Key {
		case "href", "src":
			bare := strings.ToLower(strings.Join(strings.Fields(a.Val), ""))
			if strings.HasPrefix(bare, "javascript:") || strings.HasPrefix(bare, "vbscript:") || strings.HasPrefix(bare, "data:text") {
				t.Errorf("address %q", a.Val)
			}
		case "id":
			if ids[a.Val] || a.Val == "" {
				t.Errorf("id %q twice or empty", a.Val)
			}
			ids[a.Val] = true
		case "class", "role", "alt", "title", "tabindex", "scope", "rel", "loading", "aria-label", "start", "value":
		default:
			t.Errorf("attribute %s=%q", a.Key, a.Val)
		}
	}
}
