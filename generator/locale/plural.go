package locale

import "strings"

// forms are the plural forms of CLDR, in its order.
var forms = []string{"zero", "one", "two", "few", "many", "other"}

// pluralRule gives the form that a language uses with a whole number. Zhuang has no rule in the CLDR, and does not inflect for number; an
// unknown language is taken to tell one from more.
func pluralRule(tag string) func(n int) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	rule, ok := pluralRules[base]
	switch {
	case base == "za":
		rule = func(int) string { return "other" }
	case !ok:
		rule = pluralRules["en"]
	}
	return func(n int) string { return rule(max(n, -n)) }
}

// within tells whether a number is in a range of the CLDR, both ends included.
func within(n, from, to int) bool { return n >= from && n <= to }
