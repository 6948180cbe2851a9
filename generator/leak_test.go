package generator_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf16"

	"golang.org/x/text/width"

	"courtsite/generator"
	"courtsite/generator/diag"
	"courtsite/generator/gate/attach"
	"courtsite/generator/output"
)

const leakSite = `base_url = "https://court.example"
default_language = "zh-Hans"
court = { code = "A101" }
[languages.zh-Hans]
title = "明镜县人民法院"
[languages.en]
title = "Mingjing County People's Court"
`

// identity makes a resident identity number of its own, with the check digit of GB 11643.
func identity(n int) string {
	digits := fmt.Sprintf("110105%s%03d", time.Date(1949, 12, 1+n, 0, 0, 0, 0, time.UTC).Format("20060102"), n%1000)
	sum := 0
	for i, weight := range []int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2} {
		sum += int(digits[i]-'0') * weight
	}
	return digits + string("10X98765432"[sum%11])
}

// planted is the site with all secrets, or with one, or with none: a place that has none has a name in its stead.
func planted(secret func(n int) string) fstest.MapFS {
	site := fstest.MapFS{"site.toml": {Data: []byte(leakSite)}}
	for n, p := range plants {
		value := secret(n)
		if value == "" {
			value = fmt.Sprintf("mended-%d", n)
		}
		for name, data := range p.files(fmt.Sprintf("p%d", n), value) {
			site["content/basic/news/"+name] = &fstest.MapFile{Data: data}
		}
	}
	return site
}

func buildLeak(t *testing.T, site fstest.MapFS) (*generator.Result, *output.Memory) {
	t.Helper()
	tree := output.NewMemory()
	result, err := generator.Build(t.Context(), sharing(generator.Input{Site: site, Now: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), Version: "leak"}), tree)
	if err != nil {
		t.Fatal(err)
	}
	return result, tree
}

// TestLeak plants a secret in each place that a site has words in, fifty and more. Each alone keeps the site from being written; no message of any
// stage, no place that a message names, and no report that may be kept shows one. With the places mended the site is written, and no
// byte of a secret is in it.
func TestLeak(t *testing.T) {
	if len(plants) < 50 {
		t.Fatalf("only %d places", len(plants))
	}
	result, tree := buildLeak(t, planted(identity))
	if !diag.HasErrors(result.Problems) || result.Manifest != nil {
		t.Error("the site was written")
	}
	for _, name := range tree.Paths() {
		if strings.HasSuffix(name, ".html") || strings.Contains(name, "feed") {
			t.Errorf("%s was staged beside secrets", name)
			break
		}
	}
	logs := logOf(t, result)
	for n, p := range plants {
		if secret := identity(n); leaks(logs, secret) {
			t.Errorf("a message shows the secret in the %s", p.place)
		}
	}

	for n, p := range plants {
		one, _ := buildLeak(t, planted(func(i int) string {
			if i == n {
				return identity(n)
			}
			return ""
		}))
		if !diag.HasErrors(one.Problems) || one.Manifest != nil {
			t.Errorf("with a secret in the %s the site is written:\n%s", p.place, logOf(t, one))
		}
	}
}

// TestMended: with the places mended, nothing of any secret is in the site, its manifest, or what is said.
func TestMended(t *testing.T) {
	result, tree := buildLeak(t, planted(func(int) string { return "" }))
	if diag.HasErrors(result.Problems) || result.Manifest == nil {
		t.Fatalf("the mended site is refused:\n%s", logOf(t, result))
	}
	manifest, err := json.Marshal(result.Manifest)
	if err != nil {
		t.Fatal(err)
	}
	written := map[string][]byte{"manifest": manifest, "log": logOf(t, result)}
	for _, name := range tree.Paths() {
		written[name], _ = tree.Get(name)
	}
	if len(written) < 2*len(plants) {
		t.Fatalf("only %d files", len(written))
	}
	for name, data := range written {
		for n, p := range plants {
			if leaks(data, identity(n)) || leaks([]byte(name), identity(n)) {
				t.Errorf("%s has the secret of the %s", name, p.place)
			}
		}
	}
}

// TestReportsKeepNothing: what a cache would keep of an attachment with a secret does not show it.
func TestReportsKeepNothing(t *testing.T) {
	for n, p := range plants {
		for name, data := range p.files(fmt.Sprintf("p%d", n), identity(n)) {
			report, err := json.Marshal(attach.Check(name, data))
			if err != nil || leaks(report, identity(n)) {
				t.Errorf("the report on the %s shows the secret (%v)", p.place, err)
			}
		}
	}
}

// logOf is all that is said, in both languages, and the places, as JSON has them.
func logOf(t *testing.T, result *generator.Result) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, p := range result.Problems {
		place, err := json.Marshal(p.Pos)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s\n%s\n%s\n", p.Text(diag.EN), p.Text(diag.ZH), place)
	}
	return []byte(width.Narrow.String(b.String()))
}

// leaks looks for a secret, or the birth date and what follows it, in UTF-8 and in UTF-16.
func leaks(data []byte, secret string) bool {
	for _, part := range []string{secret, secret[6:17]} {
		var wide []byte
		for _, u := range utf16.Encode([]rune(part)) {
			wide = append(wide, byte(u), byte(u>>8))
		}
		if slices.ContainsFunc([][]byte{[]byte(part), wide}, func(s []byte) bool { return bytes.Contains(data, s) }) {
			return true
		}
	}
	return false
}
