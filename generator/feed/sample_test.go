package feed

import (
	"fmt"
	"strings"
	"time"

	"courtsite/generator/view"
)

// words are one language's texts for a sample channel.
type words struct{ lang, court, column, about, title, summary, body, office, file string }

var samples = []words{
	{
		"zh-Hans", "明镜县人民法院", "预决算公开", "明镜县人民法院的部门预算与决算",
		"2026年度部门预算公开说明（收入 < 支出 & 结转）", "本院2026年度部门预算，已经县人民代表大会批准。",
		"<p>根据《中华人民共和国预算法》，现将预算公开如下。</p>", "办公室", "预算总表",
	},
	{
		"en", "Mingjing County People’s Court", "Budgets", "Budgets and final accounts of the court",
		"Departmental budget for 2026", "The budget for 2026, as approved by the county’s people’s congress.",
		"<p>The court’s budget for 2026 is as follows.</p>", "General office", "Table of the budget",
	},
	{
		"ug", "مىڭجىڭ ناھىيەلىك خەلق سوت مەھكىمىسى", "خامچوت", "سوت مەھكىمىسىنىڭ خامچوتى",
		"2026-يىللىق تارماق خامچوتى", "2026-يىللىق خامچوت تەستىقلاندى.",
		"<p>خامچوت تۆۋەندىكىچە ئېلان قىلىنىدۇ.</p>", "ئىشخانا", "خامچوت جەدۋىلى",
	},
	{
		"bo", "མིང་ཅིན་རྫོང་མི་དམངས་ཁྲིམས་ཁང་།", "སྔོན་རྩིས།", "ཁྲིམས་ཁང་གི་སྔོན་རྩིས།",
		"༢༠༢༦ལོའི་སྔོན་རྩིས།", "༢༠༢༦ལོའི་སྔོན་རྩིས་ཆོག་མཆན་ཐོབ།",
		"<p>སྔོན་རྩིས་གཤམ་གསལ་ལྟར་སྤེལ།</p>", "གཞུང་ལས་ཁང་།", "རེའུ་མིག",
	},
}

const table = `<table><caption>表：收支总表</caption><thead><tr><th scope="col">项目</th><th scope="col">金额</th></tr></thead>` +
	`<tbody><tr><td>办案业务费</td><td>1,234.50</td></tr></tbody></table>` +
	`<p><a href="https://court.example/files/%E9%A2%84%E7%AE%97.pdf?a=1&amp;b=2">PDF</a> ]]&gt; <code>a &lt; b</code></p>`

// sample is a channel of n documents in one language.
func sample(w words, n int) *view.Feed {
	zone := time.FixedZone("", 8*3600)
	root := "https://court.example/"
	if w.lang != "zh-Hans" {
		root += w.lang + "/"
	}
	folder := root + "administration/budgets/"
	dir := "ltr"
	if w.lang == "ug" {
		dir = "rtl"
	}
	f := &view.Feed{
		ID:    "urn:uuid:0f3c2a4e-7b1d-5c8e-9a60-1d2e3f405162",
		Title: w.column + " · " + w.court, Description: w.about, Lang: w.lang, Dir: dir, Author: w.court,
		Home: folder, RSS: folder + "feed.xml", Atom: folder + "atom.xml", JSON: folder + "feed.json",
		Icon:    "https://court.example/assets/emblem.png",
		Updated: time.Date(2026, 2, 12, 9, 30, 0, 0, zone),
	}
	for i := range n {
		date := time.Date(2026, 2, 10, 9, 0, -i, 0, zone)
		item := view.FeedItem{
			ID: fmt.Sprintf("urn:uuid:6f1e2d3c-4b5a-5978-8695-%012x", i), Title: w.title,
			URL: fmt.Sprintf("%s%%E9%%A2%%84%%E7%%AE%%97-%d/", folder, i), Summary: w.summary, Content: Content(w.body+table, w.lang, dir),
			Published: date, Updated: date.Add(24 * time.Hour), Author: w.office, Categories: []string{w.column, w.office},
			Image: "https://court.example/files/photo.png",
		}
		for _, name := range []string{"%E9%A2%84%E7%AE%97.pdf", "table.xlsx"}[:max(0, 2-i)] {
			item.Enclosures = append(item.Enclosures, view.Enclosure{
				URL: "https://court.example/files/" + name, MediaType: "application/pdf", Bytes: 123456, Title: w.file,
			})
		}
		f.Items = append(f.Items, item)
	}
	return f
}

// full is a channel of 50 documents of some 6 KB each.
func full() *view.Feed {
	f := sample(samples[0], 50)
	for i := range f.Items {
		f.Items[i].Content = view.Content(strings.Repeat(string(f.Items[i].Content), 12))
	}
	return f
}
