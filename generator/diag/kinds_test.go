package diag

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

var (
	codeForm = regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`)
	verb     = regexp.MustCompile(`%(\[[0-9]\])?[+#0-9]*(?:\[[0-9]\])?[a-zA-Z%]`)
	argument = regexp.MustCompile(`\[([0-9])\]`)
)

// twoTongues are kinds that are given some words in English and in Chinese, as arguments of their own.
var twoTongues = []string{"phrases-value", "script-mixed-chinese", "source-encoding", "path-refused"}

// TestKinds: each kind has a code of its own and speaks both languages of the tool, with the same arguments.
func TestKinds(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range Kinds() {
		if !codeForm.MatchString(k.Code) || seen[k.Code] {
			t.Errorf("%q is not a code, or stands twice", k.Code)
		}
		seen[k.Code] = true
		if k.en.message == "" || k.zh.message == "" || (k.en.hint == "") != (k.zh.hint == "") {
			t.Errorf("%s does not speak both languages", k.Code)
		}
		if strings.HasSuffix(k.en.message, ".") || strings.HasSuffix(k.zh.message, "。") {
			t.Errorf("%s: a message ends like a sentence: %q, %q", k.Code, k.en.message, k.zh.message)
		}
		if containsHan(k.en.message) && k.Code != "front-full-width-fence" || !containsHan(k.zh.message) {
			t.Errorf("%s: a message is in the wrong language", k.Code)
		}
		if en, zh := arguments(t, k.en), arguments(t, k.zh); !slices.Contains(twoTongues, k.Code) && !slices.Equal(en, zh) {
			t.Errorf("%s: the arguments differ: %v in English, %v in Chinese", k.Code, en, zh)
		}
	}
	if len(seen) < 50 {
		t.Errorf("only %d kinds", len(seen))
	}
}

// arguments lists which arguments the texts use. Every verb has to name its argument: the order of words differs between the languages.
func arguments(t *testing.T, texts text) []string {
	var used []string
	for _, v := range verb.FindAllString(texts.message+" "+texts.hint, -1) {
		if v == "%%" {
			continue
		}
		m := argument.FindStringSubmatch(v)
		if m == nil {
			t.Errorf("%q in %q does not name its argument", v, texts)
			continue
		}
		used = append(used, m[1])
	}
	slices.Sort(used)
	return slices.Compact(used)
}

func containsHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// TestFilled: whatever stands in the arguments, no text shows a verb that was left over or an argument too many.
func TestFilled(t *testing.T) {
	for _, k := range Kinds() {
		n := 0
		for _, tx := range []text{k.en, k.zh} {
			for _, a := range arguments(t, tx) {
				n = max(n, int(a[0]-'0'))
			}
		}
		p := New(k, Pos{}, sampleArguments(k, n)...)
		for _, lang := range []Lang{EN, ZH} {
			if s := p.Text(lang); strings.Contains(s, "%!") {
				t.Errorf("%s: %s", k.Code, s)
			}
		}
	}
}

// sampleArguments gives n arguments of the types that the kind's verbs ask for.
func sampleArguments(k *Kind, n int) []any {
	all := k.en.message + k.en.hint
	args := make([]any, n)
	for i := range args {
		args[i] = "甲"
		number := regexp.MustCompile(`%[0-9]*\[` + string(rune('1'+i)) + `\][dX]`)
		if number.MatchString(all) {
			args[i] = 7
		}
	}
	return args
}
