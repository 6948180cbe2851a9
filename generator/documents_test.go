package generator

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode"

	"golang.org/x/net/html"

	"courtsite/generator/diag"
	"courtsite/generator/output"
)

// TestDocuments builds real documents and compares all letters and digits of each with what the page shows. COURTSITE_DOCUMENTS names a
// folder of more of them; without it the selection under testdata is built.
func TestDocuments(t *testing.T) {
	dir := os.Getenv("COURTSITE_DOCUMENTS")
	if dir == "" {
		dir = filepath.Join("testdata", "documents")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.md"))
	if err != nil || len(files) < 30 {
		t.Fatalf("%d documents in %s (%v)", len(files), dir, err)
	}
	site := fstest.MapFS{"site.toml": {Data: []byte(`base_url = "https://court.example"
court = { code = "A101" }
default_language = "zh-Hans"
[languages.zh-Hans]
title = "明镜县人民法院"
`)}}
	want := map[string]string{}
	for i, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		title, body := document(filepath.Base(file), string(text))
		name := fmt.Sprintf("content/basic/normative-documents/%s", strings.ToValidUTF8(filepath.Base(file), ""))
		published := time.Date(2020, 1, 1+i, 9, 0, 0, 0, time.UTC).Format(time.RFC3339)
		site[name] = &fstest.MapFile{Data: fmt.Appendf(nil, "+++\ntitle = %s\npublished = %s\n+++\n%s", strconv.Quote(title), published, body)}
		want[name] = title + body
	}
	tree := output.NewMemory()
	result, err := Build(context.Background(), Input{Site: site, Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC), Version: "test"}, tree)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range result.Problems {
		if p.Severity == diag.Error {
			t.Error(p.Text(diag.EN))
		}
	}
	seen := 0
	for _, f := range result.Manifest.Files {
		if f.Kind != output.Page {
			continue
		}
		seen++
		data, _ := tree.Get(f.Path)
		if got, want := shown(t, data), letters(marks.ReplaceAllString(want[f.Source], "")); got != want {
			t.Errorf("%s: %s", f.Source, firstDifference(got, want))
		}
	}
	if seen != len(files) {
		t.Errorf("%d of %d documents built", seen, len(files))
	}
}

var (
	firstHeading = regexp.MustCompile(`(?m)^# (.*)$`)
	frontYAML    = regexp.MustCompile(`(?s)\A---\n.*?---\n?`)
	// marks are what Markdown takes for itself: comments and the marks of headings.
	marks = regexp.MustCompile(`(?s)<!--.*?-->`)
)

// document takes a file apart the way a clerk would: its title is its first heading, or its name.
func document(name, text string) (title, body string) {
	text = frontYAML.ReplaceAllString(strings.ReplaceAll(text, "\r\n", "\n"), "")
	if m := firstHeading.FindStringSubmatchIndex(text); m != nil && strings.TrimSpace(text[:m[0]]) == "" {
		return strings.TrimSpace(text[m[2]:m[3]]), text[m[1]:]
	}
	return strings.TrimSuffix(name, filepath.Ext(name)), text
}

// letters keeps a text's letters and digits.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, s)
}

// shown gives the letters of a page's title and body as a reader sees them, with the numbers of lists.
func shown(t *testing.T, data []byte) string {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(n *html.Node, in bool)
	walk = func(n *html.Node, in bool) {
		in = in || n.Data == "h1" || n.Data == "div" && attribute(n, "class") == "body"
		if in && n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if in && n.Data == "li" && n.Parent.Data == "ol" {
			b.WriteString(strconv.Itoa(number(n)))
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, in)
		}
	}
	walk(doc, false)
	return letters(b.String())
}

// number is the number that a browser shows before a list item.
func number(li *html.Node) int {
	if v, err := strconv.Atoi(attribute(li, "value")); err == nil {
		return v
	}
	for n := li.PrevSibling; n != nil; n = n.PrevSibling {
		if n.Data == "li" {
			return number(n) + 1
		}
	}
	if start, err := strconv.Atoi(attribute(li.Parent, "start")); err == nil {
		return start
	}
	return 1
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func firstDifference(got, want string) string {
	g, w := []rune(got), []rune(want)
	i := 0
	for i < len(g) && i < len(w) && g[i] == w[i] {
		i++
	}
	around := func(r []rune) string { return string(r[max(0, i-10):min(len(r), i+20)]) }
	return fmt.Sprintf("shows %q, the source says %q", around(g), around(w))
}
