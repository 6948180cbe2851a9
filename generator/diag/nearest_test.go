package diag

import "testing"

func TestNearest(t *testing.T) {
	known := []string{"published", "updated", "标题", "office"}
	for word, want := range map[string]string{
		"publised": "published", "update": "updated", "标提": "标题", "ofice": "office", "office": "office",
		"colour": "", "x": "", "标": "标题", "permalink": "", "officer2": "office",
	} {
		if got := Nearest(word, known); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
	if got := Nearest("title", nil); got != "" {
		t.Errorf("Nearest among nothing = %q", got)
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"kitten", "sitting", 3}, {"院", "法院", 1}} {
		if got := distance([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
