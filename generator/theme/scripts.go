package theme

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"

	iso "golang.org/x/text/language"

	"courtsite/generator/diag"
	"courtsite/generator/locale"
	"courtsite/generator/script"
)

// inLanguages adds to a theme's files what the site's languages need, and writes the languages into the style sheets for the scripts that these name.
func inLanguages(sources []source, site fs.FS, table *locale.Table) ([]source, []diag.Problem) {
	own, problems := bring(site, table.Languages())
	sources = slices.Concat(sources, own, []source{{name: sheetName, path: "i18n", data: languageSheet(table)}})
	slices.SortStableFunc(sources, byName)
	for i, s := range sources {
		if strings.HasPrefix(s.name, "assets/css/") {
			data, found := byScript(s, table.Shown())
			sources[i].data, problems = data, append(problems, found...)
		}
	}
	return sources, problems
}

// scriptSelector is our own: :script(Arab) selects texts in all languages that are written in a script (ISO 15924), so that a style sheet need not
// know which languages a site has.
var scriptSelector = regexp.MustCompile(`:script\(([^()]*)\)`)

// nothing is a selector of no element.
const nothing = ":not(*)"

// byScript writes the languages of the site for the scripts that a style sheet names.
func byScript(s source, shown []*locale.Language) ([]byte, []diag.Problem) {
	var problems []diag.Problem
	for _, at := range scriptSelector.FindAllSubmatchIndex(s.data, -1) {
		for name := range strings.SplitSeq(string(s.data[at[2]:at[3]]), ",") {
			if _, err := iso.ParseScript(strings.TrimSpace(name)); err != nil {
				problems = append(problems, diag.New(diag.ThemeScript, diag.At(s.path, s.data, at[0]), strings.TrimSpace(name)))
			}
		}
	}
	return scriptSelector.ReplaceAllFunc(s.data, func(match []byte) []byte {
		names := string(scriptSelector.FindSubmatch(match)[1])
		var selectors []string
		for _, l := range shown {
			if strings.Contains(","+strings.ReplaceAll(names, " ", "")+",", ","+script.Name(l.Tag)+",") {
				selectors = append(selectors, inLanguage(l, shown))
			}
		}
		if len(selectors) == 0 {
			return []byte(nothing)
		}
		return []byte(":is(" + strings.Join(selectors, ", ") + ")")
	}), problems
}
