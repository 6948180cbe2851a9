package theme_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"courtsite/generator/diag"
	"courtsite/generator/theme"
)

// Whatever an author writes into a template: a theme comes out, or a problem at a line that the file has.
func FuzzLayout(f *testing.F) {
	for _, seed := range []string{
		"<p>{{.Title}}</p>", "{{define \"x\"}}", "<a href='{{if .X}}'>{{else}}\">{{end}}", "{{range .}}{{break}}{{end}}", "<!-- {{.}} -->",
		"<script>var a = {{.}};</script>", "<pre>\n {{- . -}} \n</pre>", "{{template \"gone\" .}}", "\uFEFF<p>\r\n{{with $x := .}}{{$x}}{{end}}", "{{/* only */}}",
		"<style>p{color:{{.}}}</style>", "<textarea> {{.}}\n</textarea>", "{{`\n`}}\n{{", "{{define \"gone\"}}a{{end}}b",
	} {
		f.Add(seed)
	}
	base := fstest.MapFS{}
	for _, view := range theme.Views {
		base["default/layouts/"+view+".html"] = file("<p>x</p>")
	}
	table := languages(f, nil)
	f.Fuzz(func(t *testing.T, text string) {
		site := fstest.MapFS{"themes/default/layouts/gone.html": file(text)}
		th, problems := theme.Load(site, "default", base, table)
		for _, p := range problems {
			if p.Line > 1+strings.Count(text, "\n") || p.Line < 0 || p.Col < 0 {
				t.Errorf("%s is outside the file", p.Pos)
			}
		}
		if !diag.HasErrors(problems) {
			_ = th.Template().ExecuteTemplate(&bytes.Buffer{}, "home", nil)
		}
	})
}

// A minified template writes what the template as written does, but for the space between elements.
func TestMinifyingKeepsTheText(t *testing.T) {
	const text = "<div>\n  <p>a <b>{{.A}}</b>\n  {{if .B}}\n   <i>{{.B}}</i> and\n  {{else}} none {{end}}z</p>\n  {{- range .C}}\n  <span>{{.}}</span>{{end}}\n<pre>\n one\n  {{.A}}\n</pre></div>"
	site := fstest.MapFS{"themes/default/layouts/gone.html": file(text)}
	base := fstest.MapFS{}
	for _, view := range theme.Views {
		base["default/layouts/"+view+".html"] = file("<p>x</p>")
	}
	th, problems := theme.Load(site, "default", base, languages(t, nil))
	if len(problems) > 0 {
		t.Fatal(problems[0].Text(diag.EN))
	}
	var out bytes.Buffer
	data := struct {
		A, B string
		C    []int
	}{"1 < 2", "yes", []int{7, 8}}
	if err := th.Template().ExecuteTemplate(&out, "gone", data); err != nil {
		t.Fatal(err)
	}
	want := "<div><p>a <b>1 &lt; 2</b>\n\n<i>yes</i> and\nz</p>\n<span>7</span>\n<span>8</span><pre>\n one\n  1 &lt; 2\n</pre></div>"
	if out.String() != want {
		t.Errorf("got  %q\nwant %q", out.String(), want)
	}
}
