package publish

import (
	"slices"
	"strings"

	"courtsite/generator/output"
)

// The stages of a run. Nothing comes before what it needs: a page before its style sheet, a list before its pages. Deletions follow in the
// opposite order, so that nothing goes before what needs it. All steps of a stage may be done at once.
const (
	stageClear = iota // deletions that stand in the way of something new
	stageAsset
	stageAttachment
	stagePage
	stageList
	stageFeed
	stageManifest
	stages = 2 * stageManifest // with the stages of deletions
)

// deletionOf gives the stage of a deletion by the one in which the object was stored.
func deletionOf(kind output.Kind) int { return stages - stageOf(kind) }

// manifestKind is what the manifest is to a run; it does not list itself.
const manifestKind output.Kind = "manifest"

func stageOf(kind output.Kind) int {
	switch kind {
	case output.Attachment:
		return stageAttachment
	case output.Page, output.Redirect, output.Compressed:
		return stagePage
	case output.List:
		return stageList
	case output.Feed, output.Sitemap, output.Hosting:
		return stageFeed
	case manifestKind:
		return stageManifest
	}
	return stageAsset
}

// clearWay moves those deletions to the front that stand in the way of something that is to be stored: on a disk a file can't
// stand where a folder is needed, nor the other way round, and some disks take names that differ in case alone for one.
func (p *Plan) clearWay() {
	taken := map[string]bool{} // folded names of the site's objects, and of all folders above them
	for name := range p.stamps {
		key := strings.ToLower(name)
		for taken[key] = true; strings.Contains(key, "/"); {
			key = key[:strings.LastIndexByte(key, '/')]
			taken[key] = true
		}
	}
	for i, s := range p.Steps {
		if s.Delete && (taken[strings.ToLower(s.Name)] || p.under(s.Name)) {
			p.Steps[i].stage = stageClear
		}
	}
}

// under tells whether a file is to stand where a folder above the name is.
func (p *Plan) under(name string) bool {
	for i := strings.LastIndexByte(name, '/'); i > 0; i = strings.LastIndexByte(name[:i], '/') {
		if _, wanted := p.stamps[name[:i]]; wanted {
			return true
		}
	}
	return false
}

// stage gives the steps of one stage.
func (p *Plan) stage(n int) []Step {
	return slices.DeleteFunc(slices.Clone(p.Steps), func(s Step) bool { return s.stage != n })
}
