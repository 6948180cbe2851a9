package docs_test

import (
	"testing"
	"unicode"

	"courtsite/docs"
	"courtsite/generator/diag"
)

// TestExplanations: each code can be explained in both languages, with what courtsite says of it.
func TestExplanations(t *testing.T) {
	examples := 0
	for _, k := range diag.Kinds() {
		e, ok := docs.Explain(k.Code)
		if !ok {
			t.Errorf("%s is not explained", k.Code)
			continue
		}
		if e.Chinese == "" || e.English == "" || !hasHan(e.Chinese) || e.Said[docs.InChinese] == "" || e.Said[docs.InEnglish] == "" || !hasHan(e.Said[docs.InChinese]) {
			t.Errorf("%s: %+v", k.Code, e)
		}
		if e.Example != "" {
			examples++
		}
	}
	if examples < 100 {
		t.Errorf("only %d examples", examples)
	}
	if _, ok := docs.Explain("no-such-code"); ok {
		t.Error("a code that does not exist is explained")
	}
}

func hasHan(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			return true
		}
	}
	return false
}
