package diag

import (
	"regexp"
	"strings"
	"testing"
)

var trustMark = regexp.MustCompile(`\[([A-G])\][)）]`)

// TestWeakNormsAreNoErrors: what is only known from a poor copy, or by hearsay, never keeps a site from being written by default, and says so itself.
func TestWeakNormsAreNoErrors(t *testing.T) {
	for _, k := range Kinds() {
		n := k.Norm()
		if !n.Trust.Weak() {
			continue
		}
		if k.Severity == Error {
			t.Errorf("%s rests on %s [%s] and is an error", k.Code, n.EN, n.Trust)
		}
		for _, said := range []string{k.en.message + k.en.hint, k.zh.message + k.zh.hint} {
			if !strings.Contains(said, "["+string(n.Trust)+"]") {
				t.Errorf("%s does not tell how weak its norm is: %s", k.Code, said)
			}
		}
	}
}

// TestMarksInMessages: what a message says of its norm is what the table says.
func TestMarksInMessages(t *testing.T) {
	seen := 0
	for _, k := range Kinds() {
		n := k.Norm()
		if (n.Trust == Own) != (n.EN == "" && n.ZH == "") || n.Trust.Meaning(EN) == "" || n.Trust.Meaning(ZH) == "" {
			t.Errorf("%s: norm %+v", k.Code, n)
		}
		for _, said := range []struct{ text, norm string }{{k.en.message + k.en.hint, n.EN}, {k.zh.message + k.zh.hint, n.ZH}} {
			for _, m := range trustMark.FindAllStringSubmatch(said.text, -1) {
				seen++
				if m[1] != string(n.Trust) {
					t.Errorf("%s says [%s], the table [%s]: %s", k.Code, m[1], n.Trust, said.text)
				}
				if !strings.Contains(said.text, said.norm) {
					t.Errorf("%s cites another norm than %s: %s", k.Code, said.norm, said.text)
				}
			}
		}
	}
	if seen < 40 {
		t.Errorf("only %d marks were found in messages", seen)
	}
}
