package feed

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"courtsite/generator/view"
)

func addresses(n int) []view.Address {
	list := make([]view.Address, n)
	for i := range list {
		page := fmt.Sprintf("reform/%%E8%%A7%%84%%E5%%88%%92-%d/", i)
		list[i] = view.Address{
			Loc: "https://court.example/" + page, LastMod: "2026-02-10",
			Alternates: []view.Alternate{
				{Lang: "zh-Hans", Href: "https://court.example/" + page},
				{Lang: "ug", Href: "https://court.example/ug/" + page + "?a=1&b=2"},
				{Lang: "x-default", Href: "https://court.example/" + page},
			},
		}
	}
	return list
}

func TestSitemap(t *testing.T) {
	var b bytes.Buffer
	if err := Sitemap(&b, append(addresses(2), view.Address{Loc: "https://court.example/"})); err != nil {
		t.Fatal(err)
	}
	golden(t, "sitemap.xml", b.Bytes())
	b.Reset()
	if err := SitemapIndex(&b, []view.Address{
		{Loc: "https://court.example/sitemap-1.xml", LastMod: "2026-02-10"}, {Loc: "https://court.example/sitemap-2.xml"},
	}); err != nil {
		t.Fatal(err)
	}
	golden(t, "sitemap-index.xml", b.Bytes())
}

func TestSplit(t *testing.T) {
	all := addresses(7)
	one := sitemapSize(t, all[:1])
	empty := sitemapSize(t, nil)
	three := empty + 3*(one-empty)
	for _, test := range []struct {
		name        string
		most, limit int
		want        string
	}{
		{"all fit", 7, 1 << 20, "7"},
		{"by number", 3, 1 << 20, "3 3 1"},
		{"by size", 7, three, "3 3 1"},
		{"a byte short", 7, three - 1, "2 2 2 1"},
		{"none fits", 7, 1, "1 1 1 1 1 1 1"},
	} {
		var sizes []string
		var joined []view.Address
		for _, part := range split(all, test.most, test.limit) {
			sizes = append(sizes, fmt.Sprint(len(part)))
			joined = append(joined, part...)
			if size := sitemapSize(t, part); len(part) > 1 && size > test.limit {
				t.Errorf("%s: a part of %d bytes", test.name, size)
			}
		}
		if got := strings.Join(sizes, " "); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		if fmt.Sprint(joined) != fmt.Sprint(all) {
			t.Errorf("%s: the parts together are not the whole", test.name)
		}
	}
	if parts := SplitSitemap(nil); parts != nil {
		t.Errorf("parts of nothing: %v", parts)
	}
}

func sitemapSize(t *testing.T, list []view.Address) int {
	t.Helper()
	var b bytes.Buffer
	if err := Sitemap(&b, list); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

func TestRobots(t *testing.T) {
	var b bytes.Buffer
	if err := Robots(&b, "https://court.example/sitemap.xml\r\nDisallow: /"); err != nil {
		t.Fatal(err)
	}
	golden(t, "robots.txt", b.Bytes())
}

func TestOPML(t *testing.T) {
	channel := func(text, lang, folder string, items ...view.FeedSet) view.FeedSet {
		return view.FeedSet{
			Link: view.Link{Text: text, Lang: lang, Href: "https://court.example/" + folder},
			RSS:  "https://court.example/" + folder + "feed.xml", Items: items,
		}
	}
	var b bytes.Buffer
	err := OPML(&b, "明镜县人民法院的频道", []view.FeedSet{
		channel("全站", "", ""),
		channel("改革", "", "reform/", channel("规划 & 文件", "", "reform/documents/"), channel("ئىسلاھات", "ug", "ug/reform/documents/")),
		{Link: view.Link{Text: "队伍建设"}, Items: []view.FeedSet{channel("人事", "", "team/personnel/")}},
	})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "subscribe.opml", b.Bytes())
	var heard struct {
		Title    string `xml:"head>title"`
		Outlines []struct {
			Text  string `xml:"text,attr"`
			Below []struct {
				Feed string `xml:"xmlUrl,attr"`
			} `xml:"outline"`
		} `xml:"body>outline"`
	}
	if err := xml.Unmarshal(b.Bytes(), &heard); err != nil {
		t.Fatal(err)
	}
	if len(heard.Outlines) != 3 || len(heard.Outlines[0].Below) != 0 || len(heard.Outlines[1].Below) != 3 || heard.Outlines[1].Below[0].Feed != "https://court.example/reform/feed.xml" {
		t.Errorf("a reader hears %+v", heard)
	}
}

func BenchmarkSitemap(b *testing.B) {
	list := addresses(10_000)
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		for _, part := range SplitSitemap(list) {
			if err := Sitemap(&out, part); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.SetBytes(int64(out.Len()))
}
