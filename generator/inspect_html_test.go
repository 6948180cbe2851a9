package generator_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// document is what the inspection keeps of one HTML page.
type document struct {
	lang      string
	kind      string // as the class of its body says; "" for a redirect
	canonical string
	versions  map[string]string // by hreflang
	links     []string          // href and src
	promises  map[string]string // by href: the language that a link says it leads to
	ids       map[string]bool
}

// never are texts that no page may have: escaped twice, not executed, not there, or refused by a strict Content-Security-Policy.
var never = []string{
	"&amp;lt;", "&amp;amp;", "{{", "}}", "&lt;no value&gt;", "<no value>", "<nil>", "&lt;nil&gt;", "%!", `lang=""`, ` dir=""`, ` style="`, "ZgotmplZ", `href=""`, `src=""`,
	`id=""`, `alt=" "`, `class=""`, `content=""`, `datetime=""`, "�",
}

func parseDocument(t *testing.T, name string, data []byte) *document {
	for _, text := range never {
		if i := bytes.Index(data, []byte(text)); i >= 0 {
			t.Errorf("%s: has %s: ...%s...", name, text, data[max(0, i-80):min(len(data), i+80)])
		}
	}
	d := &document{versions: map[string]string{}, promises: map[string]string{}, ids: map[string]bool{}}
	var open []string
	z := html.NewTokenizer(bytes.NewReader(data))
	for z.Next() != html.ErrorToken {
		token := z.Token()
		switch token.Type {
		case html.StartTagToken:
			d.element(t, name, token)
			if !void[token.Data] {
				open = append(open, token.Data)
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Errorf("%s: </%s> closes %v", name, token.Data, open)
				return d
			}
			open = open[:len(open)-1]
		case html.SelfClosingTagToken:
			if !foreign(open) && !void[token.Data] {
				t.Errorf("%s: <%s/> is not closed", name, token.Data)
			}
			d.element(t, name, token)
		}
	}
	if z.Err() != io.EOF || len(open) > 0 {
		t.Errorf("%s: %v, left open: %v", name, z.Err(), open)
	}
	if d.lang == "" {
		t.Errorf("%s: html has no lang", name)
	}
	return d
}

func (d *document) element(t *testing.T, name string, token html.Token) {
	a := map[string]string{}
	for _, attr := range token.Attr {
		if _, twice := a[attr.Key]; twice {
			t.Errorf("%s: <%s> has %s twice", name, token.Data, attr.Key)
		}
		a[attr.Key] = attr.Val
		switch {
		case attr.Key == "id":
			if d.ids[attr.Val] {
				t.Errorf("%s: the id %q stands twice", name, attr.Val)
			}
			d.ids[attr.Val] = true
		case attr.Key == "href" || attr.Key == "src":
			d.links = append(d.links, attr.Val)
			if strings.HasPrefix(strings.ToLower(attr.Val), "javascript:") {
				t.Errorf("%s: <%s %s=%q>", name, token.Data, attr.Key, attr.Val)
			}
		case strings.HasPrefix(attr.Key, "on"):
			t.Errorf("%s: <%s %s>", name, token.Data, attr.Key)
		}
	}
	switch token.Data {
	case "html":
		d.lang = a["lang"]
	case "body":
		d.kind = strings.TrimPrefix(a["class"], "kind-")
	case "a":
		if a["hreflang"] != "" {
			d.promises[a["href"]] = a["hreflang"]
		}
	case "link":
		if a["hreflang"] != "" {
			d.versions[a["hreflang"]] = a["href"]
		}
		if a["rel"] == "canonical" {
			d.canonical = a["href"]
		}
	case "meta":
		if _, address, found := strings.Cut(a["content"], "url="); found && a["http-equiv"] == "refresh" {
			d.links = append(d.links, address)
		}
	case "img":
		if _, there := a["alt"]; !there {
			t.Errorf("%s: an image without alt: %s", name, a["src"])
		}
	}
}

// void elements have no end tag.
var void = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true,
	"link": true, "meta": true, "source": true, "track": true, "wbr": true,
}

func foreign(open []string) bool {
	for _, name := range open {
		if name == "svg" || name == "math" {
			return true
		}
	}
	return false
}
