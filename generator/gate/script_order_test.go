package gate

import (
	"math/rand/v2"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"courtsite/generator/script"
)

// What the signs calls normal, is. The other way round it may be too careful.
func TestInOrder(t *testing.T) {
	table := new(tables).of(script.For("en"), nil)
	plain := func(s string) bool {
		found, _ := table.look(s)
		return found&(joining|secondMark) == 0
	}
	pools := [][2]rune{{0x20, 0x7f}, {0xc0, 0x36f}, {0x600, 0x6ff}, {0xf00, 0xfff}, {0x1100, 0x11ff}, {0x1e00, 0x1fff}, {0x3040, 0x30ff}, {0xac00, 0xac50}, {0xf900, 0xfaff}}
	r := rand.New(rand.NewPCG(1, 2))
	agreed := 0
	for range 200_000 {
		text := make([]rune, 1+r.IntN(6))
		for i := range text {
			pool := pools[r.IntN(len(pools))]
			text[i] = pool[0] + rune(r.IntN(int(pool[1]-pool[0])))
		}
		switch s := string(text); {
		case !plain(s):
		case !norm.NFC.IsNormalString(s):
			t.Fatalf("%+q is not in normal form", s)
		default:
			agreed++
		}
	}
	if agreed < 100_000 {
		t.Errorf("the fast check settles %d of 200,000 texts only", agreed)
	}
}

// Each character of the basic plane has the signs that Unicode's tables give it, those too that are not looked up there.
func TestSignsOfForms(t *testing.T) {
	table := new(tables).of(script.For("en"), nil)
	for r := rune(0x80); r < 1<<16; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		p := norm.NFC.PropertiesString(string(r))
		want := sign(0)
		switch {
		case !p.BoundaryBefore() && p.CCC() == 0 || norm.NFC.QuickSpanString(string(r)) == 0:
			want = joining
		case p.CCC() != 0:
			want = mark | secondMark
		}
		if got := table.ofForm(r) &^ combining; got != want {
			t.Fatalf("%U has the signs %b, want %b", r, got, want)
		}
	}
}
