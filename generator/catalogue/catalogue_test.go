package catalogue

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

var levels = []string{"basic", "intermediate", "high", "supreme"}

func TestOpinionOf2018(t *testing.T) {
	c := Default()
	if c.Date.Format("2006-01-02") != "2018-11-20" || !strings.Contains(c.Source, "法发〔2018〕20号") {
		t.Errorf("source %q of %s", c.Source, c.Date)
	}
	categories := c.Categories("")
	if len(categories) != 7 {
		t.Fatalf("%d categories, want 7", len(categories))
	}
	seen := map[string]bool{}
	for n, category := range categories {
		if category.Article != 4+n {
			t.Errorf("%s is article %d, want %d", category.ID, category.Article, 4+n)
		}
		for i, item := range category.Items {
			checkItem(t, c, item)
			if seen[item.ID] {
				t.Errorf("%s stands twice", item.ID)
			}
			seen[item.ID] = true
			last := i == len(category.Items)-1
			if item.Other && !last || item.Category != category.ID {
				t.Errorf("%s: other %v, last %v, category %q", item.ID, item.Other, last, item.Category)
			}
		}
	}
	if len(seen) != 45 {
		t.Errorf("%d items, want 45", len(seen))
	}
}

func checkItem(t *testing.T, c *Catalogue, item Item) {
	t.Helper()
	if found, ok := c.Item(item.ID); !ok || found.Official != item.Official {
		t.Errorf("Item(%q) = %v, %v", item.ID, found, ok)
	}
	zh, lang := item.Name("zh-Hans")
	if lang != "zh-Hans" || zh == "" || utf8.RuneCountInString(zh) > 14 {
		t.Errorf("%s: Chinese name %q in %s is empty or too long for navigation", item.ID, zh, lang)
	}
	if en, lang := item.Name("en"); lang != "en" || en == "" {
		t.Errorf("%s: English name %q in %s", item.ID, en, lang)
	}
	for _, level := range item.Levels {
		if !slices.Contains(levels, level) {
			t.Errorf("%s: unknown level %q", item.ID, level)
		}
	}
}

func TestEveryCategoryEndsOpen(t *testing.T) {
	for _, category := range Default().Categories("") {
		if last := category.Items[len(category.Items)-1]; !last.Other {
			t.Errorf("%s does not end with an open item but with %s", category.ID, last.ID)
		}
	}
}

func TestLevels(t *testing.T) {
	for level, want := range map[string]int{"basic": 43, "intermediate": 43, "high": 43, "supreme": 45, "": 45} {
		got := 0
		for _, category := range Default().Categories(level) {
			got += len(category.Items)
		}
		if got != want {
			t.Errorf("a court of level %q has %d items, want %d", level, got, want)
		}
	}
	if category, ok := Default().Category("basic"); !ok || len(category.Items) != 7 {
		t.Errorf("filtering changed the catalogue: %v", category)
	}
}

func TestName(t *testing.T) {
	news, _ := Default().Item("basic/news")
	for _, c := range []struct{ tag, text, lang string }{
		{"zh-Hans", "动态信息", "zh-Hans"},
		{"en", "Meetings, events and other news", "en"},
		{"en-GB", "Meetings, events and other news", "en-GB"},
		{"zh", "动态信息", "zh"},
		{"zh-CN", "动态信息", "zh-CN"},
		{"zh-TW", "动态信息", "zh-Hans"},
		{"ug", "动态信息", "zh-Hans"},
		{"mn-Mong", "动态信息", "zh-Hans"},
		{"", "动态信息", "zh-Hans"},
	} {
		if text, lang := news.Name(c.tag); text != c.text || lang != c.lang {
			t.Errorf("Name(%q) = %q in %s, want %q in %s", c.tag, text, lang, c.text, c.lang)
		}
	}
	if !news.Shortened("zh-Hans") || !news.Shortened("zh-CN") || news.Shortened("zh-Hant") || news.Shortened("en") || news.Official != "重要会议、重大活动和重要工作等动态信息" {
		t.Errorf("official wording of basic/news: %q", news.Official)
	}
	if judgments, _ := Default().Item("trial/judgments"); judgments.Shortened("zh-Hans") {
		t.Error("trial/judgments has its official name")
	}
}

func TestNearest(t *testing.T) {
	for id, want := range map[string]string{
		"basic/new": "basic/news", "administration/budget": "administration/budgets", "team/personell": "team/personnel",
		// the name decides, not what two ids of a category have in common
		"service/notices": "", "service/xyz": "", "trial/budgets": "administration/budgets", "service/announcement": "service/announcements",
		"service/statistics": "trial/statistics", "servise/guides": "service/guides", "servise/guide": "service/guides", "adminstration/budgets": "administration/budgets",
		"news": "basic/news", "budget": "administration/budgets", "tem": "team", "trial/anual-review": "trial/annual-review", "team/others": "team/other",
		"动态信息": "basic/news", "其他需要社会广泛知晓的基本信息": "basic/other", "nothing/like-it": "", "": "", "/": "", "basic/": "basic", "a/b/c": "",
	} {
		if got := Default().Nearest(id); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", id, got, want)
		}
	}
	if _, ok := Default().Item("basic"); ok {
		t.Error("a category is not an item")
	}
}

func TestParseRefuses(t *testing.T) {
	for name, data := range map[string]string{
		"syntax":      "source = ",
		"unknown key": "sources = \"x\"",
		"item twice":  "[[category]]\nid = \"a\"\nitems = [{ id = \"b\", zh = \"甲\", en = \"A\" }, { id = \"b\", zh = \"乙\", en = \"B\" }]",
	} {
		if _, err := parse(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
