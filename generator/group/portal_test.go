package group

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"courtsite/generator/config"
	"courtsite/generator/directory"
)

// TestChannelKeepsTheNewest puts five documents into channels of three in every order: which courts come first must not decide what the portal shows.
func TestChannelKeepsTheNewest(t *testing.T) {
	const size, all = 3, 5
	var order func(taken []int)
	order = func(taken []int) {
		if len(taken) < all {
			for i := range all {
				if !slices.Contains(taken, i) {
					order(append(taken[:len(taken):len(taken)], i))
				}
			}
			return
		}
		c := &collector{group: &Group{Portal: &Member{Site: &config.Site{Default: "en"}}}, size: size, byKey: map[channelKey]*directory.Channel{}}
		for _, year := range taken {
			c.document(&directory.Court{ID: "a"}, document{Lang: "en", Item: "basic/news", Title: "Notice", Address: fmt.Sprint(year), Published: time.Date(2020+year, 1, 1, 0, 0, 0, 0, time.UTC)})
		}
		for key, ch := range c.byKey {
			c.trim(ch)
			var got []string
			for _, d := range ch.Documents {
				got = append(got, d.Address)
			}
			if want := []string{"4", "3", "2"}; !slices.Equal(got, want) {
				t.Fatalf("%+v after documents in the order %v: %v, want %v", key, taken, got, want)
			}
		}
	}
	order(nil)
}

// TestRecordKeepsTheNewest: of each item a record has as many documents as the portal may come to show, the newest.
func TestRecordKeepsTheNewest(t *testing.T) {
	dir := newGroup(t, 1)
	write(t, dir, "portal/site.toml", "base_url = \"https://portal.court.example\"\ncourt = { code = \"P\", level = \"high\", region = \"99\" }\n"+
		"[languages.zh-Hans]\ntitle = \"门户\"\n[lists]\nsize = 5\n[feeds]\nsize = 6\n")
	for day := range 8 {
		write(t, dir, fmt.Sprintf("courts/c000/content/basic/news/day-%d.md", day), fmt.Sprintf("+++\ntitle = \"第%d日公告\"\npublished = 2026-02-%02d\n+++\n\n本院发布公告。\n", day, day+10))
	}
	build(t, dir, Options{})
	g := open(t, dir)
	count := map[string]int{}
	for _, d := range loadDocuments(g.documentsOf(g.Members[0])) {
		if count[d.Item]++; d.Item == "basic/news" && d.Published.Day() < 12 {
			t.Errorf("%s of %v is there", d.ID, d.Published)
		}
	}
	if count["basic/news"] != 6 || count["basic/institution"] != 1 {
		t.Errorf("%v", count)
	}
}
