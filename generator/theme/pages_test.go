package theme_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// -preview=DIR writes the pages of this test for a look in a browser.
var preview = flag.String("preview", "", "write the rendered pages into this folder")

var never = regexp.MustCompile(`\{\{|<no value>|&amp;(lt|gt|amp|#\d+);|ZgotmplZ|\s(lang|dir|href|src|class|id|aria-label)=""|#ZgotmplZ|javascript:`)

// Every kind of page, in every language of the fixture: what no page may contain, and what HTML must be.
func TestPages(t *testing.T) {
	th := builtin(t)
	for _, tongue := range tongues {
		s := newSite(t, th, tongue.tag)
		pages := s.pages()
		for name, data := range pages {
			template, _, _ := strings.Cut(name, "-")
			page := s.render(template, data)
			if found := never.Find(page); found != nil {
				t.Errorf("%s in %s contains %q", name, tongue.tag, found)
			}
			for _, complaint := range complaints(t, page) {
				t.Errorf("%s in %s: %s", name, tongue.tag, complaint)
			}
			if want := `<html lang="` + tongue.tag + `" dir="` + tongue.dir + `"`; !bytes.Contains(page, []byte(want)) {
				t.Errorf("%s in %s lacks %s", name, tongue.tag, want)
			}
			write(t, filepath.Join(tongue.tag, name+".html"), page)
		}
	}
	for _, f := range th.Files() {
		write(t, f.Path, f.Data)
	}
}

// complaints are what a strict policy or a reader's software would stumble over.
func complaints(t *testing.T, page []byte) []string {
	t.Helper()
	var found []string
	ids := make(map[string]bool)
	var open []string
	headings := 0
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		token := z.Token()
		switch kind {
		case html.StartTagToken:
			if !slices.Contains(voidElements, token.Data) {
				open = append(open, token.Data)
			}
			if token.Data == "h1" {
				headings++
			}
			for _, a := range token.Attr {
				switch {
				case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
					found = append(found, "inline "+a.Key)
				case a.Key == "id" && ids[a.Val]:
					found = append(found, "id twice: "+a.Val)
				case a.Key == "id":
					ids[a.Val] = true
				}
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				return append(found, "</"+token.Data+"> closes nothing")
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		found = append(found, "not closed: "+strings.Join(open, " "))
	}
	if headings != 1 {
		found = append(found, "not exactly one h1")
	}
	return append(found, empties(page)...)
}

var voidElements = []string{"meta", "link", "img", "hr", "br", "input"}

// empties finds elements that hold nothing where a reader expects something.
func empties(page []byte) []string {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return []string{err.Error()}
	}
	var found []string
	for n := range root.Descendants() {
		hollow := n.Type == html.ElementNode && n.FirstChild == nil
		if hollow && slices.Contains([]string{"p", "li", "ul", "ol", "dl", "dd", "dt", "a", "h1", "h2", "h3", "time", "span", "title", "nav", "section"}, n.Data) {
			found = append(found, "empty <"+n.Data+">")
		}
	}
	return found
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if *preview == "" {
		return
	}
	file := filepath.Join(*preview, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// The whole home page must come through a slow telephone connection.
func TestSizes(t *testing.T) {
	th := builtin(t)
	s := newSite(t, th, "zh-Hans")
	page := len(s.render("home", s.pages()["home"]))
	assets := 0
	for _, f := range th.Files() {
		if f.Path == th.Path("style.css") || f.Path == th.Path("site.js") {
			assets += len(f.Data)
		}
	}
	if assets > 40<<10 || page+assets > 60<<10 {
		t.Errorf("home page %d bytes, style sheet and script %d", page, assets)
	}
	t.Logf("home page %d bytes, style sheet and script %d", page, assets)
}

// A link to a language in which the page does not exist says so, to eyes and to screen readers.
func TestLanguageSwitchIsHonest(t *testing.T) {
	s := newSite(t, builtin(t), "en")
	page := string(s.render("article", s.article()))
	want := `<a href="/bo/" lang="bo" hreflang="bo" dir="ltr" class="to-home">བོད་ཡིག<span class="hidden" lang="en" dir="ltr"> (home page in that language)</span></a>`
	if !strings.Contains(page, want) {
		t.Errorf("page lacks %s", want)
	}
}
