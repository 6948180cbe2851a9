package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"courtsite/generator"
	"courtsite/generator/catalogue"
	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/output"
	"courtsite/generator/page"
	"courtsite/generator/source"
)

func (a *app) newPageCommand() *cobra.Command {
	var lang, title string
	cmd := &cobra.Command{
		Use:   "page ITEM SLUG",
		Short: a.text("Make a new page of an item of the catalogue", "在某个公开事项下新建页面"),
		Long: a.text(
			"ITEM is an item of the disclosure catalogue, such as basic/news, or \"pages\" for a page outside it.\nSLUG is the last part of the page's address: letters, digits and hyphens, the same in every language.",
			"ITEM 是公开目录中的事项，如 basic/news；目录之外的页面写 pages。\nSLUG 是网页地址的最后一段：由字母、数字和连字符组成，各语言版本相同。"),
		Example: a.text(
			"courtsite new page basic/news open-day --title \"Open day\"\ncourtsite new page basic/news open-day --lang ug     # its Uyghur version",
			"courtsite new page basic/news open-day --title \"法院开放日\"\ncourtsite new page basic/news open-day --lang ug     # 它的维吾尔文版"),
		Args:              a.arguments("ITEM", "SLUG"),
		ValidArgsFunction: a.completeItem,
		RunE: func(_ *cobra.Command, args []string) error {
			return a.newPage(newPage{item: strings.Trim(args[0], "/"), slug: args[1], lang: lang, title: title})
		},
	}
	cmd.Flags().StringVar(&lang, "lang", "", a.text("the page's language, `TAG`; else the site's default", "页面的语言 `TAG`；不写则为站点默认语言"))
	cmd.Flags().StringVar(&title, "title", "", a.text("the page's `TITLE`", "页面标题 `TITLE`"))
	return cmd
}

// newPage is a page to be made.
type newPage struct{ item, slug, lang, title string }

func (a *app) newPage(p newPage) error {
	dir, root, err := a.folder()
	if err != nil {
		return err
	}
	if _, err := fs.Stat(root, config.File); err != nil {
		return wrong(fmt.Sprintf(a.text("there is no site.toml in %s", "%s 中没有 site.toml"), dir),
			a.text("name the site's folder with -C, or make one with: courtsite new site DIR", "请用 -C 指明站点文件夹，或用 courtsite new site 目录 新建"))
	}
	site := settings(root)
	if tags := site.Tags(); p.lang == string(diag.ZH) && !slices.Contains(tags, p.lang) && slices.Contains(tags, catalogue.Wording) {
		p.lang = catalogue.Wording // "zh" is how the program calls Chinese, and how people do
	}
	p.lang = cmp.Or(p.lang, site.Default)
	if err := cmp.Or(a.checkItem(p.item, site), a.checkSlug(p.slug), a.checkLanguage(p.lang, site), a.oneLine(p.title)); err != nil {
		return err
	}
	name := p.file(root, site.Default)
	text, err := fill("page."+string(a.lang)+".md.tmpl", map[string]any{
		"Title": p.title, "Published": publishedAt(a.now(), site.Zone), "Translation": p.lang != site.Default,
	})
	if err != nil {
		return err
	}
	err = create(filepath.Join(dir, filepath.FromSlash(name)), text)
	if errors.Is(err, fs.ErrExist) {
		return wrong(fmt.Sprintf(a.text("%s exists already", "%s 已经存在"), name), a.text("edit it, or choose another SLUG", "请直接修改它，或换一个 SLUG"))
	}
	if err != nil {
		return fmt.Errorf("make the page: %w", err)
	}
	fmt.Fprintln(a.out, name)
	return nil
}

// file says where the page goes: beside its attachments, where the page has a folder of its own.
func (p newPage) file(root fs.FS, standard string) string {
	tag := ""
	if p.lang != standard {
		tag = "." + p.lang
	}
	stem := path.Join(page.Folder, p.item, p.slug)
	if info, err := fs.Stat(root, stem); err == nil && info.IsDir() {
		return path.Join(stem, "index"+tag+".md")
	}
	return stem + tag + ".md"
}

func (a *app) checkItem(id string, site *config.Site) error {
	if id == page.Outside {
		return nil
	}
	items, _ := generator.Catalogue(site, a.now())
	item, ok := items.Item(id)
	level := site.Court.Level
	switch {
	case !ok:
		hint := a.seeHelp("courtsite new page")
		if near := items.Nearest(id); near != "" {
			hint = fmt.Sprintf(a.text("the nearest is %q", "最接近的是 %q"), near)
		}
		return wrong(fmt.Sprintf(a.text("the catalogue has no item %q", "公开目录中没有 %q 这个事项"), id), hint)
	case !item.Applies(level):
		return wrong(fmt.Sprintf(a.text("a court of the level %q does not have the item %q", "%q 层级的法院没有 %q 这个事项"), level, id),
			a.text("site.toml says which level the court has", "法院层级见 site.toml"))
	}
	return nil
}

// checkSlug wants a name that is the same as a file and in an address. A full stop would begin a language's tag.
func (a *app) checkSlug(slug string) error {
	bad := strings.IndexFunc(slug, func(r rune) bool {
		return r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	if slug != "" && slug != "index" && bad < 0 && !strings.HasPrefix(slug, "-") && output.CheckPath(slug) == nil {
		return nil
	}
	return wrong(fmt.Sprintf(a.text("%q cannot be part of an address", "%q 不能作为网址的一部分"), slug),
		a.text("write letters, digits and hyphens: open-day-2026", "请用字母、数字和连字符，如 open-day-2026"))
}

// oneLine wants a title that a page or a site may have; it may be left out.
func (a *app) oneLine(title string) error {
	if source.ValidLine(title) {
		return nil
	}
	return wrong(a.text("the title is not one line of text", "标题应为一行文字，不含换行和控制字符"), a.text("write --title \"...\", on one line", "请写 --title \"……\"，不换行"))
}

func (a *app) checkLanguage(tag string, site *config.Site) error {
	if tags := site.Tags(); !slices.Contains(tags, tag) {
		return wrong(fmt.Sprintf(a.text("the site has no language %q", "本站没有 %q 这种语言"), tag),
			fmt.Sprintf(a.text("it has %s; add [languages.%s] to site.toml; the program's own language stands before new: courtsite --lang en new", "现有 %s；请在 site.toml 中加上 [languages.%s]；程序本身的语言写在 new 之前：courtsite --lang zh new"), strings.Join(tags, ", "), tag))
	}
	return nil
}

// completeItem lets the shell complete an item, with what it is called.
func (a *app) completeItem(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	site := settings(os.DirFS(a.dir))
	items, _ := generator.Catalogue(site, a.now())
	tag := a.text("en", catalogue.Wording)
	choices := []string{page.Outside}
	for _, category := range items.Categories(site.Court.Level) {
		for _, item := range category.Items {
			name, _ := item.Name(tag)
			choices = append(choices, cobra.CompletionWithDesc(item.ID, name))
		}
	}
	return choices, cobra.ShellCompDirectiveNoFileComp
}
