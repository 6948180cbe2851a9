package theme_test

import (
	"bytes"
	"html"
	"html/template"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"courtsite/generator/locale"
	"courtsite/generator/theme"
	"courtsite/generator/view"
	"courtsite/i18n"
	"courtsite/themes"
)

// builtin loads the theme that comes with the program.
func builtin(t *testing.T) *theme.Theme {
	t.Helper()
	th, problems := theme.Load(fstest.MapFS{}, "default", themes.FS, languages(t, nil))
	for _, p := range problems {
		t.Error(p.Text("en"))
	}
	if t.Failed() {
		t.FailNow()
	}
	return th
}

// languages reads the languages of a site whose folder may have phrase files of its own: the given ones, or those of the program.
func languages(t testing.TB, site fs.FS, tags ...string) *locale.Table {
	t.Helper()
	if len(tags) == 0 {
		names, err := fs.Glob(i18n.FS, "*.toml")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			tags = append(tags, strings.TrimSuffix(name, ".toml"))
		}
	}
	table, _ := locale.Load(tags, locale.Base, i18n.FS, site)
	return table
}

// tongue is a language of the made-up site.
type tongue struct{ tag, name, dir, court, prefix string }

var tongues = []tongue{
	{"zh-Hans", "简体中文", "ltr", "明镜县人民法院", "/"},
	{"ug", "ئۇيغۇرچە", "rtl", "مىڭجىڭ ناھىيەلىك خەلق سوت مەھكىمىسى", "/ug/"},
	{"bo", "བོད་ཡིག", "ltr", "མིང་ཅིང་རྫོང་མི་དམངས་ཁྲིམས་ཁང་།", "/bo/"},
	{"mn-Mong", "ᠮᠣᠩᠭᠣᠯ", "ltr", "明镜县人民法院", "/mn-mong/"},
	{"ko", "한국어", "ltr", "명경현 인민법원", "/ko/"},
	{"en", "English", "ltr", "Mingjing County People's Court", "/en/"},
}

func tongueOf(tag string) tongue {
	for _, t := range tongues {
		if t.tag == tag {
			return t
		}
	}
	panic("no such language in the fixture: " + tag)
}

// phrases reads the list of phrases in the theme. A language other than Chinese and English has none, and
// shows the Chinese ones as the views do: in an element with their own language.
func phrases(t *testing.T, lang string) view.Phrases {
	t.Helper()
	list, err := fs.ReadFile(themes.FS, "default/phrases.txt")
	if err != nil {
		t.Fatal(err)
	}
	all := make(view.Phrases)
	for line := range strings.Lines(string(list)) {
		key, texts, ok := strings.Cut(strings.TrimSpace(line), " = ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		zh, en, ok := strings.Cut(texts, " / ")
		if !ok {
			t.Fatalf("phrases.txt: %q has no English text", key)
		}
		switch lang {
		case "zh-Hans":
			all[key] = template.HTML(html.EscapeString(zh))
		case "en":
			all[key] = template.HTML(html.EscapeString(en))
		default:
			all[key] = template.HTML(`<span lang="zh-Hans" dir="ltr">` + html.EscapeString(zh) + `</span>`)
		}
	}
	return all
}

// site makes views in one language.
type site struct {
	t     *testing.T
	theme *theme.Theme
	tongue
	phrases view.Phrases
}

func newSite(t *testing.T, th *theme.Theme, lang string) site {
	return site{t, th, tongueOf(lang), phrases(t, lang)}
}

func (s site) render(name string, data any) []byte {
	s.t.Helper()
	var out bytes.Buffer
	if err := s.theme.Template().ExecuteTemplate(&out, name, data); err != nil {
		s.t.Errorf("%s in %s: %v", name, s.tag, err)
	}
	return out.Bytes()
}

func (s site) asset(name string) string { return "/" + s.theme.Path(name) }

// foreign is a link whose text is Chinese, on a page in any language.
func (s site) foreign(text, href string) view.Link {
	if s.tag == "zh-Hans" {
		return view.Link{Text: text, Href: href}
	}
	return view.Link{Text: text, Href: href, Lang: "zh-Hans", Dir: "ltr"}
}

func (s site) frame(kind, title string) view.Frame {
	f := view.Frame{
		Lang: s.tag, Dir: s.dir, WritingMode: "horizontal-tb", Kind: kind, Title: title, SiteTitle: s.court,
		Description: "A \"description\" with <marks> & signs", Canonical: "https://court.example" + s.prefix,
		Home: s.prefix, Demonstration: true, T: s.phrases,
		Assets:    view.Assets{CSS: s.asset("style.css"), JS: s.asset("site.js"), Icon: s.asset("icon.svg")},
		Meta:      []view.Meta{{Name: "SiteName", Content: s.court}, {Name: "ColumnType", Content: "工作动态"}},
		OpenGraph: []view.Meta{{Name: "og:title", Content: title}},
		JSONLD:    `{"@context":"https://schema.org","@type":"WebPage","name":"明镜 \u003c/script\u003e"}`,
		Feeds:     []view.FeedLink{{Title: "RSS", Type: "application/rss+xml", Href: s.prefix + "feed.xml"}, {Title: "Atom", Type: "application/atom+xml", Href: s.prefix + "atom.xml"}},
		Crumbs:    []view.Link{{Text: s.court, Href: s.prefix}, s.foreign("司法行政事务信息", s.prefix+"administration/")},
	}
	if s.tag == "mn-Mong" {
		f.WritingMode = "vertical-lr"
	}
	for _, t := range tongues {
		f.Alternates = append(f.Alternates, view.Alternate{Lang: t.tag, Href: "https://court.example" + t.prefix})
		f.Languages = append(f.Languages, view.Language{
			Tag: t.tag, Name: t.name, Dir: t.dir, Href: t.prefix, Current: t.tag == s.tag, Home: t.tag == "bo" && s.tag != "bo",
		})
	}
	f.Header = template.HTML(s.render("header", s.header(kind)))
	f.Footer = template.HTML(s.render("footer", s.footer()))
	return f
}
