package diag

import (
	"errors"
	"strings"
	"testing"
)

// TestHide: nothing of the author's is left as it was, and the problem itself is not touched.
func TestHide(t *testing.T) {
	hide := func(s string) string { return strings.ReplaceAll(s, "甲", "*") }
	p := New(TOMLUnknownKey, Pos{"content/甲.md", 2, 1}, "甲乙", errors.New("甲丙"))
	want := "content/*.md:2:1: error: unknown key \"*乙\" [toml-unknown-key]"
	if got, _, _ := strings.Cut(p.Hide(hide).Text(EN), "\n"); got != want {
		t.Errorf("got %s", got)
	}
	if s := p.Hide(hide).Text(ZH); strings.Contains(s, "甲") {
		t.Error(s)
	}
	if !strings.Contains(p.Text(EN), "甲乙") || p.Path != "content/甲.md" {
		t.Error("the problem was changed")
	}
}
