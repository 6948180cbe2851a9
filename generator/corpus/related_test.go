package corpus

import "testing"

// TestNearestDocument: what people write for a document leads to it; what resembles none leads nowhere.
func TestNearestDocument(t *testing.T) {
	c, _ := arrange(t, head("first", "zh-Hans", 2), head("budget-2026", "zh-Hans", 1))
	for written, want := range map[string]string{
		"first.md": "basic/news/first", "../news/first.md": "basic/news/first", "first": "basic/news/first", "first.en.md": "basic/news/first",
		"content/basic/news/first/index.md": "basic/news/first", "reform/documents/budget-2026": "basic/news/budget-2026", "basic/news/budget-2025": "basic/news/budget-2026",
		"basic/news/annual-report": "", "": "",
	} {
		if got := c.nearestDocument(written); got != want {
			t.Errorf("%q: got %q, want %q", written, got, want)
		}
	}
}
