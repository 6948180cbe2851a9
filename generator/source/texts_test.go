package source

import (
	"fmt"
	"slices"
	"testing"

	"courtsite/generator/diag"
)

// TestTexts: every text is gone through, however deep it stands, and each at its own place.
func TestTexts(t *testing.T) {
	const src = "a = \"eins\"\nn = 5\nlist = [\"zwei\", \"drei\"]\ninline = [{ b = \"vier\" }]\n\n[t.u]\nc = \"f\\u00fcnf\"\n\n[[g]]\nd = \"sechs\"\n\n[[g]]\nd = \"sieben\"\n"
	_, table := ParseTOML("site.toml", []byte(src), 0, len(src))
	var got []string
	table.Texts(func(text string, at diag.Pos) { got = append(got, fmt.Sprintf("%s %d:%d", text, at.Line, at.Col)) })
	want := []string{"eins 1:1", "sechs 10:1", "sieben 13:1", "vier 4:13", "zwei 3:1", "drei 3:1", "fünf 7:1"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	(*Table)(nil).Texts(func(string, diag.Pos) { t.Error("a text of no table") })
}
