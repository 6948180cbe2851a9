package gate

import (
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach"
	"courtsite/generator/gate/detect"
)

// offices are the kinds that are right in a site's own settings: a court's address, telephone and mailbox are there to be read.
var offices = []*detect.Kind{detect.MobileNumber, detect.LandlineNumber, detect.EmailAddress, detect.ChatAccount, detect.HomeAddress}

// Setting looks at a text of site.toml or of a phrase file. Offices, reasons, names of items and notices of what was withdrawn stand on pages as
// much as what is written in the pages themselves.
func Setting(text string, at diag.Pos) []diag.Problem {
	var problems []diag.Problem
	for _, f := range detect.Text(unescaped(text), detect.Context{}) {
		if !slices.Contains(offices, f.Kind) {
			problems = append(problems, diag.New(personalKinds[f.Kind], at, oneLine(f.Masked)).As(f.Severity()).Matching(characters(f.Match)))
		}
	}
	return problems
}

// unescaped is an address as the path that it means, under which it is published. Other texts stay as they are.
func unescaped(text string) string {
	if !strings.Contains(text, "%") {
		return text
	}
	if plain, err := url.PathUnescape(text); err == nil && utf8.ValidString(plain) {
		return plain
	}
	return text
}

// ThemeFile looks into a file of the site's own theme: templates and pictures are published too. Only what is certain counts, and where a
// picture was taken; the rest of a theme (licences, names of its makers) is there on purpose.
func ThemeFile(name, content string, report attach.Report) []diag.Problem {
	var problems []diag.Problem
	for _, p := range Attachment(name, content, report, false) {
		if p.Severity == diag.Error || p.Kind == diag.PictureLocation {
			problems = append(problems, p)
		}
	}
	return problems
}
