package page

import (
	"maps"
	"slices"
)

// Anchors lists the places that a link may lead to, sorted.
func (b *Body) Anchors() []string { return slices.Sorted(maps.Keys(b.anchors)) }
