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
