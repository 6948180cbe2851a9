package locale

import (
	"html/template"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"courtsite/generator/diag"
	"courtsite/i18n"
)

// load reads the embedded languages with a site's own files over them.
func load(t *testing.T, tags []string, def string, site map[string]string) (*Table, []string) {
	t.Helper()
	var fsys fs.FS
	if site != nil {
		files := fstest.MapFS{}
		for name, text := range site {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		fsys = files
	}
	table, problems := Load(tags, def, i18n.FS, fsys)
	var texts []string
	for _, p := range problems {
		if p.Severity != diag.Note {
			texts = append(texts, p.Pos.String()+" "+p.Kind.Code+" "+p.Message(diag.EN))
		}
	}
	return table, texts
}

// every lists the languages that the program brings along.
func every(t *testing.T) []string {
	t.Helper()
	files, err := fs.Glob(i18n.FS, "*.toml")
	if err != nil || len(files) < 14 {
		t.Fatalf("embedded languages: %v, %v", files, err)
	}
	for i, name := range files {
		files[i] = strings.TrimSuffix(name, ".toml")
	}
	return files
}

func TestEmbeddedLanguagesAreSound(t *testing.T) {
	table, problems := load(t, every(t), Base, nil)
	for _, p := range problems {
		t.Error(p)
	}
	for _, l := range table.Languages() {
		if l.Name == l.Tag || len(l.files) != 1 || canonical(l.Tag) != l.Tag {
			t.Errorf("%s: name %q, %d files", l.Tag, l.Name, len(l.files))
		}
		if l.Dir != direction(l.Tag) || l.WritingMode != writingMode(l.Tag) {
			t.Errorf("%s: %s %s is not what its script asks for", l.Tag, l.Dir, l.WritingMode)
		}
		for _, key := range l.keys {
			if html := l.Phrases()[key]; html == "" && base(table).counted[key] == nil {
				t.Errorf("%s: the phrase %s is empty", l.Tag, key)
			}
		}
	}
}

func base(t *Table) *Language { return t.Language(Base) }

func TestChineseAndEnglishAreComplete(t *testing.T) {
	table, _ := load(t, []string{"zh-Hans", "en"}, "zh-Hans", nil)
	for _, l := range table.Languages() {
		if missing := l.Missing(); len(missing) > 0 {
			t.Errorf("%s lacks %v", l.Tag, missing)
		}
	}
}

func TestMissingPhraseSaysItsLanguage(t *testing.T) {
	table, _ := load(t, []string{"zh-Hans", "ug", "en"}, "zh-Hans", map[string]string{
		"i18n/zh-Hans.toml": "[phrases]\nsite_code = \"标识码 <6 & 6>\"\n",
	})
	ug := table.Language("UG")
	if got, want := ug.Phrases()["site_code"], template.HTML(`<span lang="zh-Hans" dir="ltr">标识码 &lt;6 &amp; 6&gt;</span>`); got != want {
		t.Errorf("site_code = %s, want %s", got, want)
	}
	if text, lang := ug.Phrase("site_code"); text != "标识码 <6 & 6>" || lang != "zh-Hans" {
		t.Errorf("Phrase(site_code) = %q in %q", text, lang)
	}
	if text, lang := ug.Phrase("home"); text != "باش بەت" || lang != "ug" {
		t.Errorf("Phrase(home) = %q in %q", text, lang)
	}
	if got := ug.Phrases()["home"]; got != "باش بەت" {
		t.Errorf("home = %s", got)
	}
	if text, lang := ug.Phrase("no_such_phrase"); text != "" || lang != "" {
		t.Errorf("unknown phrase = %q in %q", text, lang)
	}
	if !slices.Contains(ug.Missing(), "site_code") || slices.Contains(ug.Missing(), "home") {
		t.Errorf("missing: %v", ug.Missing())
	}
}

func TestFallbackGoesByTheDefaultLanguageFirst(t *testing.T) {
	table, _ := load(t, []string{"ug", "bo", "en"}, "ug", nil)
	bo := table.Language("bo")
	if _, lang := bo.Phrase("address"); lang != "ug" {
		t.Errorf("address is shown in %q, want the default language", lang)
	}
	if _, lang := bo.Phrase("site_code"); lang != "zh-Hans" {
		t.Errorf("site_code is shown in %q, want the base", lang)
	}
	if table.Language("zh-Hans") != nil {
		t.Error("the site does not have zh-Hans")
	}
}

func TestSiteOverridesSingleValues(t *testing.T) {
	plain, _ := load(t, []string{"zh-Hans", "en"}, "zh-Hans", nil)
	table, problems := load(t, []string{"zh-Hans", "en"}, "zh-Hans", map[string]string{
		"i18n/en.toml": "status = \"reviewed\"\nreviewer = \"Lu Min\"\nreviewed = 2026-03-01\n[date]\nlong = \"{month} {d}, {y}\"\n[number]\ngroup = \"\"\n" +
			"[phrases]\nhome = \"Main page\"\n[columns]\n\"basic/news\" = \"News\"\n\"basic/newz\" = \"News\"\n",
	})
	if len(problems) > 0 {
		t.Error(problems)
	}
	en := table.Language("en")
	if home, menu := en.Phrases()["home"], en.Phrases()["menu"]; home != "Main page" || menu != "Menu" {
		t.Errorf("home = %s, menu = %s", home, menu)
	}
	if en.Status != "reviewed" || en.Reviewer != "Lu Min" || en.Reviewed.Format(time.DateOnly) != "2026-03-01" || en.Date(day) != "November 3, 2025" || en.Number(12345) != "12345" {
		t.Errorf("%s, %s, %s", en.Status, en.Date(day), en.Number(12345))
	}
	if name, ok := en.Column("basic/news"); !ok || name != "News" {
		t.Errorf("basic/news = %q, %v", name, ok)
	}
	if en.Digest() == plain.Language("en").Digest() || table.Default().Digest() != plain.Default().Digest() {
		t.Error("the digest of the changed language must change, and no other")
	}
	strays := table.CheckColumns(func(id string) bool { return id == "basic/news" }, func(string) string { return "basic/news" })
	if len(strays) != 1 || strays[0].Pos.String() != "i18n/en.toml:12:1" {
		t.Errorf("unknown columns: %v", strays)
	}
}

func TestDigestsAreStable(t *testing.T) {
	one, _ := load(t, every(t), Base, nil)
	two, _ := load(t, every(t), Base, nil)
	seen := map[[32]byte]string{}
	for i, l := range one.Languages() {
		if l.Digest() != two.Languages()[i].Digest() {
			t.Errorf("%s: two digests for one input", l.Tag)
		}
		if other, ok := seen[l.Digest()]; ok {
			t.Errorf("%s and %s have one digest", l.Tag, other)
		}
		seen[l.Digest()] = l.Tag
	}
}

func TestLanguageWithoutPhrases(t *testing.T) {
	table, problems := load(t, []string{"zh-Hans", "he"}, "zh-Hans", nil)
	want := "i18n/he.toml language-without-phrases there are no interface phrases for the language he; they are shown in zh-Hans"
	if len(problems) != 1 || problems[0] != want {
		t.Errorf("problems %q, want %q", problems, want)
	}
	he := table.Language("he")
	if he.Dir != "rtl" || he.Date(day) != "2025-11-03" || he.Phrases()["home"] != `<span lang="zh-Hans" dir="ltr">首页</span>` {
		t.Errorf("%s, %s, %s", he.Dir, he.Date(day), he.Phrases()["home"])
	}
	if got := he.CountHTML("documents_count", 12); got != `<span lang="zh-Hans" dir="ltr">12 份文件</span>` {
		t.Errorf("a count without a phrase is %q", got)
	}
}

func TestProblemsOfPhraseFiles(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"syntax", "name = \"x\"\nhome == \"y\"\n", "i18n/ug.toml:2:7 toml-syntax"},
		{"unknown key", "name = \"x\"\ndirection = \"rtl\"\n", "i18n/ug.toml:2:1 toml-unknown-key"},
		{"unknown key of dates", "[date]\nlang = \"{y}\"\n", "i18n/ug.toml:2:1 toml-unknown-key"},
		{"direction", "dir = \"up\"\n", "i18n/ug.toml:1:1 phrases-value"},
		{"placeholder", "[date]\nlong = \"{y} {D}\"\n", "i18n/ug.toml:2:1 phrases-value"},
		{"a day in a month", "[date]\nmonth = \"{y} {d}\"\n", "i18n/ug.toml:2:1 phrases-value"},
		{"eleven months", "[date]\nmonths = [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\"]\n", "i18n/ug.toml:2:1 phrases-value"},
		{"sizes", "[number]\nbytes = [\"B\"]\n", "i18n/ug.toml:2:1 phrases-value"},
		{"phrase that is a number", "[phrases]\nhome = 1\n", "i18n/ug.toml:2:1 toml-text"},
		{"empty phrase", "[phrases]\nhome = \"\"\n", "i18n/ug.toml:2:1 phrases-value"},
		{"six days of the week", "[date]\nweekdays = [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\"]\n", "i18n/ug.toml:2:1 phrases-value"},
		{"a month without a name", "[date]\nmonths = [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"\"]\n", "i18n/ug.toml:2:1 phrases-value"},
		{"a day in a time", "[date]\ntime = \"{H}:{d}\"\n", "i18n/ug.toml:2:1 phrases-value"},
		{"an amount without a number", "[number]\nmoney = \"¥\"\n", "i18n/ug.toml:2:1 phrases-value"},
		{"reviewed by nobody", "status = \"reviewed\"\nreviewed = 2026-03-01\n", "i18n/ug.toml:1:1 phrases-review"},
		{"reviewed at no time", "status = \"reviewed\"\nreviewer = \"x\"\n", "i18n/ug.toml:1:1 phrases-review"},
		{"reviewed on no day", "status = \"draft\"\nreviewed = \"yesterday\"\n", "i18n/ug.toml:2:1 front-date"},
		{"a lost placeholder", "[phrases]\noutdated_translation_undated_notice = \"x\"\n", "i18n/ug.toml:2:1 phrases-placeholder"},
		{"an invented placeholder", "[phrases]\nhome = \"باش بەت\"\nmenu = \"{menu}\"\n", "i18n/ug.toml:3:1 phrases-placeholder"},
		{"phrase that nothing uses", "[phrases]\nhomme = \"x\"\n", "i18n/ug.toml:2:1 phrase-unknown"},
		{"count without other", "[counted]\ndocuments_count = { one = \"{n}\" }\n", "i18n/ug.toml:2:1 phrases-value"},
		{"unknown plural form", "[counted]\ndocuments_count = { other = \"{n}\", lots = \"{n}\" }\n", "i18n/ug.toml:2:36 toml-unknown-key"},
	} {
		table, problems := load(t, []string{"zh-Hans", "ug"}, "zh-Hans", map[string]string{"i18n/ug.toml": c.file})
		if len(problems) != 1 || !strings.HasPrefix(problems[0], c.want+" ") {
			t.Errorf("%s: problems %q, want %q", c.name, problems, c.want)
		}
		if ug := table.Language("ug"); ug.Phrases()["home"] != "باش بەت" || ug.Date(day) != "2025-يىلى 11-ئاينىڭ 3-كۈنى" {
			t.Errorf("%s: what was right before is lost: %s, %s", c.name, ug.Phrases()["home"], ug.Date(day))
		}
	}
}

func TestMonthNamesAreNeededWhereAPatternHasThem(t *testing.T) {
	table, problems := load(t, []string{"zh-Hans", "fo"}, "zh-Hans", map[string]string{"i18n/fo.toml": "[date]\nlong = \"{d} {month} {y}\"\n"})
	if len(problems) != 1 || !strings.HasPrefix(problems[0], "i18n/fo.toml:1:1 phrases-value ") {
		t.Errorf("problems %q", problems)
	}
	if got := table.Language("fo").Date(day); got != "2025-11-03" {
		t.Errorf("date %q", got)
	}
}

func TestWhichFileServesATag(t *testing.T) {
	const none = ""
	for tag, want := range map[string]string{
		"zh-Hans": "简体中文", "zh-hans": "简体中文", "zh-CN": "简体中文", "zh": "简体中文", "mn-Mong-CN": "ᠮᠣᠩᠭᠣᠯ", "mn-CN": "ᠮᠣᠩᠭᠣᠯ",
		"kk-CN": "قازاقشا", "ug-CN": "ئۇيغۇرچە", "en-GB": "English", "zh-Hant": none, "mn": none, "kk": none, "not a tag": none,
	} {
		table, _ := load(t, []string{tag}, tag, nil)
		lang := table.Language(tag)
		if want == none {
			want = tag
		}
		if lang == nil || lang.Name != want {
			t.Errorf("%s is %+v, want the name %q", tag, lang, want)
		}
	}
}

func FuzzPhraseFile(f *testing.F) {
	files, _ := fs.Glob(i18n.FS, "*.toml")
	for _, name := range files {
		data, _ := fs.ReadFile(i18n.FS, name)
		f.Add(data)
	}
	f.Add([]byte("[phrases]\na.b = { c = 1 }\n[counted]\nx = \"\"\n[date]\nlong = \"{\""))
	builtin := fstest.MapFS{"zh-Hans.toml": {Data: []byte("[phrases]\nhome = \"首页\"\n[counted]\ndocuments_count = { other = \"{n} 份\" }\n")}}
	f.Fuzz(func(t *testing.T, data []byte) {
		site := fstest.MapFS{"i18n/ug.toml": {Data: data}}
		table, problems := Load([]string{"zh-Hans", "ug"}, "zh-Hans", builtin, site)
		for _, p := range problems {
			if p.Path == "i18n/ug.toml" && p.Line > strings.Count(string(data), "\n")+strings.Count(string(data), "\r")+1 {
				t.Errorf("%s is outside the file", p.Pos)
			}
		}
		ug := table.Language("ug")
		if ug.Phrases()["home"] == "" || ug.Date(day) == "" || ug.CountHTML("documents_count", 3) == "" || ug.Bytes(1) == "" {
			t.Errorf("a text is empty: %q %q", ug.Phrases()["home"], ug.Date(day))
		}
	})
}
