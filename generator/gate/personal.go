package gate

import (
	"net/url"
	"path"
	"regexp"
	"strings"
	"unicode"

	"courtsite/generator/diag"
	"courtsite/generator/gate/detect"
	"courtsite/generator/page"
)

// personal gathers what a page must not publish: personal data, marks of secrecy, names hidden that should be read. Messages show what
// was found with its characters hidden: they end in logs that more people read than the page.
type personal struct {
	head     *page.Head
	told     map[*diag.Kind]int
	problems []diag.Problem
}

// personalData looks wherever a page's file has words: its name, the front matter, and the text with comments, addresses of links and words of
// pictures. What attachments hold is looked at apart: see [Attachment].
func personalData(h *page.Head, b *page.Body) []diag.Problem {
	p := &personal{head: h}
	if found := detect.FileName(nameOf(h)); len(found) > 0 {
		p.add(found, p.page)
	}
	p.front()
	p.text(b)
	return p.problems
}

// Hide takes personal data out of what all stages have to say: paths, links, names of files.
func Hide(problems []diag.Problem) []diag.Problem {
	hidden := make([]diag.Problem, len(problems))
	for i, p := range problems {
		hidden[i] = p.Hide(detect.Mask)
	}
	return diag.Sort(hidden)
}

// Mask takes personal data out of a text that people wrote for a report.
func Mask(text string) string { return detect.Mask(text) }

// nameOf is the part of a file's path that says something: of a page in a folder of its own, the folder.
func nameOf(h *page.Head) string {
	if h.Bundle {
		return path.Dir(h.Path)
	}
	return h.Path
}

// front looks at the values that readers see. Their keys are their labels.
func (p *personal) front() {
	h := p.head
	for _, v := range [...]struct{ key, text string }{
		{"title", h.Title}, {"summary", h.Summary}, {"author", h.Author}, {"source", h.Source}, {"office", h.Office}, {"image_alt", h.ImageAlt},
		{"number", h.Number}, {"index", h.Index}, {"translation", h.Translation.Translator}, {"translation", h.Translation.Reviewer},
	} {
		p.value(v.key, v.text)
	}
	for _, name := range h.CoOffices {
		p.value("co_offices", name)
	}
	for _, word := range h.Keywords {
		p.value("keywords", word)
	}
	for _, alias := range h.Aliases {
		p.value("aliases", unescaped(alias))
	}
	for _, a := range h.Attachments {
		p.value("attachments", a.Title)
		p.file("attachments", a.File)
	}
	p.file("image", h.Image)
}

func (p *personal) value(key, text string) {
	if text == "" {
		return
	}
	if found := detect.Text(text, p.context(key)); len(found) > 0 {
		p.add(found, p.at(key))
	}
}

func (p *personal) file(key, name string) {
	if found := detect.FileName(name); len(found) > 0 {
		p.add(found, p.at(key))
	}
}

func (p *personal) at(key string) func(detect.Finding) diag.Pos {
	return func(detect.Finding) diag.Pos { return p.head.Pos(key) }
}

func (p *personal) context(label string) detect.Context {
	return detect.Context{Label: label, Date: p.head.Published}
}

// text looks at the text as it stands in the file, where every finding has a place. What markup tears apart there (a number with
// an entity in it, asterisks with backslashes) and readers see whole is found in what they see; it has no place but the page.
func (p *personal) text(b *page.Body) {
	written, shown := b.Source(), b.Text()
	seen := map[string]bool{}
	found, torn := detect.Markdown(written, p.context(""))
	kept := found[:0]
	for _, f := range found {
		match := written[f.Start:f.End]
		if starred(f.Kind, match) && !strings.Contains(shown, match) {
			continue // the asterisks are emphasis, and hide nothing
		}
		seen[characters(match)] = true
		kept = append(kept, f)
	}
	p.add(kept, func(f detect.Finding) diag.Pos { return b.Pos(f.Start) })
	if !torn {
		p.links(b, seen)
		return
	}
	p.shown(shown, seen)
	if plain := span.ReplaceAllString(tag.ReplaceAllString(shown, ""), "$1"); len(plain) < len(shown) {
		p.shown(plain, seen)
	}
	p.links(b, seen)
}

// shown looks at what readers see, for what was not found in the source.
func (p *personal) shown(text string, seen map[string]bool) {
	for _, f := range detect.Text(text, p.context("")) {
		match := text[f.Start:f.End]
		if (f.Kind == detect.IdentityNumber || starred(f.Kind, match)) && !seen[characters(match)] {
			seen[characters(match)] = true
			p.add([]detect.Finding{f}, p.page)
		}
	}
}

// tag is one of HTML, which pages show as text. A number that was pasted with tags in it can be read all the same.
var tag = regexp.MustCompile(`</?[A-Za-z][^<>]{0,200}>|<!--.{0,200}?-->`)

// span is one of Pandoc's, which pages show as text too: [532301]{.underline}, and a bookmark, []{#_Hlk1 .anchor}.
var span = regexp.MustCompile(`\[([^\[\]\n]{0,80})\]\{[.#A-Za-z][^{}]{0,200}\}`)

// starred tells of a match that is one for its asterisks. In Markdown they may be emphasis.
func starred(kind *detect.Kind, match string) bool {
	return !kind.Maskable && strings.Contains(match, "*")
}

// links looks at the names of the files that the text links to, for what their addresses in the text don't show, and at whole addresses that are
// written with percent signs.
func (p *personal) links(b *page.Body, seen map[string]bool) {
	for _, l := range b.Links() {
		for _, f := range named(l.Dest) {
			if !seen[characters(f.Match)] {
				p.add([]detect.Finding{f}, func(detect.Finding) diag.Pos { return l.Pos })
			}
		}
	}
}

// named finds what the address of a link gives away.
func named(address string) []detect.Finding {
	if name, ok := pathOf(address); ok {
		return detect.FileName(name)
	}
	if strings.Contains(address, "%") {
		return detect.Text(unescaped(address), detect.Context{})
	}
	return nil
}

// pathOf gives the path of an address that leads to this site, as it reads. Most addresses are nothing but a path.
func pathOf(dest string) (name string, ok bool) {
	plain := !strings.HasPrefix(dest, "//")
	for i := 0; i < len(dest) && plain; i++ {
		plain = inPath[dest[i]]
	}
	if plain {
		return dest, true
	}
	address, err := url.Parse(dest)
	if err != nil || address.Scheme != "" || address.Host != "" {
		return "", false
	}
	return address.Path, true
}

// inPath are the bytes that an address has as they are, and that mean nothing but themselves in it.
var inPath = func() (in [256]bool) {
	for c := range in {
		in[c] = c > ' ' && c != 0x7f && !strings.ContainsRune("%?#:*", rune(c))
	}
	return in
}()

// characters are the letters and digits of a match, to tell whether two matches are the same however they are written.
func characters(match string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, match)
}

// page is the place of what has none in the file.
func (p *personal) page(detect.Finding) diag.Pos { return diag.Pos{Path: p.head.Path} }

// add tells findings. Of those that are no errors a few of each kind are enough; errors are told all, since each keeps the site from being written.
func (p *personal) add(findings []detect.Finding, place func(detect.Finding) diag.Pos) {
	if p.told == nil && len(findings) > 0 {
		p.told = map[*diag.Kind]int{}
	}
	for _, f := range findings {
		kind, severity := personalKinds[f.Kind], f.Severity()
		if p.told[kind]++; severity != diag.Error && p.told[kind] > mostTold {
			continue
		}
		p.problems = append(p.problems, diag.New(kind, place(f), oneLine(f.Masked)).As(severity).Matching(characters(f.Match)))
	}
}

// oneLine shows a match that goes over a line's end.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// personalKinds are the problems that findings become. Their codes are the detectors' with what they are about before them.
var personalKinds = map[*detect.Kind]*diag.Kind{
	detect.IdentityNumber:   diag.PersonalIdentity,
	detect.AccountNumber:    diag.PersonalAccount,
	detect.TravelDocument:   diag.PersonalTravelDocument,
	detect.MobileNumber:     diag.PersonalMobile,
	detect.LandlineNumber:   diag.PersonalLandline,
	detect.EmailAddress:     diag.PersonalEmail,
	detect.ChatAccount:      diag.PersonalChat,
	detect.PlateNumber:      diag.PersonalPlate,
	detect.HomeAddress:      diag.PersonalHome,
	detect.BirthDate:        diag.PersonalBirth,
	detect.MinorName:        diag.PersonalMinorName,
	detect.MinorSchool:      diag.PersonalMinorSchool,
	detect.ProtectedName:    diag.PersonalProtectedName,
	detect.SecrecyMark:      diag.SecrecyMark,
	detect.InternalPhrase:   diag.SecrecyInternal,
	detect.SecretFileName:   diag.SecrecyFileName,
	detect.MaskedCourt:      diag.MaskedCourt,
	detect.MaskedCaseNumber: diag.MaskedCaseNumber,
	detect.MaskedJudge:      diag.MaskedJudge,
}
