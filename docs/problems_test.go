package docs_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"courtsite/generator"
	"courtsite/generator/diag"
	"courtsite/generator/group"
	"courtsite/generator/output"
)

var update = flag.Bool("update", false, "rewrite what courtsite says in problems.md")

// base is the site that the examples of problems.md are laid over.
const base = `-- site.toml --
base_url = "https://court.example"
default_language = "zh-Hans"
court = { code = "A101", level = "basic", kind = "general" }
[languages.zh-Hans]
title = "明镜县人民法院"
[languages.en]
title = "Mingjing County People's Court"
-- content/basic/institution/overview.md --
+++
title = "机构设置"
published = 2026-01-05
+++

## 内设机构

本院设立案庭等内设机构。
-- content/basic/news/first.md --
+++
title = "本院网站开通"
published = 2026-01-05
+++

本院网站今日开通。
`

// specimens are the arguments of problems that no archive of texts can have: they are about bytes, links, or the moment.
var specimens = map[string][]any{
	"source-unreadable":   {},
	"source-name":         {},
	"source-symlink":      {},
	"source-encoding":     {"seems to be GB18030 (GBK, ANSI)", "看起来是 GB18030 (GBK, ANSI)"},
	"source-binary":       {},
	"source-changed":      {},
	"toml-control":        {7},
	"file-empty":          {},
	"theme-file":          {"not UTF-8"},
	"markdown-control":    {0x0B},
	"pages-vanish":        {640, 650},
	"group-missing":       {},
	"group-withdrawn":     {"https://b100.court.example/service/guides/filing/"},
	"group-built-address": {"delivered/b104", "https://b103.court.example/", "https://b104.court.example/"},
	"group-built-entry":   {"delivered/b104", 2, "basic/news/notice/", diag.Words{EN: "it is dated later than now", ZH: "发布时间晚于现在"}},
	"group-taken":         {"basic/news/notice/", "b101", diag.Words{EN: "title", ZH: "标题"}, diag.Words{EN: "resident identity number", ZH: "公民身份号码"}},

	"attachment-hidden-sheet":    {},
	"attachment-hidden-cells":    {"3, B-C"},
	"attachment-hidden-slide":    {},
	"attachment-tracked-changes": {"2"},
	"attachment-comments":        {"3"},
	"attachment-notes":           {},
	"attachment-covered-text":    {},
	"attachment-properties":      {"creator", "王**"},
	"attachment-archive-path":    {"../a.txt"},
	"picture-location":           {},
	"picture-behind":             {"48210"},
	"attachment-black-box":       {},
}

// unreported are the arguments of problems that no check finds yet; once one does, the problem gets an example.
var unreported = map[string][]any{
	"script-paragraph":         {"ug"},
	"script-kazakh-hamza":      {0x0676, "\u0674\u0648"},
	"script-presentation-form": {"\ufe8d", 0xfe8d, "\u0627"},
	"script-cyrillic":          {"суд"},
	"script-mongolian-space":   {"\u1836\u1822\u1828"},
	"script-not-nfc":           {"e\u0301", "\u00e9"},
	"script-mixed-chinese":     {"zh-Hant", "zh-Hans", "審", "繁体"},
	"script-pinyin":            {"(jǔyǔ)"},
	"script-damage":            {"锟斤拷"},
	"script-markup":            {"&nbsp;"},
	"script-control":           {0x202e},
	"script-private-use":       {0xe000},
}

// section is what problems.md says about one code.
type section struct {
	code, text string
}

func sections(text string) (head string, list []section) {
	parts := strings.Split(text, "\n### `")
	for _, part := range parts[1:] {
		code, body, _ := strings.Cut(part, "`\n")
		list = append(list, section{code, body})
	}
	return parts[0], list
}

// TestProblems: each code has a section in the order of the code's own table, with an example that has the problem, and with what
// courtsite says about it.
func TestProblems(t *testing.T) {
	head, list := sections(read(t, "problems.md"))
	documented := map[string]string{}
	for _, s := range list {
		if documented[s.code] != "" {
			t.Errorf("%s has two sections", s.code)
		}
		documented[s.code] = s.text
	}
	var written strings.Builder
	written.WriteString(head)
	for _, k := range diag.Kinds() {
		text, ok := documented[k.Code]
		if !ok {
			t.Errorf("problems.md has no section %s", k.Code)
			continue
		}
		delete(documented, k.Code)
		fmt.Fprintf(&written, "\n### `%s`\n%s", k.Code, withOutput(t, k, text))
	}
	for code := range documented {
		t.Errorf("problems.md has a section %s, which no problem has", code)
	}
	if strings.Contains(written.String(), "%!") {
		t.Error("a message has an argument too few or too many: %!")
	}
	switch fresh := strings.TrimRight(written.String(), "\n") + "\n"; {
	case t.Failed() || fresh == read(t, "problems.md"):
	case *update:
		if err := os.WriteFile("problems.md", []byte(fresh), 0o666); err != nil {
			t.Fatal(err)
		}
	default:
		t.Error("problems.md does not say what courtsite says, or not in its order; go test ./docs -update puts it right")
	}
}

// withOutput gives a section's text with what courtsite says about its example.
func withOutput(t *testing.T, kind *diag.Kind, text string) string {
	const begin, end = "```text\n", "```\n"
	text, _, _ = strings.Cut(text, begin)
	p, ok := example(t, kind, text)
	if !ok {
		t.Errorf("the example of %s does not have the problem", kind.Code)
		return text
	}
	return strings.TrimRight(text, "\n") + "\n\n" + begin + p.Text(diag.ZH) + "\n\n" + p.Text(diag.EN) + "\n" + end
}

// example gives the problem of a section's example.
func example(t *testing.T, kind *diag.Kind, text string) (diag.Problem, bool) {
	args, ok := specimens[kind.Code]
	if !ok {
		args, ok = unreported[kind.Code]
	}
	if ok {
		return diag.New(kind, diag.Pos{Path: "content/basic/news/open-day.md"}, args...), true
	}
	for _, b := range blocks(text) {
		if b.info != "txtar "+kind.Code {
			continue
		}
		find := problemsOf
		if strings.HasPrefix(kind.Code, "group-") {
			find = problemsOfGroup
		}
		for _, p := range find(t, b.text) {
			if p.Kind == kind {
				return p, true
			}
		}
	}
	return diag.Problem{}, false
}

// problemsOf builds the small site with the example laid over it. A file that is empty there is not in the site.
func problemsOf(t *testing.T, overlay string) []diag.Problem {
	t.Helper()
	return build(t, lay(lay(fstest.MapFS{}, base), overlay), small(t).Manifest).Problems
}

// groupBase is the group that the examples of group.toml are laid over.
const groupBase = `-- group.toml --
members = ["courts/*"]
[defaults]
base_url = "https://{id}.court.example"
default_language = "zh-Hans"
-- courts/b100/site.toml --
court = { code = "B100", level = "intermediate" }
[languages.zh-Hans]
title = "明镜市中级人民法院"
-- courts/b100/content/service/guides/filing.md --
+++
title = "立案指南"
published = 2026-01-05
+++

当事人可以到窗口提交材料。
-- courts/b101/site.toml --
court = { code = "B101", level = "basic" }
[languages.zh-Hans]
title = "明镜县人民法院"
-- courts/b101/content/basic/news/first.md --
+++
title = "本院网站开通"
published = 2026-01-05
+++

本院网站今日开通。
`

// problemsOfGroup checks the small group with the example laid over it.
func problemsOfGroup(t *testing.T, overlay string) []diag.Problem {
	t.Helper()
	dir := t.TempDir()
	for name, f := range lay(lay(fstest.MapFS{}, groupBase), overlay) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	g, problems, err := group.Open(dir)
	if err != nil || g == nil {
		return problems
	}
	problems = append(problems, g.Orphans()...)
	o := group.Options{Now: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), Version: "docs", Check: true}
	outcomes, err := group.Build(t.Context(), g, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, out := range outcomes {
		problems = append(problems, out.Problems...)
	}
	return problems
}

// TestSmallGroup: nothing is wrong with the group that examples are laid over.
func TestSmallGroup(t *testing.T) {
	for _, p := range problemsOfGroup(t, "") {
		if p.Severity != diag.Note {
			t.Error(p.Text(diag.EN))
		}
	}
}

// small gives the outcome of the small site alone. It is built once.
func small(t *testing.T) *generator.Result {
	t.Helper()
	if smallSite == nil {
		smallSite = build(t, lay(fstest.MapFS{}, base), nil)
	}
	return smallSite
}

var smallSite *generator.Result

// common is the theme and the languages of examples that bring nothing of their own to them.
var common generator.Shared

func lay(files fstest.MapFS, archive string) fstest.MapFS {
	for _, f := range txtar.Parse([]byte(archive)).Files {
		if len(f.Data) == 0 {
			delete(files, f.Name)
			continue
		}
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return files
}

func build(t *testing.T, files fstest.MapFS, previous *output.Manifest) *generator.Result {
	t.Helper()
	_, theme := files.Stat("themes")
	_, phrases := files.Stat("i18n")
	result, err := generator.Build(t.Context(), generator.Input{
		Site: files, Now: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), Version: "docs", Previous: previous, Jobs: 1,
		Shared: &common, OwnTheme: theme == nil, OwnPhrases: phrases == nil,
	}, output.NewMemory())
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// TestSmallSite: nothing is wrong with the site that examples are laid over, so that what is found is the example's.
func TestSmallSite(t *testing.T) {
	problems := slices.DeleteFunc(slices.Clone(small(t).Problems), func(p diag.Problem) bool { return p.Severity == diag.Note })
	for _, p := range problems {
		t.Error(p.Text(diag.EN))
	}
}
