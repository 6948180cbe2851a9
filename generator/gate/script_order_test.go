package gate

import (
	"math/rand/v2"
	"testing"

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
