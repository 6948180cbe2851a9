package generator_test

import (
	"fmt"
	"strings"
	"testing"

	"courtsite/generator/diag"
)

// TestReworded: another title, or other words that stand on the page and in lists, is all that is looked at; anything that moves a page is not. A new process and a preview, which
// takes over what was there, come to what a build alone comes to.
func TestReworded(t *testing.T) {
	const page, other = "content/basic/news/one.md", "content/basic/news/other.md"
	document := func(front, text string) string {
		return "+++\ntitle = \"标题\"\npublished = 2026-01-10\n" + front + "+++\n\n" + text + "\n"
	}
	const title, renamed = "title = \"标题\"\n", "title = \"新标题\"\n"
	for _, test := range []struct {
		name   string
		more   map[string]string // other files
		page   string            // which is edited, if it is not the one
		front  string            // what the title's line becomes
		amends bool
	}{
		{name: "another title", front: renamed, amends: true},
		{name: "another summary and office", front: title + "summary = \"新概述\"\noffice = \"新办公室\"\nco_offices = [\"政治部\"]\n", amends: true},
		{name: "a title that is given twice", front: "title = \"双名\"\n", amends: true,
			more: map[string]string{other: strings.Replace(document("", "另一页。"), "标题", "双名", 1)}},
		{name: "a title that was given twice", front: renamed, amends: true, more: map[string]string{other: document("", "另一页。")}},
		{name: "a title that another page's related documents show", front: renamed, amends: true,
			more: map[string]string{"content/team/party/rel.md": document("related = [\"basic/news/one\"]\n", "另一页。")}},
		{name: "the title of a text that is translated", front: renamed, amends: true,
			more: map[string]string{"content/basic/news/one.en.md": document("", "The text in English, for those who read it.")}},
		{name: "the title of a translation", front: renamed, amends: true, page: "content/basic/news/one.en.md",
			more: map[string]string{"content/basic/news/one.en.md": document("", "The text in English, for those who read it.")}},
		{name: "a title far too long", front: "title = \"" + strings.Repeat("长", 120) + "\"\n", amends: true},
		{name: "no title"},
		{name: "a title that says what must not be said", front: "title = \"身份证号码110101199003077475\"\n"},
		{name: "another date", front: title + "updated = 2026-01-12\n"},
		{name: "another keyword", front: title + "keywords = [\"听证\"]\n"},
		{name: "a title in the footer of every page", front: renamed, page: "content/pages/about.md", more: map[string]string{"content/pages/about.md": document("", "关于。")}},
	} {
		for _, preview := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, preview %t", test.name, preview), func(t *testing.T) {
				w := newWriter(5)
				w.put(page, document("", "表格。"))
				for path, text := range test.more {
					w.put(path, text)
				}
				last, tree := w.stood(t, preview)
				edited := page
				if test.page != "" {
					edited = test.page
				}
				for i := range 2 { // the second edit is of a site that was amended
					from, to := title, test.front
					if i == 1 {
						from, to = to, from
					}
					w.put(edited, strings.Replace(string(w.site[edited].Data), from, to, 1))
					want, got, warm, amended := w.since(t, preview, last, tree)
					if amended != test.amends {
						t.Errorf("amended: %t", amended)
					}
					if diag.HasErrors(want.Problems) {
						return
					}
					last, tree = got, warm
				}
			})
		}
	}
}
