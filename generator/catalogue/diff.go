package catalogue

// Change is one difference between two catalogues.
type Change struct {
	What ChangeKind
	Item Item // as it is in the later catalogue, or was in the earlier one where it is gone
}

// ChangeKind names a change, as machine-readable formats carry it.
type ChangeKind string

const (
	ItemAdded   ChangeKind = "added"
	ItemRemoved ChangeKind = "removed"
	ItemRetired ChangeKind = "retired"
	ItemRenamed ChangeKind = "renamed"
)

// Diff tells what changed from one year's catalogue to another's, for courts of a level ("" for any), in the order of the later catalogue; what is gone
// from it comes last. A change of an item's office or period is no change of the catalogue.
func Diff(before, after *Catalogue, level string, yearBefore, yearAfter int) []Change {
	var changes []Change
	for _, category := range after.Categories(level) {
		for _, item := range category.Items {
			old, existed := before.Item(item.ID)
			existed = existed && old.Applies(level) && !old.Over(yearBefore)
			switch over := item.Over(yearAfter); {
			case existed && over:
				changes = append(changes, Change{ItemRetired, item})
			case over:
			case !existed:
				changes = append(changes, Change{ItemAdded, item})
			case old.Official != item.Official:
				changes = append(changes, Change{ItemRenamed, item})
			}
		}
	}
	for _, category := range before.Categories(level) {
		for _, item := range category.Items {
			if now, ok := after.Item(item.ID); (!ok || !now.Applies(level)) && !item.Over(yearBefore) {
				changes = append(changes, Change{ItemRemoved, item})
			}
		}
	}
	return changes
}
