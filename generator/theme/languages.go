package theme

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/width"

	"courtsite/generator/locale"
)

// sheetName is where the style sheet of languages stands among the theme's: behind its variables and fonts, before all that uses what it sets,
// or sets it otherwise.
const sheetName = "assets/css/07-languages.css"

// languageSheet writes what each language is set in, as the variables that the theme's other style sheets use:
//
//	--text, --heading    families of fonts
//	--leading            height of a line, in sizes of its letters
//	--dates              room for a date beside a list
//
// They follow the lang of a text, also of a few foreign words on a page. Behind a language's own fonts come those of the base, for the Chinese
// characters and marks in its texts.
func languageSheet(table *locale.Table) []byte {
	var sheet strings.Builder
	base := table.Base()
	fmt.Fprintf(&sheet, ":root { --base: %s; --base-heading: %s; %s }\n", families(base.Fonts.Text), families(base.Fonts.Heading), variables(base, base))
	var rules []string // in the order of their first language
	by := map[string][]string{}
	shown := table.Shown()
	for _, l := range shown {
		declarations := variables(l, base)
		if slices.Contains(table.Languages(), l) {
			declarations += fmt.Sprintf("; --dates: %.4grem", roomForDates(l))
		}
		if by[declarations] == nil {
			rules = append(rules, declarations)
		}
		by[declarations] = append(by[declarations], inLanguage(l, shown))
	}
	for _, declarations := range rules {
		fmt.Fprintf(&sheet, "%s { %s }\n", strings.Join(by[declarations], ", "), declarations)
	}
	return []byte(sheet.String())
}

// variables are those of one language.
func variables(l, base *locale.Language) string {
	text, heading, line := "var(--base)", "var(--text)", base.Fonts.LineHeight
	if own := l.Fonts.Text; !slices.Equal(own, base.Fonts.Text) && len(own) > 0 {
		text = families(own) + ", " + text
	}
	switch own := l.Fonts.Heading; {
	case slices.Equal(own, base.Fonts.Heading):
		heading = "var(--base-heading)"
	case len(own) > 0:
		heading = families(own) + ", var(--base-heading)"
	}
	if l.Fonts.LineHeight > 0 {
		line = l.Fonts.LineHeight
	}
	return fmt.Sprintf("--text: %s; --heading: %s; --leading: %.4g", text, heading, float64(line)/100)
}

// generic are the families that CSS itself has; all others stand between quotation marks.
var generic = []string{"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui"}

func families(names []string) string {
	list := make([]string, len(names))
	for i, name := range names {
		if list[i] = name; !slices.Contains(generic, name) {
			list[i] = `"` + name + `"`
		}
	}
	return strings.Join(list, ", ")
}

// inLanguage selects the texts in a language. CSS takes :lang(kk) for kk-Arab too; where both are shown, each has what is its own.
func inLanguage(l *locale.Language, shown []*locale.Language) string {
	selector := ":lang(" + l.Tag + ")"
	for _, other := range shown {
		if strings.HasPrefix(other.Tag, l.Tag+"-") {
			selector += ":where(:not(:lang(" + other.Tag + ")))"
		}
	}
	return selector
}

// The room for dates, in rem: Chinese dates need the least, and beyond the most a date takes a line of its own width from the list.
const (
	leastRoom, mostRoom = 9.5, 14
	besideDates         = 2.5
)

// roomForDates estimates how wide the widest date of a year is: a Chinese character is as wide as it is high, other letters are half of it.
func roomForDates(l *locale.Language) float64 {
	widest := 0.0
	for month := time.January; month <= time.December; month++ {
		w := 0.0
		for _, r := range l.Date(time.Date(2026, month, 28, 0, 0, 0, 0, time.UTC)) {
			w += advance(r)
		}
		widest = max(widest, w)
	}
	return min(max(leastRoom, widest+besideDates), mostRoom)
}

func advance(r rune) float64 {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 1
	}
	if unicode.Is(unicode.Mn, r) {
		return 0
	}
	return .5
}
