package compiled_test

import (
	"bytes"
	"html/template"
	"io"
	"reflect"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"courtsite/generator/render/compiled"
)

// parse parses a set whose first template is called main.
func parse(t testing.TB, source string) *template.Template {
	t.Helper()
	templates, err := template.New("main").Option("missingkey=error").Parse(source)
	if err != nil {
		t.Fatal(err)
	}
	return templates
}

// result is what an execution comes to.
type result struct{ Text, Error string }

func execute(do func(w *bytes.Buffer) error) result {
	var w bytes.Buffer
	w.WriteString("before ")
	err := do(&w)
	if err != nil {
		return result{w.String(), err.Error()}
	}
	return result{w.String(), ""}
}

// same compares a program with html/template. Where html/template has no error, the program must do without it.
func same(t testing.TB, templates *template.Template, p *compiled.Program, name string, data any) {
	t.Helper()
	want := execute(func(w *bytes.Buffer) error { return templates.ExecuteTemplate(w, name, data) })
	got := execute(func(w *bytes.Buffer) error { return p.Execute(w, data) })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("%s differs from html/template:\n%s", name, diff)
	}
	if alone := p.Run(new(bytes.Buffer), data); alone != (want.Error == "") {
		t.Errorf("%s: came to its end: %v, but html/template says %q", name, alone, want.Error)
	}
}

type inner struct {
	Name string
	Tags []string
}

func (i inner) Upper() string                 { return "UP-" + i.Name }
func (i *inner) Lower() string                { return "low-" + i.Name }
func (i inner) Fails() (string, error)        { return "", io.ErrUnexpectedEOF }
func (i inner) Works() (template.HTML, error) { return "<i>fine</i>", nil }
func (i inner) Panics() string                { panic("on purpose") }

type label string

func (l label) String() string { return "<" + string(l) + ">" }

type word string

type data struct {
	inner
	*Deep
	S     string
	W     word
	H     template.HTML
	U     template.URL
	J     template.JS
	C     template.CSS
	A     template.HTMLAttr
	P     *string
	L     label
	N     int
	Long  int64
	Bits  uint8
	F     float64
	B     bool
	Any   any
	List  []inner
	Two   [2]string
	Words []word
	T     map[string]template.HTML
	Ages  map[word]int
	Some  *inner
	None  *inner
	PP    **inner
	Next  *data
}

// Deep is embedded by a pointer.
type Deep struct{ Down string }

func sample(text string, n int) *data {
	some := &inner{"some " + text, []string{text, "b"}}
	return &data{
		inner: inner{text, nil}, S: text, W: word(text), H: template.HTML(text), U: template.URL(text), J: template.JS(text), C: template.CSS(text),
		A: template.HTMLAttr(text), P: &text, L: label(text), N: n, Long: int64(n) << 8, Bits: uint8(n), F: float64(n) / 3, B: n%2 == 0, Any: text,
		List: []inner{{"one", []string{"x"}}, {text, nil}, {"three", []string{text, "y"}}}, Two: [2]string{text, "2"}, Words: []word{"a", word(text)},
		T: map[string]template.HTML{"a": template.HTML(text), "b": "B &amp; b", "c": `<span lang="bo">C</span>`}, Ages: map[word]int{"z": n, "a": 1, "m": 2},
		Some: some, PP: &some,
	}
}

// nasty are texts that one context or another must not take as they are.
var nasty = []string{
	"", "plain", "<b>bold</b>", `"quoted" 'single' & ampersand`, "a+b=c`d", "nul\x00byte", "汉字与བོད་སྐད།", "\xff\xfe broken \xc3", "javascript:alert(1)", "JavaScript:x", "http://a/?b=c&d=é%20%zz%",
	"mailto:a@b.c", "a b\tc\n\v\f\r", "a:b/c", "/a:b", "#frag[1](2)!$*,;~", "&lt;already&gt; &#39;", "</script><!--", "x<", "<", "\u2028\ufdd0\uffff", "a, b 2x, javascript:x 3x", "%41%4", "onclick", "url(x)",
}

// compiles are templates that must be compiled. Each is executed with many data.
var compiles = []string{
	`just text`, `{{/* comment */}}a{{- " b " -}} c`,
	// Contexts.
	`<p>{{.S}}{{.W}}{{.H}}{{.U}}{{.J}}{{.C}}{{.A}}{{.L}}{{.N}}{{.Long}}{{.Bits}}{{.F}}{{.B}}{{.P}}{{.Words}}</p>`,
	`<p title="{{.S}}{{.W}}{{.H}}{{.U}}{{.J}}{{.C}}{{.L}}{{.N}}{{.B}}{{.P}}" class='{{.S}}{{.H}}'>`,
	`<p title={{.S}} class={{.H}} id={{.N}} lang={{.W}}>`, `<p {{.S}}="x" {{.A}}>`,
	`<a href="{{.S}}">`, `<a href="{{.U}}">`, `<a href="{{.H}}">`, `<a href="{{.N}}" id="{{.Long}}">`, `<a href='/x/{{.S}}?q={{.S}}&amp;u={{.U}}&amp;h={{.H}}#{{.W}}'>`, `<a href={{.S}}>`, `<a href="mailto:{{.S}}">`,
	`<a href="{{.J}}{{.L}}">`, `<img src="{{.S}}" srcset="{{.S}} 2x, {{.U}}">`, `<meta http-equiv="refresh" content="0; url={{.S}}"><meta content="{{.S}}">`,
	`<title>{{.S}}{{.H}}{{.N}}</title><textarea>{{.H}}{{.W}}</textarea>`, `<!-- {{.S}} --><p>`,
	`<script type="application/ld+json">{{.J}}</script>`, `<script type="application/ld+json">{"a": {{.S}}, "n": {{.N}}, "l": {{.Words}}}</script>`,
	`<script>var a = {{.S}}, b = "{{.S}}", c = '{{.H}}', d = /{{.S}}/;</script>`, `<p onclick="f({{.S}}, {{.J}}, {{.N}})">`,
	`<style>p { color: {{.S}}; background: url("{{.S}}"); width: {{.C}} }</style><p style="color: {{.S}}">`,
	`{{.S | html}} <a href="?q={{.S | urlquery}}">{{.H | html}}</a>`,
	// Values.
	`{{.Name}} {{.Upper}} {{.Lower}} {{.Works}} {{.Some.Name}} {{.Some.Upper}} {{.Some.Lower}} {{.PP.Name}} {{.PP.Lower}}`,
	`{{"text <"}} {{1}} {{-7}} {{true}}`, `{{print .S .N .H}} {{println .S}} {{printf "%d-%s-%v" .N .S .List}} {{.N | printf "%03d"}} {{.S | printf "%q %s" .H}}`,
	`{{len .S}} {{len .List}} {{.T | len}} {{index .List 1}} {{(index .List 2).Name}} {{index .T "b"}} {{index .T "none"}} {{index .List 2 | print}} {{index .Two 0}} {{index (index .List 0).Tags 0}}`,
	`{{.T.a}} {{.T.b}} <p title="{{.T.a}}{{.T.b}}{{.T.c}}">`,
	`{{or .S "nothing"}} {{and .S .Name}} {{not .S}} {{.B | not}} {{(or .Some .None).Name}}`,
	// Conditions.
	`{{if .S}}1{{end}}{{if .N}}2{{else}}3{{end}}{{if .F}}4{{end}}{{if .B}}5{{else if .List}}6{{end}}{{if .None}}7{{end}}{{if .Two}}8{{end}}{{if .T}}9{{end}}{{if .Bits}}0{{end}}`,
	`{{if and .S .N (or .None .List) (not .B)}}a{{end}}{{if or .None (and .B .Some)}}b{{end}}{{if not (or .None .B)}}c{{end}}{{if (eq .N 0) | not}}d{{end}}{{if $x := .S}}{{$x}}{{else}}[{{$x}}]{{end}}`,
	`{{if eq .S "plain"}}a{{end}}{{if eq .S .W .H "x"}}b{{end}}{{if ne .S .Name}}c{{end}}{{if eq .N .Long}}d{{end}}{{if eq .B true}}e{{end}}{{if ne .B false}}f{{end}}`,
	`{{if lt .N 3}}a{{end}}{{if le .N .Long}}b{{end}}{{if gt .S "m"}}c{{end}}{{if ge .S .W}}d{{end}}{{if gt .N 0}}e{{end}}`,
	`{{with .S}}{{.}}{{$.N}}{{else}}none{{end}}{{with .Some}}{{.Name}}{{end}}{{with .None}}x{{else with .List}}{{len .}}{{end}}{{with .Two}}{{index . 1}}{{end}}{{with index .List 1}}{{.Name}}{{end}}{{with $w := .Some}}{{$w.Name}}{{.Lower}}{{end}}`,
	// Loops.
	`{{range .List}}<li>{{.Name}}{{.Lower}}{{range .Tags}}{{.}},{{else}}no tags of {{$.N}}{{end}}</li>{{end}}`, `{{range $i, $e := .List}}{{if $i}}, {{end}}{{$i}}={{$e.Name}}{{.Upper}}{{end}}`, `{{range $e := .Two}}{{$e}}{{end}}{{range .None.Tags}}x{{end}}`,
	`{{range $k, $v := .Ages}}{{$k}}={{$v}}{{end}}{{range .T}}{{.}}{{end}}{{range $k, $v := .T}}<a href="{{$k}}" title="{{$v}}">{{end}}`,
	`{{range .List}}{{if eq .Name "one"}}{{continue}}{{end}}{{.Name}}{{range .Tags}}{{.}}{{break}}{{end}}{{if eq .Name "three"}}{{break}}{{end}}!{{end}}`,
	`{{range .List}}{{.Name}}{{range .Tags}}t{{else}}{{break}}{{end}}after{{end}}`, `{{range .List}}{{.Name}}{{range .Tags}}t{{else}}{{continue}}{{end}}after{{end}}`, `{{range .Words}}{{else}}none{{end}}{{range $i, $w := .Words}}{{$i}}{{$w}}{{end}}`,
	// Variables.
	`{{$x := .S}}{{$y := .N}}{{with .Some}}{{$x}}{{$x = .Name}}{{$y := 5}}{{$y}}{{end}}{{$x}}{{$y}}`, `{{$last := ""}}{{range .List}}{{if ne .Name $last}}{{.Name}}{{end}}{{$last = .Name}}{{end}}{{$last}}`, `{{$s := .Some}}{{$s.Name}}{{len $s.Tags}}{{$}}`,
	// Templates.
	`{{define "a"}}[{{.}}{{$}}]{{end}}{{template "a" .S}}{{template "a" .N}}{{range .List}}{{template "a" .Name}}{{end}}{{block "b" .Some}}{{$x := .Name}}{{$x}}{{.Lower}}{{end}}`,
	`{{define "none"}}nothing{{if .}}x{{end}}{{with $}}x{{else}}y{{end}}{{end}}{{template "none"}}{{$x := 1}}{{template "none"}}{{$x}}`,
	`{{define "again"}}{{.Name}}{{with .Next}}({{template "again" .}}){{end}}{{end}}{{template "again" .}}`,
	// Errors, which html/template tells.
	`before {{.T.missing}} after`, `{{.None.Name}}`, `{{.Fails}}`, `{{.Panics}}`, `{{.Down}}`, `{{index .List 7}}`, `{{index .List -1}}`, `{{if eq .N 3}}{{.T.missing}}{{end}}`, `{{define "endless"}}{{template "endless" .}}{{end}}{{if eq .N 3}}{{template "endless" .}}{{end}}`,
}

func TestSameAsHTMLTemplate(t *testing.T) {
	for _, source := range compiles {
		templates := parse(t, source)
		p, err := compiled.Compile(templates, "main", reflect.TypeFor[*data]())
		if err != nil {
			t.Errorf("%s: %v", source, err)
			continue
		}
		for i, text := range nasty {
			d := sample(text, i-2)
			d.Next = sample("next "+text, i)
			same(t, templates, p, "main", d)
		}
		same(t, templates, p, "main", &data{})
		same(t, templates, p, "main", &data{Deep: &Deep{"down"}, PP: new(*inner)})
	}
}

// left are templates of which a set leaves the execution to html/template.
var left = []string{
	`{{.Any}}`, `{{range .Any}}{{end}}`, `{{if eq .Any "x"}}{{end}}`, `{{.F | printf "%.2f"}} {{if lt .F 1.5}}less{{end}}`, `{{define "t"}}{{.}}{{end}}<title>{{template "t" .S}}</title>`, `{{define "t"}}{{.}}{{end}}<p title="{{template "t" .S}}">`,
	`{{$x := .S}}{{$x = .N}}{{$x}}`, `{{or .S .N}}`, `{{$i := 0}}{{range $i = .Words}}{{end}}{{$i}}`, `{{$e := "outer"}}{{range $e := .None}}{{else}}{{$e}}{{end}}`, `{{slice .S 1 2}}`, `{{.S.Name}}`, `{{.Nowhere}}`, `{{html .S .N}}`, `{{range 3}}{{.}}{{end}}`,
	`{{if eq .Bits .N}}same{{end}}`, `{{1.5}} {{0x10}} {{'a'}}`, `{{template "nowhere"}}`, `{{define "none"}}{{.Name}}{{end}}{{template "none"}}`, `{{len .P}}`, `{{index .S 0}}`, `{{.Upper "x"}}`, `{{if lt .B true}}{{end}}`, `{{range .P}}{{end}}`,
}

func TestLeftToHTMLTemplate(t *testing.T) {
	for _, source := range left {
		templates := parse(t, source)
		if _, err := compiled.Compile(templates, "main", reflect.TypeFor[*data]()); err == nil {
			t.Errorf("%s is compiled", source)
		}
		s := compiled.New(templates)
		for i, text := range nasty {
			d := sample(text, i)
			want := execute(func(w *bytes.Buffer) error { return templates.Execute(w, d) })
			got := execute(func(w *bytes.Buffer) error { return s.Execute(w, "main", d) })
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s differs from html/template:\n%s", source, diff)
			}
		}
	}
}

// A set is given values of several types, with and without an address, and names that it does not have.
func TestSet(t *testing.T) {
	templates := parse(t, `{{define "name"}}<!-- taken out -->{{.Name}}{{end}}{{define "methods"}}{{.Upper}}{{.Works}}{{.Lower}}{{end}}{{define "broken"}}<a href="{{end}}x<!-- -->`)
	s := compiled.New(templates)
	some := inner{Name: "a<"}
	for _, d := range []any{some, &some, (*inner)(nil), nil, 5, map[string]string{"Name": "c"}, struct{ Name int }{7}} {
		for _, name := range []string{"name", "main", "methods", "broken", "nowhere"} {
			got := execute(func(w *bytes.Buffer) error { return s.Execute(w, name, d) })
			want := execute(func(w *bytes.Buffer) error { return templates.ExecuteTemplate(w, name, d) })
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s of %v differs from html/template:\n%s", name, d, diff)
			}
		}
	}
}

// Programs are used by many goroutines at once.
func TestConcurrent(t *testing.T) {
	templates := parse(t, `{{range $i, $e := .List}}{{$i}}{{$e.Name}}{{$.S}}{{end}}<p title="{{.H}}">{{if eq .N 3}}{{.T.missing}}{{end}}`)
	s := compiled.New(templates)
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			for _, text := range nasty {
				d := sample(text, i)
				want := execute(func(w *bytes.Buffer) error { return templates.Execute(w, d) })
				if got := execute(func(w *bytes.Buffer) error { return s.Execute(w, "main", d) }); got != want {
					t.Errorf("got %v, want %v", got, want)
				}
			}
		})
	}
	group.Wait()
}

// contexts are the places of a page that a text may be written in.
var contexts = []string{
	`<p>{{.S}}{{.H}}`, `<p title="{{.S}}{{.H}}">`, `<p title={{.S}}>`, `<p title={{.H}}>`, `<a href="{{.S}}">`, `<a href="{{.U}}">`, `<a href="/{{.S}}?q={{.S}}&amp;{{.U}}#{{.H}}">`, `<img srcset="{{.S}} 2x, {{.U}} 3x">`,
	`<title>{{.S}}{{.H}}</title>`, `<script type="application/ld+json">{"a":{{.S}}, "b":{{.J}}}</script>`, `<script>"{{.S}}" + /{{.S}}/ + {{.W}}</script>`, `<p style="color:{{.S}}" onclick="{{.S}}">`, `<!--{{.S}}-->`, `<p {{.S}}="x">`,
	`{{with .S}}{{.}}{{else}}none{{end}}{{range .List}}{{.Name}}{{end}}{{if eq .S .Name "x"}}{{.T.a}}{{end}}{{printf "%s-%d" .S .N}}{{len .S}}`, `<meta http-equiv="refresh" content="0; url={{.S}}">`,
}

func FuzzCompiled(f *testing.F) {
	for i, text := range nasty {
		f.Add(uint8(i), text, i)
	}
	type pair struct {
		templates *template.Template
		program   *compiled.Program
	}
	var pairs []pair
	for _, source := range contexts {
		templates := parse(f, source)
		program, err := compiled.Compile(templates, "main", reflect.TypeFor[*data]())
		if err != nil {
			f.Fatal(err)
		}
		pairs = append(pairs, pair{templates, program})
	}
	f.Fuzz(func(t *testing.T, context uint8, text string, n int) {
		p := pairs[int(context)%len(pairs)]
		same(t, p.templates, p.program, "main", sample(text, n))
	})
}
