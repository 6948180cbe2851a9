package page

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"courtsite/generator/diag"
)

// Folder is the folder of all pages.
const Folder = "content"

// Outside is the folder of pages outside the catalogue, directly below [Folder].
const Outside = "pages"

// IsPage tells whether a file of a site is a page.
func IsPage(name string) bool {
	return strings.HasPrefix(name, Folder+"/") && strings.EqualFold(path.Ext(name), ".md")
}

// SignOffs is how the file of a page's sign-offs ends, which stands beside the page: open-day.signoff.toml.
const SignOffs = ".signoff.toml"

// IsSignOffs tells whether a file of a site holds sign-offs.
func IsSignOffs(name string) bool {
	return strings.HasPrefix(name, Folder+"/") && len(name) > len(SignOffs) && strings.EqualFold(name[len(name)-len(SignOffs):], SignOffs)
}

// IsAttachment tells whether a file of a site may be published beside a page: it is below content/, and neither a page nor a record of the tool's own.
func IsAttachment(name string) bool {
	return strings.HasPrefix(name, Folder+"/") && !IsPage(name) && !IsSignOffs(name)
}

// Languages are the languages that a site has.
type Languages struct {
	Tags    []string
	Default string
}

// placed is what a page's path says.
type placed struct {
	id     ID
	slug   string
	lang   string
	bundle bool
	item   string // "" where the folder is not that of an item
	// outside: the page stands in the folder of pages outside the catalogue.
	outside bool
}

// place reads a page's path: content/<category>/<item>/<slug>.<tag>.md, or <slug>/index.<tag>.md.
func (l Languages) place(name string) (placed, []diag.Problem) {
	dir, file := path.Split(strings.TrimPrefix(name, Folder+"/"))
	dir = strings.TrimSuffix(dir, "/")
	stem, lang, problems := l.split(name, file[:len(file)-len(path.Ext(file))])
	p := placed{lang: lang}
	if stem == "index" && strings.Count(dir, "/") >= 1 {
		p.bundle = true
		dir, stem = path.Dir(dir), path.Base(dir)
	}
	p.slug = Slug(stem)
	p.id = ID(path.Join(dir, p.slug))
	p.outside = dir == Outside
	if strings.Count(dir, "/") == 1 {
		p.item = dir
	}
	if p.slug == "" {
		problems = append(problems, diag.New(diag.PageSlug, diag.Pos{Path: name}))
	}
	return p, problems
}

// ID is the document that a page's path says it is a version of.
func (l Languages) ID(name string) ID {
	p, _ := l.place(name)
	return p.id
}

// split takes the language tag off a file's name. What looks like a tag but isn't one of the site's languages is a problem.
func (l Languages) split(name, stem string) (base, lang string, problems []diag.Problem) {
	i := strings.LastIndexByte(stem, '.')
	if i < 0 {
		return stem, l.Default, nil
	}
	tag := stem[i+1:]
	for _, known := range l.Tags {
		if strings.EqualFold(tag, known) {
			return stem[:i], known, nil
		}
	}
	if _, err := language.Raw.Parse(tag); err == nil {
		return stem[:i], l.Default, []diag.Problem{diag.New(diag.PageLanguage, diag.Pos{Path: name}, tag, strings.Join(l.Tags, ", "))}
	}
	return stem, l.Default, nil
}

// Slug makes a part of an address of a file's name or of a word: NFC, blanks and what addresses reserve become hyphens.
func Slug(stem string) string {
	if strings.Trim(stem, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" { // as nearly all are
		return strings.Trim(stem, "-")
	}
	var b strings.Builder
	pending := false
	for _, r := range norm.NFC.String(stem) {
		if unicode.IsSpace(r) || unicode.IsControl(r) || slices.Contains([]rune(`/\?#%&"'<>|:*^+`+"`"), r) {
			pending = b.Len() > 0
			continue
		}
		if pending {
			b.WriteByte('-')
			pending = false
		}
		b.WriteRune(r)
	}
	return strings.Trim(b.String(), ".-")
}
