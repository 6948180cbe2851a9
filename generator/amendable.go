package generator

import (
	"bytes"
	"context"
	"slices"
	"strings"

	"courtsite/generator/page"
	"courtsite/generator/signoff"
	"courtsite/generator/source"
)

// amendable finds out what has changed, and whether that is no more than files of pages.
func (b *build) amendable(ctx context.Context) (bool, error) {
	past := b.in.Past
	then, err := past.snapshot()
	if err != nil {
		return false, nil
	}
	snap, unchanged, err := b.rescan(then)
	if snap == nil || len(snap.Files()) != len(then) {
		return false, err
	}
	b.snap = snap
	var changed []source.File
	var signed []string
	for i, f := range snap.Files() {
		switch {
		case f.Path != then[i].Path:
			return false, nil
		case unchanged(f, then[i]):
		case page.IsSignOffs(f.Path):
			signed = append(signed, f.Path)
		case !page.IsPage(f.Path) || len(changed) == mostAmended:
			return false, nil
		default:
			changed = append(changed, f)
		}
	}
	b.past = &Past{key: past.key, began: past.began, file: past.file, under: past.under, bodies: past.bodies, outputs: past.outputs}
	if b.past.heads, err = past.allHeads(ctx); err != nil {
		return false, nil
	}
	b.next = newPast()
	b.next.key, b.next.began, b.next.files = past.key, b.in.Clock, snap.Files()
	return b.readAgain(changed) && b.signedAnew(signed), nil
}

// rescan lists the files again, and gives what tells which of them are what they were. There is no list where something is another that is no content, or where a file cannot be
// a site's.
func (b *build) rescan(then []source.File) (snap *source.Snapshot, unchanged func(now, then source.File) bool, err error) {
	if snap, ok := b.touched(then); ok {
		return snap, func(now, _ source.File) bool { return !slices.Contains(b.in.Touched, now.Path) }, nil
	}
	if key, err := b.key(); err != nil || key != b.in.Past.key {
		return nil, nil, nil
	}
	snap, problems, err := scan(b.in.Site)
	if err != nil || len(problems) > 0 {
		return nil, nil, err
	}
	return snap, b.in.Past.unchanged, nil
}

// touched lists the files again where it is known which of them alone may have changed since the last build made a site, and no other than content.
func (b *build) touched(then []source.File) (*source.Snapshot, bool) {
	other := func(name string) bool { return !strings.HasPrefix(name, page.Folder+"/") }
	if b.in.Touched == nil || b.in.Past == nil || b.in.Past.outcome == nil || slices.ContainsFunc(b.in.Touched, other) {
		return nil, false
	}
	return source.Since(b.in.Site, then, b.in.Touched)
}

// signedAnew tells whether the signatures that have changed are of pages that have.
func (b *build) signedAnew(files []string) bool {
	for path := range b.amends.was {
		b.amends.signed[signoff.File(path)] = true
	}
	return !slices.ContainsFunc(files, func(name string) bool { return !b.amends.signed[name] })
}

// readAgain reads the pages that have changed, and notes which of them do not have the front matter that they had. It tells whether all of them were known, and can be read.
func (b *build) readAgain(changed []source.File) bool {
	for _, f := range changed {
		known, found := b.past.knownHead(f.Path)
		text, ok, _ := b.snap.Text(f.Path)
		if !found || !ok {
			return false
		}
		b.amends.was[f.Path] = known.head
		if !bytes.HasPrefix(text.Bytes, known.head.Front) {
			b.amends.reworded[f.Path] = true // if it is no more than that
		}
	}
	return true
}
