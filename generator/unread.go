package generator

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/page"
)

// unreadable are the kinds of problems for which a page, a file or a folder is missing from what a build sees.
var unreadable = []*diag.Kind{diag.SourceUnreadable, diag.SourceSymlink, diag.SourceName, diag.SourceEncoding, diag.SourceBinary}

// causes leaves out what pages seem to lack only because it could not be read, which is an error itself: a folder that nobody may open would else bring
// a broken link for each that leads into it.
func (b *build) causes(problems []diag.Problem) []diag.Problem {
	u := b.unread(problems)
	if len(u.names) == 0 {
		return problems
	}
	return slices.DeleteFunc(slices.Clone(problems), u.explains)
}

// unread is what of a site's content could not be read.
type unread struct {
	names []string // files and folders
	langs page.Languages
}

func (b *build) unread(problems []diag.Problem) (u unread) {
	for _, p := range problems {
		if p.Severity == diag.Error && slices.Contains(unreadable, p.Kind) && (p.Path == page.Folder || strings.HasPrefix(p.Path, page.Folder+"/")) {
			u.names = append(u.names, p.Path)
		}
	}
	if b.corpus != nil {
		u.langs = page.Languages{Tags: b.corpus.Site.Tags(), Default: b.corpus.Site.Default}
	}
	return u
}

// explains tells whether a problem may be there only because something could not be read.
func (u unread) explains(p diag.Problem) bool {
	if p.Kind != diag.LinkBroken && p.Kind != diag.FrontFile && p.Kind != diag.FrontRelated {
		return false
	}
	args := p.Record().Args
	dest, ok := args[0].(string)
	if !ok {
		return false
	}
	if p.Kind == diag.FrontRelated {
		return u.has(path.Join(page.Folder, dest))
	}
	to, err := url.Parse(dest)
	switch {
	case err != nil:
		return false
	case strings.HasPrefix(to.Path, "/"):
		return true // a page has the addresses that stand in it, old ones among them
	}
	return u.has(path.Join(path.Dir(p.Path), to.Path))
}

// has tells whether a file, or a document by its folder and name, is among what could not be read.
func (u unread) has(name string) bool {
	return slices.ContainsFunc(u.names, func(gone string) bool {
		return name == gone || strings.HasPrefix(name, gone+"/") ||
			page.IsPage(gone) && (page.IsPage(name) && u.langs.ID(name) == u.langs.ID(gone) || name == path.Join(page.Folder, string(u.langs.ID(gone))))
	})
}
