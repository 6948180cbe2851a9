package locale

import "strings"

// forms are the plural forms of CLDR, in its order.
var forms = []string{"zero", "one", "two", "few", "many", "other"}

// plural gives the form that a language uses with a whole number (CLDR 48, plurals.json, cardinal). Zhuang has no
// rule there, and does not inflect for number.
func plural(tag string, n int) string {
	base, _, _ := strings.Cut(tag, "-")
	n = max(n, -n)
	switch strings.ToLower(base) {
	case "zh", "bo", "ja", "ko", "ii", "za", "vi", "th", "lo", "my", "km", "id", "ms":
		return "other"
	case "ru", "uk", "be":
		return slavic(n)
	case "ar":
		return arabic(n)
	case "fr", "pt":
		return romance(n, n <= 1)
	case "es", "it":
		return romance(n, n == 1)
	}
	if n == 1 {
		return "one"
	}
	return "other"
}

func slavic(n int) string {
	switch ones, teens := n%10, n%100 >= 11 && n%100 <= 14; {
	case ones == 1 && !teens:
		return "one"
	case ones >= 2 && ones <= 4 && !teens:
		return "few"
	}
	return "many"
}

func arabic(n int) string {
	switch rest := n % 100; {
	case n == 0:
		return "zero"
	case n == 1:
		return "one"
	case n == 2:
		return "two"
	case rest >= 3 && rest <= 10:
		return "few"
	case rest >= 11:
		return "many"
	}
	return "other"
}

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
