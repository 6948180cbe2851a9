package compiled_test

import (
	"bytes"
	"html/template"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"courtsite/generator/diag"
	"courtsite/generator/locale"
	"courtsite/generator/render/compiled"
	"courtsite/generator/theme"
	"courtsite/generator/view"
	"courtsite/i18n"
	"courtsite/themes"
)

// views are what the renderer executes the theme's templates with.
var views = map[string]reflect.Type{
	"home": reflect.TypeFor[*view.Home](), "category": reflect.TypeFor[*view.Category](), "column": reflect.TypeFor[*view.Column](), "article": reflect.TypeFor[*view.Article](),
	"archive": reflect.TypeFor[*view.Archive](), "documents": reflect.TypeFor[*view.Column](),
	"subjects": reflect.TypeFor[*view.Subjects](), "subject": reflect.TypeFor[*view.Column](), "subscribe": reflect.TypeFor[*view.Subscribe](), "map": reflect.TypeFor[*view.Map](), "catalogue": reflect.TypeFor[*view.Catalogue](),
	"missing": reflect.TypeFor[*view.Missing](), "redirect": reflect.TypeFor[*view.Redirect](), "gone": reflect.TypeFor[*view.Gone](), "directory": reflect.TypeFor[*view.Directory](), "header": reflect.TypeFor[view.Header](), "footer": reflect.TypeFor[view.Footer](),
}

func defaultTheme(t testing.TB) *theme.Theme {
	t.Helper()
	languages, _ := locale.Load(nil, locale.Base, i18n.FS, nil)
	th, problems := theme.Load(fstest.MapFS{}, "default", themes.FS, languages)
	if diag.HasErrors(problems) {
		t.Fatal(problems[0].Text(diag.EN))
	}
	return th
}

// Every template of the default theme is compiled: none is left to html/template.
func TestThemeIsCompiled(t *testing.T) {
	templates := defaultTheme(t).Template()
	for _, name := range theme.Views {
		if views[name] == nil {
			t.Fatalf("no view %q is known here", name)
		}
		if _, err := compiled.Compile(templates, name, views[name], theme.Functions()); err != nil {
			t.Error(err)
		}
	}
}

func TestThemeIsTheSame(t *testing.T) {
	th := defaultTheme(t)
	for _, name := range theme.Views {
		p, err := compiled.Compile(th.Template(), name, views[name], theme.Functions())
		if err != nil {
			t.Fatal(err)
		}
		for seed := range uint64(60) {
			m := maker{rand.New(rand.NewPCG(seed, 7)), phrases(th, seed)}
			same(t, th.Template(), p, name, m.value(views[name], 0).Interface())
		}
	}
}

// phrases are those that the theme refers to; every seventh time one is missing.
func phrases(th *theme.Theme, seed uint64) view.Phrases {
	t := view.Phrases{}
	for i, p := range th.Phrases() {
		text := []string{"a phrase", "“短语” &amp; more", `<span lang="zh-Hans" dir="ltr">另一种</span>`, `"<b title='>'>`, "a &lt; b < c", ""}[(i+int(seed))%6]
		t[p.Key] = template.HTML(text)
	}
	if seed%7 == 6 {
		delete(t, th.Phrases()[int(seed)%len(th.Phrases())].Key)
	}
	return t
}

// maker makes views at random, of texts that are hard to write into a page.
type maker struct {
	*rand.Rand
	phrases view.Phrases
}

func (m maker) value(typ reflect.Type, depth int) reflect.Value {
	v := reflect.New(typ).Elem()
	switch typ.Kind() {
	case reflect.String:
		v.SetString(m.text())
	case reflect.Bool:
		v.SetBool(m.IntN(2) == 0)
	case reflect.Int, reflect.Int64:
		v.SetInt(m.Int64N(2000) - 100)
	case reflect.Pointer:
		if depth == 0 || m.IntN(3) > 0 {
			v.Set(reflect.New(typ.Elem()))
			v.Elem().Set(m.value(typ.Elem(), depth+1))
		}
	case reflect.Slice:
		for range max(0, m.IntN(5)-depth) {
			v.Set(reflect.Append(v, m.value(typ.Elem(), depth+1)))
		}
	case reflect.Map:
		v.Set(reflect.ValueOf(m.phrases))
	case reflect.Struct:
		for i := range typ.NumField() {
			v.Field(i).Set(m.value(typ.Field(i).Type, depth+1))
		}
	default:
		panic("views have no " + typ.String())
	}
	return v
}

func (m maker) text() string {
	if m.IntN(3) == 0 {
		return ""
	}
	var b strings.Builder
	for range 1 + m.IntN(2) {
		b.WriteString(nasty[m.IntN(len(nasty))])
	}
	return b.String()
}

// article is a page as the sample site has them.
func article(th *theme.Theme) *view.Article {
	link := func(s string) view.Link { return view.Link{Text: s, Href: "/basic/news/" + s + "/"} }
	date := view.Date{ISO: "2026-02-10T09:00:00+08:00", Text: "2026年2月10日"}
	a := &view.Article{
		Frame: view.Frame{
			Lang: "zh-Hans", Dir: "ltr", WritingMode: "horizontal-tb", Section: "basic", Kind: "article", Title: "关于2026年度部门预算公开情况的说明", SiteTitle: "明镜县人民法院",
			Description: "现将本院2026年度部门预算予以公开，包括部门职责、机构设置、收支总体情况等内容。", Canonical: "https://court.example/administration/budgets/budget-2026/",
			JSONLD: template.JS(strings.Repeat(`{"@type":"Article"},`, 40)), Assets: view.Assets{CSS: "/assets/style.0123456789.css", JS: "/assets/site.0123456789.js", Icon: "/assets/icon.svg"},
			Home: "/", Header: template.HTML(strings.Repeat("<a href=\"/x/\">导航</a>", 200)), Footer: template.HTML(strings.Repeat("<p>页脚</p>", 50)), Demonstration: true, T: phrases(th, 0),
			Crumbs: []view.Link{link("home"), link("administration"), link("budgets")},
		},
		Summary: "摘要", Body: template.HTML(strings.Repeat("<p>正文段落，内容若干。</p>\n", 80)), Published: date, Office: "办公室", SourceName: "明镜县人民法院", InCatalogue: true,
		Previous: &view.Link{Text: "上一篇", Href: "/p/"}, Next: &view.Link{Text: "下一篇", Href: "/n/"},
	}
	for _, tag := range []string{"zh-Hans", "ug", "bo", "en"} {
		a.Alternates = append(a.Alternates, view.Alternate{Lang: tag, Href: "https://court.example/" + tag + "/"})
		a.Languages = append(a.Languages, view.Language{Tag: tag, Name: tag, Dir: "ltr", Href: "/" + tag + "/", Home: tag == "bo"})
		a.Feeds = append(a.Feeds, view.FeedLink{Title: "动态 " + tag, Type: "application/rss+xml", Href: "/" + tag + "/feed.xml"})
		a.Contents = append(a.Contents, view.Heading{Level: 2, ID: "h-" + tag, Text: "标题"})
		a.Attachments = append(a.Attachments, view.Attachment{Title: "预算表", Href: "/files/" + tag + ".xlsx", Type: "XLSX", MediaType: "application/vnd.ms-excel", Size: "120 KB"})
	}
	for _, key := range []string{"index", "number", "office", "published", "keywords"} {
		a.Fields = append(a.Fields, view.Field{Key: key, Name: "名称", Value: "明法〔2026〕3号", Time: date.ISO})
	}
	for _, name := range []string{"ColumnName", "ColumnType", "SiteName", "SiteDomain", "ArticleTitle", "PubDate", "ContentSource", "keywords"} {
		a.Meta = append(a.Meta, view.Meta{Name: name, Content: "部门预算、决算公开说明"})
		a.OpenGraph = append(a.OpenGraph, view.Meta{Name: "og:" + name, Content: "部门预算 & 决算"})
	}
	return a
}

func BenchmarkArticle(b *testing.B) {
	th := defaultTheme(b)
	a := article(th)
	bench := func(name string, execute func(w *bytes.Buffer) error) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			var w bytes.Buffer
			for b.Loop() {
				w.Reset()
				if err := execute(&w); err != nil {
					b.Fatal(err)
				}
			}
			b.SetBytes(int64(w.Len()))
		})
	}
	s := compiled.New(th.Template(), theme.Functions())
	bench("html/template", func(w *bytes.Buffer) error { return th.Template().ExecuteTemplate(w, "article", a) })
	bench("compiled", func(w *bytes.Buffer) error { return s.Execute(w, "article", a) })
}

// Compiling is paid once for each kind of page, in every build.
func BenchmarkCompile(b *testing.B) {
	th := defaultTheme(b)
	for b.Loop() {
		for _, name := range theme.Views {
			if _, err := compiled.Compile(th.Template(), name, views[name], theme.Functions()); err != nil {
				b.Fatal(err)
			}
		}
	}
}
