package locale

import (
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// forms are the plural forms of CLDR, in its order.
var forms = []string{"zero", "one", "two", "few", "many", "other"}

// pluralRule gives the form that a language uses with a whole number (CLDR 48, plurals.json, cardinal). Those of the languages that the
// program brings along, and of others whose rule has changed since the CLDR of golang.org/x/text, stand here; x/text knows the rest.
func pluralRule(tag string) func(n int) string {
	base, _, _ := strings.Cut(tag, "-") // only the language counts: the script of mn-Mong would lead x/text astray
	base = strings.ToLower(base)
	if rule, ok := pluralRules[base]; ok {
		return rule
	}
	parsed, err := language.Raw.Parse(base)
	if err != nil {
		return oneOrMore
	}
	return func(n int) string { return formNames[plural.Cardinal.MatchPlural(parsed, max(n, -n), 0, 0, 0, 0)] }
}

var pluralRules = map[string]func(n int) string{
	"zh": always, "bo": always, "ja": always, "ko": always, "ii": always,
	"za": always, // not in the CLDR; Zhuang does not inflect for number
	"ug": oneOrMore, "kk": oneOrMore, "mn": oneOrMore, "en": oneOrMore,
	"ru": slavic, "uk": slavic, "be": slavic,
	"ar": arabic,
	"fr": upToOne, "pt": upToOne, "es": exactlyOne, "it": exactlyOne, "ca": exactlyOne,
}

var formNames = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other",
}

func always(int) string { return "other" }

func oneOrMore(n int) string {
	if n == 1 || n == -1 {
		return "one"
	}
	return "other"
}

func slavic(n int) string {
	n = max(n, -n)
	switch ones, teens := n%10, n%100 >= 11 && n%100 <= 14; {
	case ones == 1 && !teens:
		return "one"
	case ones >= 2 && ones <= 4 && !teens:
		return "few"
	}
	return "many"
}

func arabic(n int) string {
	n = max(n, -n)
	switch rest := n % 100; {
	case n >= 0 && n <= 2: // max(n, -n) of the least number is negative
		return forms[n]
	case rest >= 3 && rest <= 10:
		return "few"
	case rest >= 11:
		return "many"
	}
	return "other"
}

func upToOne(n int) string    { return romance(n, n >= -1 && n <= 1) }
func exactlyOne(n int) string { return romance(n, n == 1 || n == -1) }

// romance: French says "un million de", so whole millions are a form of their own.
func romance(n int, one bool) string {
	switch {
	case one:
		return "one"
	case n != 0 && n%1_000_000 == 0:
		return "many"
	}
	return "other"
}
