package compiled_test

import (
	"html/template"
	"reflect"
	"strings"
	"testing"

	"courtsite/generator/render/compiled"
)

// TestOwnFunctions: functions of two strings are compiled where they are known, and do what they do in html/template.
func TestOwnFunctions(t *testing.T) {
	own := template.FuncMap{
		"join":  func(a, b string) string { return a + "<" + b },
		"bold":  func(a, b string) template.HTML { return template.HTML("<b>" + template.HTMLEscapeString(a+b) + "</b>") },
		"slim":  func(x any) any { return x },
		"upper": strings.ToUpper,
	}
	type data struct {
		A, B string
		H    template.HTML
		N    int
	}
	for _, c := range []struct {
		source   string
		compiled bool
	}{
		{`{{bold .A .B}} {{join .A .B}} {{.A | join .B}} {{join .A (join .B "x")}} <a title="{{join .A .B}}">{{with .A}}{{bold . $.B}}{{end}}</a>`, true},
		{`<title>{{bold .A .B}}{{join .A .B}}</title>`, true},
		{`{{bold .H .B}}`, false},
		{`{{bold .A .N}}`, false},
		{`{{slim .A}}`, false},
		{`{{upper .A}}`, false},
	} {
		templates := template.Must(template.New("main").Funcs(own).Parse(c.source))
		d := &data{"<甲>", "&", "<i>", 1}
		p, err := compiled.Compile(templates, "main", reflect.TypeFor[*data](), own)
		if (err == nil) != c.compiled {
			t.Errorf("%s: compiled %v: %v", c.source, err == nil, err)
		}
		if err == nil {
			same(t, templates, p, "main", d)
		}
	}
}
