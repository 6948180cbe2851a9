package generator

import (
	"cmp"
	"slices"

	"courtsite/generator/output"
)

// Reason says why an output was made again.
type Reason string

// The reasons.
const (
	MadeNew     Reason = "new"     // the last build made none of this name
	MadeInput   Reason = "input"   // the program, site.toml, the theme or a phrase has changed
	MadeText    Reason = "text"    // the page's file has changed
	MadeOthers  Reason = "others"  // what it shows of other pages has changed
	MadeAltered Reason = "altered" // it is gone from the output folder, or somebody has written to it
)

// Made is an output that was made again.
type Made struct {
	Path   string   `json:"path"`
	Reason Reason   `json:"reason"`
	Files  []string `json:"files,omitempty"` // what has changed, as far as the reason is theirs: files of pages; or site.toml, themes, i18n, courtsite
}

// reason finds out why an output cannot be taken over.
func (b *build) reason(file output.File) Reason {
	last, found := b.past.output(file.Path)
	known := b.next.heads[file.Source]
	was, _ := b.past.knownHead(file.Source)
	switch {
	case !found:
		return MadeNew
	case file.Fingerprint != "" && last.Fingerprint == file.Fingerprint:
		return MadeAltered
	case b.past.heads == nil:
		return MadeInput
	case known.head != nil && was.head != nil && known.head.Digest == was.head.Digest:
		return MadeOthers
	case known.head != nil || file.Kind == output.Attachment:
		return MadeText
	}
	return MadeOthers
}

// remade lists what was made again and is not what it was, with the reason; nil where there was no earlier build.
func (b *build) remade() []Made {
	if b.past == nil {
		return nil
	}
	var changed []string
	for path, known := range b.next.heads {
		if was, found := b.past.knownHead(path); !found || was.head.Digest != known.head.Digest {
			changed = append(changed, path)
		}
	}
	for path := range b.past.heads {
		if _, stays := b.next.heads[path]; !stays && b.amends == nil {
			changed = append(changed, path)
		}
	}
	slices.Sort(changed)
	list := []Made{}
	for _, f := range b.made {
		last, found := b.past.output(f.Path)
		_, made := b.again.Load(f.Path)
		if same := found && last.SHA256 == f.SHA256; same && (!made || b.amends != nil) {
			continue // in a tree that is amended all stands as it was: a file that was only touched comes to the same
		}
		m := Made{Path: f.Path, Reason: b.reason(f)}
		switch m.Reason {
		case MadeText:
			m.Files = []string{f.Source}
		case MadeOthers:
			m.Files = changed
		case MadeInput:
			m.Files = b.next.key.changed(b.past.key)
		}
		list = append(list, m)
	}
	slices.SortFunc(list, func(x, y Made) int { return cmp.Compare(x.Path, y.Path) })
	return list
}
