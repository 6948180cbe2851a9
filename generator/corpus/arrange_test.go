package corpus

import (
	"slices"
	"testing"
	"time"

	"courtsite/generator/catalogue"
	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/locale"
	"courtsite/generator/page"
	"courtsite/i18n"
)

var now = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// arrange puts heads into a site of two languages.
func arrange(t *testing.T, heads ...*page.Head) (*Corpus, []string) {
	t.Helper()
	site := &config.Site{
		Default: "zh-Hans", Zone: time.UTC, Court: config.Court{Code: "A101", Level: "basic"},
		Languages: []config.Language{{Tag: "zh-Hans"}, {Tag: "en"}},
	}
	locales, _ := locale.Load(site.Tags(), site.Default, i18n.FS, nil)
	c, problems := Arrange(site, catalogue.Default(), locales, heads, now, false)
	var codes []string
	for _, p := range problems {
		codes = append(codes, p.Path+" "+p.Kind.Code)
	}
	return c, codes
}

// head makes the head of content/basic/news/<slug>.md, published some days ago.
func head(slug, lang string, days int, change ...func(*page.Head)) *page.Head {
	h := &page.Head{
		Path: "content/basic/news/" + slug + "." + lang + ".md", ID: page.ID("basic/news/" + slug), Slug: slug, Lang: lang,
		Item: "basic/news", Title: slug, Published: now.AddDate(0, 0, -days),
	}
	for _, f := range change {
		f(h)
	}
	return h
}

func weight(n int) func(*page.Head)      { return func(h *page.Head) { h.Weight = n } }
func related(id string) func(*page.Head) { return func(h *page.Head) { h.Related = []string{id} } }
func index(s string) func(*page.Head)    { return func(h *page.Head) { h.Index = s } }

func slugs(pages []*Page) []string {
	var list []string
	for _, p := range pages {
		list = append(list, p.Slug)
	}
	return list
}

func TestOrder(t *testing.T) {
	c, problems := arrange(t, head("a", "zh-Hans", 3), head("b", "zh-Hans", 1), head("c", "zh-Hans", 2), head("d", "zh-Hans", 9, weight(2)), head("e", "zh-Hans", 9, weight(1)),
		head("f", "zh-Hans", 1), head("g", "zh-Hans", 0), head("h", "zh-Hans", -1))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	e := c.Editions[0]
	if got := slugs(e.Column("basic/news").Pages); !slices.Equal(got, []string{"e", "d", "g", "b", "f", "c", "a"}) {
		t.Errorf("the column is %v", got)
	}
	if got := slugs(e.Pages); !slices.Equal(got, []string{"g", "b", "f", "c", "a", "d", "e"}) {
		t.Errorf("the edition is %v", got)
	}
	p := c.ByFile("content/basic/news/b.zh-Hans.md")
	if older, newer := p.Neighbours(); older.Slug != "f" || newer.Slug != "g" {
		t.Errorf("beside b: %s, %s", older.Slug, newer.Slug)
	}
	if c.Hidden("content/basic/news/h.zh-Hans.md") != Embargo || c.ByFile("content/basic/news/h.zh-Hans.md") != nil {
		t.Error("a page of tomorrow is published")
	}
}

func TestLanguages(t *testing.T) {
	c, problems := arrange(t, head("a", "en", 1), head("a", "zh-Hans", 2), head("only", "en", 1))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	set := c.Set("basic/news/a")
	if got := []string{set.Pages[0].Address, set.Pages[1].Address}; !slices.Equal(got, []string{"/basic/news/a/", "/en/basic/news/a/"}) {
		t.Errorf("the addresses %v", got)
	}
	if set.In("en").Index != set.In("zh-Hans").Index || set.In("en").Index == c.Set("basic/news/only").In("en").Index {
		t.Error("versions of a document share their number, and no other document has it")
	}
	zh, en := c.Editions[0], c.Editions[1]
	if zh.Column("team/party") == nil || en.Column("team/party") != nil || en.Group("team") != nil {
		t.Error("the default language has all columns, and others those with pages")
	}
	if zh.Column("basic/interpretations") != nil {
		t.Error("a basic court has no judicial interpretations")
	}
}

func TestRelated(t *testing.T) {
	c, problems := arrange(t, head("a", "zh-Hans", 1, related("basic/news/b")), head("b", "zh-Hans", 1, related("basic/news/a")), head("b", "en", 1),
		head("self", "zh-Hans", 1, related("basic/news/self")), head("wrong", "zh-Hans", 1, related("basic/news/nothing")))
	want := []string{"content/basic/news/self.zh-Hans.md front-related-self", "content/basic/news/wrong.zh-Hans.md front-related"}
	if !slices.Equal(problems, want) {
		t.Errorf("got %q", problems)
	}
	for _, p := range c.Pages {
		n := 1
		if p.Slug == "self" || p.Slug == "wrong" {
			n = 0
		}
		if len(p.Related) != n {
			t.Errorf("%s is related to %d documents", p.Path, len(p.Related))
		}
	}
}

// TestIndexNumbersMeet: two documents of a year whose serials are the same by chance: the later one gets another, whoever comes first.
func TestIndexNumbersMeet(t *testing.T) {
	const one, other, serial = "notice-6458", "notice-6485", "A101/2026-21150224"
	for _, days := range [][2]int{{5, 3}, {3, 5}} {
		c, _ := arrange(t, head(one, "zh-Hans", days[0]), head(other, "zh-Hans", days[1]))
		earlier, later := c.Set("basic/news/" + one).Pages[0], c.Set("basic/news/" + other).Pages[0]
		if days[0] < days[1] {
			earlier, later = later, earlier
		}
		if earlier.Index != serial || later.Index == serial || later.Index == "" {
			t.Errorf("%s has %s, %s has %s", earlier.Slug, earlier.Index, later.Slug, later.Index)
		}
	}
}

func TestIndexNumbersOfVersions(t *testing.T) {
	c, problems := arrange(t, head("a", "zh-Hans", 1, index("甲")), head("a", "en", 1), head("b", "zh-Hans", 1), head("b", "en", 1, index("乙")), head("c", "zh-Hans", 1, index("甲")))
	if !slices.Equal(problems, []string{"content/basic/news/c.zh-Hans.md " + diag.FrontIndexTwice.Code}) {
		t.Errorf("got %q", problems)
	}
	for id, want := range map[page.ID]string{"basic/news/a": "甲", "basic/news/b": "乙"} {
		for _, p := range c.Set(id).Pages {
			if p.Index != want {
				t.Errorf("%s has the number %s, want %s", p.Path, p.Index, want)
			}
		}
	}
}

func TestExpired(t *testing.T) {
	for _, c := range []struct {
		expires time.Time
		want    bool
	}{{time.Time{}, false}, {now, true}, {now.Add(time.Second), false}, {now.Add(-time.Second), true}} {
		if got := (&Page{Head: &page.Head{Expires: c.expires}}).Expired(now); got != c.want {
			t.Errorf("%v: expired is %t", c.expires, got)
		}
	}
}
