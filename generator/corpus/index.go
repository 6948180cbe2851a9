package corpus

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"

	"courtsite/generator/diag"
	"courtsite/generator/page"
)

// number gives every document its 索引号: the one that its front matter says, or the court's code, the year of publication and a serial of eight
// digits. The serial is made from the document's identity, so that no other document's coming or going changes it; where two documents of a year
// would get the same one, the later gets another.
func (a *arranger) number() {
	taken := map[string]*Page{}
	sets := make([]*Set, 0, len(a.sets))
	for _, id := range a.IDs() {
		sets = append(sets, a.sets[page.ID(id)])
	}
	for _, set := range sets {
		for _, p := range set.Pages {
			if p.Index = p.Head.Index; p.Index == "" {
				continue
			}
			switch other := taken[p.Index]; {
			case other == nil:
				taken[p.Index] = p
			case other.Set != set:
				a.report(diag.FrontIndexTwice, p.Pos("index"), p.Index, other.Path)
			}
		}
	}
	slices.SortStableFunc(sets, func(x, y *Set) int {
		return cmp.Compare(x.Pages[0].Published.Unix(), y.Pages[0].Published.Unix())
	})
	for _, set := range sets {
		a.numberSet(set, taken)
	}
}

func (a *arranger) numberSet(set *Set, taken map[string]*Page) {
	first := set.Pages[0]
	written := ""
	for _, p := range set.Pages {
		if p.Index != "" {
			written = p.Index
			break
		}
	}
	for try := 0; written == "" || taken[written] != nil && taken[written].Set != set; try++ {
		written = serial(a.Site.Court.Code, first.Published.In(a.Site.Zone).Year(), string(set.ID), try)
	}
	taken[written] = first
	for _, p := range set.Pages {
		if p.Index == "" {
			p.Index = written
		}
	}
}

func serial(court string, year int, id string, try int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", id, try))
	return fmt.Sprintf("%s/%d-%08d", court, year, binary.BigEndian.Uint64(sum[:8])%1e8)
}
