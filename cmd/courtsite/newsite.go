package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"courtsite/generator/catalogue"
	"courtsite/generator/diag"
)

// samples are the languages in which there are pages to begin with, and what a court is called in them there. A page's
// language must be that of its text, so no other language can be filled with these.
var samples = map[string]sampleSite{
	"zh-Hans": {"明镜县人民法院", "明镜县人民法院信息公开网站"},
	"en":      {"Mingjing County People's Court", "Open information of the Mingjing County People's Court"},
}

type sampleSite struct{ title, description string }

func (a *app) newCommand() *cobra.Command {
	cmd := a.group("new", a.text("Make a new site or a new page", "新建站点或页面"))
	cmd.AddCommand(a.newSiteCommand(), a.newPageCommand())
	return cmd
}

func (a *app) newSiteCommand() *cobra.Command {
	var lang, title string
	cmd := &cobra.Command{
		Use:   "site DIR",
		Short: a.text("Make a new site in the folder DIR", "在文件夹 DIR 中新建站点"),
		Long: a.text(
			"The folder must be empty or not exist yet. It gets a site.toml with explanations, and three pages to begin with.",
			"该文件夹应为空或尚不存在。其中会放入带说明的 site.toml 和三个示例页面。"),
		Example: "courtsite new site court\ncourtsite new site court --title " + a.text(`"Mingjing County People's Court" --lang en`, `"明镜县人民法院"`),
		Args:    a.arguments("DIR"),
		RunE:    func(_ *cobra.Command, args []string) error { return a.newSite(within(a.dir, args[0]), lang, title) },
	}
	cmd.Flags().StringVar(&lang, "lang", "zh-Hans", a.text("the site's language, `TAG`: zh-Hans (or zh) or en", "站点的默认语言 `TAG`：zh-Hans（可写 zh）或 en"))
	cmd.Flags().StringVar(&title, "title", "", a.text("the site's `TITLE`, usually the court's name", "站点名称 `TITLE`，一般是法院名称"))
	complete(cmd, "lang", "zh-Hans", "en")
	return cmd
}

func (a *app) newSite(dir, lang, title string) error {
	if lang == string(diag.ZH) {
		lang = catalogue.Wording
	}
	sample, ok := samples[lang]
	if !ok {
		return wrong(fmt.Sprintf(a.text("there are no sample pages in %q", "没有 %q 的示例页面"), lang),
			a.text("take zh-Hans or en, then add [languages.TAG] to site.toml", "请用 zh-Hans 或 en 新建，再在 site.toml 中加上 [languages.标签]"))
	}
	if err := a.oneLine(title); err != nil {
		return err
	}
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if len(entries) > 0 {
		return wrong(fmt.Sprintf(a.text("%s is not empty", "%s 不是空文件夹"), dir), a.text("name a new folder", "请换一个新的文件夹"))
	}
	data := map[string]string{"Lang": lang, "Title": title, "Description": title, "Published": publishedAt(a.now(), settings(os.DirFS(dir)).Zone)}
	if title == "" {
		data["Title"], data["Description"] = sample.title, sample.description
	}
	if err := a.scaffoldSite(dir, lang, data); err != nil {
		return fmt.Errorf("make the site: %w", err)
	}
	fmt.Fprintf(a.out, a.text("made a site in %s; see it with: courtsite serve -C %[1]s --open\n", "已在 %s 中新建站点，预览请运行：courtsite serve -C %[1]s --open\n"), quotedPath(dir))
	return nil
}

// quotedPath writes a path as shells take it: one with blanks between quotation marks.
func quotedPath(path string) string {
	if strings.ContainsAny(path, " \t") {
		return `"` + path + `"`
	}
	return path
}

// scaffoldSite writes the files of a new site.
func (a *app) scaffoldSite(dir, lang string, data map[string]string) error {
	return a.scaffold(dir, lang, "site."+string(a.lang)+".toml.tmpl", data)
}

// scaffoldMember writes the files of a new member of a group.
func (a *app) scaffoldMember(dir, lang string, data map[string]string) error {
	return a.scaffold(dir, lang, "member."+string(a.lang)+".toml.tmpl", data)
}

// scaffold writes the first pages and a site.toml, which is last, so that a folder that has one is whole.
func (a *app) scaffold(dir, lang, config string, data map[string]string) error {
	folder := "content/" + lang
	err := fs.WalkDir(scaffolds, "scaffold/"+folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name = strings.TrimPrefix(name, "scaffold/")
		text, err := fill(name, data)
		if err != nil {
			return err
		}
		page := strings.TrimSuffix(strings.TrimPrefix(name, folder+"/"), ".tmpl")
		return create(filepath.Join(dir, "content", filepath.FromSlash(page)), text)
	})
	if err != nil {
		return err
	}
	text, err := fill(config, data)
	if err != nil {
		return err
	}
	return create(filepath.Join(dir, "site.toml"), text)
}
