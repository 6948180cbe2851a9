package plan

import (
	"slices"
	"testing"
)

// TestParts: whatever the length of a list, its parts hold each entry once, in order; and one entry more changes the list's own address, and
// makes at most one new part.
func TestParts(t *testing.T) {
	for _, size := range []int{1, 5, 20} {
		var before [][]int
		for n := range 10 * size {
			entries := make([]int, n) // newest first: n-1 ... 0
			for i := range entries {
				entries[i] = n - 1 - i
			}
			var all []int
			var numbered [][]int
			for number := parts(n, size); number > 0; number-- {
				numbered = append(numbered, part(entries, size, number))
				all = append(all, part(entries, size, number)...)
			}
			all = append(slices.Clone(part(entries, size, 0)), all...)
			if !slices.Equal(all, entries) {
				t.Fatalf("%d entries by %d: %v", n, size, all)
			}
			if first := len(part(entries, size, 0)); n >= size && first < size || first >= 2*size {
				t.Errorf("%d entries by %d: %d on the first page", n, size, first)
			}
			slices.Reverse(numbered)
			if len(numbered) > len(before)+1 || !slices.EqualFunc(numbered[:len(before)], before, slices.Equal) {
				t.Errorf("%d entries by %d: the numbered pages changed from %v to %v", n, size, before, numbered)
			}
			before = numbered
		}
	}
}

func TestPartAddress(t *testing.T) {
	if a, b := partAddress("/a/", 0), partAddress("/a/", 3); a != "/a/" || b != "/a/page/3/" {
		t.Error(a, b)
	}
}
