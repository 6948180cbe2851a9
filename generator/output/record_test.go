package output

import (
	"testing"
	"time"
)

// TestStamps: each thing that the disk tells of a file, or of a folder, shows that somebody was there, but for what is no one's business: of a file, links
// to it and rights.
func TestStamps(t *testing.T) {
	was := stamp{size: 1, modified: 2, inode: 3, mode: 0o100644, owner: 5}
	for name, test := range map[string]struct {
		change        func(*stamp)
		file, unmoved bool
	}{
		"nothing": {func(*stamp) {}, true, true},
		"size":    {func(s *stamp) { s.size++ }, false, true},
		"time":    {func(s *stamp) { s.modified++ }, false, false},
		"inode":   {func(s *stamp) { s.inode++ }, false, false},
		"rights":  {func(s *stamp) { s.mode = 0o100600 }, true, false},
		"kind":    {func(s *stamp) { s.mode = 0o120644 }, false, false},
		"owner":   {func(s *stamp) { s.owner++ }, true, false},
	} {
		now := was
		test.change(&now)
		if was.same(now) != test.file || was.unmoved(now) != test.unmoved {
			t.Errorf("%s: a file is the same: %t, a folder unmoved: %t", name, was.same(now), was.unmoved(now))
		}
	}
}

// TestVouches: a time that is as fine as a clock's tick needs a tick's distance, one of whole hundredths of a second that of FAT.
func TestVouches(t *testing.T) {
	sealed := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	r := &record{sealed: sealed.UnixNano()}
	for before, want := range map[time.Duration]bool{
		0: false, 99*time.Millisecond + 1: false, 100*time.Millisecond + 1: true, time.Second: false, 2 * time.Second: false, 2*time.Second + 10*time.Millisecond: true,
	} {
		if got := r.vouches(stamp{modified: sealed.Add(-before).UnixNano()}); got != want {
			t.Errorf("%v before: %t", before, got)
		}
	}
}
