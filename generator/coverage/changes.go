package coverage

import "courtsite/generator/catalogue"

// Changes are what the catalogue of one year has that another's had not.
type Changes struct {
	From  int      `json:"from"`
	To    int      `json:"to"`
	Items []Change `json:"items"`
}

// Change is one of them.
type Change struct {
	Change catalogue.ChangeKind `json:"change"` // added, removed, retired, renamed
	ID     string               `json:"id"`
	Name   string               `json:"name"`
	Reason string               `json:"reason,omitempty"`
}

// Compare tells what changed in the catalogue between two years, for courts of a level.
func Compare(before, after *catalogue.Catalogue, level string, from, to int) *Changes {
	changes := &Changes{From: from, To: to, Items: []Change{}}
	for _, c := range catalogue.Diff(before, after, level, from, to) {
		changes.Items = append(changes.Items, Change{c.What, c.Item.ID, c.Item.Official, c.Item.Reason})
	}
	return changes
}
